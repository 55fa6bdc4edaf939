import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {SILENT} from "../../loaders/progress.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {runPipeline} from "../../pipelines/runPipeline.ts";
import {makeSmallWorkspace} from "../browser/harness/smallWorkspace.ts";
import {rowsOf} from "../pipelines/world.ts";

const hasTar = spawnSync("tar", ["--version"]).status === 0;
if (!hasTar) console.warn("NOT TESTED: there is no `tar`, so backing up and restoring was not tried.");

/** Rows of each table and a hash of them in any order. */
async function contentsOf(warehouse: string): Promise<Record<string, string>> {
  const db = await openDatabase<never>(warehouse, {mode: "READ_ONLY"});
  try {
    const names = await rowsOf<{name: string}>(
      db,
      "select table_name as name from information_schema.tables where table_schema = 'main' order by 1"
    );
    const contents: Record<string, string> = {};
    for (const {name} of names) {
      const [row] = await rowsOf<{rows: number; sum: string}>(
        db,
        `select count(*)::integer as rows, coalesce(sum(hash(t::varchar))::varchar, '') as sum from "${name}" t`
      );
      contents[name] = `${row?.rows ?? 0} rows ${row?.sum ?? ""}`;
    }
    return contents;
  } finally {
    await db.destroy();
  }
}

it.skipIf(!hasTar)(
  "a data folder packed without build, as the guide says, and unpacked elsewhere gives every table as it was",
  {timeout: 300_000},
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "restore-"));
    try {
      const workspace = await makeSmallWorkspace(join(folder, "data"));
      const before = await contentsOf(workspace.warehouse);
      execFileSync("tar", ["--exclude=./build", "-czf", join(folder, "backup.tar.gz"), "-C", workspace.directory, "."]);
      rmSync(workspace.directory, {recursive: true, maxRetries: 5});
      const restored = join(folder, "restored");
      mkdirSync(restored);
      execFileSync("tar", ["-xzf", join(folder, "backup.tar.gz"), "-C", restored]);
      expect(existsSync(join(restored, "build"))).toBe(false);
      const again = openWorkspace(restored);
      await runPipeline(again, {isFull: false, progress: SILENT});
      const after = await contentsOf(again.warehouse);
      expect(Object.keys(before).length).toBeGreaterThan(20);
      expect(after).toEqual(before);
    } finally {
      rmSync(folder, {recursive: true, force: true, maxRetries: 5});
    }
  }
);
