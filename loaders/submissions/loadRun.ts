import type {Refusal} from "../read/workbook.ts";
import type {SubmissionFile} from "./listSubmissionFiles.ts";
import {openSubmission} from "./openSubmission.ts";
import type {OwnIssue, PresentSubmission} from "./rawTablesFromReadings.ts";
import type {ReaderPool} from "./readerPool.ts";
import {READER_FAILURES} from "./readerFailures.ts";
import {hash, type ReadingCache, readingKey} from "./readingCache.ts";
import {type ReceiptBook, receiptIssue} from "./receiptBook.ts";
import type {Receipt} from "./receipts.ts";
import type {ReadJob} from "./serveReader.ts";

interface Tools {
  cache: ReadingCache;
  pool: ReaderPool;
  book: ReceiptBook;
  /** Of the reader, the forms and the register. */
  version: string;
}

interface Original {
  submission: PresentSubmission;
  receipt: Receipt | null;
}

/** One pass over the files in the order of their paths: which are new, which repeat, which were read before. */
export class LoadRun {
  readonly present: PresentSubmission[] = [];
  readonly issues: OwnIssue[] = [];
  /** Readings that the files of this run use, and those of them that were made in this run. */
  readonly keys = new Set<string>();
  readonly newKeys = new Set<string>();
  /** Files whose reader was ended before it came to their end. */
  failed = 0;
  readonly #tools: Tools;
  /** Files seen so far by the hash of their bytes. */
  readonly #byHash = new Map<string, Original[]>();
  readonly #underWay = new Set<Promise<void>>();
  #failure: Error | null = null;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** Takes the next file. @throws Error naming the file if our own code failed on it or on one before. */
  async add({file, path, folderYear}: SubmissionFile): Promise<void> {
    const {book, cache, version} = this.#tools;
    const receipt = book.receiptOf(file);
    const opened = openSubmission(path);
    const sha256 = opened.ok ? hash(opened.bytes) : "";
    const same = this.#byHash.get(sha256) ?? [];
    const submission: PresentSubmission = {
      submission_id: opened.ok ? idOf(sha256, same.length) : hash(`path:${file}`).slice(0, 16),
      file,
      sha256,
      received_date: receipt?.received_date ?? null,
      sender: receipt?.sender ?? null,
      reading_key: null,
      fixed_status: null,
      year: receipt?.year ?? folderYear,
      stage: receipt?.stage ?? "chinh_thuc"
    };
    this.present.push(submission);
    for (const problem of book.problemsOf(file)) this.issues.push(receiptIssue(submission.submission_id, problem));
    if (!opened.ok) {
      submission.fixed_status = "rejected";
      this.issues.push(refusalIssue(submission, opened.refusal));
      return;
    }
    this.#byHash.set(sha256, [...same, {submission, receipt}]);
    const original = receipt?.withdrawn === true ? undefined : same.find((one) => repeats(receipt, one));
    if (original !== undefined) {
      submission.fixed_status = "duplicate";
      submission.reading_key = original.submission.reading_key;
      this.issues.push(duplicateIssue(submission, original.submission.file));
      return;
    }
    if (receipt?.withdrawn === true) submission.fixed_status = "withdrawn";
    const key = readingKey(sha256, {file, folderYear, receipt}, version);
    submission.reading_key = key;
    this.keys.add(key);
    if (cache.has(key)) return;
    this.newKeys.add(key);
    await this.#start({bytes: opened.bytes, context: {file, folderYear, receipt}, readingKey: key}, submission);
  }

  /** Waits for the files under way, then shows all readings in use. */
  async finish(): Promise<void> {
    await Promise.all(this.#underWay);
    if (this.#failure !== null) throw this.#failure;
    await this.#tools.cache.flush();
    await this.#tools.cache.show([...this.keys]);
  }

  async #start(job: ReadJob, submission: PresentSubmission): Promise<void> {
    while (this.#underWay.size >= this.#tools.pool.depth) await Promise.race(this.#underWay);
    if (this.#failure !== null) throw this.#failure;
    const task = this.#read(job, submission).catch((error: unknown) => {
      this.#failure ??= error as Error;
    });
    this.#underWay.add(task);
    void task.then(() => this.#underWay.delete(task));
  }

  async #read(job: ReadJob, submission: PresentSubmission): Promise<void> {
    const outcome = await this.#tools.pool.read(job);
    if (outcome.kind === "read") await this.#tools.cache.add(outcome.lines);
    else this.#refuse(submission, job.readingKey, READER_FAILURES[outcome.kind]);
  }

  /** Refuses a file for this run only: on another machine, or when less is going on, it may be read. */
  #refuse(submission: PresentSubmission, key: string, refusal: Refusal): void {
    this.keys.delete(key);
    this.newKeys.delete(key);
    this.failed++;
    submission.reading_key = null;
    submission.fixed_status ??= "rejected";
    this.issues.push(refusalIssue(submission, refusal));
  }
}

/** A submission is its bytes; the second file of the same bytes is "…-2". */
function idOf(sha256: string, earlier: number): string {
  return earlier === 0 ? sha256.slice(0, 16) : `${sha256.slice(0, 16)}-${earlier + 1}`;
}

/**
 * True if a file says nothing that the earlier one of the same bytes does not: the earlier one counts, and the receipt declares
 * no other commune, year or stage ("the file you have is final now").
 */
function repeats(receipt: Receipt | null, {submission, receipt: earlier}: Original): boolean {
  if (submission.fixed_status !== null || receipt === null) return submission.fixed_status === null;
  return (["commune", "year", "stage"] as const).every((key) => {
    return receipt[key] === null || receipt[key] === (earlier?.[key] ?? null);
  });
}

function refusalIssue({submission_id}: PresentSubmission, {rule, message, remedy}: Refusal): OwnIssue {
  return {...BLANK_ISSUE, submission_id, severity: "row_error", rule, message, remedy};
}

function duplicateIssue({submission_id}: PresentSubmission, original: string): OwnIssue {
  const message = `Tệp giống hệt tệp "${original}": không nạp lần nữa.`;
  const remedy = "Không cần làm gì. Nếu định gửi số liệu mới thì kiểm tra đã lưu tệp trước khi gửi chưa.";
  return {...BLANK_ISSUE, submission_id, severity: "info", rule: "duplicate", message, remedy};
}

const BLANK_ISSUE = {commune_code: null, sheet: null, cell: null, row_number: null, field: null, raw_value: null};
