import {existsSync} from "node:fs";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {ownerFills} from "../data/queries/formsBook.ts";
import {templateSources} from "../data/queries/templateSources.ts";

/** Addresses of the fills that Biểu mẫu fetches by owner: no page names them, so the build is told. */
export async function formPaths(directory: string): Promise<string[]> {
  const workspace = openWorkspace(directory);
  if (!existsSync(workspace.warehouse) || workspace.settings.publication !== "internal") return [];
  const db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
  try {
    const owners = await ownerFills(await templateSources(db, workspace), workspace.settings.home);
    return owners.map(({owner: {key}}) => `/data/bieu-mau/${key}.json`);
  } finally {
    await db.destroy();
  }
}
