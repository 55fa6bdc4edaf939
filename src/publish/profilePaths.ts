import {existsSync} from "node:fs";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {communeIndex} from "../data/queries/communeIndex.ts";
import {communesWithPrior} from "../data/queries/priorLists.ts";

/** Addresses of the files that Hồ sơ xã and Kiểm tra tệp fetch by code: no page names them, so the build is told. */
export async function profilePaths(directory: string): Promise<string[]> {
  const {warehouse, settings} = openWorkspace(directory);
  if (!existsSync(warehouse)) return [];
  const db = await openDatabase<PublicTables>(warehouse, {mode: "READ_ONLY"});
  try {
    const priors = settings.publication === "internal" ? await communesWithPrior(db) : [];
    return [
      ...(await communeIndex(db)).map(({code}) => `/data/xa/${code}.json`),
      ...priors.map((code) => `/data/nam-truoc/${code}.json`)
    ];
  } finally {
    await db.destroy();
  }
}
