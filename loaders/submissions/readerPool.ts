import {availableParallelism} from "node:os";
import {needsOther} from "../read/readWorkbook.ts";
import type {ReaderScripts} from "./bundleReaders.ts";
import {MemoryGate} from "./memoryGate.ts";
import {startProcess} from "./processReader.ts";
import type {ReadOutcome} from "./reader.ts";
import {ReaderQueue} from "./readerQueue.ts";
import type {Rules} from "./readSubmission.ts";
import type {ReadJob} from "./serveReader.ts";
import {startThread} from "./threadReader.ts";

const MAX_THREADS = 8;
/** Enough for the largest file the reader accepts; a thread that needs more is ended, the run goes on. */
const THREAD_MEMORY_MB = 2048;
/** Far more than the largest file needs on a slow machine. */
const THREAD_TIME_MS = 120_000;
/** Readers of .xls: a library that was made for honest files, so each has a process of its own and less of everything. */
const PROCESSES = 2;
export const PROCESS_MEMORY_MB = {heap: 768, resident: 1024};
export const PROCESS_TIME_MS = 20_000;

export interface PoolOptions {
  threads?: number;
  /** Heap of one thread in MB. */
  threadMemory?: number;
  threadTime?: number;
  processMemory?: typeof PROCESS_MEMORY_MB;
  processTime?: number;
}

/** Readers of submitted files: threads, and processes for .xls. */
export class ReaderPool {
  readonly #threads: ReaderQueue;
  readonly #processes: ReaderQueue;
  readonly #gate = new MemoryGate();
  /** Most jobs that are worth having under way: one for each thread, one waiting. */
  readonly depth: number;

  constructor(
    {thread, process}: Pick<ReaderScripts, "thread" | "process">,
    rules: Rules,
    {
      threads = Math.min(availableParallelism(), MAX_THREADS),
      threadMemory = THREAD_MEMORY_MB,
      threadTime = THREAD_TIME_MS,
      processMemory = PROCESS_MEMORY_MB,
      processTime = PROCESS_TIME_MS
    }: PoolOptions = {}
  ) {
    this.#threads = new ReaderQueue(() => startThread(thread, rules, threadMemory), threads, threadTime);
    this.#processes = new ReaderQueue(
      () => startProcess(process(), rules, processMemory),
      Math.min(threads, PROCESSES),
      processTime
    );
    this.depth = threads * 2;
  }

  /** Reads one file in a reader of its kind. @throws Error naming the file if our own code fails on it. */
  async read(job: ReadJob): Promise<ReadOutcome> {
    const readers = needsOther(job.bytes) ? this.#processes : this.#threads;
    return this.#gate.run(job.bytes, async () => readers.read(job));
  }

  async close(): Promise<void> {
    await Promise.all([this.#threads.close(), this.#processes.close()]);
  }
}
