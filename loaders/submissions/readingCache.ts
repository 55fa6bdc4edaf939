import {createHash} from "node:crypto";
import {appendFileSync, mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Kysely} from "kysely";
import {PATIENTLY} from "./files.ts";
import {createKeptViews, gather, keepRows, keysIn} from "./keptTables.ts";
import type {SubmissionContext} from "./readSubmission.ts";

/** Characters of CSV that are written at once: some hundred files. */
const BATCH_LENGTH = 2 ** 23;

/** Folders beyond which their readings are gathered into one. */
const MAX_FOLDERS = 12;

/** Name of a folder of readings: a hash of what it holds. */
const FOLDER = /^[0-9a-f]{64}$/;

/** Name under which the reading of a file is kept: equal as long as nothing that decides the reading changes. */
export function readingKey(sha256: string, {file, folderYear, receipt}: SubmissionContext, version: string): string {
  return hash(JSON.stringify([version, sha256, file, folderYear, receipt]));
}

export function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A kept reading cannot be used, as after a full disk: reading everything again heals it. */
export class DamagedCacheError extends Error {}

/**
 * The kept readings: immutable folders of Parquet files, in a folder that may be deleted at any time. Works on one connection, and shows
 * the readings in use as its temporary views `kept_<list>` (see `keptTables.ts`).
 */
export class ReadingCache {
  readonly #directory: string;
  readonly #session: Kysely<unknown>;
  /** The folder that each reading stands in. */
  readonly #folderOf: Map<string, string>;
  #parts: string[] = [];
  #length = 0;
  #batches = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(directory: string, session: Kysely<unknown>, folderOf: Map<string, string>) {
    this.#directory = directory;
    this.#session = session;
    this.#folderOf = folderOf;
  }

  /** Opens the cache in `directory`; `isFull` forgets what is kept. A folder that cannot be read holds nothing. */
  static async open(directory: string, session: Kysely<unknown>, isFull: boolean): Promise<ReadingCache> {
    mkdirSync(directory, {recursive: true});
    const folderOf = new Map<string, string>();
    for (const name of isFull ? [] : readdirSync(directory).filter((one) => FOLDER.test(one))) {
      const keys = await keysIn(session, join(directory, name)).catch(() => []);
      for (const key of keys) folderOf.set(key, name);
    }
    return new ReadingCache(directory, session, folderOf);
  }

  has(key: string): boolean {
    return this.#folderOf.has(key);
  }

  /**
   * Keeps the parts of a new reading; they are written in batches while the next files are read, `flush` ends the last one.
   * Waits only if two batches are under way.
   */
  async add(parts: readonly string[]): Promise<void> {
    for (const part of parts) {
      this.#parts.push(part);
      this.#length += part.length;
    }
    if (this.#length < BATCH_LENGTH) return;
    const previous = this.#writing;
    this.#startBatch();
    await previous;
  }

  async flush(): Promise<void> {
    if (this.#parts.length > 0) this.#startBatch();
    await this.#writing;
  }

  #startBatch(): void {
    const parts = this.#parts;
    this.#parts = [];
    this.#length = 0;
    this.#writing = this.#writing.then(async () => this.#write(parts));
    // Whoever waits next is told; until then the failure must not end the process.
    this.#writing.catch(() => undefined);
  }

  async #write(parts: readonly string[]): Promise<void> {
    const draft = join(this.#directory, `new-${process.pid}-${++this.#batches}`);
    try {
      mkdirSync(draft, {recursive: true});
      const csvOf = new Map<string, string>();
      let longest = 0;
      for (const part of parts) {
        const end = part.indexOf("\n");
        const list = part.slice(0, end);
        const csv = join(draft, `${list}.csv`);
        const rows = Buffer.from(part.slice(end + 1));
        // No line is longer than its part.
        longest = Math.max(longest, rows.length);
        csvOf.set(list, csv);
        appendFileSync(csv, rows);
      }
      const written = join(draft, "kept");
      await keepRows(this.#session, csvOf, written, longest);
      await this.#take(written);
    } finally {
      rmSync(draft, PATIENTLY);
    }
  }

  /** Gives a folder that is whole its name. */
  async #take(written: string): Promise<void> {
    const keys = await keysIn(this.#session, written);
    const name = hash([...keys].sort().join("\n"));
    rmSync(join(this.#directory, name), PATIENTLY);
    renameSync(written, join(this.#directory, name));
    for (const key of keys) this.#folderOf.set(key, name);
  }

  /** Makes the views of the readings of `keys`. @throws DamagedCacheError if a kept file cannot be read. */
  async show(keys: readonly string[]): Promise<void> {
    try {
      const inUse = new Map<string, string[]>();
      for (const key of keys) {
        const folder = join(this.#directory, this.#folderOf.get(key) ?? "");
        const ofFolder = inUse.get(folder);
        if (ofFolder === undefined) inUse.set(folder, [key]);
        else ofFolder.push(key);
      }
      await createKeptViews(this.#session, inUse);
    } catch (error) {
      throw new DamagedCacheError((error as Error).message, {cause: error});
    }
  }

  /** Deletes what no file of this run uses, and gathers what is in use if it has become scattered. */
  async tidy(keys: ReadonlySet<string>): Promise<void> {
    const used = new Set([...keys].map((key) => this.#folderOf.get(key)));
    const stale = [...this.#folderOf].filter(([key, folder]) => used.has(folder) && !keys.has(key)).length;
    if (used.size > MAX_FOLDERS || stale > keys.size / 20) {
      const draft = join(this.#directory, `new-${process.pid}-gathered`);
      await gather(this.#session, draft);
      await createKeptViews(this.#session, new Map());
      used.clear();
      await this.#take(draft);
      used.add(this.#folderOf.get([...keys][0] ?? ""));
    }
    for (const name of readdirSync(this.#directory)) {
      if (!used.has(name)) rmSync(join(this.#directory, name), PATIENTLY);
    }
  }
}
