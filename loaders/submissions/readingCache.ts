import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import {PATIENTLY, quoted} from "./files.ts";
import {createKeptViews, createUnpackedTables, gather, gatheredKeys, unpackStaged} from "./keptTables.ts";
import type {SubmissionContext} from "./readSubmission.ts";

/** Folder of the gathered copy: all readings of the last run, opened instead of the single files. */
const GATHERED = "gathered";

/** Columns of a kept reading: `rows` are the values of a list's rows, as text. */
const READING_COLUMNS = "{reading_key: 'VARCHAR', part: 'INTEGER', list: 'VARCHAR', rows: 'VARCHAR[][]'}";

/** Characters of JSON that are written at once: some hundred files. */
const BATCH_LENGTH = 2 ** 23;

/** Smallest limit of a JSON object that DuckDB is told: its own default. */
const MIN_OBJECT_SIZE = 2 ** 24;

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
 * The kept readings: one immutable Parquet per file read, `<key>.parquet`, in a folder that may be deleted at any time.
 * Works on one connection, and shows the readings in use as its temporary views `kept_<list>` (see `keptTables.ts`).
 */
export class ReadingCache {
  readonly #directory: string;
  readonly #session: Kysely<unknown>;
  readonly #kept: Set<string>;
  #lines: string[] = [];
  #length = 0;
  #batches = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(directory: string, session: Kysely<unknown>, kept: Set<string>) {
    this.#directory = directory;
    this.#session = session;
    this.#kept = kept;
  }

  /** Opens the cache in `directory`; `isFull` forgets what is kept. */
  static async open(directory: string, session: Kysely<unknown>, isFull: boolean): Promise<ReadingCache> {
    mkdirSync(directory, {recursive: true});
    await createUnpackedTables(session);
    if (isFull) rmSync(join(directory, GATHERED), PATIENTLY);
    const kept = readdirSync(directory).filter((name) => name.endsWith(".parquet"));
    return new ReadingCache(directory, session, new Set(isFull ? [] : kept.map(keyOf)));
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /**
   * Keeps the lines of a new reading; they are written in batches while the next files are read, `flush` ends the last one.
   * Waits only if two batches are under way.
   */
  async add(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      this.#lines.push(line);
      this.#length += line.length;
    }
    if (this.#length < BATCH_LENGTH) return;
    const previous = this.#writing;
    this.#startBatch();
    await previous;
  }

  async flush(): Promise<void> {
    if (this.#lines.length > 0) this.#startBatch();
    await this.#writing;
  }

  #startBatch(): void {
    const lines = this.#lines;
    this.#lines = [];
    this.#length = 0;
    this.#writing = this.#writing.then(async () => this.#write(lines));
    // Whoever waits next is told; until then the failure must not end the process.
    this.#writing.catch(() => undefined);
  }

  async #write(lines: readonly string[]): Promise<void> {
    const folder = join(this.#directory, `new-${process.pid}-${++this.#batches}`);
    try {
      await this.#writeIn(folder, lines);
    } finally {
      rmSync(folder, PATIENTLY);
    }
  }

  async #writeIn(folder: string, lines: readonly string[]): Promise<void> {
    mkdirSync(folder, {recursive: true});
    const json = join(folder, "readings.json");
    writeFileSync(json, lines.join("\n"));
    const longest = lines.reduce((most, line) => Math.max(most, Buffer.byteLength(line)), 0);
    const size = Math.max(MIN_OBJECT_SIZE, longest + 1024);
    const source = `columns = ${READING_COLUMNS}, format = 'newline_delimited', maximum_object_size = ${size}`;
    const target = "format parquet, partition_by (reading_key), write_partition_columns true, compression zstd";
    await this.#run(`create or replace temp table batch as select * from read_json(${quoted(json)}, ${source})`);
    await this.#run(`copy batch to ${quoted(join(folder, "parquet"))} (${target})`);
    await this.#run("insert into staged select reading_key, part, list, rows from batch");
    await this.#run("drop table batch");
    for (const name of readdirSync(join(folder, "parquet"))) {
      const [only, ...more] = readdirSync(join(folder, "parquet", name));
      const key = name.slice("reading_key=".length);
      if (only === undefined || more.length > 0)
        throw new Error(`reading ${key}: got ${more.length + 1} files, expected 1`);
      renameSync(join(folder, "parquet", name, only), this.#path(key));
    }
  }

  /** Brings kept readings into `staged`. @throws DamagedCacheError if a kept file cannot be read. */
  async load(keys: readonly string[]): Promise<void> {
    try {
      await this.#load(keys);
    } catch (error) {
      throw new DamagedCacheError((error as Error).message, {cause: error});
    }
  }

  async #load(keys: readonly string[]): Promise<void> {
    const directory = join(this.#directory, GATHERED);
    const gathered = await gatheredKeys(this.#session, directory);
    const single = keys.filter((key) => !gathered.has(key));
    if (single.length > 0) {
      const files = single.map((key) => quoted(this.#path(key))).join(", ");
      const source = `read_parquet([${files}], hive_partitioning = false)`;
      await this.#run(`insert into staged select reading_key, part, list, rows from ${source}`);
    }
    await unpackStaged(this.#session);
    await createKeptViews(
      this.#session,
      directory,
      keys.filter((key) => gathered.has(key))
    );
  }

  /** Deletes what no file of this run uses, and gathers what is in use if the gathered copy has become a poor match. */
  async tidy(keys: ReadonlySet<string>): Promise<void> {
    for (const name of readdirSync(this.#directory)) {
      const isUsed = name === GATHERED || (name.endsWith(".parquet") && keys.has(keyOf(name)));
      if (!isUsed) rmSync(join(this.#directory, name), PATIENTLY);
    }
    const gathered = await gatheredKeys(this.#session, join(this.#directory, GATHERED));
    const missing = [...keys].filter((key) => !gathered.has(key)).length;
    const stale = gathered.size - (keys.size - missing);
    if (missing + stale > keys.size / 20) await gather(this.#session, join(this.#directory, GATHERED));
  }

  async #run(statement: string): Promise<void> {
    await sql.raw(statement).execute(this.#session);
  }

  #path(key: string): string {
    return join(this.#directory, `${key}.parquet`);
  }
}

function keyOf(name: string): string {
  return name.slice(0, -".parquet".length);
}
