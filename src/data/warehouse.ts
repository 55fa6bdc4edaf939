import {existsSync} from "node:fs";
import process from "node:process";
import {strToU8, zipSync} from "fflate";
import type {Kysely} from "kysely";
import {openWorkspace, type Workspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {print} from "./print.ts";

/** The data folder this site is built from: `DATA_DIR`, else `data`; `AS_OF` takes the place of its as-of day. */
export function siteWorkspace(): Workspace {
  return openWorkspace(process.env["DATA_DIR"] ?? "data", {asOf: process.env["AS_OF"] || undefined});
}

/**
 * Opens the warehouse for reading, calls `query`, closes it.
 * @throws Error saying what to run when no warehouse is there.
 */
export async function withWarehouse<T>(
  query: (db: Kysely<PublicTables>, workspace: Workspace) => Promise<T>
): Promise<T> {
  const workspace = siteWorkspace();
  return readWarehouse(workspace, workspace.shownWarehouse, query);
}

/** The same for the data folder a command was given: the whole of it, whoever may see the pages. */
export async function openWarehouse<T>(
  dataDir: string,
  query: (db: Kysely<PublicTables>, workspace: Workspace) => Promise<T>
): Promise<T> {
  const workspace = openWorkspace(dataDir);
  return readWarehouse(workspace, workspace.warehouse, query);
}

async function readWarehouse<T>(
  workspace: Workspace,
  warehouse: string,
  query: (db: Kysely<PublicTables>, workspace: Workspace) => Promise<T>
): Promise<T> {
  if (!existsSync(warehouse)) {
    throw new Error(`chưa có kho dữ liệu ${warehouse}: chạy "npm run pipeline" trước`);
  }
  const db = await openDatabase<PublicTables>(warehouse, {mode: "READ_ONLY"});
  try {
    return await query(db, workspace);
  } finally {
    await db.destroy();
  }
}

/** As `withWarehouse`, but where no warehouse is yet `query` gets null. */
export async function withWarehouseIfAny<T>(
  query: (db: Kysely<PublicTables> | null, workspace: Workspace) => Promise<T>
): Promise<T> {
  const workspace = siteWorkspace();
  return existsSync(workspace.shownWarehouse) ? withWarehouse(query) : query(null, workspace);
}

/**
 * Prints what `query` reads as JSON: the whole of a data loader, whose file is all it prints.
 * @param options.empty what an empty site holds: printed when there is no warehouse yet, so that the pages still open.
 */
export async function writeJson<T>(
  query: (db: Kysely<PublicTables>, workspace: Workspace) => Promise<T>,
  {empty}: {empty?: T} = {}
): Promise<void> {
  const value = empty !== undefined && !existsSync(siteWorkspace().shownWarehouse) ? empty : await withWarehouse(query);
  print(JSON.stringify(value));
}

/** Prints JSON files as one archive, the same bytes for the same values: a data loader of files that pages fetch by name. */
export function writeArchive(files: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(files).map(([name, value]) => [name, strToU8(JSON.stringify(value))] as const);
  print(zipSync(Object.fromEntries(entries), {level: 0, mtime: new Date(1980, 0, 1)}));
}
