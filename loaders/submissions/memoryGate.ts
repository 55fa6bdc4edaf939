import {totalmem} from "node:os";
import {readZipDirectory} from "../read/zipDirectory.ts";
import {RefusalError} from "../read/refusal.ts";

/** Memory that reading takes for each byte of unpacked content: the content itself, its cells, its rows. */
const PER_BYTE = 8;

/** Lets files be read side by side as long as they fit into memory together; a file too large for that is read alone. */
export class MemoryGate {
  readonly #limit: number;
  #used = 0;
  readonly #waiting: {need: number; enter: () => void}[] = [];

  /** @param limit in bytes: half of the machine's memory. */
  constructor(limit = totalmem() / 2) {
    this.#limit = limit;
  }

  /** Runs `task` when there is room for what reading `bytes` needs; first come, first served. */
  async run<T>(bytes: Uint8Array, task: () => Promise<T>): Promise<T> {
    const need = memoryNeed(bytes);
    if (!this.#fits(need) || this.#waiting.length > 0) {
      await new Promise<void>((enter) => this.#waiting.push({need, enter}));
    } else this.#used += need;
    try {
      return await task();
    } finally {
      this.#used -= need;
      this.#admit();
    }
  }

  #fits(need: number): boolean {
    return this.#used === 0 || this.#used + need <= this.#limit;
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined && this.#fits(next.need); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#used += next.need;
      next.enter();
    }
  }
}

/** What reading a file may take, by the unpacked size of its XML and record parts; pictures are never unpacked. */
export function memoryNeed(bytes: Uint8Array): number {
  if (bytes[0] !== 0x50) return bytes.length * PER_BYTE;
  try {
    let unpacked = 0;
    for (const {name, size} of readZipDirectory(bytes).values()) if (/\.(?:xml|bin)$/i.test(name)) unpacked += size;
    return bytes.length + unpacked * PER_BYTE;
  } catch (error) {
    // Refused before anything is unpacked.
    if (error instanceof RefusalError) return bytes.length;
    throw error;
  }
}
