import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {SILENT} from "../../loaders/progress.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {runPipeline, type PipelineSummary} from "../../pipelines/runPipeline.ts";
import {inputsHash} from "../../pipelines/unchanged.ts";
import {writeSmallProvince} from "../wholePath/smallProvince.ts";

const OWN = join(import.meta.dirname, "..", "..", "data");

describe("a run does again what its inputs decide, and nothing if they are the same", () => {
  let directory: string;
  const path = (...names: string[]): string => join(directory, ...names);
  const run = async (): Promise<PipelineSummary> =>
    runPipeline(openWorkspace(directory), {isFull: false, progress: SILENT});

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "unchanged-"));
    await writeSmallProvince(directory);
    for (const folder of ["forms", "reference", "plans"]) cpSync(join(OWN, folder), path(folder), {recursive: true});
    mkdirSync(path("submissions", "2026"));
    const rows = ["PHƯỜNG HÀM RỒNG, TỈNH THANH HÓA, NĂM 2026", "Cụm,Có tên trong sổ", "Thôn 1,x"];
    writeFileSync(path("submissions", "2026", "lạ.csv"), rows.join("\n"));
    await run();
  });
  afterAll(() => rmSync(directory, {recursive: true, force: true}));

  test("nothing changed: the warehouse stands as it is, and the run says what it holds", async () => {
    const before = statSync(path("build", "warehouse.duckdb"));
    const again = await run();
    expect(again).toMatchObject({is_unchanged: true, files: 4, rejected: 1, read: 0, from_cache: 4});
    expect(statSync(path("build", "warehouse.duckdb")).mtimeMs).toBe(before.mtimeMs);
  });

  test("a warehouse that someone changed or took away is made again", async () => {
    appendFileSync(path("build", "warehouse.duckdb"), "x");
    expect(await run()).toMatchObject({is_unchanged: false, read: 0, from_cache: 4});
    expect(await run()).toMatchObject({is_unchanged: true});
  });

  test("a line of receipts.csv, a new name, a file more or less: only that file is read again", async () => {
    const receipts = path("submissions", "receipts.csv");
    writeFileSync(receipts, readFileSync(receipts, "utf8").replace("2025-11-10", "2025-11-09"));
    expect(await run()).toMatchObject({read: 1, from_cache: 3});
    renameSync(path("submissions", "2026", "lạ.csv"), path("submissions", "2026", "lạ lùng.csv"));
    expect(await run()).toMatchObject({read: 1, from_cache: 3});
    rmSync(path("submissions", "2024"), {recursive: true});
    expect(await run()).toMatchObject({read: 0, from_cache: 3, files: 3});
  });

  test("a plan or a setting changes the tables and lets no file be read again", async () => {
    appendFileSync(path("plans", "README.md"), "\n");
    const settings = path("workspace.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace("2025-11-20", "2025-11-21"));
    expect(await run()).toMatchObject({is_unchanged: false, read: 0, from_cache: 3});
  });

  test("an edited alias of a form heals a file that was refused", async () => {
    const form = path("forms", "unit_list.yaml");
    const text = readFileSync(form, "utf8");
    writeFileSync(
      form,
      text
        .replace("      - Tên khu dân cư\n", "      - Tên khu dân cư\n      - Cụm\n")
        .replace("      - Có đăng ký\n", "      - Có đăng ký\n      - Có tên trong sổ\n")
    );
    expect(await run()).toMatchObject({is_unchanged: false, rejected: 0, read: 3});
  });

  test("every folder that decides the tables changes the hash of the inputs", () => {
    const hash = (): string => inputsHash(openWorkspace(directory));
    const seen = new Set([hash()]);
    mkdirSync(path("boundaries"));
    for (const file of [
      ["reference", "aliases.csv"],
      ["forms", "layout.yaml"],
      ["plans", "README.md"],
      ["boundaries", "xa.geojson"],
      ["submissions", "receipts.csv"],
      ["submissions", "2025", "tinh.xlsx"]
    ]) {
      appendFileSync(path(...file), "\n");
      expect(seen).not.toContain(hash());
      seen.add(hash());
    }
  });
});
