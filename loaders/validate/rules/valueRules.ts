import {defineRule} from "./rule.ts";

/** Rules of a single cell: the row is loaded, the value is not. */

export const errorCell = defineRule({
  id: "error_cell",
  severity: "value_error",
  title: "Ô báo lỗi công thức",
  message: ({header, text}) => `Cột “${header}”: ô hiện lỗi ${text}, không có giá trị.`,
  remedy: () => "Ghi thẳng giá trị vào ô, hoặc sửa công thức rồi lưu lại."
});

export const formulaWithoutValue = defineRule({
  id: "formula_without_value",
  severity: "value_error",
  title: "Công thức chưa có kết quả",
  message: ({header}) => `Cột “${header}”: ô có công thức nhưng chưa có kết quả lưu trong tệp.`,
  remedy: () => "Mở tệp bằng Excel và lưu lại, hoặc ghi thẳng giá trị vào ô."
});

export const unknownClass = defineRule({
  id: "unknown_class",
  severity: "value_error",
  title: "Mức phân loại lạ",
  message: ({header, text}) => `Cột “${header}”: “${text}” không thuộc bốn mức phân loại.`,
  remedy: () => "Chọn Xuất sắc, Khá, Trung bình hoặc Yếu; chưa phân loại thì để trống."
});

export const unknownModelClass = defineRule({
  id: "unknown_model_class",
  severity: "value_error",
  title: "Mức phân loại mô hình lạ",
  message: ({header, text}) => `Cột “${header}”: “${text}” không thuộc bốn mức phân loại mô hình.`,
  remedy: () => "Chọn Tốt, Khá, Trung bình hoặc Yếu; chưa phân loại thì để trống."
});

export const unknownResult = defineRule({
  id: "unknown_result",
  severity: "value_error",
  title: "Kết quả xét lạ",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải kết quả xét, kết quả chỉ có hai mức.`,
  remedy: () => "Chọn Đạt hoặc Chưa đạt; chưa xét thì để trống."
});

export const unknownTick = defineRule({
  id: "unknown_tick",
  severity: "value_error",
  title: "Dấu đánh lạ",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải dấu đánh.`,
  remedy: () => "Ghi x nếu có; không có thì để trống."
});

export const unknownAnswer = defineRule({
  id: "unknown_answer",
  severity: "value_error",
  title: "Câu trả lời lạ",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải câu trả lời có hoặc không.`,
  remedy: () => "Ghi Có hoặc Không; chưa rõ thì để trống."
});

export const twoTicks = defineRule({
  id: "two_ticks",
  severity: "value_error",
  title: "Đánh dấu hai ô của một mục",
  message: ({header, detail}) => `Đánh dấu cùng lúc ở các cột “${header}” (${detail ?? ""}), chỉ được chọn một.`,
  remedy: () => "Bỏ bớt dấu, chỉ giữ một ô."
});

export const unknownManagedLevel = defineRule({
  id: "unknown_managed_level",
  severity: "value_error",
  title: "Cấp quản lý lạ",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải cấp quản lý; tạm tính theo cấp của nơi báo cáo.`,
  remedy: () => "Chọn xã, huyện, tỉnh hoặc trung ương."
});

export const notInCalendar = defineRule({
  id: "date_not_in_calendar",
  severity: "value_error",
  title: "Ngày không có trong lịch",
  message: ({header, text}) => `Cột “${header}”: ngày “${text}” không có trong lịch.`,
  remedy: ({detail}) =>
    detail === undefined
      ? "Ghi lại ngày, dạng dd/mm/yyyy."
      : `Ghi lại ngày, dạng dd/mm/yyyy; nếu đảo ngày và tháng thì ghi ${detail}.`
});

export const notADate = defineRule({
  id: "not_a_date",
  severity: "value_error",
  title: "Không phải ngày",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải một ngày đủ ngày, tháng, năm.`,
  remedy: () => "Ghi ngày dạng dd/mm/yyyy, ví dụ 14/02/2025; chưa có thì để trống."
});

export const implausibleDate = defineRule({
  id: "date_implausible",
  severity: "value_error",
  title: "Ngày có năm vô lý",
  message: ({header, text, detail}) =>
    `Cột “${header}”: “${text}” là ngày của năm ${detail ?? ""}, ngoài khoảng hợp lý.`,
  remedy: () => "Ghi lại năm của ngày, dạng dd/mm/yyyy."
});

export const countNotWhole = defineRule({
  id: "count_not_whole",
  severity: "value_error",
  title: "Số đếm bị lẻ",
  message: ({header, text, detail}) =>
    `Cột “${header}”: ô chứa số lẻ ${text}, số đếm phải nguyên.${detail === undefined ? "" : ` ${detail}`}`,
  remedy: ({detail}) =>
    detail === undefined
      ? "Ghi một số nguyên."
      : "Ghi lại số nguyên không có dấu ngăn hàng nghìn; Excel đã hiểu dấu chấm là dấu thập phân."
});

export const notACount = defineRule({
  id: "not_a_count",
  severity: "value_error",
  title: "Không phải số đếm",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải một số đếm.`,
  remedy: () => "Ghi một số nguyên từ 0 trở lên; không có số liệu thì để trống."
});

export const negativeCount = defineRule({
  id: "count_negative",
  severity: "value_error",
  title: "Số đếm âm",
  message: ({header, text}) => `Cột “${header}”: số đếm ${text} nhỏ hơn 0.`,
  remedy: () => "Ghi một số nguyên từ 0 trở lên."
});

export const countTooLarge = defineRule({
  id: "count_too_large",
  severity: "value_error",
  title: "Số đếm quá lớn",
  message: ({header, text, detail}) => `Cột “${header}”: ${text} vượt mức lớn nhất có thể (${detail ?? ""}).`,
  remedy: () => "Ghi lại số đúng; kiểm tra xem có thừa chữ số không."
});

export const partOverWhole = defineRule({
  id: "part_over_whole",
  severity: "value_error",
  title: "Số đạt lớn hơn tổng số",
  message: ({header, text, detail}) => `Cột “${header}”: ${text} lớn hơn tổng số ${detail ?? ""}.`,
  remedy: () => "Ghi lại số đạt hoặc tổng số cho khớp."
});

export const scoreOver100 = defineRule({
  id: "score_over_100",
  severity: "value_error",
  title: "Điểm vượt 100",
  message: ({header, text}) => `Cột “${header}”: điểm ${text} vượt 100.`,
  remedy: ({detail}) =>
    detail === undefined ? "Ghi điểm từ 0 đến 100." : `Ghi ${detail} nếu mất dấu phẩy; điểm chỉ từ 0 đến 100.`
});

export const notAScore = defineRule({
  id: "not_a_score",
  severity: "value_error",
  title: "Không phải điểm",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải điểm từ 0 đến 100.`,
  remedy: () => "Ghi một số từ 0 đến 100, ví dụ 84,5; chưa chấm thì để trống."
});

export const notAShare = defineRule({
  id: "not_a_share",
  severity: "value_error",
  title: "Không phải tỷ lệ",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải một tỷ lệ.`,
  remedy: () => "Ghi tỷ lệ dạng 88,73%; chưa có thì để trống."
});

export const unknownFormerCommune = defineRule({
  id: "unknown_former_commune",
  severity: "value_error",
  title: "Xã trước 1/7/2025 không rõ",
  message: ({header, text, detail}) =>
    `Cột “${header}”: “${text}” không phải một xã cũ ${detail === undefined ? "đã biết" : `đã nhập vào ${detail}`}.`,
  remedy: () => "Ghi tên xã, phường, thị trấn của đơn vị trước 1/7/2025."
});

export const unknownYearText = defineRule({
  id: "not_a_year",
  severity: "value_error",
  title: "Không phải năm",
  message: ({header, text}) => `Cột “${header}”: “${text}” không phải một năm; tính theo năm của tệp.`,
  remedy: () => "Ghi năm bằng bốn chữ số, ví dụ 2025."
});
