import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import {PATIENTLY, quoted} from "./files.ts";
import {KEPT_LISTS} from "./storedRows.ts";

/**
 * The readings in use on one connection: a temporary view `kept_<list>` for each list, of reading_key, ordinal (order inside the
 * reading) and the columns of the list with their types. Behind it stand the readings unpacked in this run (`unpacked_<list>`)
 * and those of the run before that are still in use, in their gathered copy (`gathered/<list>.parquet`).
 */
const ORIGIN = {reading_key: "varchar", ordinal: "bigint"};

/** Names and types of a kept table. */
function columnsOf(list: string): [name: string, type: string][] {
  const columns = Object.entries(KEPT_LISTS[list] ?? {});
  return columns.map(([name, type]) => [name, type.replace(" not null", "")]);
}

/** Makes the tables of unpacked readings anew, and `staged` for packed readings: one row for each part of each list, its rows as text. */
export async function createUnpackedTables(session: Kysely<unknown>): Promise<void> {
  for (const list of Object.keys(KEPT_LISTS)) {
    const definitions = [...Object.entries(ORIGIN), ...columnsOf(list)].map(([name, type]) => `"${name}" ${type}`);
    await sql.raw(`create or replace temp table unpacked_${list} (${definitions.join(", ")})`).execute(session);
  }
  await sql`
    create or replace temp table staged (reading_key varchar, part integer, list varchar, rows varchar[][])
  `.execute(session);
}

/** Moves the packed readings of `staged` into the tables; every text becomes the value of its column. */
export async function unpackStaged(session: Kysely<unknown>): Promise<void> {
  for (const list of Object.keys(KEPT_LISTS)) {
    const values = columnsOf(list).map(([name, type], i) => `"row"[${i + 1}]::${type} as "${name}"`);
    await sql
      .raw(
        `insert into unpacked_${list} select reading_key, ordinal, ${values.join(", ")} from (
          select reading_key, part * 10000000::bigint + generate_subscripts(rows, 1) as ordinal, unnest(rows) as "row"
          from staged where list = '${list}'
        )`
      )
      .execute(session);
  }
  await sql`delete from staged`.execute(session);
}

/** Readings of the gathered copy in `directory`; none if there is no copy. */
export async function gatheredKeys(session: Kysely<unknown>, directory: string): Promise<Set<string>> {
  const path = join(directory, "reading.parquet");
  if (!existsSync(path)) return new Set();
  const {rows} = await sql<{reading_key: string}>`select reading_key from read_parquet(${path})`.execute(session);
  return new Set(rows.map((row) => row.reading_key));
}

/** Makes the views; of the gathered copy in `directory` they show the readings of `keys`, which it must hold. */
export async function createKeptViews(
  session: Kysely<unknown>,
  directory: string,
  keys: readonly string[]
): Promise<void> {
  await sql`
    create or replace temp table gathered_keys as select unnest(${JSON.stringify(keys)}::json::varchar[]) as reading_key
  `.execute(session);
  for (const list of Object.keys(KEPT_LISTS)) {
    const path = quoted(join(directory, `${list}.parquet`));
    const gathered = `select * from read_parquet(${path}) where reading_key in (select reading_key from gathered_keys)`;
    const more = keys.length === 0 ? "" : ` union all by name ${gathered}`;
    await sql.raw(`create or replace temp view kept_${list} as select * from unpacked_${list}${more}`).execute(session);
  }
}

/** Puts a copy of all that the views show in the place of `directory`. */
export async function gather(session: Kysely<unknown>, directory: string): Promise<void> {
  const written = `${directory}-new`;
  rmSync(written, PATIENTLY);
  mkdirSync(written, {recursive: true});
  for (const list of Object.keys(KEPT_LISTS)) {
    const path = quoted(join(written, `${list}.parquet`));
    await sql.raw(`copy (select * from kept_${list}) to ${path} (format parquet)`).execute(session);
  }
  await createKeptViews(session, directory, []);
  rmSync(directory, PATIENTLY);
  renameSync(written, directory);
}
