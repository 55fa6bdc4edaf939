import {existsSync} from "node:fs";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {site} from "../data/queries/site.ts";
import {siteReportNames} from "../report/siteReports.ts";

/** Addresses of the report's files and of what the page Báo cáo shows, as `src/data/bao-cao.zip.ts` holds them: no page names them. */
export async function reportPaths(directory: string): Promise<string[]> {
  const workspace = openWorkspace(directory);
  if (!existsSync(workspace.warehouse)) return [];
  const db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
  try {
    const names = siteReportNames(await site(db, workspace));
    return names.length === 0 ? [] : [...names, "noi-dung.json"].map((name) => `/data/bao-cao/${name}`);
  } finally {
    await db.destroy();
  }
}
