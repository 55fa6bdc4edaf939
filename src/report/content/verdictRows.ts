import {formatCount as count, formatRange, formatTarget} from "../../components/format.ts";
import type {VerdictRow} from "../../components/verdictTable.ts";
import {VERDICT_WORDS} from "../../components/words.ts";
import {shortDocument} from "../../sentences/clauseWords.ts";
import type {Cell, ReportTable} from "../reportShape.ts";
import {cleanText} from "./cleanText.ts";

/** One clause and what it found, with the document it stands in. */
export interface JudgedClause extends VerdictRow {
  document: string;
}

/** The verdicts clause by clause: level, counts, share, what it can still become, units to go. */
export function clauseTable(rows: readonly JudgedClause[], {caption}: {caption: string}): ReportTable {
  const documents = new Set(rows.map(({document}) => shortDocument(document)));
  const [only] = documents.size === 1 ? documents : [];
  return {
    caption: only === undefined ? caption : `${caption}, ${only}`,
    columns: [
      {header: "Chỉ tiêu, điều khoản", kind: "text", width: 30},
      {header: "Mức", kind: "text", width: 11},
      {header: "Kết quả", kind: "figure", width: 15},
      {header: "Tỷ lệ", kind: "share", width: 10},
      {header: "Khi đủ kết quả", kind: "figure", width: 16},
      {header: "Còn thiếu", kind: "count", width: 9},
      {header: "Kết luận", kind: "text", width: 13}
    ],
    rows: rows.map((row) => clauseRow(row, {withDocument: only === undefined})),
    note: "“Từ” là lớn hơn hoặc bằng, “trên” là lớn hơn. Khi đủ kết quả: khoảng tỷ lệ có thể có sau khi mọi đơn vị chưa rõ có kết quả."
  };
}

function clauseRow(row: JudgedClause, {withDocument}: {withDocument: boolean}): Cell[] {
  const {numerator: n, denominator: d, unknown_count: u, unreported_count: v, comparator, value, measure} = row;
  const limit = measure === "percent" ? {target: value, comparator} : {};
  const isShare = measure === "percent" && n !== null && d !== null && d > 0;
  const open = (u ?? 0) + (v ?? 0);
  const total = (d ?? 0) + (v ?? 0);
  return [
    cleanText(`${row.title} (${row.clause}${withDocument ? `, ${shortDocument(row.document)}` : ""})`),
    formatTarget(comparator, value, measure),
    n === null ? null : measure === "percent" ? `${count(n)}/${count(d ?? 0)}` : count(n),
    isShare ? {numerator: n, denominator: d, ...limit} : null,
    isShare && open > 0 ? formatRange([n, total], [n + (u ?? 0) + (v ?? 0), total], limit) : null,
    row.verdict === "chua_dat" && row.units_needed !== null && row.units_needed > 0 ? row.units_needed : null,
    verdictWords(row)
  ];
}

/** The verdict in words; of a level that does not bind, only the side. */
export function verdictWords({
  verdict,
  basis,
  numerator: n,
  denominator: d,
  value,
  measure,
  comparator
}: JudgedClause): string {
  if (basis !== "doi_chieu" || n === null || d === null || (verdict !== "dat" && verdict !== "chua_dat"))
    return VERDICT_WORDS[verdict];
  const [left, right] = measure === "percent" ? [100 * n, value * d] : [n, value];
  if (left === right) return comparator === ">" ? "Bằng mức chung" : "Đạt mức chung";
  return left > right ? "Trên mức chung" : "Dưới mức chung";
}
