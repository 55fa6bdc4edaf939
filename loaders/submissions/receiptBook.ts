import type {SubmissionFile} from "./listSubmissionFiles.ts";
import {RECEIPTS_FILE} from "./listSubmissionFiles.ts";
import type {OwnIssue, PresentSubmission} from "./rawTablesFromReadings.ts";
import {hash} from "./readingCache.ts";
import type {Receipt, ReceiptProblem, Receipts} from "./receipts.ts";

/** Receipts laid beside the files they are about. */
export interface ReceiptBook {
  receiptOf: (file: string) => Receipt | null;
  /** Problems of lines that belong to a file, by that file. */
  problemsOf: (file: string) => readonly ReceiptProblem[];
  /** Problems that belong to no file: a line for a file that is not there, a table that cannot be read. */
  problems: readonly ReceiptProblem[];
}

/** Lays the lines of receipts.csv beside the files; a path that differs only in case is the same path (Windows). */
export function matchReceipts({lines, problems}: Receipts, files: readonly SubmissionFile[]): ReceiptBook {
  const exact = new Map(files.map(({file}) => [file, file]));
  const folded = new Map(files.map(({file}) => [file.toLowerCase(), file]));
  const find = (file: string): string | undefined => exact.get(file) ?? folded.get(file.toLowerCase());
  const receipts = new Map<string, Receipt>();
  const homeless: ReceiptProblem[] = [];
  for (const {line, receipt} of lines) {
    const file = find(receipt.file);
    if (file === undefined) homeless.push(missingFile(line, receipt.file));
    else receipts.set(file, {...receipt, file});
  }
  const byFile = new Map<string, ReceiptProblem[]>();
  for (const problem of problems) {
    const file = problem.file === null ? undefined : find(problem.file);
    if (file === undefined) homeless.push(problem);
    else byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  return {
    receiptOf: (file) => receipts.get(file) ?? null,
    problemsOf: (file) => byFile.get(file) ?? [],
    problems: homeless
  };
}

function missingFile(line: number, file: string): ReceiptProblem {
  return {
    file: null,
    line,
    field: "file",
    raw_value: file,
    message: `receipts.csv, dòng ${line}: không có tệp "${file}" trong thư mục submissions.`,
    remedy: "Sửa đường dẫn cho khớp tên tệp, chép tệp vào, hoặc xoá dòng này."
  };
}

/** The issue that tells a problem of receipts.csv. */
export function receiptIssue(
  submission_id: string,
  {line, field, raw_value, message, remedy}: ReceiptProblem
): OwnIssue {
  return {
    submission_id,
    commune_code: null,
    severity: line === null ? "row_error" : field === "file" ? "warning" : "value_error",
    rule: "receipts",
    sheet: null,
    cell: null,
    row_number: line,
    field,
    raw_value,
    message,
    remedy
  };
}

/** receipts.csv itself as a submission, so that its problems have a file to stand under; null if there are none. */
export function receiptsSubmission(bytes: Uint8Array, book: ReceiptBook): PresentSubmission | null {
  if (book.problems.length === 0) return null;
  const sha256 = hash(bytes);
  return {
    submission_id: sha256.slice(0, 16),
    file: RECEIPTS_FILE,
    sha256,
    received_date: null,
    sender: null,
    reading_key: null,
    fixed_status: book.problems.some(({line}) => line === null) ? "rejected" : "partly_accepted",
    year: null,
    stage: "chinh_thuc"
  };
}
