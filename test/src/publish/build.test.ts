import {mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {buildSite} from "../../../src/publish/build.ts";

test("a public edition is refused before anything is written, for its pages would still hold internal figures", async () => {
  const folder = mkdtempSync(join(tmpdir(), "public-"));
  try {
    writeFileSync(join(folder, "workspace.yaml"), 'home: {level: province, code: "38"}\npublication: public\n');
    await expect(buildSite({dataDir: folder, out: join(folder, "dist")})).rejects.toThrow("chưa dùng được");
    expect(readdirSync(folder)).toEqual(["workspace.yaml"]);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
