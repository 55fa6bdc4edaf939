import type {Reader, ReadOutcome} from "./reader.ts";
import type {ReadJob} from "./serveReader.ts";

/** Readers of one kind, started when there is work for them; one that failed or took too long is ended and replaced. */
export class ReaderQueue {
  readonly #start: () => Reader;
  readonly #size: number;
  readonly #timeLimit: number;
  readonly #idle: Reader[] = [];
  readonly #all = new Set<Reader>();
  readonly #waiting: ((reader: Reader) => void)[] = [];

  /** @param size most readers at a time. @param timeLimit of one file, in milliseconds. */
  constructor(start: () => Reader, size: number, timeLimit: number) {
    this.#start = start;
    this.#size = size;
    this.#timeLimit = timeLimit;
  }

  /** Reads one file in its turn. @throws Error if our own code fails on it. */
  async read(job: ReadJob): Promise<ReadOutcome> {
    const reader = await this.#take();
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<ReadOutcome>((resolve) => {
      timer = setTimeout(() => resolve({kind: "too slow"}), this.#timeLimit);
    });
    try {
      const outcome = await Promise.race([reader.read(job), tooSlow]);
      if (outcome.kind === "read") this.#give(reader);
      else this.#replace(reader);
      return outcome;
    } catch (error) {
      this.#replace(reader);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map(async (reader) => reader.end()));
  }

  async #take(): Promise<Reader> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.size < this.#size) return this.#begin();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(reader: Reader): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(reader);
    else next(reader);
  }

  #replace(reader: Reader): void {
    this.#all.delete(reader);
    void reader.end();
    if (this.#waiting.length > 0) this.#give(this.#begin());
  }

  #begin(): Reader {
    const reader = this.#start();
    this.#all.add(reader);
    return reader;
  }
}
