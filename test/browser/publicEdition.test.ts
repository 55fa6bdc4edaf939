import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
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
/** Every file of the built site that is not a compressed copy, as text. */
const built: {name: string; text: string}[] = [];
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
    built.push({name: path.slice(dist.length), text: readFileSync(path, "utf8").normalize("NFC")});
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
  it("the search would find them in an internal one", () => {
    const profile = readFileSync(join(inject("siteFolder"), "data", "xa", "14797.json"), "utf8");
    expect(secrets.names.some((name) => profile.includes(JSON.stringify(name).slice(1, -1)))).toBe(true);
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
