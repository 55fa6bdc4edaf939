import type {Rule} from "../validate/rules/rule.ts";

/** What can be wrong with a file before a cell of it is looked at, for lists: refusals of `loaders/read`, receipts, repeated files. */
export const FILE_RULE_TITLES: readonly Pick<Rule, "id" | "severity" | "title">[] = [
  {id: "file_not_opened", severity: "row_error", title: "Không mở được tệp"},
  {id: "file_not_spreadsheet", severity: "row_error", title: "Không phải bảng tính"},
  {id: "file_format_not_read", severity: "row_error", title: "Định dạng chưa đọc được"},
  {id: "file_encrypted", severity: "row_error", title: "Tệp có mật khẩu"},
  {id: "file_damaged", severity: "row_error", title: "Tệp bị hỏng"},
  {id: "file_empty", severity: "row_error", title: "Tệp rỗng"},
  {id: "file_too_large", severity: "row_error", title: "Tệp quá lớn"},
  {id: "file_unsafe", severity: "row_error", title: "Tệp không an toàn"},
  {id: "receipts", severity: "row_error", title: "receipts.csv không dùng được"},
  {id: "receipts", severity: "value_error", title: "receipts.csv không dùng được"},
  {id: "receipts", severity: "warning", title: "receipts.csv không dùng được"},
  {id: "duplicate", severity: "info", title: "Tệp giống hệt tệp đã có"}
];
