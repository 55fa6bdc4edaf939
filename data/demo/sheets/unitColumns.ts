import {type CellValue, dateSerial, writtenDay} from "../../../loaders/write/plannedSheet.ts";
import {type CellStyle} from "../files/styles.ts";
import {type UnitField, type UnitRow} from "../outcomes/unitRow.ts";
import {type AreaNames} from "./areaNames.ts";
import {type Layout} from "./layout.ts";
import {classWord, exclusionWord, levelWord, typeWord} from "./words.ts";

/** A column of Danh sách đơn vị. */
export interface UnitColumn {
  /** The field it holds; a value is spread over several columns by ticks. "households" is no field of the form. */
  field: UnitField | "ordinal" | "households";
  /** Header, and the merged header above it if any. */
  head: string;
  group: string | null;
  /** Header where there is one header row only. */
  flatHead: string;
  width: number;
  style: CellStyle;
  value: (row: UnitRow, ordinal: number) => CellValue;
}

/** What a list must say besides its sender's habit. */
export interface ListNeeds {
  hasCommune: boolean;
  hasFormerCommune: boolean;
  hasCodes: boolean;
  hasExclusions: boolean;
  hasManagedLevel: boolean;
}

/** Other spellings in use, by the header of the form. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  STT: "TT",
  "Mã đơn vị": "Mã ĐV",
  "Tên đơn vị": "Tên đơn vị, địa bàn",
  "Loại hình": "Khối",
  Xã: "Xã, phường, thị trấn",
  "Thuộc xã trước 1/7/2025": "Xã, phường, thị trấn cũ",
  "Cấp quản lý": "Cấp QL",
  "Cơ quan quản lý": "Đơn vị chủ quản",
  "Diện loại trừ": "Ngoài diện xét",
  "Ngày đăng ký": "Ngày ĐK",
  "Ngày nghị quyết": "Nghị quyết (ngày)",
  "Ngày kế hoạch": "Kế hoạch (ngày)",
  "Kết quả xét": "Kết quả xét công nhận",
  "Chưa đạt": "Không đạt",
  "Số quyết định": "Số QĐ công nhận",
  Điểm: "Tổng điểm",
  "Phân loại": "Xếp loại",
  "Số mô hình hiệu quả": "Mô hình hiệu quả",
  "Số bị kỷ luật": "Số người bị kỷ luật",
  "Số bị cảnh cáo trở lên": "Cảnh cáo trở lên",
  "Vụ việc phức tạp": "Số vụ việc phức tạp",
  "Ghi chú": "Chú thích"
};

const REGISTRATION = 'Đăng ký "An toàn về ANTT"';
const RESULT = 'Kết quả công nhận "An toàn về ANTT"';
const CLASS = "Phân loại phong trào";
const EXEMPLARY = "Điển hình";
const AWARD = "Khen thưởng";
const CLASSES = ["xuat_sac", "kha", "trung_binh", "yeu"] as const;

/** Fields by the size of the list. */
const BRIEF: readonly string[] = ["ordinal", "unit_name", "is_registered", "is_certified", "class", "note"];
const USUAL: readonly string[] = [
  ...BRIEF,
  "managed_by",
  "registered_date",
  "decision_number",
  "score",
  "effective_model_count",
  "complex_case_count"
];

/** A plausible number of households of a residential area, from the letters of its name; no loader takes it. */
function householdCount({unit_type, unit_name}: UnitRow): CellValue {
  if (unit_type !== "khu_dan_cu") return null;
  let sum = 0;
  for (let index = 0; index < unit_name.length; index += 1) sum += unit_name.charCodeAt(index);
  return 80 + (sum % 140);
}

/** The columns of a list in the sender's layout. */
export function unitColumns(layout: Layout, needs: ListNeeds, names: AreaNames): UnitColumn[] {
  const day = (iso: string | null): CellValue =>
    iso === null ? null : layout.days === "serial" ? dateSerial(iso) : writtenDay(iso);
  const tick = (isTrue: boolean | null): CellValue => (isTrue === true ? layout.tick : null);
  const tickOrNo = (isTrue: boolean | null): CellValue =>
    isTrue === false && layout.writesNo ? "Không" : tick(isTrue);
  const column = (
    field: UnitColumn["field"],
    head: string,
    width: number,
    style: CellStyle,
    value: UnitColumn["value"],
    {group = null, flatHead = head}: {group?: string | null; flatHead?: string} = {}
  ): UnitColumn => ({field, head, group, flatHead, width, style, value});
  const results =
    layout.result === "word"
      ? [
          column(
            "is_certified",
            "Kết quả xét",
            11,
            "centre",
            ({is_certified}) => (is_certified === null ? null : is_certified ? "Đạt" : "Chưa đạt"),
            {group: RESULT}
          )
        ]
      : [
          column("is_certified", "Đạt", 7, "centre", ({is_certified}) => tick(is_certified), {group: RESULT}),
          column("is_certified", "Chưa đạt", 7, "centre", ({is_certified}) => tick(is_certified === false), {
            group: RESULT
          })
        ];
  const classes =
    layout.classes === "ticks"
      ? CLASSES.map((value) =>
          column("class", classWord(value), 8, "centre", (row) => tick(row.class === value), {group: CLASS})
        )
      : [
          column(
            "class",
            "Phân loại",
            12,
            "centre",
            (row) => (row.class === null ? null : classWord(row.class, layout.classes === "short" ? "short" : "long")),
            {group: CLASS}
          )
        ];
  const all: UnitColumn[] = [
    column("ordinal", "STT", 5.5, "centre", (_, ordinal) => ordinal),
    column("unit_code", "Mã đơn vị", 14, "centre", ({unit_code}) => unit_code),
    column("unit_name", "Tên đơn vị", 36, "text", ({unit_name}) => unit_name),
    column("households", "Số hộ", 8, "number", householdCount),
    column("unit_type", "Loại hình", 14, "centre", ({unit_type}) => typeWord(unit_type, layout.typeWords)),
    column("commune_code", "Xã", 20, "text", (row) => names.commune(row.commune_code, row.commune_valid_from)),
    column("former_commune_code", "Thuộc xã trước 1/7/2025", 20, "text", ({former_commune_code: code}) =>
      code === null ? null : names.commune(code, null)
    ),
    column("managed_level", "Cấp quản lý", 9, "centre", ({managed_level, unit_type}) =>
      unit_type === "khu_dan_cu" ? null : levelWord(managed_level)
    ),
    column("managed_by", "Cơ quan quản lý", 24, "text", ({managed_by}) => managed_by),
    column("exclusion_reason", "Diện loại trừ", 18, "text", ({exclusion_reason: reason}) =>
      reason === null ? null : exclusionWord(reason)
    ),
    column("is_registered", "Đăng ký", 8, "centre", ({is_registered}) => tick(is_registered), {group: REGISTRATION}),
    column("registered_date", "Ngày đăng ký", 12, "date", (row) => day(row.registered_date), {group: REGISTRATION}),
    column("resolution_date", "Ngày nghị quyết", 12, "date", (row) => day(row.resolution_date)),
    column("plan_date", "Ngày kế hoạch", 12, "date", (row) => day(row.plan_date)),
    ...results,
    column("decision_number", "Số quyết định", 15, "centre", (row) => row.decision_number, {group: RESULT}),
    column("score", "Điểm", 7, "decimal", (row) => row.score, {group: CLASS}),
    ...classes,
    column("effective_model_count", "Số mô hình hiệu quả", 9, "number", (row) => row.effective_model_count),
    column("informed_count", "Người được phổ biến", 10, "number", (row) => row.informed_count),
    column("informed_total", "Tổng số người", 9, "number", (row) => row.informed_total),
    column("titled_subunit_count", "Đầu mối đạt danh hiệu", 11, "number", (row) =>
      row.is_title_eligible === false ? "không thuộc diện" : row.titled_subunit_count
    ),
    column("subunit_count", "Tổng số đầu mối", 9, "number", (row) => row.subunit_count),
    column("disciplined_count", "Số bị kỷ luật", 8, "number", (row) => row.disciplined_count),
    column("warned_or_heavier_count", "Số bị cảnh cáo trở lên", 9, "number", (row) => row.warned_or_heavier_count),
    column(
      "education_month_count",
      "Số tháng tuyên truyền pháp luật",
      11,
      "number",
      (row) => row.education_month_count
    ),
    column("is_exemplary_registered", "Đăng ký", 8, "centre", (row) => tickOrNo(row.is_exemplary_registered), {
      group: EXEMPLARY,
      flatHead: "Đăng ký điển hình"
    }),
    column("is_exemplary_reached", "Đạt", 7, "centre", (row) => tickOrNo(row.is_exemplary_reached), {
      group: EXEMPLARY,
      flatHead: "Đạt điển hình"
    }),
    column("is_award_registered", "Đăng ký khen thưởng", 10, "centre", (row) => tick(row.is_award_registered), {
      group: AWARD
    }),
    column("award_registered_date", "Ngày đăng ký khen thưởng", 12, "date", (row) => day(row.award_registered_date), {
      group: AWARD
    }),
    column("dossier_sent_date", "Ngày gửi hồ sơ", 12, "date", (row) => day(row.dossier_sent_date), {group: AWARD}),
    column("merit_certificate_count", "Số Bằng khen", 8, "number", (row) => row.merit_certificate_count, {
      group: AWARD
    }),
    column("is_block_leader", "Dẫn đầu khối", 8, "centre", (row) => tickOrNo(row.is_block_leader), {group: AWARD}),
    column("complex_case_count", "Vụ việc phức tạp", 9, "number", (row) => row.complex_case_count),
    column("petition_count", "Đơn thư", 7, "number", (row) => row.petition_count),
    column("note", "Ghi chú", 18, "text", (row) => row.note)
  ];
  const isNeeded = ({field}: UnitColumn): boolean => {
    if (field === "households") return layout.hasHouseholds;
    if (field === "commune_code") return needs.hasCommune;
    if (field === "former_commune_code") return needs.hasFormerCommune;
    if (field === "unit_code") return needs.hasCodes;
    if (field === "exclusion_reason") return needs.hasExclusions;
    if (field === "managed_level") return needs.hasManagedLevel || layout.columns === "full";
    if (field === "unit_type") return layout.typeBy === "column" || layout.typeBy === "both";
    return layout.columns === "full" || (layout.columns === "usual" ? USUAL : BRIEF).includes(field);
  };
  const respelled = (head: string): string => (layout.spelling === "other" ? (OTHER_SPELLINGS[head] ?? head) : head);
  return all.filter(isNeeded).map((one) => ({...one, head: respelled(one.head), flatHead: respelled(one.flatHead)}));
}
