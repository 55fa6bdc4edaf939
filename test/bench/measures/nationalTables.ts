import {cpSync, readdirSync, rmSync, statSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {sql} from "kysely";
import {makeNation} from "./makeNation.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {buildTables} from "../../../pipelines/models.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import {judgePlans} from "../../../pipelines/verdicts/judgePlans.ts";

/**
 * Script: `rows`, a folder and the units of each former commune makes the loaded rows of the nation there; `tables`, the same two and the
 * memory DuckDB may use ("2GB") makes all tables from them and writes what that took.
 */
const [part = "", directory = "", units = "1", memoryLimit = "2GB"] = process.argv.slice(2);
const rowsFile = join(directory, `rows-${units}.duckdb`);
const workspace = openWorkspace("data", {asOf: "2026-11-18"});

async function makeRows(): Promise<void> {
  rmSync(rowsFile, {force: true});
  const db = await openDatabase<never>(rowsFile);
  await db.connection().execute(async (session) => makeNation(session, workspace.reference, Number(units)));
  await db.destroy();
}

async function makeTables(): Promise<void> {
  const path = join(directory, "tables.duckdb");
  cpSync(rowsFile, path);
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  const db = await openDatabase<never>(path, {memoryLimit, threads: availableParallelism()});
  let spilled = 0;
  const watch = setInterval(() => (spilled = Math.max(spilled, sizeOf(`${path}.tmp`))), 100);
  await buildTables(db, workspace);
  await judgePlans(db, workspace, readPlans(workspace.plans));
  clearInterval(watch);
  const {rows} = await sql<{n: number}>`select count(*) as n from unit_years`.execute(db);
  await db.destroy();
  const {user, system} = process.cpuUsage(before);
  process.stdout.write(
    JSON.stringify({
      unitYears: rows[0]?.n ?? 0,
      seconds: (performance.now() - startedAt) / 1000,
      cpuSeconds: (user + system) / 1e6,
      megabytes: process.resourceUsage().maxRSS / 1024,
      spilledMegabytes: spilled / 1e6
    })
  );
  rmSync(path, {force: true});
}

/** Bytes of the files in a folder that may not be there, and whose files come and go. */
function sizeOf(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => {
      return sum + (statSync(join(folder, name), {throwIfNoEntry: false})?.size ?? 0);
    }, 0);
  } catch {
    return 0;
  }
}

if (part === "rows") await makeRows();
else if (part === "tables") await makeTables();
else throw new Error(`got "${part}", expected rows or tables`);
