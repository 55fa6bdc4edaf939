import type {Cell} from "../../read/workbook.ts";
import type {UnitType} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {GridRow} from "../grid.ts";
import type {IssueLog} from "../issueLog.ts";
import type {Words} from "../recognise/compileForms.ts";
import type {SheetTables, Table} from "../recognise/findTables.ts";
import {headlineDiffers, totalRowDiffers} from "../rules/headlineRules.ts";
import {writeNumber} from "../values/numberText.ts";
import type {CountedRow, CountedRows} from "./countedRows.ts";
import {isSummed, runningSum, statedNumber, type RunningSum} from "./columnSums.ts";
import {countsOfGroup, countsOfTitle, countsOfTotal, type StatedCount} from "./statedCount.ts";

/** Totals over more groups than this are held against the whole table and the nearest groups only. */
const MOST_BOUNDARIES = 60;

/**
 * Holds what a file says of its own rows against them: counts in titles ("Danh sách 14 đơn vị"), beside headings ("I. KHU DÂN CƯ (12)")
 * and in total rows, and the sums of total rows. A total may be of its group, of the groups so far, of the table, and stand above or
 * below: it is told of only if it is none of these.
 */
export function checkTotals(sheets: readonly SheetTables[], counted: CountedRows, words: Words, log: IssueLog): void {
  for (const sheet of sheets) {
    const byNumber = new Map(sheet.grid.rows.map((row) => [row.number, row]));
    for (const table of sheet.tables) new TableTotals(table, byNumber, counted, words, log).check();
    const [first] = sheet.tables;
    if (first !== undefined) checkTitles(sheet, first, counted, words, log);
  }
}

function checkTitles(
  {titles, tables, grid}: SheetTables,
  first: Table,
  counted: CountedRows,
  words: Words,
  log: IssueLog
): void {
  const form = first.match.compiled.form.id;
  if (form !== "unit_list" && form !== "models") return;
  const ofSheet = tables.flatMap((table) => counted.rowsOf(table));
  const ofFile = counted.rowsOfForm(form);
  for (const {cells, number} of titles.slice(-30)) {
    for (const cell of cells) {
      if (cell?.kind !== "text" || cell.row !== number) continue;
      for (const stated of countsOfTitle(textOf(cell), words)) {
        const found = [countOf(ofSheet, stated), countOf(ofFile, stated)];
        if (found.includes(stated.count)) continue;
        const place = {sheet: grid.sheet.name, cell, row: number};
        log.report(headlineDiffers, place, {text: textOf(cell), detail: `${found[0] ?? 0} dòng`});
      }
    }
  }
}

/** How many rows are of the stated types. */
function countOf(rows: readonly CountedRow[], {types}: StatedCount): number {
  return types.length === 0 ? rows.length : rows.filter(({type}) => type !== null && types.includes(type)).length;
}

/** The totals and headings of one table. */
class TableTotals {
  readonly #table: Table;
  readonly #rows: readonly CountedRow[];
  readonly #byNumber: ReadonlyMap<number, GridRow>;
  readonly #words: Words;
  readonly #log: IssueLog;
  readonly #sums = new Map<number, RunningSum | null>();
  readonly #counts = new Map<string, RunningSum>();
  readonly #labelColumns: ReadonlySet<number>;

  constructor(table: Table, byNumber: ReadonlyMap<number, GridRow>, counted: CountedRows, words: Words, log: IssueLog) {
    this.#table = table;
    this.#rows = counted.rowsOf(table);
    this.#byNumber = byNumber;
    this.#words = words;
    this.#log = log;
    const {fields} = table.match.compiled.form;
    const isLabel = (field: string): boolean => ["ordinal", "name", "unit_type"].includes(fields[field]?.type ?? "");
    this.#labelColumns = new Set(table.match.columns.filter(({field}) => isLabel(field)).map(({column}) => column));
  }

  check(): void {
    const {roles, match} = this.#table;
    if (match.compiled.form.id === "commune_facts") return;
    const marked = [...roles].filter(([, role]) => role === "group" || role === "total");
    const marks = marked.map(([number, role]) => ({at: this.rowsBefore(number), number, role}));
    const bounds = [...new Set(marks.map(({at}) => at))].sort((a, b) => a - b);
    const order = new Map(bounds.map((at, index) => [at, index]));
    for (const {at, number, role} of marks) {
      const row = this.#byNumber.get(number);
      if (row === undefined) continue;
      const index = order.get(at) ?? 0;
      const below = spansBelow(at, bounds.slice(index + 1, index + 1 + MOST_BOUNDARIES), this.#rows.length);
      const above = spansAbove(at, bounds.slice(Math.max(0, index - MOST_BOUNDARIES), index));
      if (role === "group") this.checkGroup(row, below);
      else this.checkTotal(row, [...above, ...below], [0, at]);
    }
  }

  /** How many data rows of the table stand above a row of the sheet. */
  private rowsBefore(number: number): number {
    const {rows} = this.#table;
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** `all`: the table so far, which "Tổng cộng" means first and "Cộng" last. */
  private checkTotal(row: GridRow, known: readonly Span[], all: Span): void {
    const own = ownCells(row);
    const label = own.find(({kind}) => kind === "text");
    if (label === undefined || /^(?:(?:tỷ|tỉ) lệ|trong đó)/iu.test(textOf(label))) return;
    const spans = all[1] > 0 && /^(?:tổng|toàn)/iu.test(textOf(label)) ? [all, ...known] : known;
    this.checkCounts(label, countsOfTotal(textOf(label), this.#words), row, spans);
    // "Cộng khối cơ quan" may pick its rows from all over the table.
    const ofSomeTypes = this.#words.types.find(foldKey(textOf(label))).values.length > 0;
    if (!ofSomeTypes) this.checkCells(own, row, spans);
  }

  private checkGroup(row: GridRow, spans: readonly Span[]): void {
    const own = ownCells(row);
    for (const cell of own) {
      if (cell.kind !== "text") continue;
      this.checkCounts(cell, countsOfGroup(textOf(cell), this.#words), row, spans);
    }
    this.checkCells(own, row, spans);
  }

  /** Counts in words against the rows of each span; the summary's rows are communes, so only "all rows" make sense there. */
  private checkCounts(cell: Cell, stated: readonly StatedCount[], {number}: GridRow, spans: readonly Span[]): void {
    const isList = this.#table.match.compiled.form.id !== "summary";
    for (const one of isList ? stated : []) {
      const upTo = this.countsOf(one.types);
      const countIn = ([from, to]: Span): number => (upTo[to] ?? 0) - (upTo[from] ?? 0);
      const [nearest] = spans;
      if (nearest === undefined || spans.some((span) => countIn(span) === one.count)) continue;
      const place = {sheet: this.#table.sheet, cell, row: number};
      this.#log.report(headlineDiffers, place, {text: textOf(cell), detail: `${countIn(nearest)} dòng`});
    }
  }

  /** Numbers in the row: under a column that adds up its sum, beside the label the number of rows. */
  private checkCells(own: readonly Cell[], {number}: GridRow, spans: readonly Span[]): void {
    const isList = this.#table.match.compiled.form.id !== "summary";
    for (const cell of own) {
      const stated = statedNumber(cell);
      if (stated === null || spans.length === 0) continue;
      if (this.#labelColumns.has(cell.column)) {
        const counts = spans.map(([from, to]) => to - from);
        if (!isList || cell.kind !== "number" || counts.includes(stated)) continue;
        const place = {sheet: this.#table.sheet, cell, row: number};
        this.#log.report(headlineDiffers, place, {text: writeNumber(stated), detail: `${counts[0] ?? 0} dòng`});
        continue;
      }
      const column = this.#table.match.columns.find((one) => one.column === cell.column);
      if (column === undefined || !isSummed(column, this.#table)) continue;
      const sums = this.sumsOf(cell.column);
      if (sums === null) continue;
      const sumIn = ([from, to]: Span): number => (sums[to] ?? 0) - (sums[from] ?? 0);
      const [nearest] = spans;
      if (nearest === undefined || spans.some((span) => sumIn(span) === stated)) continue;
      const place = {sheet: this.#table.sheet, cell, row: number, field: column.field};
      const words = {header: column.headerText, text: writeNumber(stated), detail: writeNumber(sumIn(nearest))};
      this.#log.report(totalRowDiffers, place, words);
    }
  }

  /** Rows of these types (of all, where none is given) among the first so many. */
  private countsOf(types: readonly UnitType[]): RunningSum {
    const key = types.join("+");
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const counts = [0];
    for (const {type} of this.#rows) {
      const isOne = types.length === 0 || (type !== null && types.includes(type));
      counts.push((counts.at(-1) ?? 0) + Number(isOne));
    }
    this.#counts.set(key, counts);
    return counts;
  }

  private sumsOf(at: number): RunningSum | null {
    const known = this.#sums.get(at);
    if (known !== undefined) return known;
    const column = this.#table.match.columns.find((one) => one.column === at);
    const sums = column === undefined ? null : runningSum(column, this.#table);
    this.#sums.set(at, sums);
    return sums;
  }
}

/** Rows of a table from one index up to another. */
type Span = readonly [from: number, to: number];

/** What a total below its rows may cover: since any heading or total before it, or the whole table so far; the nearest first. */
function spansAbove(at: number, starts: readonly number[]): Span[] {
  return [...starts.toReversed(), 0].map((from): Span => [from, at]).filter(([from, to]) => to > from);
}

/** What a heading or a total above its rows may cover: up to any heading or total after it, the rest of the table, the whole table. */
function spansBelow(at: number, ends: readonly number[], count: number): Span[] {
  const spans = [...ends, count].map((to): Span => [at, to]);
  return [...spans, [0, count] as Span].filter(([from, to]) => to > from);
}

function ownCells({cells, number}: GridRow): Cell[] {
  return cells.filter((cell): cell is Cell => cell?.row === number);
}
