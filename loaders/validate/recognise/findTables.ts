import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {Grid, GridRow} from "../grid.ts";
import type {CompiledForms, Words} from "./compileForms.ts";
import {findFirstHeader, hasAnchor, headerAt, looksLikeHeader, type FoundHeader} from "./findHeader.ts";
import type {HeaderMatch, TableColumn} from "./matchHeader.ts";
import {
  groupMark,
  isGroupMark,
  isNumberingRow,
  isPlaceAndDate,
  isSignature,
  isTotal,
  readGroup,
  within,
  type Group
} from "./rowKind.ts";
import type {RowRole} from "./rowRole.ts";

/** A row of values, with the heading it stands under. */
export interface DataRow {
  number: number;
  cells: readonly (Cell | undefined)[];
  group: Group | null;
}

/** A recognised table: one header with the rows below it. */
export interface Table {
  sheet: string;
  match: HeaderMatch;
  /** Last row of the header, for issues about a whole column. */
  headerRow: number;
  rows: readonly DataRow[];
  /** What each row from the header down was taken for, by its number. */
  roles: ReadonlyMap<number, RowRole>;
  /** Rows of another table to the right, which are not read: their numbers. */
  besideRows: readonly number[];
}

/** What a sheet holds: its tables, the rows above the first one, and what came nearest where there is none. */
export interface SheetTables {
  grid: Grid;
  titles: readonly GridRow[];
  tables: readonly Table[];
  nearest: HeaderMatch | null;
}

/** Finds the tables of a sheet; a second header of another form, or of the same one, begins a new table. */
export function findTables(grid: Grid, forms: CompiledForms): SheetTables {
  const first = findFirstHeader(grid, forms);
  if (first === null || !first.match.isComplete) {
    return {grid, titles: grid.rows, tables: [], nearest: first?.match ?? null};
  }
  const tables: Table[] = [];
  let header: FoundHeader = first;
  for (;;) {
    const {table, next} = readTable(grid, header, forms);
    tables.push(table);
    if (next === null) break;
    header = next;
  }
  return {grid, titles: grid.rows.slice(0, first.first), tables, nearest: null};
}

function readTable(grid: Grid, header: FoundHeader, forms: CompiledForms): {table: Table; next: FoundHeader | null} {
  const {match} = header;
  const headerRows = grid.rows.slice(header.first, header.last + 1);
  const scan = new RowScan(match, headerRows, grid.rows.slice(header.last + 1), forms.words);
  const roles = new Map<number, RowRole>(headerRows.map(({number}) => [number, "header"]));
  const titleRows = grid.rows.slice(0, header.first);
  const titles = new Set(titleRows.map(wordsOf));
  const titleLengths = new Set(titleRows.map((row) => ownCells(row).length));
  // Rows of data hold more cells than titles do: hardly one of them need be read for this.
  const isTitle = (row: GridRow | undefined): boolean =>
    row !== undefined && titleLengths.has(ownCells(row).length) && titles.has(wordsOf(row));
  /** True if lines over the header stand here again, and the header below them: the top of another printed page. */
  const repeatsTitles = (index: number): boolean => {
    let below = index;
    while (below < grid.rows.length && isTitle(grid.rows[below])) below++;
    const row = grid.rows[below];
    return below > index && row !== undefined && scan.repeatsHeader(row);
  };
  let next: FoundHeader | null = null;
  for (let index = header.last + 1; index < grid.rows.length; index++) {
    const row = grid.rows[index];
    if (row === undefined) continue;
    if (scan.isOfHeader(row) || scan.repeatsHeader(row)) {
      roles.set(row.number, "header");
      continue;
    }
    if (repeatsTitles(index)) {
      roles.set(row.number, "title");
      continue;
    }
    if (looksLikeHeader(row) && hasAnchor(row, forms)) {
      const found = headerAt(grid, index, forms);
      if (found !== null && found.match.isComplete && found.first > header.last && isMostlyKnown(found.match)) {
        next = found;
        break;
      }
    }
    roles.set(row.number, scan.take(row));
  }
  const {rows, besideRows} = scan;
  const headerRow = grid.rows[header.last]?.number ?? 0;
  const table = {sheet: grid.sheet.name, match, headerRow, rows, roles, besideRows};
  return {table, next};
}

/** What the cells of a row say, each with its column. */
function wordsOf(row: GridRow): string {
  return ownCells(row)
    .map((cell) => `${cell.column} ${foldKey(textOf(cell))}`)
    .join("\n");
}

function ownCells({cells, number}: GridRow): Cell[] {
  return cells.filter((cell) => cell?.row === number) as Cell[];
}

/** A data row full of words such as "Đạt" and "Khá" must not pass for a header. */
function isMostlyKnown({columns, unknown}: HeaderMatch): boolean {
  return columns.length >= 3 && columns.length >= unknown.length * 2;
}

function dividedNumbers(rows: readonly GridRow[], ordinal: number | null): Set<string> {
  const divided = new Set<string>();
  if (ordinal === null) return divided;
  for (const {cells} of rows) {
    const number = /^(\d+)[.,]\d+[.)]?$/.exec(textOf(cells[ordinal]))?.[1];
    if (number !== undefined) divided.add(number);
  }
  return divided;
}

/** Sorts the rows below a header: data, headings, totals, page breaks, and the end of the table. */
class RowScan {
  readonly rows: DataRow[] = [];
  readonly besideRows: number[] = [];
  readonly #beside: HeaderMatch["beside"];
  readonly #columns: readonly TableColumn[];
  readonly #words: Words;
  readonly #headers: readonly ReadonlyMap<number, string>[];
  readonly #headerRow: number;
  readonly #ordinal: number | null;
  readonly #name: number | null;
  readonly #note: number | null;
  /** Numbers that others divide: "1" where rows are numbered "1.1", "1.2". They head a group. */
  readonly #divided: ReadonlySet<string>;
  /** Columns that make a row data: not the number, not remarks, not what is left out. */
  readonly #valued: readonly number[];
  /** A fact may be called "Tổng số hộ …": a table of facts has no totals. */
  readonly #isFacts: boolean;
  #group: Group | null = null;
  /** What the first heading of the table says: the headings within it say the other. */
  #outer: "types" | "place" | null = null;
  #hasEnded = false;

  constructor(match: HeaderMatch, headerRows: readonly GridRow[], dataRows: readonly GridRow[], words: Words) {
    const {form} = match.compiled;
    this.#columns = match.columns;
    this.#beside = match.beside;
    this.#words = words;
    this.#isFacts = form.facts !== undefined;
    this.#headerRow = headerRows.at(-1)?.number ?? 0;
    this.#headers = headerRows.map(
      ({cells, number}) =>
        new Map(cells.flatMap((cell, column) => (cell?.row === number ? [[column, foldKey(textOf(cell))]] : [])))
    );
    const ofType = (...types: string[]): TableColumn[] =>
      match.columns.filter(({field}) => types.includes(form.fields[field]?.type ?? ""));
    this.#ordinal = ofType("ordinal")[0]?.column ?? null;
    this.#name = (ofType("name")[0] ?? ofType("fact")[0] ?? ofType("commune")[0])?.column ?? null;
    this.#note = match.columns.find(({field}) => field === "note")?.column ?? null;
    this.#divided = dividedNumbers(dataRows, this.#ordinal);
    this.#valued = match.columns
      .filter(({field}) => field !== "note" && !["ordinal", "ignored"].includes(form.fields[field]?.type ?? ""))
      .map(({column}) => column);
  }

  /** True if the header over the names (or over the first values) is merged into the row: the row then holds headers of columns that no form knows. */
  isOfHeader({cells}: GridRow): boolean {
    const column = this.#name ?? this.#valued[0];
    const cell = column === undefined ? undefined : cells[column];
    return cell !== undefined && cell.row <= this.#headerRow;
  }

  /** True if the row says a header row again, as at the top of a printed page. */
  repeatsHeader({cells, number}: GridRow): boolean {
    return this.#headers.some((header) => {
      let same = 0;
      for (const [column, cell] of cells.entries()) {
        if (cell === undefined || cell.row !== number) continue;
        if (header.get(column) !== foldKey(textOf(cell))) return false;
        same++;
      }
      return same >= 2 || (same === 1 && header.size === 1);
    });
  }

  /** Sorts the next row; a row of data is kept. */
  take(whole: GridRow): RowRole {
    const row = this.withoutBeside(whole);
    if (isNumberingRow(row, this.#columns)) return "header";
    const {cells, number} = row;
    const own = cells.filter((cell) => cell?.row === number) as Cell[];
    const firstText = own.find((cell) => cell.kind === "text" && textOf(cell) !== "");
    const ordinal = this.#ordinal === null ? "" : textOf(cells[this.#ordinal]);
    const isDivided = this.#divided.has(ordinal.replace(/[.)]$/, ""));
    const isNumbered = !isDivided && /^\d+(?:[.,]\d+)*[.)]?$/.test(ordinal);
    const lead = firstText === undefined ? "" : textOf(firstText);
    const name = this.#name === null ? "" : textOf(cells[this.#name]);
    if (!this.#isFacts && [lead, name].some((text) => isTotal(text, isNumbered, this.#words))) return "total";
    const valued = this.#valued.filter((column) => cells[column] !== undefined);
    if (!isNumbered && own.length <= 4 && this.isEnd(own, valued, name)) {
      this.#hasEnded = true;
      return "note";
    }
    if (valued.length === 0 && own.length !== 1) return "note";
    const group = isNumbered ? null : this.groupOf(own, ordinal, valued.length);
    if (group !== null) {
      this.#outer ??= group.types.length > 0 ? "types" : "place";
      this.#group = within(group, this.#group, this.#outer);
      this.#hasEnded = false;
      return "group";
    }
    if (valued.length === 0) return "note";
    if (this.#hasEnded && !(name !== "" && (isNumbered || valued.length >= 3))) return "note";
    this.rows.push({number, cells, group: this.#group});
    return "data";
  }

  /** The row left of another table beside this one, whose own row is noted. */
  private withoutBeside(row: GridRow): GridRow {
    const beside = this.#beside;
    if (beside === null) return row;
    const right = row.cells.slice(beside.column).filter((cell) => cell !== undefined);
    const name = textOf(row.cells[beside.name]);
    const isData =
      name !== "" && right.length >= 2 && !isTotal(name, false, this.#words) && !isSignature(name, this.#words);
    if (isData) this.besideRows.push(row.number);
    const cells = row.cells.slice(0, beside.column);
    return {...row, cells, ownCount: cells.filter((cell) => cell?.row === row.number).length};
  }

  /** True if the row belongs to what stands under a table: no values but words of a signature, or a day beside no name. */
  private isEnd(own: readonly Cell[], valued: readonly number[], name: string): boolean {
    if (valued.length > 3) return false;
    const said = valued.length === 0 ? own : own.filter(({column}) => column !== this.#note);
    const isNamed = name !== "" && !isPlaceAndDate(name);
    return said.some(
      (cell) =>
        cell.kind === "text" && (isSignature(textOf(cell), this.#words) || (!isNamed && isPlaceAndDate(textOf(cell))))
    );
  }

  private groupOf(own: readonly Cell[], ordinal: string, valuedCount: number): Group | null {
    const texts = own.filter((cell) => cell.kind === "text");
    const [first, second] = texts;
    if (first === undefined) return null;
    const isDivided = this.#divided.has(ordinal.replace(/[.)]$/, ""));
    const isMarked = ordinal !== "" && (isDivided || (first.column === this.#ordinal && isGroupMark(ordinal)));
    const standsBehind = isMarked && first.column === this.#ordinal;
    const heading = standsBehind ? second : first;
    if (heading === undefined) return null;
    const text = textOf(heading);
    const others = texts.length - (standsBehind ? 2 : 1);
    const hasNumbers = own.some(({kind, column}) => kind !== "text" && column !== this.#ordinal);
    const isWide = this.#ordinal !== null && heading.column <= this.#ordinal;
    const group = readGroup(text, {isMarked, mayShout: isWide, mark: groupMark(ordinal, text)}, this.#words);
    if (group === null) return null;
    if (others === 0 && !hasNumbers)
      return group.types.length > 0 || isMarked || isWide || valuedCount <= 1 ? group : null;
    const saysTypesOnly = group.places.length === 0 && this.#words.types.find(foldKey(group.text)).rest.length === 0;
    const isCounted = others <= 1 && texts.every((cell) => cell === first || cell === heading || /\d/.test(cell.text));
    return saysTypesOnly && isMarked && (others === 0 || isCounted) ? group : null;
  }
}
