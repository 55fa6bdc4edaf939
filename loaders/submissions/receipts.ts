import {decodeText} from "../read/decodeText.ts";
import {parseDelimited, sniffDelimiter} from "../read/delimited.ts";
import {RefusalError} from "../read/refusal.ts";
import {type Stage, STAGES} from "../vocabulary.ts";

/** What the receiving desk wrote down about a file (`submissions/receipts.csv`): all but `file` may be unknown. */
export interface Receipt {
  /** Path inside `submissions`, with "/" between folders. */
  file: string;
  /** ISO day. */
  received_date: string | null;
  sender: string | null;
  stage: Stage | null;
  /** Name or code of the commune the file speaks for, where the file itself does not say. */
  commune: string | null;
  year: number | null;
  /** The sender took the file back: it is kept, and not counted. */
  withdrawn: boolean;
}

/** Something in receipts.csv that cannot be used. The line counts from 1; `file` is the file the line is about, if it says. */
export interface ReceiptProblem {
  file: string | null;
  line: number | null;
  field: string | null;
  raw_value: string | null;
  message: string;
  remedy: string;
}

/** What receipts.csv says, each line with its number. */
export interface Receipts {
  lines: {line: number; receipt: Receipt}[];
  problems: ReceiptProblem[];
}

export const NO_RECEIPTS: Receipts = {lines: [], problems: []};

/**
 * Reads receipts.csv: columns `file` and, optional, `received_date`, `sender`, `stage`, `commune`, `year`, `withdrawn`, in any
 * order. A value that cannot be read becomes null and a problem; the rest of the line holds. Never throws.
 */
export function readReceipts(bytes: Uint8Array): Receipts {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return unreadable("receipts.csv không phải tệp văn bản.");
  }
  const {delimiter, table} = sniffDelimiter(text);
  const parsed = parseDelimited(table, delimiter);
  if (!parsed.ok) return unreadable(`receipts.csv: dấu ngoặc kép mở ở dòng ${parsed.openQuoteRow} không được đóng.`);
  const [header = [], ...lines] = parsed.rows;
  const columns = header.map((name) => name.trim().toLowerCase());
  if (!columns.includes("file")) return unreadable(`receipts.csv: dòng 1 không có cột "file".`);
  const byFile = new Map<string, {line: number; receipt: Receipt}>();
  const problems: ReceiptProblem[] = [];
  for (const [i, fields] of lines.entries()) {
    if (fields.every((field) => field.trim() === "")) continue;
    const valueOf = (column: string): string => (fields[columns.indexOf(column)] ?? "").trim();
    const file = normalPath(valueOf("file"));
    const problem = (field: string, message: string, remedy: string): void => {
      const raw_value = valueOf(field);
      problems.push({file: file === "" ? null : file, line: i + 2, field, raw_value, message, remedy});
    };
    if (file === "") {
      problem("file", `receipts.csv, dòng ${i + 2}: thiếu tên tệp.`, "Điền đường dẫn tệp trong thư mục submissions.");
      continue;
    }
    if (byFile.has(file)) {
      const message = `receipts.csv, dòng ${i + 2}: tệp "${file}" đã có ở dòng trước; dòng sau được dùng.`;
      problem("file", message, "Chỉ giữ một dòng cho mỗi tệp.");
    }
    byFile.set(file, {line: i + 2, receipt: readLine(file, i + 2, valueOf, problem)});
  }
  return {lines: [...byFile.values()], problems};
}

type Complain = (field: string, message: string, remedy: string) => void;

function readLine(file: string, line: number, valueOf: (column: string) => string, complain: Complain): Receipt {
  const read = <T>(field: string, parse: (text: string) => T | null, expected: string): T | null => {
    const text = valueOf(field);
    if (text === "") return null;
    const value = parse(text);
    if (value === null) {
      complain(
        field,
        `receipts.csv, dòng ${line}, cột ${field}: không đọc được "${text}".`,
        `Ghi ${expected}, hoặc để trống.`
      );
    }
    return value;
  };
  const text = (value: string): string => value;
  return {
    file,
    received_date: read("received_date", parseDay, "ngày theo dạng 2025-11-18 hoặc 18/11/2025"),
    sender: read("sender", text, "tên nơi gửi"),
    stage: read("stage", parseStage, `"so_bo" (sơ bộ) hoặc "chinh_thuc" (chính thức)`),
    commune: read("commune", text, "tên hoặc mã xã"),
    year: read("year", parseYear, "năm bốn chữ số"),
    withdrawn: read("withdrawn", parseYesNo, `"x" nếu tệp đã được rút lại`) ?? false
  };
}

function unreadable(message: string): Receipts {
  const remedy = "Lưu receipts.csv dạng CSV UTF-8 với dòng đầu: file,received_date,sender,stage.";
  return {lines: [], problems: [{file: null, line: null, field: null, raw_value: null, message, remedy}]};
}

/** Path as it is compared: NFC, "/" between folders, no leading "./" or "submissions/". */
export function normalPath(path: string): string {
  return path
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)?(?:submissions\/)?/, "");
}

function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const parts = iso === null ? local?.slice(1).reverse() : iso.slice(1);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function parseStage(text: string): Stage | null {
  const wanted = text.normalize("NFC").toLowerCase();
  const stages = Object.entries(STAGES) as [Stage, string][];
  return stages.find(([stage, title]) => wanted === stage || wanted === title.toLowerCase())?.[0] ?? null;
}

function parseYear(text: string): number | null {
  return /^20\d\d$/.test(text) ? Number(text) : null;
}

function parseYesNo(text: string): boolean | null {
  const word = text.normalize("NFC").toLowerCase();
  if (["x", "1", "có", "co", "true", "yes"].includes(word)) return true;
  return ["0", "không", "khong", "false", "no"].includes(word) ? false : null;
}
