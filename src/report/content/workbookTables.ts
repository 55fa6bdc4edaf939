import {
  CLASSES,
  MANAGED_LEVELS,
  type Severity,
  SEVERITIES,
  STAGES,
  UNIT_GROUPS,
  UNIT_TYPES,
  type UnitGroup,
  type Verdict
} from "../../../loaders/vocabulary.ts";
import {ALL_RULES} from "../../../pipelines/checks/allRules.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import {FIRST_PRESENT_YEAR} from "../../../pipelines/registerOfYear.ts";
import {type Comparator, formatTarget} from "../../components/format.ts";
import {UNIT_GROUP_WORDS, VERDICT_WORDS} from "../../components/words.ts";
import type {VerdictRow} from "../../data/queries/verdictRows.ts";
import {pointChange} from "../../statistics/pointChange.ts";
import type {Cell, ReportTable} from "../reportShape.ts";
import {cleanText} from "./cleanText.ts";
import type {ReportUnit} from "./openUnitRows.ts";
import type {WorkbookFile, WorkbookIssue, WorkbookValue} from "./workbookFacts.ts";

type Names = ReadonlyMap<string, string>;

/** Every indicator of an area by unit group: counts, share, what is open, bounds, change. */
export function indicatorTable(values: readonly WorkbookValue[], year: number): ReportTable {
  const order = indicatorMetadata();
  const places = new Map(order.map(({id}, i) => [id, i]));
  const groups = Object.keys(UNIT_GROUP_WORDS);
  const sorted = [...values].sort(
    (a, b) =>
      (places.get(a.indicator) ?? 0) - (places.get(b.indicator) ?? 0) ||
      groups.indexOf(a.unit_group) - groups.indexOf(b.unit_group)
  );
  return {
    caption: `Chỉ tiêu theo loại đơn vị năm ${year}`,
    columns: [
      {header: "Chỉ tiêu", kind: "text", width: 30},
      {header: "Loại đơn vị", kind: "text", width: 20},
      {header: "Tử số", kind: "count", width: 10},
      {header: "Mẫu số", kind: "count", width: 10},
      {header: "Tỷ lệ", kind: "share", width: 10},
      {header: "Chưa có kết quả", kind: "count", width: 10},
      {header: "Chưa báo cáo", kind: "count", width: 10},
      {header: "Thấp nhất", kind: "share", width: 10},
      {header: "Cao nhất", kind: "share", width: 10},
      {header: `Năm ${year - 1}`, kind: "share", width: 10},
      {header: "Thay đổi (điểm %)", kind: "points", width: 12},
      {header: "Trạng thái", kind: "text", width: 12}
    ],
    rows: sorted.flatMap((value): Cell[][] => {
      const indicator = order[places.get(value.indicator) ?? -1];
      return indicator === undefined ? [] : [indicatorRow(value, indicator, year)];
    })
  };
}

function indicatorRow(
  value: WorkbookValue,
  {title, measure}: {title: string; measure: "percent" | "count"},
  year: number
): Cell[] {
  const {numerator: n, denominator: d, unknown_count: u, unreported_count: v, unit_group: group} = value;
  const isShare = measure === "percent" && d > 0;
  const open = u + v;
  // A merged commune is not its predecessors: its own certificate has no earlier figure.
  const isOwnWord = year === FIRST_PRESENT_YEAR && (group === "commune" || isCommuneType(group));
  const before =
    value.before_numerator === null || value.before_denominator === null || isOwnWord
      ? null
      : {numerator: value.before_numerator, denominator: value.before_denominator};
  const isBounded = isShare && open > 0 && !value.is_unbounded;
  return [
    cleanText(title),
    UNIT_GROUP_WORDS[group as UnitGroup],
    n,
    measure === "percent" ? d : null,
    isShare ? {numerator: n, denominator: d} : null,
    u,
    v,
    isBounded ? {numerator: n, denominator: d + v} : null,
    isBounded ? {numerator: n + u + v, denominator: d + v} : null,
    measure === "percent" && before !== null && before.denominator > 0 ? before : null,
    measure === "percent" && before !== null ? pointChange(before, value) : null,
    value.is_final ? STAGES.chinh_thuc : STAGES.so_bo
  ];
}

function isCommuneType(group: string): boolean {
  return (UNIT_GROUPS.commune.types as readonly string[]).includes(group);
}

/** Every clause on every area it can be told of, with the counts that decided it. */
export function allVerdictsTable(rows: readonly VerdictRow[], year: number, names: Names): ReportTable {
  return {
    caption: `Kết luận theo từng điều khoản năm ${year}`,
    columns: [
      {header: "Địa bàn", kind: "text", width: 20},
      {header: "Mã chỉ tiêu", kind: "text", width: 12},
      {header: "Kế hoạch, quy định", kind: "text", width: 16},
      {header: "Điều khoản", kind: "text", width: 16},
      {header: "Loại đơn vị", kind: "text", width: 16},
      {header: "Mức", kind: "text", width: 12},
      {header: "Tính chất", kind: "text", width: 12},
      {header: "Tử số", kind: "count", width: 10},
      {header: "Mẫu số", kind: "count", width: 10},
      {header: "Tỷ lệ", kind: "share", width: 10},
      {header: "Chưa có kết quả", kind: "count", width: 10},
      {header: "Chưa báo cáo", kind: "count", width: 10},
      {header: "Kết luận", kind: "text", width: 14},
      {header: "Cần thêm", kind: "count", width: 10}
    ],
    rows: rows.map((row): Cell[] => {
      const {numerator: n, denominator: d} = row;
      const isShare = row.measure === "percent" && n !== null && d !== null && d > 0;
      return [
        cleanText(names.get(row.subject_id) ?? row.subject_name),
        row.target_id,
        row.plan_id,
        cleanText(row.clause),
        groupWords(row.unit_group),
        formatTarget(row.comparator as Comparator, row.value, row.measure as "percent" | "count"),
        row.basis === "rang_buoc" ? "Ràng buộc" : "Đối chiếu",
        n,
        row.measure === "percent" ? d : null,
        isShare ? {numerator: n, denominator: d} : null,
        row.unknown_count,
        row.unreported_count,
        VERDICT_WORDS[row.verdict as Verdict],
        row.units_needed
      ];
    })
  };
}

function groupWords(group: string): string {
  return group
    .split("+")
    .map((one) => UNIT_GROUP_WORDS[one as UnitGroup])
    .join(" + ");
}

/** Every eligible unit of the year, with its row in the file. */
export function unitTable(units: readonly ReportUnit[], year: number, names: Names): ReportTable {
  return {
    caption: `Đơn vị thuộc đối tượng xét năm ${year}`,
    columns: [
      {header: "TT", kind: "count", width: 6},
      {header: "Tên đơn vị", kind: "text", width: 30},
      {header: "Loại hình", kind: "text", width: 14},
      {header: "Xã, phường", kind: "text", width: 18},
      {header: "Cấp quản lý", kind: "text", width: 12},
      {header: "Cơ quan quản lý", kind: "text", width: 18},
      {header: "Đăng ký", kind: "text", width: 10},
      {header: "Kết quả", kind: "text", width: 10},
      {header: "Phân loại", kind: "text", width: 12},
      {header: "Còn thiếu theo tệp", kind: "text", width: 24},
      {header: "Tệp", kind: "text", width: 24},
      {header: "Trang tính", kind: "text", width: 14},
      {header: "Dòng", kind: "count", width: 8}
    ],
    rows: units.map((unit, i): Cell[] => [
      i + 1,
      cleanText(unit.unit_name),
      UNIT_TYPES[unit.unit_type as keyof typeof UNIT_TYPES],
      names.get(unit.code) ?? unit.code,
      MANAGED_LEVELS[unit.managed_level as keyof typeof MANAGED_LEVELS],
      unit.managed_by === null ? null : cleanText(unit.managed_by),
      unit.is_registered === null ? null : unit.is_registered ? "Có" : "Không",
      unit.is_certified === null ? "Chưa xét" : unit.is_certified ? "Đạt" : "Chưa đạt",
      unit.class === null ? null : CLASSES[unit.class as keyof typeof CLASSES],
      cleanText(unit.missing.join("; ")),
      cleanText(unit.file),
      cleanText(unit.sheet),
      unit.row_number
    ])
  };
}

/** What is wrong in the files in use, heaviest first, with where and what to write instead. */
export function issueTable(issues: readonly WorkbookIssue[], year: number, names: Names): ReportTable {
  const titles = new Map(ALL_RULES.map(({id, title}) => [id as string, title]));
  return {
    caption: `Lỗi và điểm nên xem lại của các tệp năm ${year}`,
    columns: [
      {header: "Mức", kind: "text", width: 14},
      {header: "Quy tắc", kind: "text", width: 22},
      {header: "Xã, phường", kind: "text", width: 16},
      {header: "Tệp", kind: "text", width: 24},
      {header: "Trang tính", kind: "text", width: 14},
      {header: "Ô", kind: "text", width: 8},
      {header: "Giá trị trong tệp", kind: "text", width: 16},
      {header: "Sai ở đâu", kind: "text", width: 30},
      {header: "Cách sửa", kind: "text", width: 30}
    ],
    rows: issues.map((issue): Cell[] => [
      SEVERITIES[issue.severity as Severity],
      titles.get(issue.rule) ?? "Kiểm tra khác",
      issue.commune_code === null ? null : (names.get(issue.commune_code) ?? issue.commune_code),
      cleanText(issue.file),
      issue.sheet === null ? null : cleanText(issue.sheet),
      issue.cell,
      issue.raw_value === null ? null : cleanText(issue.raw_value),
      cleanText(issue.message),
      cleanText(issue.remedy)
    ])
  };
}

/** The files the figures come from. */
export function fileTable(files: readonly WorkbookFile[], year: number, names: Names): ReportTable {
  return {
    caption: `Tệp đang có hiệu lực của năm ${year}`,
    columns: [
      {header: "TT", kind: "count", width: 6},
      {header: "Tệp", kind: "text", width: 34},
      {header: "Xã, phường", kind: "text", width: 18},
      {header: "Ngày nhận", kind: "day", width: 12},
      {header: "Người gửi", kind: "text", width: 18},
      {header: "Trạng thái", kind: "text", width: 12},
      {header: "Dòng đã đọc", kind: "count", width: 10},
      {header: "Đã nạp", kind: "count", width: 10},
      {header: "Bị từ chối", kind: "count", width: 10},
      {header: "SHA-256", kind: "text", width: 20}
    ],
    rows: files.map((file, i): Cell[] => [
      i + 1,
      cleanText(file.file),
      ownerWords(file.communes, names),
      file.received_date,
      file.sender === null ? null : cleanText(file.sender),
      STAGES[file.stage as keyof typeof STAGES],
      file.rows_read,
      file.rows_accepted,
      file.rows_rejected,
      file.sha256
    ])
  };
}

function ownerWords(communes: readonly string[], names: Names): string {
  const [only] = communes;
  if (only === undefined) return "";
  return communes.length === 1 ? (names.get(only) ?? only) : `${communes.length} xã, phường`;
}
