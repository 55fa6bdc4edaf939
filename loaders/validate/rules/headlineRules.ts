import {defineRule} from "./rule.ts";

/** Rules that hold what a file says of itself (headings, totals, percentages) against its own rows. The rows count; nothing is changed. */

export const headlineDiffers = defineRule({
  id: "headline_differs",
  severity: "warning",
  title: "Số ghi ở tiêu đề, nhóm, tổng khác số dòng",
  message: ({text, detail}) => `“${text}”: trong bảng có ${detail ?? ""}; tính theo các dòng của bảng.`,
  remedy: () => "Kiểm tra xem bảng thiếu hay thừa dòng nào; nếu đủ thì sửa số ghi ở tiêu đề, dòng nhóm hoặc dòng tổng."
});

export const totalRowDiffers = defineRule({
  id: "total_row_differs",
  severity: "warning",
  title: "Dòng tổng khác tổng các dòng",
  message: ({header, text, detail}) =>
    `Cột “${header}”: dòng tổng ghi ${text}, cộng các dòng được ${detail ?? ""}; tính theo các dòng.`,
  remedy: () => "Kiểm tra từng dòng của cột; nếu các dòng đúng thì sửa dòng tổng, nên dùng công thức SUM."
});

export const typedShareDiffers = defineRule({
  id: "typed_share_differs",
  severity: "warning",
  title: "Tỷ lệ ghi khác tỷ lệ tính lại",
  message: ({header, text, detail}) => `Cột “${header}”: ghi ${text}, tính lại được ${detail ?? ""}.`,
  remedy: () => "Kiểm tra các số đếm cùng dòng; nếu đúng thì sửa tỷ lệ, hoặc để trống: tỷ lệ luôn được tính lại."
});
