import {defineRule} from "./rule.ts";

/** Rules that hold a file against the year before; the pipelines tell the same of received files. `header` is the earlier year. */

export const noPriorYear = defineRule({
  id: "no_prior_year",
  severity: "info",
  title: "Chưa có số liệu năm trước",
  message: () =>
    "Chưa có số liệu năm trước để so sánh: không kiểm tra được đơn vị thiếu, đơn vị mới và số tăng, giảm bất thường.",
  remedy: () => "Bỏ qua nếu nộp lần đầu; nếu năm trước đã nộp thì kiểm tra tên xã và năm ghi trong tệp."
});

export const unitEnded = defineRule({
  id: "unit_ended",
  severity: "warning",
  title: "Đơn vị không còn trong danh sách mới",
  message: ({header, text, detail}) =>
    `So với danh sách năm ${header} không còn ${detail ?? ""}, được coi là đã kết thúc: ${text}.`,
  remedy: () =>
    "Ghi tên giống năm trước nếu viết khác đi, thêm dòng nếu sót; nếu đơn vị đã sáp nhập, đổi tên thì báo cơ quan tổng hợp nối trong " +
    "reference/unit_lineage.csv."
});

export const unitNew = defineRule({
  id: "unit_new",
  severity: "info",
  title: "Đơn vị chưa có ở năm trước",
  message: ({header, text, detail}) => `So với danh sách năm ${header} có thêm ${detail ?? ""}: ${text}.`,
  remedy: () => "Bỏ qua nếu là đơn vị mới; nếu là đơn vị cũ thì ghi tên giống năm trước."
});

export const unitRenamed = defineRule({
  id: "unit_name_close",
  severity: "warning",
  title: "Có thể là đơn vị năm trước dưới tên khác",
  message: ({header, text, detail}) =>
    `“${text}” không nối được với đơn vị nào của năm ${header}; có thể là “${detail ?? ""}” không còn trong danh sách: ` +
    "đang tính là hai đơn vị khác nhau.",
  remedy: () =>
    "Ghi tên giống năm trước, và tên xã cũ ở cột “Thuộc xã trước 1/7/2025”, nếu là một đơn vị; nếu đổi tên thật thì báo cơ quan tổng hợp " +
    "nối trong reference/unit_lineage.csv."
});

export const tenfoldJump = defineRule({
  id: "tenfold_jump",
  severity: "warning",
  title: "Số chênh 10 lần so với năm trước",
  message: ({header, text, detail}) => `“${header}” là ${text}, ${detail ?? ""}: chênh nhau từ 10 lần trở lên.`,
  remedy: () => "Kiểm tra từng chữ số và dấu ngăn hàng nghìn; giữ nguyên nếu đúng."
});

export const unitTypeAbsent = defineRule({
  id: "unit_type_absent",
  severity: "info",
  title: "Thiếu cả một loại hình",
  message: ({header, text, detail}) => `Tệp không có ${detail ?? ""} nào; danh sách năm ${header} có ${text}.`,
  remedy: () => "Bỏ qua nếu gửi ở tệp khác; nếu sót thì ghi thêm. Số liệu cũ của loại này không bị thay."
});
