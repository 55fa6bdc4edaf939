const FULL = /ENOSPC|EDQUOT|no space left|not enough space|disk (?:is )?full|failed to allocate space/i;
const FORBIDDEN = /EROFS|EACCES|EPERM|ENOTDIR|EEXIST|read-only file system|permission denied|access is denied/i;

/** An error of the disk in words that say what to do; any other error as it is. `folder`: what was being written. */
export function explainDiskError(error: unknown, folder: string): unknown {
  if (!(error instanceof Error)) return error;
  const text = `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}`;
  if (FULL.test(text)) {
    return new Error(
      `Ổ đĩa chứa ${folder} đã hết chỗ. Số liệu đã nộp và kho số liệu lần trước còn nguyên. Xoá bớt tệp trên ổ đĩa rồi chạy lại.`,
      {cause: error}
    );
  }
  if (FORBIDDEN.test(text)) {
    return new Error(
      `Không ghi được vào ${folder}: thư mục chỉ cho đọc, hoặc chương trình khác đang mở kho số liệu. Cho phép ghi, đóng chương trình đó rồi chạy lại.`,
      {cause: error}
    );
  }
  return error;
}
