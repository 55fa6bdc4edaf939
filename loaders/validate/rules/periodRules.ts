import {defineRule} from "./rule.ts";

/** Rules of days against the period that is assessed (Thông tư 124 Art. 8) and the first quarter, when units register (Art. 4 to 7). */

export const dateOutsidePeriod = defineRule({
  id: "date_outside_period",
  severity: "warning",
  title: "Ngày ngoài kỳ đánh giá",
  message: ({header, text, detail}) => `Cột “${header}”: ngày ${text} ngoài kỳ đánh giá (${detail ?? ""}).`,
  remedy: () => "Kiểm tra năm và tháng của ngày; giữ nguyên nếu đúng."
});

export const registeredLate = defineRule({
  id: "registered_after_q1",
  severity: "info",
  title: "Đăng ký sau quý I",
  message: ({header, text, detail}) => `Cột “${header}”: ${text} đơn vị đăng ký sau quý I: ${detail ?? ""}.`,
  remedy: () => "Kiểm tra ngày đăng ký; Thông tư 124 yêu cầu đăng ký trong quý I. Giữ nguyên nếu đúng."
});

export const decidedBeforeRegistered = defineRule({
  id: "decided_before_registered",
  severity: "warning",
  title: "Quyết định trước ngày đăng ký",
  message: ({header, text, detail}) => `Cột “${header}”: quyết định ngày ${text}, trước ngày đăng ký ${detail ?? ""}.`,
  remedy: () => "Kiểm tra ngày đăng ký và ngày của quyết định công nhận."
});
