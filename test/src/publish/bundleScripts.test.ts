import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {bundleScripts, packageSpecifier} from "../../../src/publish/finish/bundleScripts.ts";

describe("scripts of pages", () => {
  let out: string;
  const put = (path: string, text: string): void => {
    mkdirSync(join(out, path, ".."), {recursive: true});
    writeFileSync(join(out, path), text);
  };
  beforeEach(() => (out = mkdtempSync(join(tmpdir(), "site-"))));
  afterEach(() => rmSync(out, {recursive: true, force: true}));

  it("become one entry a page, what pages share is a file of its own", async () => {
    put("_import/shared.js", `export const shared = "shared ${"text ".repeat(20)}";`);
    const code = 'import {shared} from "./_import/shared.js"; globalThis.page = shared;';
    const pages = ["index", "xa"].map((name) => ({name, modules: [], code: `${code} globalThis.name = "${name}";`}));
    const {entries} = await bundleScripts(out, pages, {root: process.cwd()});
    expect([...entries.keys()].sort()).toEqual(["index", "xa"]);
    expect([...entries.values()].every(({path}) => /^_site\/(index|xa)-\w+\.js$/.test(path))).toBe(true);
    expect(entries.get("xa")?.imports).toEqual(entries.get("index")?.imports);
    expect(entries.get("xa")?.imports).toHaveLength(1);
    const texts = readdirSync(join(out, "_site")).map((name) => readFileSync(join(out, "_site", name), "utf8"));
    expect(texts.filter((text) => text.includes("text text"))).toHaveLength(1);
  });
  it("keep what several pages share in few files: the small ones in one, a large library out of it", async () => {
    const large = `export const large = ${JSON.stringify("library ".repeat(3000))};`;
    put("_import/large.js", large);
    put("_import/a.js", 'export const a = "small a";');
    put("_import/b.js", 'import {a} from "./a.js"; export const b = "small b " + a;');
    put("_import/c.js", 'import {large} from "./large.js"; export const c = "small c " + large.length;');
    put("_import/cell.js", 'import {a} from "./a.js"; import {b} from "./b.js"; export const cell = a + b;');
    const code = (names: readonly string[]): string =>
      names.map((name) => `import {${name}} from "./_import/${name}.js"; globalThis.${name} = ${name};`).join("\n");
    const cell = 'const {cell} = await import("./_import/cell.js"); globalThis.cell = cell;';
    const pages = [
      {name: "index", modules: [], code: code(["a", "b", "c"])},
      {name: "xa", modules: [], code: `${code(["a", "c"])}\n${cell}`},
      {name: "ke-hoach", modules: [], code: code(["b"])}
    ];
    const {entries} = await bundleScripts(out, pages, {root: process.cwd()});
    const needed = (name: string): string[] =>
      entries.get(name)?.imports.map((path) => readFileSync(join(out, path), "utf8")) ?? [];
    const common = needed("ke-hoach");
    expect(common).toHaveLength(1);
    expect(common[0]).toContain("small a");
    expect(common[0]).toContain("small b");
    expect(common[0]).not.toContain("library");
    for (const name of ["index", "xa"]) {
      expect(needed(name).filter((text) => text.includes("small a"))).toEqual(common);
      expect(needed(name).some((text) => text.includes("library"))).toBe(true);
    }
  });
  it("take packages from their source: what a page does not use is not sent", async () => {
    put("_node/d3@7.9.2/index.00000000.js", "throw new Error('the bundle of the whole package')");
    const code = 'import {sum} from "./_node/d3@7.9.2/index.00000000.js"; globalThis.total = sum([1, 2]);';
    const {entries} = await bundleScripts(out, [{name: "index", modules: [], code}], {root: process.cwd()});
    const text = readFileSync(join(out, entries.get("index")?.path ?? ""), "utf8");
    expect(text).not.toContain("whole package");
    expect(text.length).toBeLessThan(5000);
  });
  it("name what a page needs to start: imports of its cells too, but not what those load later", async () => {
    put("_import/a.js", 'import {c} from "./c.js"; globalThis.c = c; globalThis.later = () => import("./b.js");');
    put("_import/b.js", "export const b = 1;");
    put("_import/c.js", 'export const c = "c";');
    const page = {name: "index", modules: [], code: 'const {c} = await import("./_import/a.js"); globalThis.d = c;'};
    const {entries} = await bundleScripts(out, [page], {root: process.cwd()});
    const needed = entries.get("index")?.imports.map((path) => readFileSync(join(out, path), "utf8")) ?? [];
    expect(needed.some((text) => text.includes("later"))).toBe(true);
    expect(needed.some((text) => text.includes("b:()=>") || text.includes("as b"))).toBe(false);
  });
  it("keep saying where a module stood, so its data files are found", async () => {
    put("_import/components/a.js", "globalThis.place = import.meta.url;");
    const page = {name: "index", modules: ["./_import/components/a.js"], code: ""};
    const {entries} = await bundleScripts(out, [page], {root: process.cwd()});
    expect(readFileSync(join(out, entries.get("index")?.path ?? ""), "utf8")).toContain("../_import/components/a.js");
  });
  it("do without libraries that are not there", async () => {
    const page = {name: "index", modules: [], code: 'globalThis.load = () => import("./_npm/lodash@0.0.0/_esm.js");'};
    const {entries} = await bundleScripts(out, [page], {root: process.cwd()});
    expect(entries.size).toBe(1);
  });
});

it("the name of a package is read from where Framework put it", () => {
  expect(packageSpecifier("../_node/d3@7.9.2/index.0a1b2c3d.js")).toBe("d3");
  expect(packageSpecifier("./_node/@observablehq/plot@0.6.17/index.0a1b2c3d.js")).toBe("@observablehq/plot");
  expect(packageSpecifier("/_node/d3-array@3.2.4/src/sum.0a1b2c3d.js")).toBe("d3-array/src/sum.js");
});
