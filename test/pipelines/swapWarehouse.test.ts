import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
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
    await expect(run).rejects.toThrow("đã hết chỗ. Số liệu đã nộp và kho số liệu lần trước còn nguyên.");
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

  const lockedBy = (holder: object): void => {
    const own = {pid: process.pid, host: hostname(), started: null, token: "another"};
    writeFileSync(join(workspace.build, "pipeline.lock"), JSON.stringify({...own, ...holder}));
  };
  const silentFor = (seconds: number): void => {
    const then = new Date(Date.now() - seconds * 1000);
    utimesSync(join(workspace.build, "pipeline.lock"), then, then);
  };
  const swap = async (): Promise<void> => swapWarehouse(workspace, async (path) => writeFileSync(path, "new"));

  test("a lock with the number of a living process that started at another time is nobody's", async () => {
    // In a container every start has the same number.
    lockedBy({started: "boot 1"});
    await swap();
    expect(readdirSync(workspace.build)).toEqual(["warehouse.duckdb"]);
  });
  test("where the start of a process is not known, a lock that was touched within two minutes is someone's", async () => {
    lockedBy({});
    await expect(swap()).rejects.toThrow(WorkspaceBusyError);
    silentFor(125);
    await swap();
    expect(readdirSync(workspace.build)).toEqual(["warehouse.duckdb"]);
  });
  test("a lock of another machine holds as long as it is touched, whatever number its process has here", async () => {
    lockedBy({host: "máy khác", pid: 999_999_999});
    await expect(swap()).rejects.toThrow("(tiến trình 999999999 trên máy máy khác)");
    silentFor(125);
    await swap();
    expect(readdirSync(workspace.build)).toEqual(["warehouse.duckdb"]);
  });
  test("a lock that a run was killed in writing holds nobody up", async () => {
    for (const text of ["", '{"pid": 1']) {
      writeFileSync(join(workspace.build, "pipeline.lock"), text);
      await swap();
    }
    expect(readdirSync(workspace.build)).toEqual(["warehouse.duckdb"]);
  });
  test("a run whose folder another has taken over meanwhile does not put its warehouse in place", async () => {
    const run = swapWarehouse(workspace, async (path) => {
      writeFileSync(path, "late");
      lockedBy({});
    });
    await expect(run).rejects.toThrow(WorkspaceBusyError);
    expect(readFileSync(workspace.warehouse, "utf8")).toBe("old");
    expect(readdirSync(workspace.build).sort()).toEqual(["pipeline.lock", "warehouse.duckdb"]);
  });
});
