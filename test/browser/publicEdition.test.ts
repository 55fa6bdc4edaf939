import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {read, utils} from "@e965/xlsx";
import {strFromU8, unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, inject, it} from "vitest";
import {closeBrowser, openPage} from "./harness/openPage.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {buildSite} from "../../src/publish/build.ts";
import {sitePages} from "../../src/publish/pages.ts";
import {serve, type ServedSite} from "../../src/publish/serve.ts";
import {rowsOf} from "../pipelines/world.ts";

/** Files of the repository whose words stand in the pages whatever was submitted. */
const OWN_TEXTS = ["src", "data/forms", "data/plans", "data/reference", "loaders/validate"];

let folder = "";
let site: ServedSite | undefined;
/** Every file of the built site that is not a compressed copy, as text; archives and Office files by what is in them. */
const built: {name: string; text: string}[] = [];
const workbooks: {name: string; bytes: Buffer}[] = [];
const secrets = {names: [] as string[], files: [] as string[], decisions: [] as string[], notes: [] as string[]};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "public-site-"));
  const data = join(folder, "data");
  cpSync(inject("dataFolder"), data, {recursive: true});
  const {settings, warehouse} = openWorkspace(data);
  writeFileSync(
    join(data, "workspace.yaml"),
    `home: {level: ${settings.home.level}, code: "${settings.home.code}"}\npublication: public\n`
  );
  const dist = join(folder, "dist");
  await buildSite({dataDir: data, out: dist});
  site = await serve(dist, {port: 0});
  for (const entry of readdirSync(dist, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || entry.name.endsWith(".gz") || /\.woff2?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (path.endsWith(".xlsx")) workbooks.push({name: path.slice(dist.length), bytes});
    built.push(...textsOf(path.slice(dist.length), bytes));
  }
  const own = OWN_TEXTS.flatMap(textsUnder).join("\n");
  const db = await openDatabase<never>(warehouse, {mode: "READ_ONLY"});
  try {
    const texts = async (select: string): Promise<string[]> =>
      (await rowsOf<{text: string}>(db, `select distinct ${select}`))
        .map(({text}) => text.normalize("NFC"))
        .filter((text) => text.length >= 10 && !own.includes(text));
    secrets.names = await texts(
      "unit_name as text from unit_years where unit_type not in ('xa', 'phuong', 'thi_tran', 'dac_khu')"
    );
    secrets.files = await texts("file as text from submissions");
    secrets.decisions = await texts("decision_number as text from unit_years where decision_number is not null");
    secrets.notes = await texts("note as text from unit_years where note is not null");
  } finally {
    await db.destroy();
  }
}, 900_000);
afterAll(async () => {
  await site?.close();
  await closeBrowser();
  rmSync(folder, {recursive: true, force: true, maxRetries: 5});
});

/** The texts of a file; of an archive or Office file those of all its parts, charts' own workbooks too, as a reader sees them. */
function textsOf(name: string, bytes: Uint8Array): {name: string; text: string}[] {
  if (!/\.(docx|pptx|xlsx|zip)$/.test(name))
    return [{name, text: Buffer.from(bytes).toString("utf8").normalize("NFC")}];
  return Object.entries(unzipSync(bytes)).flatMap(([part, content]) => {
    if (!/\.(xml|rels)$/.test(part)) return textsOf(`${name}!${part}`, content);
    const text = strFromU8(content)
      .replace(/<[^>]*>/g, "")
      .replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity] ?? "");
    return [{name: `${name}!${part}`, text: text.normalize("NFC")}];
  });
}

const ENTITIES: Readonly<Record<string, string>> = {lt: "<", gt: ">", quot: '"', apos: "'", amp: "&"};

function textsUnder(directory: string): string[] {
  return readdirSync(directory, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(ts|md|json|yaml|csv)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8").normalize("NFC"));
}

describe("a public edition", () => {
  it("holds no name of a unit, no name of a file, no decision and no note in any file of the site", () => {
    expect(built.length).toBeGreaterThan(50);
    expect(secrets.names.length).toBeGreaterThan(100);
    expect(secrets.files.length).toBeGreaterThan(20);
    const leaks: string[] = [];
    for (const [kind, texts] of Object.entries(secrets)) {
      for (const {name, text} of built) {
        const found = texts.find(
          (secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1))
        );
        if (found !== undefined) leaks.push(`${name}: ${kind}: ${found}`);
      }
    }
    expect(leaks).toEqual([]);
  });
  it("the search would find them in an internal one, and looks inside Office files", () => {
    const profile = readFileSync(join(inject("siteFolder"), "data", "xa", "14797.json"), "utf8");
    expect(secrets.names.some((name) => profile.includes(JSON.stringify(name).slice(1, -1)))).toBe(true);
    const folder = join(inject("siteFolder"), "data", "bao-cao");
    const inside = (kind: string): string[] => {
      const file = readdirSync(folder).find((name) => name.endsWith(kind)) ?? "";
      return textsOf(file, readFileSync(join(folder, file))).map(({text}) => text);
    };
    expect(inside(".xlsx").some((text) => secrets.names.some((name) => text.includes(name)))).toBe(true);
    for (const kind of [".docx", ".pptx"]) {
      expect(
        inside(kind).some((text) => text.includes("Thanh Hóa")),
        kind
      ).toBe(true);
    }
  });
  it("its reports hold no denominator under 5, and no sheet of units or faults", () => {
    const small: string[] = [];
    let denominators = 0;
    const reports = workbooks.filter(({name}) => name.includes("bao-cao"));
    expect(reports).toHaveLength(1);
    for (const {bytes} of reports) {
      const book = read(bytes);
      expect(book.SheetNames).toContain("Tệp");
      expect(book.SheetNames).not.toContain("Đơn vị");
      expect(book.SheetNames).not.toContain("Lỗi trong tệp");
      for (const [sheet, cells] of Object.entries(book.Sheets)) {
        const rows = utils.sheet_to_json<unknown[]>(cells, {header: 1});
        let places: number[] = [];
        for (const row of rows) {
          const heads = [...row.keys()].filter((i) => ["Mẫu số", "Phải xét"].some((head) => row[i] === head));
          if (heads.length > 0) places = heads;
          else {
            const found = places.map((i) => row[i]).filter((value) => typeof value === "number");
            denominators += found.length;
            if (found.some((value) => value > 0 && value < 5)) small.push(`${sheet}: ${row.join(" ")}`);
          }
        }
      }
    }
    expect(denominators).toBeGreaterThan(200);
    expect(small).toEqual([]);
  });
  it.each([
    ["/chat-luong", "Bản công khai không có chất lượng số liệu"],
    ["/khen-thuong", "Bản công khai không có danh sách được xét khen thưởng"],
    ["/xa?ma=14797", "Bản công khai không có tên đơn vị."],
    ["/tien-do-nop", "Bản công khai không có tên tệp và người gửi."],
    ["/bao-cao", "Bản công khai không có tên đơn vị"]
  ])("%s says what it leaves out, and no figure is a link to its trace", async (path, words) => {
    const vet = "vet=certified_of_eligible~14797~2025~all~current~all";
    await openPage(
      `${path}${path.includes("?") ? "&" : "?"}${vet}`,
      async (page) => {
        await expect.poll(() => page.locator("#observablehq-main").innerText()).toContain(words);
        const text = await page.locator("#observablehq-main").innerText();
        expect(text).not.toMatch(/không có dòng hay giá trị nào bị lỗi|Không còn ô nào phải sửa|Không còn đơn vị nào/);
        expect(await page.locator(".traced").count()).toBe(0);
        expect(await page.locator(".trace-panel").count()).toBe(0);
      },
      {site: site?.url ?? ""}
    );
  });
  it("holds no field of discipline, petitions or incidents with a value", () => {
    const field = /"(disciplined_count|warned_or_heavier_count|complex_case_count|petition_count)":\s*\d/;
    expect(built.filter(({text}) => field.test(text)).map(({name}) => name)).toEqual([]);
  });
  it.each([...sitePages("src").map(({path}) => (path === "index" ? "/" : `/${path}`)), "/xa?ma=14797"])(
    "%s opens, and its foot says what was left out",
    async (path) => {
      await openPage(
        path,
        async (page) => {
          expect(await page.locator(".observablehq--error").count()).toBe(0);
          expect(await page.locator("#observablehq-footer").innerText()).toContain("Bản công khai");
          expect((await page.locator("#observablehq-main").innerText()).length).toBeGreaterThan(80);
        },
        {site: site?.url ?? ""}
      );
    }
  );
});
