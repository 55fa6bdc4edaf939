import type {
  Addresses,
  Answer,
  CheckedFile,
  CommuneChoice,
  MarkedFile,
  Question,
  SaidOfFile
} from "../../loaders/checkFile/messages.ts";
import type {PictureRow} from "../../loaders/checkFile/picture.ts";

/** What is used of a Worker. */
export interface WorkerLike {
  postMessage: (message: Question, transfer: Transferable[]) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Why a file has no result: it took too long, or the reader failed on it. */
export class CheckFault extends Error {
  readonly kind: "time" | "crash";

  constructor(kind: "time" | "crash", message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A file is given this long; a form of 10,000 rows takes two seconds. */
const MOST_MILLISECONDS = 20_000;

type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;

/**
 * Asks a Worker to check files. The Worker is started with the first file; one that takes too long or fails is ended, and the next
 * file gets a new one.
 */
export class FileChecker {
  readonly #start: () => WorkerLike;
  readonly #addresses: () => Addresses;
  readonly #limit: number;
  #worker: WorkerLike | null = null;
  #lastId = 0;
  readonly #waiting = new Map<number, {done: (value: unknown) => void; fail: (fault: Error) => void}>();

  /** @param options.limit milliseconds that a question may take. */
  constructor({
    start,
    addresses,
    limit = MOST_MILLISECONDS
  }: {
    start: () => WorkerLike;
    addresses: () => Addresses;
    limit?: number;
  }) {
    this.#start = start;
    this.#addresses = addresses;
    this.#limit = limit;
  }

  /** Checks a file, which is then open: its rows may be asked for. @throws CheckFault */
  async check(bytes: Uint8Array, fileName: string, said: SaidOfFile): Promise<CheckedFile> {
    const question = {ask: "check", bytes, fileName, said, ...this.#addresses()} as const;
    return (await this.#ask(question, [bytes.buffer as ArrayBuffer])) as CheckedFile;
  }

  /** Drawn rows of a sheet of the open file. @throws CheckFault */
  async rows(sheet: number, first: number, count: number): Promise<PictureRow[]> {
    return (await this.#ask({ask: "rows", sheet, first, count})) as PictureRow[];
  }

  /** The open file with its problems written into it. @throws CheckFault */
  async marked(): Promise<MarkedFile> {
    return (await this.#ask({ask: "marked"})) as MarkedFile;
  }

  /** Communes that a file of the year may be of. @throws CheckFault */
  async communes(year: number | null): Promise<CommuneChoice[]> {
    return (await this.#ask({ask: "communes", year})) as CommuneChoice[];
  }

  #ask(question: Unnumbered<Question>, transfer: Transferable[] = []): Promise<unknown> {
    const worker = (this.#worker ??= this.#open());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end(new CheckFault("time", `no answer in ${this.#limit} ms`)), this.#limit);
      const settle = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
      };
      this.#waiting.set(id, {
        done: (value) => {
          settle();
          resolve(value);
        },
        fail: (fault) => {
          settle();
          reject(fault);
        }
      });
      worker.postMessage({...question, id}, transfer);
    });
  }

  #open(): WorkerLike {
    const worker = this.#start();
    worker.onmessage = ({data: answer}): void => {
      const waiting = this.#waiting.get(answer.id);
      if (answer.ok) waiting?.done(answer.value);
      else waiting?.fail(new CheckFault("crash", answer.message));
    };
    worker.onerror = (event): void => {
      event.preventDefault();
      this.#end(new CheckFault("crash", event.message || "the reader did not start"));
    };
    return worker;
  }

  /** Ends the Worker; whoever still waits is told why. */
  #end(fault: CheckFault): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const {fail} of [...this.#waiting.values()]) fail(fault);
  }
}
