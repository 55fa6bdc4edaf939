import {sql} from "kysely";
import type {UnitIndicator} from "./indicator.ts";
import {ASSESSMENT_PERIOD, EVERY_GROUP, ORGANISATION_GROUPS, REPORT_YEAR} from "./indicatorGroups.ts";
import {ELIGIBLE, isTicked} from "./populations.ts";

const CRITERIA = "Thông tư 124/2021/TT-BCA, Điều 5, 6, 7";
const percent = {measure: "percent", unit_measure: "%", direction: "up", population: ELIGIBLE} as const;
const assessed = {legal_basis: CRITERIA, period: ASSESSMENT_PERIOD} as const;

/** What plans and Thông tư 124 ask of a unit by itself: models, staff informed, titles of its parts, discipline, exemplary units. */
export const CONDITIONS = [
  {
    id: "effective_model_count",
    words: {noun: "mô hình", isOfUnits: true, predicate: "hoạt động hiệu quả"},
    title: "Số mô hình hoạt động hiệu quả",
    short_title: "Mô hình hiệu quả",
    definition: "Tổng số mô hình phong trào đang hoạt động hiệu quả do các đơn vị thuộc diện báo cáo.",
    formula: "Tổng số mô hình hiệu quả của các đơn vị thuộc diện",
    legal_basis: "Thông tư 124/2021/TT-BCA, Điều 5, 6, 7; Hướng dẫn 22/HD-BCA-V05 ngày 18/11/2022",
    measure: "count",
    unit_measure: "mô hình",
    direction: "up",
    unit_groups: EVERY_GROUP,
    period: ASSESSMENT_PERIOD,
    population: ELIGIBLE,
    amount: {value: sql`effective_model_count`, fields: ["effective_model_count"]}
  },
  {
    ...percent,
    ...assessed,
    id: "informed_of_total",
    words: {
      noun: "người",
      isOfUnits: true,
      predicate: "được phổ biến nội quy và tiêu chuẩn “An toàn về an ninh, trật tự”"
    },
    title: "Tỷ lệ người của đơn vị được phổ biến nội quy và tiêu chuẩn “An toàn về an ninh, trật tự”",
    short_title: "Người được phổ biến",
    definition:
      "Trong tổng số người của các đơn vị thuộc diện (cán bộ, công chức, người lao động; ở trường có cả học sinh), phần được phổ biến. " +
      "Đơn vị không ghi tổng số người thì chưa rõ bao nhiêu người thuộc mẫu số.",
    formula: "Số người được phổ biến ÷ tổng số người của đơn vị",
    unit_groups: ORGANISATION_GROUPS,
    part: {part: sql`informed_count`, whole: sql`informed_total`, fields: ["informed_count", "informed_total"]}
  },
  {
    ...percent,
    ...assessed,
    id: "titled_of_subunits",
    words: {
      noun: "đầu mối",
      isOfUnits: true,
      predicate: "đạt “Tập thể lao động tiên tiến” hoặc “Hoàn thành tốt nhiệm vụ” trở lên"
    },
    title: "Tỷ lệ đầu mối đạt “Tập thể lao động tiên tiến” hoặc “Hoàn thành tốt nhiệm vụ” trở lên",
    short_title: "Đầu mối đạt danh hiệu",
    definition:
      "Trong số phòng, ban, tổ, bộ phận của các đơn vị thuộc diện xét danh hiệu, phần đạt danh hiệu. " +
      "Đơn vị ghi “không thuộc diện” không được hỏi.",
    formula: "Số đầu mối đạt danh hiệu ÷ tổng số đầu mối",
    unit_groups: ORGANISATION_GROUPS,
    part: {
      part: sql`titled_subunit_count`,
      whole: sql`subunit_count`,
      isOutside: sql`not is_title_eligible`,
      fields: ["titled_subunit_count", "subunit_count"]
    }
  },
  {
    ...assessed,
    id: "disciplined_count",
    words: {noun: "người", isOfUnits: true, predicate: "bị kỷ luật"},
    title: "Số người bị kỷ luật",
    short_title: "Bị kỷ luật",
    definition:
      "Tổng số người vi phạm bị kỷ luật do các đơn vị thuộc diện báo cáo; ô trống là chưa rõ, không phải là 0.",
    formula: "Tổng số người bị kỷ luật của các đơn vị thuộc diện",
    measure: "count",
    unit_measure: "người",
    direction: "down",
    unit_groups: EVERY_GROUP,
    population: ELIGIBLE,
    amount: {value: sql`disciplined_count`, fields: ["disciplined_count"]}
  },
  {
    ...assessed,
    id: "warned_or_heavier_count",
    words: {noun: "người", isOfUnits: true, predicate: "bị kỷ luật từ cảnh cáo trở lên"},
    title: "Số người bị kỷ luật từ cảnh cáo trở lên",
    short_title: "Cảnh cáo trở lên",
    definition:
      "Tổng số người bị kỷ luật từ hình thức cảnh cáo trở lên do các đơn vị thuộc diện báo cáo; ô trống là chưa rõ, không phải là 0.",
    formula: "Tổng số người bị kỷ luật từ cảnh cáo trở lên của các đơn vị thuộc diện",
    measure: "count",
    unit_measure: "người",
    direction: "down",
    unit_groups: EVERY_GROUP,
    population: ELIGIBLE,
    amount: {value: sql`warned_or_heavier_count`, fields: ["warned_or_heavier_count"]}
  },
  {
    id: "education_month_count",
    words: {noun: "tháng", isOfUnits: true, predicate: "có tuyên truyền, phổ biến pháp luật"},
    title: "Số tháng có tuyên truyền, phổ biến pháp luật",
    short_title: "Tháng tuyên truyền",
    definition: "Số tháng trong năm mà trường có tuyên truyền, phổ biến pháp luật cho học sinh, cộng theo trường.",
    formula: "Tổng số tháng có tuyên truyền của các trường thuộc diện",
    legal_basis: "Chương trình công tác của Ban Chỉ đạo 138 thị xã Hương Trà ngày 18/02/2022, mục III.7",
    measure: "count",
    unit_measure: "tháng",
    direction: "up",
    unit_groups: ["co_so_giao_duc"],
    period: REPORT_YEAR,
    population: ELIGIBLE,
    amount: {value: sql`education_month_count`, fields: ["education_month_count"]}
  },
  {
    ...percent,
    id: "exemplary_registered_of_eligible",
    words: {noun: null, predicate: "đăng ký xây dựng điển hình tiên tiến"},
    title: "Tỷ lệ đơn vị đăng ký xây dựng điển hình tiên tiến trên số thuộc diện",
    short_title: "Đăng ký điển hình",
    definition: "Phần đơn vị thuộc diện đã đăng ký xây dựng điển hình; đơn vị không ghi là chưa rõ.",
    formula: "Số đơn vị đăng ký điển hình ÷ số đơn vị thuộc diện",
    legal_basis: "Quyết định 9745/QĐ-BCA-V05 ngày 28/12/2022",
    period: REPORT_YEAR,
    unit_groups: EVERY_GROUP,
    outcome: isTicked("is_exemplary_registered")
  },
  {
    ...percent,
    id: "exemplary_reached_of_eligible",
    words: {noun: null, predicate: "đạt điển hình tiên tiến"},
    title: "Tỷ lệ đơn vị đạt điển hình tiên tiến trên số thuộc diện",
    short_title: "Đạt điển hình",
    definition: "Phần đơn vị thuộc diện được công nhận đạt điển hình; đơn vị không ghi là chưa rõ.",
    formula: "Số đơn vị đạt điển hình ÷ số đơn vị thuộc diện",
    legal_basis: "Quyết định 9745/QĐ-BCA-V05 ngày 28/12/2022",
    period: REPORT_YEAR,
    unit_groups: EVERY_GROUP,
    outcome: isTicked("is_exemplary_reached")
  }
] as const satisfies readonly UnitIndicator[];
