import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {GridRow} from "../grid.ts";
import type {IssueLog} from "../issueLog.ts";
import type {SheetTables, Table} from "../recognise/findTables.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import {typedShareDiffers} from "../rules/headlineRules.ts";
import {readCount} from "../values/count.ts";
import {writeNumber} from "../values/numberText.ts";
import {isShareOf, typedShares} from "./typedShare.ts";

const CLASSES = ["xuat_sac_count", "kha_count", "trung_binh_count", "yeu_count"] as const;

/** Counts of one row under one unit type, by field. */
type Counts = ReadonlyMap<string, number>;

/** A share column with the counts that it may be the share of, and all counts of its unit type. */
interface ShareColumn {
  column: TableColumn;
  parts: readonly string[];
  counts: readonly TableColumn[];
}

/** Words of a share's own header that name the count. */
const PARTS: readonly (readonly [word: RegExp, field: string])[] = [
  [/\b(?:dat|cong nhan)\b/, "certified_count"],
  [/\b(?:dang ky|dk)\b/, "registered_count"],
  [/\b(?:xuat sac|xs)\b/, "xuat_sac_count"],
  [/\bkha\b/, "kha_count"],
  [/\b(?:trung binh|tb)\b/, "trung_binh_count"],
  [/\byeu\b/, "yeu_count"]
];

/**
 * Holds the percentages typed in Biểu tổng hợp ("Tỷ lệ %", otherwise not read) against the counts of their row: the count they follow
 * over the total, the registered or the classified, whichever fits, rounded half up to the decimals typed.
 */
export function checkTypedShares(sheets: readonly SheetTables[], log: IssueLog): void {
  for (const {tables, grid} of sheets) {
    for (const table of tables) {
      if (table.match.compiled.form.id !== "summary") continue;
      const columns = shareColumns(table);
      if (columns.length === 0) continue;
      const rows: readonly GridRow[] = grid.rows.filter(({number}) => {
        const role = table.roles.get(number);
        return role === "data" || role === "total";
      });
      for (const row of rows) for (const column of columns) checkShare(row, column, table, log);
    }
  }
}

/** Share columns of a table: of the count that their own header names, else of the nearest to their left under the same unit type. */
function shareColumns({match}: Table): ShareColumn[] {
  const {fields} = match.compiled.form;
  const isCount = ({field}: TableColumn): boolean => fields[field]?.type === "count";
  const found: ShareColumn[] = [];
  for (const column of match.columns) {
    const header = foldKey(column.headerText.split(" > ").at(-1) ?? "");
    if (column.field !== "share" || /\b(?:chua|khong)\b/.test(header)) continue;
    const counts = match.columns.filter((one) => isCount(one) && one.types.join() === column.types.join());
    const named = PARTS.filter(([word]) => word.test(header)).map(([, field]) => field);
    const nearest = counts.filter((one) => one.column < column.column).at(-1);
    const parts = named.length > 0 ? named : nearest === undefined ? [] : [nearest.field];
    if (parts.length > 0 && !parts.includes("total_count")) found.push({column, parts, counts});
  }
  return found;
}

function checkShare(row: GridRow, {column, parts, counts: own}: ShareColumn, {sheet}: Table, log: IssueLog): void {
  const cell = row.cells[column.column];
  if (cell === undefined || cell.row !== row.number) return;
  const typed = typedShares(cell);
  if (typed.length === 0) return;
  const counts = countsOf(row, own);
  const header = foldKey(column.headerText);
  const fractions = parts.flatMap((part) => fractionsOf(part, counts, header));
  const [first] = fractions;
  if (first === undefined) return;
  if (fractions.some(([n, d]) => typed.some((share) => isShareOf(share, n, d)))) return;
  const [n, d] = first;
  const recomputed = `${writeNumber(Math.round((10_000 * n) / d) / 100)}% (${writeNumber(n)}/${writeNumber(d)})`;
  const place = {sheet, cell, row: row.number, field: column.field};
  log.report(typedShareDiffers, place, {header: column.headerText, text: shown(cell), detail: recomputed});
}

/** "88,73%" of a cell in percent format, else the text. */
function shown(cell: Cell): string {
  if (!cell.isPercent || cell.number === null) return textOf(cell);
  return `${writeNumber(Math.round(cell.number * 1e6) / 1e4)}%`;
}

function countsOf({cells}: GridRow, columns: readonly TableColumn[]): Counts {
  const counts = new Map<string, number>();
  for (const {column, field} of columns) {
    const count = readCount(cells[column]).value?.count ?? null;
    if (count !== null && !counts.has(field)) counts.set(field, count);
  }
  return counts;
}

/** Fractions that the percentage may be, the most likely first; none if a count is missing or the whole is nothing. */
function fractionsOf(part: string, counts: Counts, header: string): (readonly [n: number, d: number])[] {
  const own = counts.get(part);
  if (own === undefined) return [];
  const at = (CLASSES as readonly string[]).indexOf(part);
  const classes = CLASSES.map((field) => counts.get(field));
  const classified = sumOf(classes);
  const better = at < 0 ? null : sumOf(classes.slice(0, at + 1));
  const parts = better !== null && /\btro len\b/.test(header) ? [better] : [own, ...(better === null ? [] : [better])];
  const wholes = [
    at < 0 ? undefined : (classified ?? undefined),
    part === "certified_count" && header.includes("dang ky") ? counts.get("registered_count") : undefined,
    counts.get("total_count"),
    part === "registered_count" ? undefined : counts.get("registered_count"),
    at < 0 ? undefined : counts.get("certified_count")
  ];
  return parts.flatMap((n) => wholes.flatMap((d) => (d === undefined || d === 0 ? [] : [[n, d] as const])));
}

function sumOf(counts: readonly (number | undefined)[]): number | null {
  return counts.reduce<number | null>((sum, count) => (sum === null || count === undefined ? null : sum + count), 0);
}
