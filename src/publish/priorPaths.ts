import {existsSync} from "node:fs";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {communesWithPrior} from "../data/queries/priorLists.ts";

/** Addresses of the earlier lists that Kiểm tra tệp fetches by commune, as `src/data/nam-truoc.zip.ts` holds them. */
export async function priorPaths(directory: string): Promise<string[]> {
  const {warehouse, settings} = openWorkspace(directory);
  if (!existsSync(warehouse) || settings.publication !== "internal") return [];
  const db = await openDatabase<PublicTables>(warehouse, {mode: "READ_ONLY"});
  try {
    return (await communesWithPrior(db)).map((code) => `/data/nam-truoc/${code}.json`);
  } finally {
    await db.destroy();
  }
}
