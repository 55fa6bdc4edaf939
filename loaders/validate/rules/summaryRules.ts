import {defineRule} from "./rule.ts";

/** Rules of a row of Biểu tổng hợp. The row is kept; a count that cannot be is left out. */

export const certifiedOverRegistered = defineRule({
  id: "certified_over_registered",
  severity: "value_error",
  title: "Đạt nhiều hơn đăng ký",
  message: ({header, text, detail}) => `Cột “${header}”: số đạt ${text} lớn hơn ${detail ?? ""}.`,
  remedy: () => "Ghi lại số đạt hoặc số đăng ký cho khớp; số đạt không thể lớn hơn số đăng ký."
});

export const registeredOverTotal = defineRule({
  id: "registered_over_total",
  severity: "value_error",
  title: "Đăng ký nhiều hơn tổng số",
  message: ({header, text, detail}) => `Cột “${header}”: số đăng ký ${text} lớn hơn tổng số ${detail ?? ""}.`,
  remedy: () => "Ghi lại số đăng ký hoặc tổng số cho khớp."
});

export const classesDifferFromTotal = defineRule({
  id: "class_sum_differs",
  severity: "warning",
  title: "Bốn mức phân loại không cộng đủ tổng số",
  message: ({header, text, detail}) => `Bốn mức phân loại (${header}) cộng lại là ${text}, tổng số là ${detail ?? ""}.`,
  remedy: () => "Kiểm tra lại từng mức và tổng số; đơn vị chưa phân loại thì ghi vào cột ghi chú."
});

export const missingUnitTypeOfCounts = defineRule({
  id: "unknown_counts_type",
  severity: "row_error",
  title: "Không rõ loại hình của số liệu",
  message: ({header}) =>
    `Không biết các số liệu của dòng thuộc loại hình nào${header === "" ? "" : ` (cột “${header}”)`}.`,
  remedy: () => "Ghi loại hình ở dòng tiêu đề trên các cột số, ở cột “Loại hình” hoặc ở tên trang."
});

export const unknownFact = defineRule({
  id: "unknown_fact",
  severity: "info",
  title: "Nội dung ngoài biểu Thông tin chung",
  message: ({text}) => `Nội dung “${text}” ngoài biểu Thông tin chung nên không được đọc.`,
  remedy: () => "Bỏ qua nếu đúng là nội dung riêng; nếu không thì ghi lại tên nội dung theo biểu mẫu."
});

export const repeatedFact = defineRule({
  id: "repeated_fact",
  severity: "warning",
  title: "Nội dung ghi hai lần",
  message: ({text, detail}) => `Nội dung “${text}” đã có ở ${detail ?? ""}; tính theo dòng sau.`,
  remedy: () => "Bỏ một trong hai dòng."
});

export const summaryDiffersFromList = defineRule({
  id: "summary_differs_from_list",
  severity: "warning",
  title: "Biểu tổng hợp khác danh sách",
  message: ({header, text, detail}) =>
    `Cột “${header}” ghi ${text}, danh sách đơn vị có ${detail ?? ""}; tính theo danh sách.`,
  remedy: () => "Ghi lại biểu tổng hợp hoặc danh sách cho khớp nhau."
});
