import {appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {SILENT, type Progress} from "../../../loaders/progress.ts";
import {openWorkspace} from "../../../loaders/workspace.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {
  compareEditions,
  countChangedCommunes,
  type EditionDifference
} from "../../../pipelines/editions/compareEditions.ts";
import {KEPT_EDITIONS, listEditions, nextEdition} from "../../../pipelines/editions/editionFile.ts";
import {runPipeline} from "../../../pipelines/runPipeline.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {readSiteFacts} from "../../../src/publish/siteFacts.ts";
import {changesBook} from "../../../src/data/queries/changes.ts";
import {writeSmallProvince} from "../../wholePath/smallProvince.ts";

const OWN = join(import.meta.dirname, "..", "..", "..", "data");
/** Hàm Rồng. */
const COMMUNE = "14758";

describe("editions of the figures", () => {
  let directory: string;
  const path = (...names: string[]): string => join(directory, ...names);
  const run = async (asOf?: string, progress: Progress = SILENT): Promise<void> => {
    await runPipeline(openWorkspace(directory, {asOf}), {isFull: false, progress});
  };
  const ids = (): string[] => listEditions({directory}).map(({id}) => id);
  const compare = async (older: string, newer: string): Promise<EditionDifference> => {
    const known = listEditions({directory});
    const [before, after] = [older, newer].map((id) => known.find((edition) => edition.id === id));
    if (!before || !after) throw new Error(`no edition ${older} or ${newer} among ${ids().join(", ")}`);
    const db = await openDatabase<PublicTables>(":memory:");
    try {
      return await compareEditions(db, before, after, {
        indicators: ["certified_of_eligible"],
        groups: ["all"],
        provinceOf: new Map([[COMMUNE, "38"]]),
        planOf: new Map([["S2-01", "thanh-hoa-2025"]])
      });
    } finally {
      await db.destroy();
    }
  };
  const receipts = (): string => path("submissions", "receipts.csv");

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "editions-"));
    await writeSmallProvince(directory);
    for (const folder of ["forms", "reference", "plans"]) cpSync(join(OWN, folder), path(folder), {recursive: true});
    await run();
  });
  afterAll(() => rmSync(directory, {recursive: true, force: true}));

  test("the first run keeps one, named by its as-of day; the foot says it is the first", async () => {
    expect(ids()).toEqual(["2025-11-20.1"]);
    expect((await readSiteFacts(directory)).edition).toEqual({id: "2025-11-20.1", changed: null});
  });

  test("a run that changes nothing keeps none, a warehouse made again from the same files neither", async () => {
    await run();
    rmSync(path("build"), {recursive: true});
    await run();
    expect(ids()).toEqual(["2025-11-20.1"]);
  });

  test("where the kept ones were deleted, a run that changes nothing keeps what is public now", async () => {
    rmSync(path("editions"), {recursive: true});
    await run();
    expect(ids()).toEqual(["2025-11-20.1"]);
  });

  test("the same files make the same bytes: no clock is in it", async () => {
    const other = mkdtempSync(join(tmpdir(), "editions-other-"));
    try {
      cpSync(path("submissions"), join(other, "submissions"), {recursive: true});
      for (const folder of ["forms", "reference", "plans"])
        cpSync(path(folder), join(other, folder), {recursive: true});
      cpSync(path("workspace.yaml"), join(other, "workspace.yaml"));
      await runPipeline(openWorkspace(other), {isFull: false, progress: SILENT});
      const [mine, theirs] = [listEditions({directory})[0], listEditions({directory: other})[0]];
      expect(readFileSync(theirs?.path ?? "").equals(readFileSync(mine?.path ?? ""))).toBe(true);
    } finally {
      rmSync(other, {recursive: true, force: true});
    }
  });

  test("an earlier as-of day leaves out what came later, and says so as the cause", async () => {
    await run("2025-11-09");
    expect(ids()).toEqual(["2025-11-20.1", "2025-11-09.1"]);
    const {values, files, commune_count} = await compare("2025-11-20.1", "2025-11-09.1");
    const commune = values.find(({area_code, year}) => area_code === COMMUNE && year === 2025);
    expect(commune?.before).toMatchObject({n: 6, d: 8});
    expect(commune?.after?.d ?? 0).toBe(0);
    expect(commune?.causes).toEqual(["ngay_tinh"]);
    expect(commune_count).toBeGreaterThan(0);
    expect(files.map(({file, after}) => [file, after])).toContainEqual(["2025/phuong-ham-rong.xlsx", null]);
  });

  test("the day comes again: the next number of that day, and the file is new", async () => {
    await run("2025-11-20");
    expect(ids()).toEqual(["2025-11-20.1", "2025-11-09.1", "2025-11-20.2"]);
    const {values, verdicts} = await compare("2025-11-09.1", "2025-11-20.2");
    expect(values.find(({area_code, year}) => area_code === COMMUNE && year === 2025)?.causes).toEqual(["tep_moi"]);
    expect(values.find(({area_code, year}) => area_code === "38" && year === 2025)?.causes).toEqual(["tep_moi"]);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.every(({before, after}) => before !== after)).toBe(true);
    expect(await compare("2025-11-20.1", "2025-11-20.2")).toMatchObject({value_count: 0, verdicts: [], files: []});
    const facts = await readSiteFacts(directory);
    expect(facts.edition?.id).toBe("2025-11-20.2");
    expect(facts.edition?.changed).toBeGreaterThan(0);
  });

  test("a withdrawn file is the cause of what it takes away", async () => {
    const before = readFileSync(receipts(), "utf8");
    writeFileSync(
      receipts(),
      before
        .split("\n")
        .map((line, i) => `${line},${i === 0 ? "withdrawn" : line.includes("ham-rong") ? "có" : ""}`)
        .join("\n")
    );
    await run();
    const {values} = await compare("2025-11-20.2", "2025-11-20.3");
    expect(values.find(({area_code, year}) => area_code === COMMUNE && year === 2025)?.causes).toEqual(["rut_tep"]);
    writeFileSync(receipts(), before);
    await run();
    expect(ids().at(-1)).toBe("2025-11-20.4");
  });

  test("a changed target flips its verdicts and no figure", async () => {
    const plan = path("plans", "thanh-hoa-2025.yaml");
    const text = readFileSync(plan, "utf8");
    writeFileSync(plan, text.replace(/value: 80\b/g, "value: 5"));
    expect(readFileSync(plan, "utf8")).not.toBe(text);
    await run();
    const {value_count, verdicts, inputs} = await compare("2025-11-20.4", "2025-11-20.5");
    expect(value_count).toBe(0);
    expect(inputs).toEqual(["plans/thanh-hoa-2025.yaml"]);
    const flipped = verdicts.filter(({target_id}) => target_id === "S2-01");
    expect(flipped.length).toBeGreaterThan(0);
    for (const {causes} of flipped) expect(causes).toEqual(["ke_hoach"]);
  });

  test("a damaged edition is told, left as it is, and stops nothing", async () => {
    const last = listEditions({directory}).at(-1);
    if (!last) throw new Error("no edition to damage");
    const bytes = readFileSync(last.path);
    writeFileSync(last.path, bytes.subarray(0, bytes.length >> 1));
    const said: string[] = [];
    appendFileSync(path("plans", "README.md"), "\n");
    await run(undefined, {...SILENT, step: (name) => said.push(name)});
    expect(said.join("\n")).toContain(`${last.id} hỏng`);
    expect(ids()).toContain(last.id);
    expect((await readSiteFacts(directory)).edition?.id).toBe("2025-11-20.6");
    const db = await openDatabase<PublicTables>(":memory:");
    try {
      const book = await changesBook(db, {directory});
      expect(book.editions.find(({id}) => id === last.id)).toMatchObject({is_readable: false});
      expect(book.latest).toBe("2025-11-20.6");
      expect(book.compared).toEqual(["2025-11-20.4", "2025-11-20.3", "2025-11-20.2", "2025-11-09.1", "2025-11-20.1"]);
      const [first, second] = listEditions({directory});
      if (first && second) expect(await countChangedCommunes(db, first, second)).toBeGreaterThan(0);
    } finally {
      await db.destroy();
    }
  });

  test("no draft is left behind, and files of other names are not taken for editions", () => {
    writeFileSync(path("editions", "ghi chú.txt"), "");
    expect(readdirSync(path("editions")).filter((name) => name.endsWith(".new"))).toEqual([]);
    expect(ids()).toHaveLength(7);
  });

  test("numbers go on after old editions were removed", () => {
    const known = listEditions({directory}).slice(-2);
    expect(nextEdition({directory}, known, "2025-11-20").id).toBe("2025-11-20.7");
    expect(nextEdition({directory}, known, "2025-12-01")).toMatchObject({id: "2025-12-01.1", sequence: 8});
    expect(nextEdition({directory}, [], null).id).toBe("khong-ngay.1");
    expect(KEPT_EDITIONS).toBeGreaterThan(12);
  });
});
