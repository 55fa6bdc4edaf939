import type {UnitIndicator} from "./indicator.ts";
import {ASSESSMENT_PERIOD, EVERY_GROUP} from "./indicatorGroups.ts";
import {ELIGIBLE, IS_CERTIFIED, IS_REGISTERED, REGISTERED} from "./populations.ts";

const CERTIFICATION_LAW = "Thông tư 124/2021/TT-BCA, Điều 1, 3, 8, 9";
const percent = {measure: "percent", unit_measure: "%", unit_groups: EVERY_GROUP, period: ASSESSMENT_PERIOD} as const;

/** Registration and certification "An toàn về an ninh, trật tự" (Thông tư 124/2021/TT-BCA). */
export const CERTIFICATION = [
  {
    ...percent,
    id: "registered_of_eligible",
    words: {noun: null, predicate: "đăng ký phấn đấu đạt tiêu chuẩn “An toàn về an ninh, trật tự”"},
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
    words: {noun: null, predicate: "được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”"},
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
    words: {noun: null, among: "đã đăng ký", predicate: "được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”"},
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
  }
] as const satisfies readonly UnitIndicator[];
