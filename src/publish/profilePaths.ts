import {existsSync} from "node:fs";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {communeIndex} from "../data/queries/communeIndex.ts";

/** Addresses of the files that Hồ sơ xã fetches by code: no page names them, so the build is told. */
export async function profilePaths(directory: string): Promise<string[]> {
  const {warehouse} = openWorkspace(directory);
  if (!existsSync(warehouse)) return [];
  const db = await openDatabase<PublicTables>(warehouse, {mode: "READ_ONLY"});
  try {
    return (await communeIndex(db)).map(({code}) => `/data/xa/${code}.json`);
  } finally {
    await db.destroy();
  }
}
