import {spawnSync} from "node:child_process";
import {cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {killRun, makeKillSite, stateOf, type KillSite} from "./killedRuns.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {startPipeline} from "./pipelineProcess.ts";

const MINUTES = 60_000;

describe("real runs, in processes of their own", () => {
  let directory: string;
  let site: KillSite;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "killed-runs-"));
    site = await makeKillSite(directory, 6);
  }, 10 * MINUTES);
  afterAll(() => rmSync(directory, {recursive: true, force: true}));

  // `npm run kills` kills fifty. The last one comes near the end, where the warehouse is put in place.
  test.each([
    [0.35, true],
    [0.6, false],
    [0.8, true],
    [0.98, false]
  ])(
    "one killed after %f of its length leaves the old warehouse or the new one, whole, and the next needs no help",
    async (share, isCold) => {
      const {wrong} = await killRun(site, share * site.duration, isCold);
      expect(wrong).toEqual([]);
    },
    10 * MINUTES
  );

  test(
    "of two at the same time one makes the warehouse and the other says that it must wait, or finds all done",
    async () => {
      const {workspace} = site;
      rmSync(workspace.build, {recursive: true});
      const runs = [startPipeline(workspace.directory), startPipeline(workspace.directory)];
      const ends = await Promise.all(runs.map(async ({ended}) => ended));
      const statuses = ends.map(({status}) => status).sort();
      expect(statuses[0]).toBe(0);
      if (statuses[1] !== 0) {
        expect(statuses[1]).toBe(1);
        const refused = ends.find(({status}) => status === 1);
        expect(refused?.stderr).toContain("đang được một lần chạy khác xử lý");
        expect(refused?.stderr).toContain("Chờ lần đó xong rồi chạy lại.");
      }
      expect(await stateOf(workspace)).toBe(site.new);
    },
    10 * MINUTES
  );

  test(
    "a folder that may not be written is named, and nothing is lost",
    async () => {
      const {workspace} = site;
      // A file where the folder should be: for the administrator too it cannot be written into.
      const other = join(directory, "closed");
      mkdirSync(other);
      writeFileSync(join(other, "build"), "");
      const {status, stderr} = await startPipeline(other).ended;
      expect(status).toBe(1);
      expect(stderr).toContain("Lỗi: Không ghi được vào");
      expect(await stateOf(workspace)).toBe(site.new);
    },
    10 * MINUTES
  );

  test(
    "a disk that fills up is told of; the old warehouse stands, and once there is room the next run makes the new one",
    async ({skip}) => {
      const disk = join(directory, "disk");
      mkdirSync(disk);
      if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=200m", "tmpfs", disk]).status !== 0)
        skip("a disk cannot be mounted here");
      try {
        const {workspace} = site;
        cpSync(workspace.submissions, join(disk, "submissions"), {recursive: true});
        cpSync(site.before, join(disk, "build"), {recursive: true});
        const free = statfsSync(disk);
        writeFileSync(join(disk, "filler"), Buffer.alloc(free.bavail * free.bsize - 2 ** 20));
        const full = await startPipeline(disk).ended;
        expect(full.status).toBe(1);
        expect(full.stderr).toContain("đã hết chỗ");
        expect(await stateOf(openWorkspace(disk))).toBe(site.old);
        rmSync(join(disk, "filler"));
        expect((await startPipeline(disk).ended).status).toBe(0);
        expect(await stateOf(openWorkspace(disk))).toBe(site.new);
      } finally {
        spawnSync("umount", [disk]);
      }
    },
    10 * MINUTES
  );
});
