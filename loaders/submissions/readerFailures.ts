import type {Refusal} from "../read/workbook.ts";
import type {ReadFailure} from "./reader.ts";

const REDUCE = "Xoá các trang tính, dòng, cột và hình không thuộc biểu mẫu, lưu lại thành .xlsx rồi gửi.";

/** What the sender of a file is told whose reader was ended or ended itself. */
export const READER_FAILURES: Readonly<Record<ReadFailure, Refusal>> = {
  "out of memory": {
    rule: "file_too_large",
    message: "Tệp quá lớn: máy không đủ bộ nhớ để đọc.",
    remedy: REDUCE
  },
  "too slow": {rule: "file_too_slow", message: "Tệp quá phức tạp: đọc quá lâu nên đã dừng.", remedy: REDUCE},
  crashed: {
    rule: "file_damaged",
    message: "Tệp bị hỏng: chương trình đọc tệp đã dừng giữa chừng.",
    remedy:
      "Mở tệp bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (.xlsx) rồi gửi tệp mới. " +
      "Nếu Excel không mở được thì lấy lại bản gốc."
  }
};
