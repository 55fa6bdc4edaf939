import {DuckDBInstance} from "@duckdb/node-api";
import {Kysely, sql} from "kysely";
import {DuckdbDialect} from "./duckdbDialect.ts";

/**
 * Opens a DuckDB file (or ":memory:") as a Kysely database. `mode` READ_ONLY lets many readers in and refuses writes.
 * Close it with `db.destroy()`.
 */
export async function openDatabase<T>(
  path: string,
  {
    mode = "READ_WRITE",
    memoryLimit,
    threads
  }: {mode?: "READ_ONLY" | "READ_WRITE"; memoryLimit?: string; threads?: number} = {}
): Promise<Kysely<T>> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: path === ":memory:" ? "AUTOMATIC" : mode,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(memoryLimit === undefined ? {} : {memory_limit: memoryLimit}),
    ...(threads === undefined ? {} : {threads: String(threads)})
  });
  return new Kysely<T>({dialect: new DuckdbDialect(instance)});
}

/** Sets how many threads one statement may use. */
export async function useThreads<T>(db: Kysely<T>, threads: number): Promise<void> {
  await sql.raw(`set threads = ${threads}`).execute(db);
}
