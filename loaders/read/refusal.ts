import type {Refusal} from "./workbook.ts";

/** A file that must not or cannot be read: caught once, in `readWorkbook`, and told to the sender. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const SAVE_AGAIN = "Mở tệp bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (.xlsx) rồi gửi tệp mới.";

/** The bytes do not follow the format, or part of the file is missing. `found`: what is wrong and where, as a clause. */
export function damaged(found: string): RefusalError {
  return new RefusalError({
    rule: "file_damaged",
    message: `Tệp bị hỏng: ${found}.`,
    remedy: `${SAVE_AGAIN} Nếu Excel không mở được thì lấy lại bản gốc.`
  });
}

/** The file uses means that an honest spreadsheet has no need of. */
export function unsafe(found: string): RefusalError {
  return new RefusalError({rule: "file_unsafe", message: `Tệp không an toàn: ${found}.`, remedy: SAVE_AGAIN});
}

/** The file is larger than a form can be. */
export function tooLarge(found: string): RefusalError {
  return new RefusalError({
    rule: "file_too_large",
    message: `Tệp quá lớn: ${found}.`,
    remedy: "Xoá các trang tính, dòng, cột và hình không thuộc biểu mẫu, lưu lại thành .xlsx rồi gửi."
  });
}

/** The bytes are of another kind of file. `found`: the kind, as "tệp PDF". */
export function notSpreadsheet(found: string, remedy = `Gửi bảng tính .xlsx hoặc .csv. ${SAVE_AGAIN}`): RefusalError {
  return new RefusalError({
    rule: "file_not_spreadsheet",
    message: `Tệp không phải bảng tính: nội dung là ${found}.`,
    remedy
  });
}

/** A spreadsheet of a format that is not read. */
export function otherFormat(found: string): RefusalError {
  return new RefusalError({rule: "file_format_not_read", message: `Chưa đọc được ${found}.`, remedy: SAVE_AGAIN});
}

/** A workbook that opens only with a password. */
export function encrypted(): RefusalError {
  return new RefusalError({
    rule: "file_encrypted",
    message: "Tệp được đặt mật khẩu nên không đọc được.",
    remedy:
      "Mở tệp bằng Excel, vào Tệp (File) > Thông tin (Info) > Bảo vệ sổ làm việc (Protect Workbook) > Mã hoá bằng mật khẩu " +
      "(Encrypt with Password), xoá mật khẩu, lưu lại rồi gửi."
  });
}
