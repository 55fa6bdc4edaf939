import {rmSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {sql} from "kysely";
import {makeNation} from "./makeNation.ts";
import {openDatabase, useThreads} from "../../../pipelines/database/openDatabase.ts";
import {buildTables} from "../../../pipelines/models.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import {judgePlans} from "../../../pipelines/verdicts/judgePlans.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";

/**
 * Script: a folder, units of each former commune, memory DuckDB may use ("4GB"). Makes the loaded rows of a nation in a database there,
 * then all tables from them, and writes the unit-years and what making the tables took.
 */
const [directory = "", units = "1", memoryLimit = "4GB"] = process.argv.slice(2);
const path = join(directory, "nation.duckdb");
const workspace = openWorkspace("data", {asOf: "2026-11-18"});

const cpu = (): number => {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1e6;
};

async function main(): Promise<void> {
  rmSync(path, {force: true});
  const raw = await openDatabase<never>(path, {memoryLimit});
  await raw.connection().execute(async (session) => makeNation(session, workspace.reference, Number(units)));
  await raw.destroy();
  const db = await openDatabase<never>(path, {memoryLimit, threads: 1});
  const [startedAt, cpuBefore] = [performance.now(), cpu()];
  await useThreads(db, availableParallelism());
  await buildTables(db, workspace);
  await judgePlans(db, workspace, readPlans(workspace.plans));
  const {rows} = await sql<{n: number}>`select count(*) as n from unit_years`.execute(db);
  const spilled = await sql<{
    bytes: number;
  }>`select coalesce(sum(size), 0)::bigint as bytes from duckdb_temporary_files()`.execute(db);
  await db.destroy();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(
    JSON.stringify({
      unitYears: rows[0]?.n ?? 0,
      seconds,
      cpuSeconds: cpu() - cpuBefore,
      megabytes,
      spilledBytes: spilled.rows[0]?.bytes ?? 0
    })
  );
}

await main();
