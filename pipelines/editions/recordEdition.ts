import {closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../database/openDatabase.ts";
import type {PublicTables} from "../tables.ts";
import {type EditionFile, editionsFolder, KEPT_EDITIONS, listEditions, nextEdition} from "./editionFile.ts";
import {EDITION_COLUMNS, editionRows, FIGURE_KINDS} from "./editionRows.ts";
import {inputHashes} from "./inputHashes.ts";

type Db = Kysely<PublicTables>;

/** What became of a run's record. */
export interface RecordedEdition {
  /** The edition that stands for the warehouse; null while no file counts. */
  edition: EditionFile | null;
  is_new: boolean;
  /** Names of kept editions that cannot be read: they are passed over, and said. */
  damaged: string[];
}

/**
 * Keeps what the warehouse makes public as an edition, unless the last readable one holds the same. The same warehouse makes the same
 * bytes; no clock. Written beside and put in place whole; a damaged edition is passed over, never mended.
 */
export async function recordEdition(workspace: Workspace): Promise<RecordedEdition> {
  const known = listEditions(workspace);
  const folder = editionsFolder(workspace);
  const draft = join(folder, "draft.parquet.new");
  const db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
  try {
    const settings = await db.selectFrom("build_settings").select("as_of").executeTakeFirstOrThrow();
    const counted = await db
      .selectFrom("submission_parts")
      .select("form")
      .where("is_counted", "=", true)
      .limit(1)
      .execute();
    if (counted.length === 0) return {edition: null, is_new: false, damaged: []};
    mkdirSync(folder, {recursive: true});
    await write(db, workspace, draft);
    const {same, damaged} = await sameAsLast(db, draft, known);
    if (same) return {edition: same, is_new: false, damaged};
    const edition = nextEdition(workspace, known, settings.as_of);
    toDisk(draft);
    renameSync(draft, edition.path);
    for (const old of [...known, edition].slice(0, -KEPT_EDITIONS)) rmSync(old.path, {force: true});
    return {edition, is_new: true, damaged};
  } finally {
    await db.destroy();
    rmSync(draft, {force: true});
  }
}

/** Whether any edition is kept yet. */
export function hasEdition(workspace: Workspace): boolean {
  return listEditions(workspace).length > 0;
}

const columns = sql.join(EDITION_COLUMNS.map((name) => sql.id(name)));

/** The last readable edition, if it holds the same as the draft; those after it are damaged. */
async function sameAsLast(
  db: Db,
  draft: string,
  known: readonly EditionFile[]
): Promise<{same: EditionFile | null; damaged: string[]}> {
  const damaged: string[] = [];
  for (const edition of known.toReversed()) {
    try {
      return {same: (await isSame(db, draft, edition.path)) ? edition : null, damaged};
    } catch {
      damaged.push(edition.id);
    }
  }
  return {same: null, damaged};
}

/** Whether the file is a whole record: every column is read, for damage may lie anywhere in it. */
export async function isReadable(db: Db, path: string): Promise<boolean> {
  try {
    const {rows} = await sql<{about: number}>`
      select count(*) filter (where kind = 'about') as about, sum(hash(${columns}) % 2) as read
      from read_parquet(${sql.lit(path)})
    `.execute(db);
    return rows[0]?.about === 1;
  } catch {
    return false;
  }
}

async function isSame(db: Db, draft: string, last: string): Promise<boolean> {
  const kinds = sql.join(FIGURE_KINDS.map((kind) => sql.lit(kind)));
  const now = sql`select ${columns} from read_parquet(${sql.lit(draft)}) where kind in (${kinds})`;
  const before = sql`select ${columns} from read_parquet(${sql.lit(last)}) where kind in (${kinds})`;
  const {rows} = await sql<{n: number}>`
    select count(*) as n from (((${now}) except (${before})) union all ((${before}) except (${now})))
  `.execute(db);
  return rows[0]?.n === 0;
}

/** One file, its rows in order. */
async function write(db: Db, workspace: Workspace, path: string): Promise<void> {
  await sql`
    copy (${editionRows(inputHashes(workspace))}) to ${sql.lit(path)} (format parquet, compression zstd)
  `.execute(db);
}

/** The record must be on the disk before its name is. */
function toDisk(path: string): void {
  const handle = openSync(path, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
