import {sql} from "kysely";
import type {Indicator, IndicatorMetadata} from "./indicator.ts";
import {
  CLASSIFIED,
  ELIGIBLE,
  hasClass,
  hasClassAtLeast,
  IS_CERTIFIED,
  IS_REGISTERED,
  REGISTERED
} from "./populations.ts";
import {UNIT_GROUPS, UNIT_TYPES, type UnitGroup} from "../../loaders/vocabulary.ts";

export type {IndicatorMetadata} from "./indicator.ts";

const EVERY_GROUP = [...Object.keys(UNIT_GROUPS), ...Object.keys(UNIT_TYPES)] as UnitGroup[];
const CERTIFICATION_LAW = "Thông tư 124/2021/TT-BCA, Điều 1, 3, 8, 9";
const CLASS_LAW = "Quyết định 510/QĐ-BCA-V05 ngày 20/01/2022";
const percent = {measure: "percent", unit_measure: "%", unit_groups: EVERY_GROUP} as const;

/**
 * Every indicator, one entry each: a plain share needs no other place than this list. The id names the denominator, because plans do:
 * "80 % đơn vị đạt" is of eligible units, "trong đó 70 %" of the group named before.
 */
export const INDICATORS = [
  {
    ...percent,
    id: "registered_of_eligible",
    title: "Tỷ lệ đơn vị đăng ký đạt tiêu chuẩn “An toàn về an ninh, trật tự”",
    short_title: "Đăng ký",
    definition:
      "Phần đơn vị thuộc diện đã đăng ký phấn đấu đạt tiêu chuẩn “An toàn về an ninh, trật tự” trong năm. " +
      "Đơn vị không ghi có đăng ký hay không được tính là chưa rõ, không phải là không đăng ký.",
    formula: "Số đơn vị đã đăng ký ÷ số đơn vị thuộc diện",
    legal_basis: "Thông tư 124/2021/TT-BCA, Điều 5 khoản 4, Điều 9",
    direction: "up",
    population: ELIGIBLE,
    outcome: IS_REGISTERED
  },
  {
    ...percent,
    id: "certified_of_eligible",
    title: "Tỷ lệ đơn vị đạt tiêu chuẩn “An toàn về an ninh, trật tự” trên số thuộc diện",
    short_title: "Đạt / thuộc diện",
    definition:
      "Phần đơn vị thuộc diện được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”. " +
      "Đơn vị không đăng ký và không có kết quả là không đạt; đơn vị khác chưa có kết quả là chưa rõ.",
    formula: "Số đơn vị được công nhận đạt ÷ số đơn vị thuộc diện",
    legal_basis: CERTIFICATION_LAW,
    direction: "up",
    population: ELIGIBLE,
    outcome: IS_CERTIFIED
  },
  {
    ...percent,
    id: "certified_of_registered",
    title: "Tỷ lệ đơn vị đạt tiêu chuẩn “An toàn về an ninh, trật tự” trên số đã đăng ký",
    short_title: "Đạt / đăng ký",
    definition:
      "Trong số đơn vị đã đăng ký, phần được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”. " +
      "Đơn vị không ghi có đăng ký hay không thì chưa rõ có thuộc mẫu số không.",
    formula: "Số đơn vị đã đăng ký được công nhận đạt ÷ số đơn vị đã đăng ký",
    legal_basis: "Thông tư 124/2021/TT-BCA, Điều 5 khoản 4",
    direction: "up",
    population: REGISTERED,
    outcome: IS_CERTIFIED
  },
  {
    ...percent,
    id: "excellent_of_classified",
    title: "Tỷ lệ đơn vị phân loại Xuất sắc trên số đã phân loại",
    short_title: "Xuất sắc / đã phân loại",
    definition: "Trong số đơn vị đã được phân loại phong trào, phần xếp loại Xuất sắc.",
    formula: "Số đơn vị Xuất sắc ÷ số đơn vị đã phân loại",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: CLASSIFIED,
    outcome: hasClass("xuat_sac")
  },
  {
    ...percent,
    id: "excellent_of_eligible",
    title: "Tỷ lệ đơn vị phân loại Xuất sắc trên số thuộc diện",
    short_title: "Xuất sắc / thuộc diện",
    definition: "Phần đơn vị thuộc diện xếp loại Xuất sắc; đơn vị chưa phân loại là chưa rõ.",
    formula: "Số đơn vị Xuất sắc ÷ số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: ELIGIBLE,
    outcome: hasClass("xuat_sac")
  },
  {
    ...percent,
    id: "good_or_better_of_classified",
    title: "Tỷ lệ đơn vị phân loại Khá trở lên trên số đã phân loại",
    short_title: "Khá trở lên / đã phân loại",
    definition: "Trong số đơn vị đã được phân loại phong trào, phần xếp loại Khá hoặc Xuất sắc.",
    formula: "(Số đơn vị Xuất sắc + số đơn vị Khá) ÷ số đơn vị đã phân loại",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: CLASSIFIED,
    outcome: hasClassAtLeast("kha")
  },
  {
    ...percent,
    id: "good_or_better_of_eligible",
    title: "Tỷ lệ đơn vị phân loại Khá trở lên trên số thuộc diện",
    short_title: "Khá trở lên / thuộc diện",
    definition: "Phần đơn vị thuộc diện xếp loại Khá hoặc Xuất sắc; đơn vị chưa phân loại là chưa rõ.",
    formula: "(Số đơn vị Xuất sắc + số đơn vị Khá) ÷ số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: ELIGIBLE,
    outcome: hasClassAtLeast("kha")
  },
  {
    ...percent,
    id: "average_or_better_of_eligible",
    title: "Tỷ lệ đơn vị phân loại Trung bình trở lên trên số thuộc diện",
    short_title: "Trung bình trở lên / thuộc diện",
    definition: "Phần đơn vị thuộc diện xếp loại Trung bình, Khá hoặc Xuất sắc; đơn vị chưa phân loại là chưa rõ.",
    formula: "(Số đơn vị Xuất sắc + Khá + Trung bình) ÷ số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: ELIGIBLE,
    outcome: hasClassAtLeast("trung_binh")
  },
  {
    ...percent,
    id: "average_or_better_of_classified",
    title: "Tỷ lệ đơn vị phân loại Trung bình trở lên trên số đã phân loại",
    short_title: "Trung bình trở lên / đã phân loại",
    definition: "Trong số đơn vị đã được phân loại phong trào, phần không phải loại Yếu.",
    formula: "(Số đơn vị Xuất sắc + Khá + Trung bình) ÷ số đơn vị đã phân loại",
    legal_basis: CLASS_LAW,
    direction: "up",
    population: CLASSIFIED,
    outcome: hasClassAtLeast("trung_binh")
  },
  {
    id: "weak_count",
    title: "Số đơn vị phân loại Yếu",
    short_title: "Loại Yếu",
    definition: "Số đơn vị thuộc diện xếp loại Yếu; đơn vị chưa phân loại là chưa rõ, không phải là Yếu.",
    formula: "Số đơn vị Yếu, trong số đơn vị thuộc diện",
    legal_basis: CLASS_LAW,
    measure: "count",
    unit_measure: "đơn vị",
    direction: "down",
    unit_groups: EVERY_GROUP,
    population: ELIGIBLE,
    outcome: hasClass("yeu")
  },
  {
    id: "effective_model_count",
    title: "Số mô hình hoạt động hiệu quả",
    short_title: "Mô hình hiệu quả",
    definition: "Tổng số mô hình phong trào đang hoạt động hiệu quả do các đơn vị thuộc diện báo cáo.",
    formula: "Tổng số mô hình hiệu quả của các đơn vị thuộc diện",
    legal_basis: "Thông tư 124/2021/TT-BCA, Điều 5, 6, 7; Hướng dẫn 22/HD-BCA-V05 ngày 18/11/2022",
    measure: "count",
    unit_measure: "mô hình",
    direction: "up",
    unit_groups: EVERY_GROUP,
    population: ELIGIBLE,
    amount: {value: sql`effective_model_count`, fields: ["effective_model_count"]}
  }
] as const satisfies readonly Indicator[];

/** What the site says of every indicator, in the order of the registry; plain data for JSON. */
export function indicatorMetadata(): IndicatorMetadata[] {
  return INDICATORS.map(
    ({
      id,
      title,
      short_title,
      definition,
      formula,
      legal_basis,
      measure,
      unit_measure,
      direction,
      unit_groups
    }: Indicator) => ({
      id,
      title,
      short_title,
      definition,
      formula,
      legal_basis,
      measure,
      unit_measure,
      direction,
      unit_groups
    })
  );
}
