import {existsSync} from "node:fs";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {communeIndex} from "../data/queries/communeIndex.ts";
import {keeperSite} from "../data/queries/keeperSite.ts";
import {site} from "../data/queries/site.ts";
import {crossCells} from "../data/queries/quality.ts";

/** Addresses of the files that pages fetch by commune or by year: no page names them, so the build is told. */
export async function profilePaths(directory: string): Promise<string[]> {
  const workspace = openWorkspace(directory);
  if (!existsSync(workspace.warehouse)) return [];
  const db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
  try {
    const communes = (await communeIndex(db)).map(({code}) => `/data/xa/${code}.json`);
    const {years} = await keeperSite(db, workspace);
    const ofYears = years.flatMap((year) => [
      `/data/tien-do-nop/${year}.json`,
      `/data/chat-luong/tep-${year}.json`,
      `/data/chat-luong/loi-${year}.json`
    ]);
    const compared = (await site(db, workspace)).years.map((year) => `/data/so-sanh/${year}.json`);
    const cells = (await crossCells(db, workspace)).map((name) => `/data/chat-luong/${name}.json`);
    return [...communes, ...ofYears, ...compared, ...cells];
  } finally {
    await db.destroy();
  }
}
