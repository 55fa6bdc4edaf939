import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import {quoted} from "./files.ts";
import {KEPT_LISTS} from "./storedRows.ts";

/**
 * Kept readings stand in folders, each with one Parquet for each list: reading_key, ordinal (order inside the reading) and the columns of
 * the list with their types. A folder is written whole and never changed.
 */
const ORIGIN = {reading_key: "VARCHAR", ordinal: "BIGINT"};

/** Longest line of CSV that DuckDB is told to expect; its own bound is 2 MB. */
const MIN_LINE_SIZE = 2 ** 21;

/** Names and types of a kept table. */
function columnsOf(list: string): [name: string, type: string][] {
  const columns = Object.entries({...ORIGIN, ...KEPT_LISTS[list]});
  return columns.map(([name, type]) => [name, type.replace(" not null", "")]);
}

/**
 * Writes the folder `target` from files of CSV (see `csvLine`), one for each list that has rows.
 * @param longest line of them in bytes.
 */
export async function keepRows(
  session: Kysely<unknown>,
  csvOf: ReadonlyMap<string, string>,
  target: string,
  longest: number
): Promise<void> {
  mkdirSync(target, {recursive: true});
  for (const list of Object.keys(KEPT_LISTS)) {
    const columns = columnsOf(list);
    const csv = csvOf.get(list);
    const source =
      csv === undefined
        ? `select ${columns.map(([name, type]) => `null::${type} as "${name}"`).join(", ")} where false`
        : `select * from read_csv(${quoted(csv)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
            new_line = '\\n', nullstr = '', allow_quoted_nulls = false, parallel = false,
            max_line_size = ${Math.max(MIN_LINE_SIZE, longest + 1024)},
            columns = {${columns.map(([name, type]) => `'${name}': '${type}'`).join(", ")}})`;
    await copyTo(session, source, join(target, `${list}.parquet`));
  }
}

/** Writes the folder `target` with all that the views show. */
export async function gather(session: Kysely<unknown>, target: string): Promise<void> {
  mkdirSync(target, {recursive: true});
  for (const list of Object.keys(KEPT_LISTS)) {
    await copyTo(session, `select * from kept_${list}`, join(target, `${list}.parquet`));
  }
}

/** Keys of the readings in a folder. */
export async function keysIn(session: Kysely<unknown>, folder: string): Promise<string[]> {
  const {rows} = await sql<{reading_key: string}>`
    select reading_key from read_parquet(${join(folder, "reading.parquet")})
  `.execute(session);
  return rows.map((row) => row.reading_key);
}

/** Makes the temporary views `kept_<list>`: the readings in use, each from the folder it is named with. */
export async function createKeptViews(
  session: Kysely<unknown>,
  inUse: ReadonlyMap<string, readonly string[]>
): Promise<void> {
  const keys = [...inUse].flatMap(([folder, ofFolder]) => ofFolder.map((reading_key) => ({folder, reading_key})));
  await sql`
    create or replace temp table kept_keys as
    select unnest(from_json(${JSON.stringify(keys)}, '[{"folder": "VARCHAR", "reading_key": "VARCHAR"}]'), recursive := true)
  `.execute(session);
  for (const list of Object.keys(KEPT_LISTS)) {
    const columns = columnsOf(list);
    const parts = [...inUse.keys()].map((folder) => {
      const path = quoted(join(folder, `${list}.parquet`));
      const keysOf = `select reading_key from kept_keys where folder = ${quoted(folder)}`;
      return `select * from read_parquet(${path}) where reading_key in (${keysOf})`;
    });
    const none = `select ${columns.map(([name, type]) => `null::${type} as "${name}"`).join(", ")} where false`;
    const query = parts.length === 0 ? none : parts.join(" union all by name ");
    await sql.raw(`create or replace temp view kept_${list} as ${query}`).execute(session);
  }
}

async function copyTo(session: Kysely<unknown>, query: string, path: string): Promise<void> {
  await sql.raw(`copy (${query}) to ${quoted(path)} (format parquet, compression zstd)`).execute(session);
}
