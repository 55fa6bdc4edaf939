import {VERDICTS, type Verdict} from "../../loaders/vocabulary.ts";
import {type Comparator, formatCount, formatNumber, formatTarget} from "../components/format.ts";
import type {VerdictRow} from "../data/queries/verdictRows.ts";

const COLUMNS: readonly (readonly [title: string, text: (row: VerdictRow) => string])[] = [
  ["Chỉ tiêu", ({target_id: id}) => id],
  [
    "Mức",
    ({comparator, value, measure}) => formatTarget(comparator as Comparator, value, measure as "percent" | "count")
  ],
  ["Năm", ({year}) => `${year}`],
  ["Địa giới", ({boundary}) => (boundary === "current" ? "hiện nay" : "khi báo cáo")],
  ["Cấp", ({subject_level: level}) => LEVELS[level] ?? level],
  ["Mã", ({subject_id: id}) => id],
  ["Tên", ({subject_name: name}) => name],
  ["Tử số", ({numerator}) => count(numerator)],
  ["Mẫu số", ({denominator}) => count(denominator)],
  ["Chưa rõ", ({unknown_count: u}) => count(u)],
  ["Chưa nộp", ({unreported_count: v}) => count(v)],
  ["Thấp nhất %", ({low_share: low}) => percent(low)],
  ["Cao nhất %", ({high_share: high}) => percent(high)],
  ["Kết luận", ({verdict}) => VERDICTS[verdict as Verdict]],
  ["Còn thiếu", ({units_needed: needed}) => count(needed)],
  ["Không thể đạt", ({is_impossible: impossible}) => (impossible ? "x" : "")],
  ["Tính chất", ({basis}) => (basis === "rang_buoc" ? "ràng buộc" : "đối chiếu")],
  ["Điều khoản", ({plan_id: plan, clause}) => `${plan} ${clause}`]
];

const LEVELS: Readonly<Record<string, string>> = {
  country: "cả nước",
  province: "tỉnh",
  district: "huyện",
  commune: "xã",
  board: "ban quản lý",
  unit: "đơn vị"
};

const count = (value: number | null): string => (value === null ? "" : formatCount(value));
/** Two decimals: a bound is for reading, the verdict stands beside it. */
const percent = (share: number | null): string => (share === null ? "" : formatNumber(100 * share, 2));

/** The verdicts as a table of aligned columns, or as CSV (UTF-8 with byte order mark, semicolons as Excel in Vietnam reads them). */
export function verdictTable(rows: readonly VerdictRow[], format: "table" | "csv"): string {
  const lines = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, text]) => text(row)))];
  if (format === "csv") return `\ufeff${lines.map((line) => line.map(csvCell).join(";")).join("\r\n")}\r\n`;
  const widths = COLUMNS.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((text, i) => text.padEnd(widths[i] ?? 0))
          .join("  ")
          .trimEnd()}\n`
    )
    .join("");
}

/** A cell that a spreadsheet would take for a formula is made text. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
