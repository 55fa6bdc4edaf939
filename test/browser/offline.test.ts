import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import process from "node:process";
import {expect, inject, it} from "vitest";
import {withBuildLock} from "../../src/publish/buildLock.ts";

/** Ways to run a command with no network at all: as root, and as a person who may make a namespace. */
const WAYS = [["-n"], ["-r", "-n"]];
const way = WAYS.find((flags) => spawnSync("unshare", [...flags, "true"]).status === 0);

if (!way)
  console.warn("NOT TESTED: this machine does not permit `unshare -n`, so the build without a network was not tried.");

it.skipIf(!way)("the site builds with no network at all, from a cold cache", {timeout: 600_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "offline-"));
  const out = join(folder, "dist");
  try {
    await withBuildLock(join("src", ".observablehq"), async () =>
      rmSync(join("src", ".observablehq", "cache"), {recursive: true, force: true})
    );
    const script = `import {buildSite} from "./src/publish/build.ts"; await buildSite(${JSON.stringify({dataDir: inject("dataFolder"), out})});`;
    const node = [process.execPath, "--import", "tsx", "--input-type=module", "-e", script];
    const {status, stderr} = spawnSync("unshare", [...(way ?? []), ...node], {encoding: "utf8"});
    expect(stderr).not.toMatch(/fetch failed|ENOTFOUND|EAI_AGAIN/);
    expect(status, stderr).toBe(0);
    expect(existsSync(join(out, "index.html"))).toBe(true);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
