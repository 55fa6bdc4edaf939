import {needsOther, type ReadOther} from "../read/readWorkbook.ts";
import {RefusalError} from "../read/refusal.ts";
import type {ReadResult} from "../read/workbook.ts";
import {bundleScript} from "../compiled.ts";
import {startProcess} from "./processReader.ts";
import {READER_FAILURES} from "./readerFailures.ts";
import {PROCESS_MEMORY_MB, PROCESS_TIME_MS} from "./readerPool.ts";
import {ReaderQueue} from "./readerQueue.ts";
import type {Rules} from "./readSubmission.ts";

const ENTRY = new URL("./workbookProcess.ts", import.meta.url);

/** Reads .xls files one at a time in a process of its own, with the limits that the loader sets. */
export class LegacyWorkbooks {
  readonly #rules: Rules;
  #queue: Promise<ReaderQueue> | null = null;

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  /**
   * The reader to hand to `readWorkbook` for these bytes: the process has read them already. Undefined for a file that needs none.
   * @throws Error if our own code fails on the file.
   */
  async readerOf(bytes: Uint8Array, file: string): Promise<ReadOther | undefined> {
    if (!needsOther(bytes)) return undefined;
    this.#queue ??= this.#start();
    const queue = await this.#queue;
    const context = {file, folderYear: null, receipt: null};
    const outcome = await queue.read({bytes, context, readingKey: ""});
    return () => {
      if (outcome.kind !== "read") throw new RefusalError(READER_FAILURES[outcome.kind]);
      const result = JSON.parse(outcome.lines[0] ?? "") as ReadResult;
      if (!result.ok) throw new RefusalError(result.refusal);
      return result.workbook;
    };
  }

  async close(): Promise<void> {
    await (await this.#queue)?.close();
  }

  async #start(): Promise<ReaderQueue> {
    const script = bundleScript(ENTRY);
    await script;
    return new ReaderQueue(() => startProcess(script, this.#rules, PROCESS_MEMORY_MB), 1, PROCESS_TIME_MS);
  }
}
