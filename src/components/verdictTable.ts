import type {Verdict} from "../../loaders/vocabulary.ts";
import {element} from "./element.js";
import {type ExportField, rememberTable, tableDataOf} from "./export/tableData.js";
import {type Comparator, formatCount, formatShare, formatTarget, share} from "./format.js";
import {rail} from "./rail.js";
import type {FigureKey} from "./trace/figureKey.js";
import {tracedFigure} from "./trace/tracedFigure.js";
import {verdictMark} from "./verdictMark.js";
import {VERDICT_WORDS} from "./words.js";

/** One clause and what it found: counts are units, `value` in percent or units as `measure` says. */
export interface VerdictRow {
  title: string;
  /** Where the clause stands: "Mục I.1, Kế hoạch 60/KH-UBND". */
  clause: string;
  comparator: Comparator;
  measure: "percent" | "count";
  value: number;
  /** `rang_buoc` binds this subject; `doi_chieu` is for comparison. */
  basis: string;
  numerator: number | null;
  denominator: number | null;
  unknown_count: number | null;
  unreported_count: number | null;
  verdict: Verdict;
  units_needed: number | null;
  is_impossible: boolean;
}

export interface VerdictTableOptions<Row> {
  caption: string;
  /** The figure of a row and what it is called, for its trace; null where no table holds it. */
  traceOf?: (row: Row) => {figure: FigureKey; label: string} | null;
  /** What the units to go lead to: the list of those that lack. */
  gapLink?: (row: Row, words: HTMLElement) => Node;
}

/** One row per clause: level in words, figure, numerator and denominator, rail on one common scale, units to go, verdict. */
export function verdictTable<Row extends VerdictRow>(
  rows: readonly Row[],
  {caption, traceOf, gapLink}: VerdictTableOptions<Row>
): HTMLElement {
  const domain = commonDomain(rows);
  const heads = ["Chỉ tiêu và điều khoản", "Mức", "Kết quả", "Từ/mẫu", scaleHead(domain), "Còn thiếu", "Kết luận"];
  const numeric = new Set([2, 3]);
  const node = element(
    "div",
    {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption},
    element(
      "table",
      {class: "data verdict-table"},
      element("caption", {class: "visually-hidden"}, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ...heads.map((head, i) => element("th", {scope: "col", class: numeric.has(i) ? "num" : null}, head))
        )
      ),
      element("tbody", {}, ...rows.map((row) => verdictRow(row, domain, {traceOf, gapLink})))
    )
  );
  rememberTable(node, () =>
    tableDataOf(
      rows,
      FIELDS.map((field) => ({title: "", value: () => null, fields: [field]}))
    )
  );
  return node;
}

/** The table as it leaves the page. */
const FIELDS: readonly ExportField<VerdictRow>[] = [
  {header: "Chỉ tiêu", kind: "text", of: ({title}) => title},
  {header: "Điều khoản", kind: "text", of: ({clause}) => clause},
  {
    header: "Tính chất",
    kind: "text",
    of: ({basis}) => (basis === "doi_chieu" ? "để đối chiếu" : "ràng buộc")
  },
  {header: "Mức", kind: "text", of: ({comparator, value, measure}) => formatTarget(comparator, value, measure)},
  {header: "Tử số hoặc số đếm", kind: "count", of: ({numerator}) => numerator},
  {header: "Mẫu số", kind: "count", of: ({measure, denominator}) => (measure === "count" ? null : denominator)},
  {
    header: "Tỷ lệ",
    kind: "share",
    of: ({measure, numerator, denominator}) =>
      measure === "count" || numerator === null || !denominator ? null : share(numerator, denominator)
  },
  {header: "Chưa có kết quả", kind: "count", of: ({unknown_count}) => unknown_count},
  {header: "Chưa nộp", kind: "count", of: ({unreported_count}) => unreported_count},
  {header: "Còn thiếu", kind: "count", of: ({units_needed}) => units_needed},
  {header: "Kết luận", kind: "text", of: ({verdict}) => VERDICT_WORDS[verdict]}
];

/** One scale for all rails of the table: from the tens below the least value and target up to 100 %. */
export function commonDomain(rows: readonly VerdictRow[]): readonly [number, number] {
  const values = rows.flatMap(({measure, value, numerator, denominator, unreported_count}) =>
    measure === "percent" && numerator !== null && denominator
      ? [value, (100 * numerator) / (denominator + (unreported_count ?? 0))]
      : []
  );
  return [Math.max(0, Math.min(50, Math.floor((Math.min(...values, 60) - 5) / 10) * 10)), 100];
}

/** The ends of the scale above the rails. */
export function scaleHead([low, high]: readonly [number, number]): HTMLElement {
  return element("span", {class: "rail-scale"}, element("span", {}, `${low}%`), element("span", {}, `${high}%`));
}

function verdictRow<Row extends VerdictRow>(
  row: Row,
  domain: readonly [number, number],
  {traceOf, gapLink}: {[K in "traceOf" | "gapLink"]: VerdictTableOptions<Row>[K] | undefined}
): HTMLElement {
  const trace = row.numerator === null || figure(row) === "–" ? null : traceOf?.(row);
  const words = gap(row);
  const {title, clause, comparator, value, measure, basis, verdict} = row;
  return element(
    "tr",
    {},
    element(
      "th",
      {scope: "row"},
      title,
      element("span", {class: "clause"}, basis === "doi_chieu" ? `${clause} (để đối chiếu)` : clause)
    ),
    element("td", {}, formatTarget(comparator, value, measure)),
    element(
      "td",
      {class: "num figure"},
      trace ? tracedFigure(trace.figure, {label: trace.label}, figure(row)) : figure(row)
    ),
    element("td", {class: "num"}, fraction(row)),
    element("td", {class: "rail-cell"}, railOf(row, domain)),
    element("td", {}, gapLink && words instanceof HTMLElement ? gapLink(row, words) : words),
    element("td", {}, verdictMark(verdict, {size: 13}))
  );
}

function figure({numerator, denominator, measure, value, comparator}: VerdictRow): string {
  if (numerator === null) return "–";
  if (measure === "count") return formatCount(numerator);
  return denominator === null ? "–" : formatShare(numerator, denominator, {target: value, comparator});
}

function fraction({numerator, denominator, measure}: VerdictRow): string {
  if (measure === "count" || numerator === null || !denominator) return "–";
  return `${formatCount(numerator)}/${formatCount(denominator)}`;
}

function railOf(row: VerdictRow, domain: readonly [number, number]): Node | string {
  const {numerator, denominator, unknown_count, unreported_count, measure, comparator, value, verdict} = row;
  if (measure !== "percent" || numerator === null || !denominator) return "";
  const open = (unknown_count ?? 0) + (unreported_count ?? 0);
  const total = denominator + (unreported_count ?? 0);
  const bounds = open > 0 ? {low: [numerator, total] as const, high: [numerator + open, total] as const} : {};
  return rail(
    {measure, numerator, denominator, comparator, target: value, verdict, ...bounds},
    {domain, compact: true}
  );
}

function gap({verdict, units_needed, is_impossible, measure}: VerdictRow): HTMLElement | string {
  if (is_impossible) return "Không thể đạt với mẫu số hiện tại";
  if (verdict === "thieu_so_lieu" || verdict === "khong_ap_dung" || units_needed === null) return "–";
  if (units_needed === 0) return "0";
  return element("span", {}, element("strong", {}, formatCount(units_needed)), measure === "count" ? "" : " đơn vị");
}
