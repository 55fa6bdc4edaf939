import {UNIT_GROUPS, UNIT_TYPES, type UnitGroup} from "../../loaders/vocabulary.ts";
import type {IndicatorMetadata} from "../../pipelines/indicators/registry.ts";
import {formatCount, formatDate, formatRange, formatShare} from "../components/format.ts";
import type {FigureTrace, Role, TracedCell} from "../data/queries/figureTrace.ts";

const ROLES: Readonly<Record<Role, string>> = {
  numerator: "Tính vào tử số",
  denominator: "Chỉ ở mẫu số",
  unknown: "Ở mẫu số, chưa có kết quả",
  membership_unknown: "Chưa rõ có thuộc mẫu số không",
  unreported: "Chưa nộp, theo danh sách gần nhất"
};

/**
 * A number and the cells behind it as lines of text: n / d = rate, bounds, then by role the cells with file, sheet, address and the text
 * that stands there.
 * @param most cells shown of each role.
 */
export function printTrace(trace: FigureTrace, indicator: IndicatorMetadata, {most}: {most: number}): string[] {
  const {question, area_name: area, cells} = trace;
  const files = new Set(cells.map(({file}) => file).filter((file) => file !== null));
  const lines = [
    `${indicator.title} (${indicator.id})`,
    `${area}, năm ${question.year}, ${groupTitle(question.unit_group)}, ` +
      (question.boundary === "current" ? "địa giới hiện nay" : "địa giới khi báo cáo") +
      (question.managed_level === "all" ? "" : `, cấp quản lý ${question.managed_level}`),
    figure(trace, indicator),
    `Công thức: ${indicator.formula}`,
    `${formatCount(cells.length)} ô trong ${formatCount(files.size)} tệp`
  ];
  for (const [role, title] of Object.entries(ROLES) as [Role, string][]) {
    const own = cells.filter((cell) => cell.role === role);
    if (own.length === 0) continue;
    const rows = byRow(own);
    lines.push("", `${title}: ${countOf(own)}`);
    for (const row of rows.slice(0, most)) lines.push(`  ${place(row)}`);
    if (rows.length > most) lines.push(`  … và ${formatCount(rows.length - most)} dòng nữa (thêm --all để xem hết)`);
  }
  return lines;
}

function figure(trace: FigureTrace, {measure, unit_measure: unit}: IndicatorMetadata): string {
  const {numerator: n, denominator: d, unknown_count: u, unreported_count: v, is_unbounded: isOpen} = trace;
  const parts =
    measure === "count"
      ? [`${formatCount(n)} ${unit}`]
      : [`${formatCount(n)}/${formatCount(d)} = ${formatShare(n, d)}`];
  if (u > 0) parts.push(`chưa có kết quả ${formatCount(u)}`);
  if (v > 0) parts.push(`chưa nộp hoặc chưa rõ ${formatCount(v)}`);
  if (measure === "percent" && u + v > 0) {
    parts.push(isOpen ? "chưa giới hạn được" : `khi đủ số liệu: ${formatRange([n, d + v], [n + u + v, d + v])}`);
  }
  parts.push(trace.is_final ? "chính thức" : "sơ bộ hoặc chưa đủ");
  return parts.join("; ");
}

/** Units, and the cells that no single unit stands behind (Biểu tổng hợp, Thông tin chung). */
function countOf(cells: readonly TracedCell[]): string {
  const units = new Set(cells.map(({unit_id: unit}) => unit).filter((unit) => unit !== null));
  const others = cells.filter(({unit_id: unit}) => unit === null).length;
  const parts = [
    ...(units.size > 0 ? [`${formatCount(units.size)} đơn vị`] : []),
    ...(others > 0 ? [`${formatCount(others)} ô tổng hợp hoặc thông tin chung`] : [])
  ];
  return parts.join(" và ");
}

/** Cells of one row of a sheet together: they are about one unit. */
function byRow(cells: readonly TracedCell[]): TracedCell[][] {
  const rows = new Map<string, TracedCell[]>();
  for (const cell of cells) {
    const {commune_code: commune, file, sheet, row_number: row, unit_id: unit} = cell;
    const key = JSON.stringify([commune, file, sheet, row, unit]);
    const sharing = rows.get(key);
    if (sharing === undefined) rows.set(key, [cell]);
    else sharing.push(cell);
  }
  return [...rows.values()];
}

function place(row: readonly TracedCell[]): string {
  const [first] = row;
  if (first === undefined) return "";
  const {file, sheet, received_date: day, row_number: number, unit_name: unit, commune_name: commune} = first;
  const who = unit === null ? commune : `${unit}, ${commune}`;
  if (file === null) return `${who}: không có tệp`;
  const texts = row.map(({cell, raw_value: raw, rule}) => {
    const text = raw === null ? "trống" : `“${raw}”`;
    return `${cell ?? `dòng ${number ?? "?"}`} ${text}${rule === null ? "" : ` [${rule}]`}`;
  });
  return `${who}: ${texts.join("; ")} — ${file}, trang ${sheet ?? "?"} (nhận ${day === null ? "không rõ ngày" : formatDate(day)})`;
}

function groupTitle(group: string): string {
  if (group in UNIT_GROUPS) return UNIT_GROUPS[group as keyof typeof UNIT_GROUPS].title;
  return UNIT_TYPES[group as Exclude<UnitGroup, keyof typeof UNIT_GROUPS>];
}
