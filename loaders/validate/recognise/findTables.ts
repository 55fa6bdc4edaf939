import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {Grid, GridRow} from "../grid.ts";
import type {CompiledForms, Words} from "./compileForms.ts";
import {findFirstHeader, hasAnchor, headerAt, looksLikeHeader, type FoundHeader} from "./findHeader.ts";
import type {HeaderMatch, TableColumn} from "./matchHeader.ts";
import {isGroupMark, isNumberingRow, isSignature, isTotal, readGroup, type Group} from "./rowKind.ts";
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
  const scan = new RowScan(match, headerRows, forms.words);
  const roles = new Map<number, RowRole>(headerRows.map(({number}) => [number, "header"]));
  let next: FoundHeader | null = null;
  for (let index = header.last + 1; index < grid.rows.length; index++) {
    const row = grid.rows[index];
    if (row === undefined) continue;
    if (scan.repeatsHeader(row)) {
      roles.set(row.number, "header");
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
  const headerRow = grid.rows[header.last]?.number ?? 0;
  const table = {sheet: grid.sheet.name, match, headerRow, rows: scan.rows, roles};
  return {table, next};
}

/** A data row full of words such as "Đạt" and "Khá" must not pass for a header. */
function isMostlyKnown({columns, unknown}: HeaderMatch): boolean {
  return columns.length >= 3 && columns.length >= unknown.length * 2;
}

/** Sorts the rows below a header: data, headings, totals, page breaks, and the end of the table. */
class RowScan {
  readonly rows: DataRow[] = [];
  readonly #columns: readonly TableColumn[];
  readonly #words: Words;
  readonly #headers: readonly ReadonlyMap<number, string>[];
  readonly #ordinal: number | null;
  readonly #name: number | null;
  /** Columns that make a row data: not the number, not remarks, not what is left out. */
  readonly #valued: readonly number[];
  /** A fact may be called "Tổng số hộ …": a table of facts has no totals. */
  readonly #isFacts: boolean;
  #group: Group | null = null;
  #hasEnded = false;

  constructor(match: HeaderMatch, headerRows: readonly GridRow[], words: Words) {
    const {form} = match.compiled;
    this.#columns = match.columns;
    this.#words = words;
    this.#isFacts = form.facts !== undefined;
    this.#headers = headerRows.map(
      ({cells}) =>
        new Map(cells.flatMap((cell, column) => (cell === undefined ? [] : [[column, foldKey(textOf(cell))]])))
    );
    const ofType = (...types: string[]): TableColumn[] =>
      match.columns.filter(({field}) => types.includes(form.fields[field]?.type ?? ""));
    this.#ordinal = ofType("ordinal")[0]?.column ?? null;
    this.#name = (ofType("name")[0] ?? ofType("fact")[0] ?? ofType("commune")[0])?.column ?? null;
    this.#valued = match.columns
      .filter(({field}) => field !== "note" && !["ordinal", "ignored"].includes(form.fields[field]?.type ?? ""))
      .map(({column}) => column);
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
  take(row: GridRow): RowRole {
    if (isNumberingRow(row, this.#columns)) return "header";
    const {cells, number} = row;
    const own = cells.filter((cell) => cell?.row === number) as Cell[];
    const firstText = own.find((cell) => cell.kind === "text" && textOf(cell) !== "");
    const ordinal = this.#ordinal === null ? "" : textOf(cells[this.#ordinal]);
    const isNumbered = /^\d+(?:[.,]\d+)*[.)]?$/.test(ordinal);
    const lead = firstText === undefined ? "" : textOf(firstText);
    const name = this.#name === null ? "" : textOf(cells[this.#name]);
    if (!this.#isFacts && [lead, name].some((text) => isTotal(text, isNumbered, this.#words))) return "total";
    const valued = this.#valued.filter((column) => cells[column] !== undefined);
    if (!isNumbered && own.length <= 4 && this.isEnd(own, valued)) {
      this.#hasEnded = true;
      return "note";
    }
    if (valued.length === 0 && own.length !== 1) return "note";
    const group = isNumbered ? null : this.groupOf(own, ordinal, valued.length);
    if (group !== null) {
      this.#group = group.types.length === 0 ? {...group, types: this.#group?.types ?? []} : group;
      this.#hasEnded = false;
      return "group";
    }
    if (valued.length === 0) return "note";
    if (this.#hasEnded && !(name !== "" && (isNumbered || valued.length >= 3))) return "note";
    this.rows.push({number, cells, group: this.#group});
    return "data";
  }

  /** True if the row belongs to what stands under a table: no values but words of a signature. */
  private isEnd(own: readonly Cell[], valued: readonly number[]): boolean {
    if (valued.length > 3) return false;
    return own.some((cell) => cell.kind === "text" && isSignature(textOf(cell), this.#words));
  }

  private groupOf(own: readonly Cell[], ordinal: string, valuedCount: number): Group | null {
    const texts = own.filter((cell) => cell.kind === "text");
    const [first, second] = texts;
    if (first === undefined) return null;
    const isMarked = ordinal !== "" && first.column === this.#ordinal && isGroupMark(ordinal);
    const heading = isMarked ? second : first;
    if (heading === undefined) return null;
    const text = textOf(heading);
    const others = texts.length - (isMarked ? 2 : 1);
    const hasNumbers = own.length > texts.length;
    const isWide = this.#ordinal !== null && heading.column <= this.#ordinal;
    const group = readGroup(text, {isMarked, mayShout: isWide}, this.#words);
    if (group === null) return null;
    if (others === 0 && !hasNumbers)
      return group.types.length > 0 || isMarked || isWide || valuedCount <= 1 ? group : null;
    const saysTypesOnly = group.place === null && this.#words.types.find(foldKey(group.text)).rest.length === 0;
    const isCounted = others <= 1 && texts.every((cell) => cell === first || cell === heading || /\d/.test(cell.text));
    return saysTypesOnly && isMarked && (others === 0 || isCounted) ? group : null;
  }
}
