import {mkdirSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {cachedFiles} from "../../../src/publish/cachedFiles.ts";
import {fillCache} from "../../../src/publish/fillCache.ts";

const PRINT = new URL("../../../src/data/print.ts", import.meta.url).href;
const FFLATE = import.meta.resolve("fflate");

/** A folder of data loaders, each with `print` at hand. */
function folderOf(loaders: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "fill-cache-"));
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "package.json"), '{"type": "module"}');
  for (const [name, code] of Object.entries(loaders))
    writeFileSync(join(root, "data", name), `import {print} from ${JSON.stringify(PRINT)};\n${code}`);
  return root;
}

const ARCHIVE = `import {strToU8, zipSync} from ${JSON.stringify(FFLATE)};
print(zipSync({"38.json": strToU8("[38]"), "01.json": strToU8("[1]")}));`;

describe("fillCache", {timeout: 60_000}, () => {
  it("keeps what each loader makes where Framework looks for it, archives unpacked", async () => {
    const root = folderOf({
      "day.json.ts": 'print(JSON.stringify([process.env["DATA_DIR"], process.env["AS_OF"]]));',
      "late.json.ts": "await new Promise((done) => setTimeout(done, 20));\nprint('\"muộn\"');",
      "code.js.ts": 'print(new TextEncoder().encode("export {};"));',
      "province.zip.ts": ARCHIVE
    });
    await fillCache(root, {env: {DATA_DIR: "somewhere", AS_OF: "2026-01-01"}, hasWarehouse: true});
    const cache = join(root, ".observablehq", "cache");
    const read = (name: string): string => readFileSync(join(cache, "data", name), "utf8");
    expect(read("day.json")).toBe('["somewhere","2026-01-01"]');
    expect(read("late.json")).toBe('"muộn"');
    expect(read("code.js")).toBe("export {};");
    expect(read("province/38.json")).toBe("[38]");
    expect(cachedFiles(cache)).toEqual(["/data/province/01.json", "/data/province/38.json"]);
  });

  it("leaves archives alone where no warehouse is", async () => {
    const root = folderOf({"day.json.ts": 'print("1");', "province.zip.ts": 'throw new Error("no warehouse");'});
    await fillCache(root, {env: {}, hasWarehouse: false});
    expect(cachedFiles(join(root, ".observablehq", "cache"))).toEqual([]);
  });

  it("says which loader failed and why", async () => {
    const root = folderOf({"day.json.ts": 'print("1");', "wrong.json.ts": 'throw new Error("bảng không có cột");'});
    await expect(fillCache(root, {env: {}, hasWarehouse: true})).rejects.toThrow(
      /wrong\.json\.ts[^]*bảng không có cột/u
    );
  });
});
