import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openWorkspace, type Workspace} from "../../loaders/workspace.ts";
import {swapWarehouse} from "../../pipelines/swapWarehouse.ts";
import {WorkspaceBusyError} from "../../pipelines/workspaceLock.ts";

describe("the warehouse is replaced whole or not at all", () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = openWorkspace(mkdtempSync(join(tmpdir(), "swap-")));
    mkdirSync(workspace.build, {recursive: true});
    writeFileSync(workspace.warehouse, "old");
  });
  afterEach(() => rmSync(workspace.directory, {recursive: true, force: true}));

  test("a run that succeeds puts the new one in place and leaves nothing else", async () => {
    await swapWarehouse(workspace, async (path) => writeFileSync(path, "new"));
    expect(readFileSync(workspace.warehouse, "utf8")).toBe("new");
    expect(readdirSync(workspace.build)).toEqual(["warehouse.duckdb"]);
  });
  test("a run that fails leaves the old one", async () => {
    const run = swapWarehouse(workspace, async (path) => {
      writeFileSync(path, "half");
      throw new Error("no space left");
    });
    await expect(run).rejects.toThrow("no space left");
    expect(readFileSync(workspace.warehouse, "utf8")).toBe("old");
    expect(readdirSync(workspace.build)).toEqual(["warehouse.duckdb"]);
  });
  test("a second run at the same time is refused with a sentence, and the first goes on", async () => {
    await swapWarehouse(workspace, async (path) => {
      await expect(swapWarehouse(workspace, async () => undefined)).rejects.toThrow(WorkspaceBusyError);
      writeFileSync(path, "new");
    });
    expect(readFileSync(workspace.warehouse, "utf8")).toBe("new");
  });
  test("the lock of a run that was killed is taken over and its draft removed", async () => {
    writeFileSync(join(workspace.build, "warehouse.999999999.duckdb"), "half");
    writeFileSync(join(workspace.build, "pipeline.lock"), "999999999");
    await swapWarehouse(workspace, async (path) => writeFileSync(path, "new"));
    expect(readdirSync(workspace.build)).toEqual(["warehouse.duckdb"]);
  });
});
