import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Kysely} from "kysely";
import type {Register} from "../reference/register.ts";
import type {Forms} from "../validate/form.ts";
import type {Workspace} from "../workspace.ts";
import {bundleReaders, type ReaderEntries} from "./bundleReaders.ts";
import {listSubmissionFiles, RECEIPTS_FILE} from "./listSubmissionFiles.ts";
import {LoadRun} from "./loadRun.ts";
import {type LoadSummary, summariseLoad} from "./loadSummary.ts";
import {createRawTables} from "./rawTablesFromReadings.ts";
import {ReaderPool} from "./readerPool.ts";
import {DamagedCacheError, hash, ReadingCache} from "./readingCache.ts";
import {matchReceipts, receiptIssue, receiptsSubmission} from "./receiptBook.ts";
import {NO_RECEIPTS, readReceipts} from "./receipts.ts";

export type {LoadSummary} from "./loadSummary.ts";

export interface LoadOptions {
  register: Register;
  forms: Forms;
  /** Reads every file again, whatever is kept. */
  isFull?: boolean;
  /** Called before each file: how many are done, of how many, which one is at hand. */
  progress?: (done: number, total: number, file: string) => void;
  /** Scripts of the threads that read, and of the processes that read .xls files. */
  readers?: ReaderEntries;
}

const READERS: ReaderEntries = {
  thread: new URL("./readerThread.ts", import.meta.url),
  process: new URL("./readerProcess.ts", import.meta.url)
};

/**
 * Brings every file under the workspace's `submissions` into the raw tables of `db`, which are made anew. A file is read only
 * if its bytes, its name, its receipt, the forms, the register or the reader changed since it was last read.
 * A file that cannot be used is an issue, never an error. @throws Error naming the file if our own code fails on it.
 */
export async function loadSubmissions<DB>(
  db: Kysely<DB>,
  workspace: Workspace,
  options: LoadOptions
): Promise<LoadSummary> {
  return db.connection().execute(async (connection) => {
    const session = connection as unknown as Kysely<unknown>;
    try {
      return await load(session, workspace, options);
    } catch (error) {
      if (!(error instanceof DamagedCacheError) || options.isFull === true) throw error;
      return load(session, workspace, {...options, isFull: true});
    }
  });
}

async function load(
  session: Kysely<unknown>,
  workspace: Workspace,
  {register, forms, isFull = false, progress = () => undefined, readers = READERS}: LoadOptions
): Promise<LoadSummary> {
  const files = listSubmissionFiles(workspace.submissions);
  const receiptsPath = join(workspace.submissions, RECEIPTS_FILE);
  const receiptsBytes = existsSync(receiptsPath) ? readFileSync(receiptsPath) : null;
  const book = matchReceipts(receiptsBytes === null ? NO_RECEIPTS : readReceipts(receiptsBytes), files);
  const {home} = workspace.settings;
  const rules = {register, forms, homeProvince: home.level === "province" ? home.code : null};
  const scripts = await bundleReaders(readers);
  const version = hash(JSON.stringify([scripts.version, rules]));
  const cache = await ReadingCache.open(join(workspace.build, "submissions"), session, isFull);
  const pool = new ReaderPool(scripts, rules);
  const run = new LoadRun({cache, pool, book, version});
  try {
    for (const [i, file] of files.entries()) {
      progress(i, files.length, file.file);
      await run.add(file);
    }
    await run.finish();
  } finally {
    await pool.close();
  }
  const receipts = receiptsBytes === null ? null : receiptsSubmission(receiptsBytes, book);
  const present = receipts === null ? run.present : [...run.present, receipts];
  const receiptIssues = receipts === null ? [] : book.problems.map((one) => receiptIssue(receipts.submission_id, one));
  try {
    await createRawTables(session, present, [...run.issues, ...receiptIssues]);
  } catch (error) {
    if (run.keys.size === run.newKeys.size) throw error;
    throw new DamagedCacheError((error as Error).message, {cause: error});
  }
  await cache.tidy(run.keys);
  return summariseLoad(session, {
    files: files.length,
    read: run.newKeys.size + run.failed,
    from_cache: run.keys.size - run.newKeys.size,
    failed: run.failed
  });
}
