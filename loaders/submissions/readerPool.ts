import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import {build} from "esbuild";
import type {Rules} from "./readSubmission.ts";
import type {ReadAnswer, ReadJob} from "./serveReader.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MAX_THREADS = 8;
/** Enough for the largest file the reader accepts; a thread that needs more is ended, the run goes on. */
const THREAD_MEMORY_MB = 3072;
/** A workbook takes some forty times its own size to read: files of this size together take about as much as one large one. */
const BYTES_TOGETHER = 32 * 2 ** 20;

/** Compiles a reader thread to one script. Its text is the reader's version: any change of code or of a library changes it. */
export async function bundleReader(entry: URL): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    absWorkingDir: ROOT,
    legalComments: "none",
    logLevel: "silent"
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("esbuild made no script");
  return script.text;
}

/** How a job ended: its lines, or "out of memory". */
export type ReadOutcome = {kind: "read"; lines: string[]} | {kind: "out of memory"};

export interface PoolOptions {
  threads?: number;
  /** Bytes of files that may be under way together; a larger one is read alone. */
  bytesTogether?: number;
  /** Heap of one thread in MB. */
  threadMemory?: number;
}

/** Threads that read files, started when there is work for them. */
export class ReaderPool {
  readonly #script: string;
  readonly #rules: Rules;
  readonly #size: number;
  readonly #threadMemory: number;
  readonly #bytesTogether: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: ((worker: Worker) => void)[] = [];
  #bytes = 0;

  /** @param script made by `bundleReader`. */
  constructor(
    script: string,
    rules: Rules,
    {
      threads = Math.min(availableParallelism(), MAX_THREADS),
      threadMemory = THREAD_MEMORY_MB,
      bytesTogether = BYTES_TOGETHER
    }: PoolOptions = {}
  ) {
    this.#script = script;
    this.#rules = rules;
    this.#size = threads;
    this.#threadMemory = threadMemory;
    this.#bytesTogether = bytesTogether;
  }

  /** Most jobs that are worth having under way: one for each thread, one waiting. */
  get depth(): number {
    return this.#size * 2;
  }

  /** True if a file of so many bytes may come under way besides the others: memory is bounded, a large file is read alone. */
  hasRoomFor(bytes: number): boolean {
    return this.#bytes === 0 || this.#bytes + bytes <= this.#bytesTogether;
  }

  /** Reads one file in a thread of its own turn. @throws Error naming the file if our own code fails on it. */
  async read(job: ReadJob): Promise<ReadOutcome> {
    // The bytes are handed over to the thread: here they are gone once it has them.
    const {length} = job.bytes;
    this.#bytes += length;
    try {
      return await this.#read(job);
    } finally {
      this.#bytes -= length;
    }
  }

  async #read(job: ReadJob): Promise<ReadOutcome> {
    const worker = await this.#take();
    const {file} = job.context;
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        worker.removeAllListeners("message");
        worker.removeAllListeners("error");
      };
      worker.once("message", (answer: ReadAnswer) => {
        settle();
        this.#give(worker);
        if (answer.ok) resolve({kind: "read", lines: answer.lines});
        else reject(new Error(`Lỗi của chương trình khi đọc tệp "${file}": ${answer.message}`, {cause: answer.stack}));
      });
      worker.once("error", (error: NodeJS.ErrnoException) => {
        settle();
        this.#all.delete(worker);
        if (this.#waiting.length > 0) this.#give(this.#start());
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({kind: "out of memory"});
        else reject(new Error(`Lỗi của chương trình khi đọc tệp "${file}": ${error.message}`, {cause: error}));
      });
      worker.postMessage(job, [job.bytes.buffer as ArrayBuffer]);
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map(async (worker) => worker.terminate()));
  }

  async #take(): Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.size < this.#size) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(worker);
    else next(worker);
  }

  #start(): Worker {
    const worker = new Worker(this.#script, {
      eval: true,
      workerData: this.#rules,
      execArgv: [],
      resourceLimits: {maxOldGenerationSizeMb: this.#threadMemory}
    });
    this.#all.add(worker);
    return worker;
  }
}
