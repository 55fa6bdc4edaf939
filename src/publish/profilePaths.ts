import {existsSync} from "node:fs";
import type {Kysely} from "kysely";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {changesBook} from "../data/queries/changes.ts";
import {communeIndex} from "../data/queries/communeIndex.ts";
import {keeperSite} from "../data/queries/keeperSite.ts";
import {nation} from "../data/queries/nation.ts";
import {crossCells} from "../data/queries/quality.ts";
import {site} from "../data/queries/site.ts";

/** Addresses of the files that pages fetch by commune or by year: no page names them, so the build is told. */
export async function profilePaths(directory: string): Promise<string[]> {
  const workspace = openWorkspace(directory);
  if (!existsSync(workspace.shownWarehouse)) return [];
  const db = await openDatabase<PublicTables>(workspace.shownWarehouse, {mode: "READ_ONLY"});
  try {
    const communes = (await communeIndex(db)).map(({code}) => `/data/xa/${code}.json`);
    const {years} = await keeperSite(db, workspace);
    const ofYears = years.flatMap((year) => [
      `/data/tien-do-nop/${year}.json`,
      `/data/chat-luong/tep-${year}.json`,
      `/data/chat-luong/loi-${year}.json`
    ]);
    const comparison = (await site(db, workspace)).years.map((year) => `/data/so-sanh/${year}.json`);
    const cells = (await crossCells(db, workspace)).map((name) => `/data/chat-luong/${name}.json`);
    const awards = await awardPaths(db);
    const {compared} = await changesBook(db, workspace);
    const changes = compared.map((id) => `/data/thay-doi/${id}.json`);
    const provinces = (await nation(db, workspace)).drilled.map((code) => `/data/ca-nuoc/${code}.json`);
    return [...communes, ...ofYears, ...comparison, ...cells, ...awards, ...changes, ...provinces];
  } finally {
    await db.destroy();
  }
}

/** Candidates of each award, year by year. */
async function awardPaths(db: Kysely<PublicTables>): Promise<string[]> {
  const rows = await db
    .selectFrom("award_results")
    .select(["award_id", "year"])
    .distinct()
    .orderBy("award_id")
    .orderBy("year")
    .execute();
  return rows.map(({award_id, year}) => `/data/khen-thuong/${award_id}-${year}.json`);
}
