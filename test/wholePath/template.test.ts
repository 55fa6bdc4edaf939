import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Kysely} from "kysely";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {DEFAULT_SEED, writeDemo} from "../../data/demo/writeDemo.ts";
import {SILENT} from "../../loaders/progress.ts";
import {areaTitle} from "../../loaders/reference/areaTitle.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import type {TemplateFill} from "../../loaders/template/templateFill.ts";
import {openWorkspace, type Workspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {runPipeline} from "../../pipelines/runPipeline.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {communeFills, presentCommunes, provinceFill, provinceOf} from "../../src/data/queries/templateFills.ts";
import {templateSources} from "../../src/data/queries/templateSources.ts";
import {writeTemplates} from "../../src/publish/writeTemplates.ts";
import {headOf, readBack} from "../loaders/template/build.ts";
import {typeInto} from "../loaders/template/typeInto.ts";
import {found} from "../loaders/validate/build.ts";

/** Forms made from a warehouse, read back, filled in and taken through the pipeline. Some communes of the demo, and the province. */
const SENDERS = new Set(["14797", "14758", "14908", "38"]);
const LIST = "Danh sách đơn vị";
const directory = mkdtempSync(join(tmpdir(), "templates-"));
const out = join(directory, "forms");
const register = readRegister(join("data", "reference"));
let workspace: Workspace;
let fills: TemplateFill[];

beforeAll(async () => {
  workspace = openWorkspace(directory);
  await writeDemo(workspace.submissions, {
    seed: DEFAULT_SEED,
    register,
    only: (file) =>
      "reporter" in file &&
      file.year === 2025 &&
      file.reporter.level !== "district" &&
      file.reporter.province.endsWith("Thanh Hóa") &&
      SENDERS.has(file.reporter.code)
  });
  await runPipeline(workspace, {isFull: true, progress: SILENT});
  await withTables(async (db) => {
    const communes = presentCommunes(register, 2026).filter(({province_code}) => province_code === "38");
    fills = await communeFills(await templateSources(db, workspace), {communes, year: 2026});
  });
  await writeTemplates(workspace, {owners: {kind: "home"}, year: 2026, out, progress: SILENT});
});
afterAll(() => rmSync(directory, {recursive: true, force: true}));

async function withTables<T>(use: (db: Kysely<PublicTables>) => Promise<T>): Promise<T> {
  const db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/** Title of a commune until 30/6/2025. */
function formerTitle(code: string | null): string | null {
  const commune = register.communes.find((one) => one.code === code && one.valid_from === null);
  return commune === undefined ? null : areaTitle(commune);
}

const formOf = (code: string): Uint8Array => {
  const name = readdirSync(out).find((file) => file.startsWith(`${code}_`));
  if (name === undefined) throw new Error(`no form of ${code}`);
  return new Uint8Array(readFileSync(join(out, name)));
};

describe("the form of every commune of a province", () => {
  test("is there, with the commune itself as a unit, and with last year's units where there was a list", () => {
    expect(readdirSync(out)).toHaveLength(166);
    for (const {units, owner} of fills) {
      const own = units.filter(({unit_type}) => ["xa", "phuong"].includes(unit_type));
      expect(own.map(({unit_name}) => unit_name)).toEqual([owner?.title]);
    }
    const filled = fills.filter(({units}) => units.length > 1).map(({owner}) => owner?.code);
    expect(filled).toEqual(["14758", "14797", "14908"]);
  });

  test("is read back as its own: whose, which year, every unit as it was filled in", () => {
    for (const fill of fills) {
      const code = fill.owner?.code ?? "";
      const reading = readBack(formOf(code));
      expect(reading, code).toMatchObject({area_level: "commune", area_code: code, year: 2026, stage: "so_bo"});
      expect(reading.is_simulated, code).toBe(fill.isSimulated);
      const units = reading.units.map((unit) => ({
        unit_code: unit.unit_code,
        unit_name: unit.unit_name,
        unit_type: unit.unit_type,
        former_commune: ["xa", "phuong"].includes(unit.unit_type) ? null : formerTitle(unit.former_commune_code),
        managed_level: unit.managed_level,
        managed_by: unit.managed_by,
        exclusion_reason: unit.exclusion_reason
      }));
      expect(
        units.map((unit) => ({...unit, commune: null})),
        code
      ).toEqual(fill.units);
      expect(reading.models.map(({model_name, unit_name}) => ({model_name, unit_name}))).toEqual(fill.models);
      const rules = new Set(found(reading).map((rule) => rule.split(" ")[0]));
      for (const told of ["form_not_filled", "excluded_kind", "duplicate_unit"]) rules.delete(told);
      expect([...rules], code).toEqual([]);
    }
  });
});

describe("a form that is filled in and sent", () => {
  test("continues every unit of last year: none is new, none has ended, results are this year's", async () => {
    const before = await withTables(idsOf(2025));
    const folder = join(workspace.submissions, "2026");
    mkdirSync(folder, {recursive: true});
    for (const code of ["14797", "14758"]) {
      const form = formOf(code);
      const {row} = headOf(form, LIST, "Tên đơn vị");
      const {units} = readBack(form);
      const typed = units.flatMap((unit, index) => [
        {sheet: LIST, title: "Đăng ký", row: unit.row_number, value: "x"},
        {sheet: LIST, title: "Kết quả xét", row: unit.row_number, value: index % 3 === 0 ? "Chưa đạt" : "Đạt"}
      ]);
      expect(units[0]?.row_number).toBe(row + 2);
      writeFileSync(join(folder, `${code}.xlsx`), typeInto(form, typed));
    }
    const province = provinceOf(register, "38");
    const fill = await withTables(async (db) =>
      provinceFill(await templateSources(db, workspace), {province, year: 2026})
    );
    const path = join(folder, "tinh.xlsx");
    const owners = {kind: "province", code: "38"} as const;
    const written = await writeTemplates(workspace, {owners, year: 2026, out: path, progress: SILENT});
    expect(written).toMatchObject({files: 1, units: fill.units.length, path});
    expect(fill.units.length).toBeGreaterThan(100);

    await runPipeline(workspace, {isFull: false, progress: SILENT});
    const sent = await withTables((db) =>
      db.selectFrom("submissions").select(["status", "rows_rejected"]).where("year", "=", 2026).execute()
    );
    expect(sent).toEqual(sent.map(() => ({status: "accepted", rows_rejected: 0})));
    expect(sent).toHaveLength(3);
    const after = await withTables(idsOf(2026));
    const of = (ids: Map<string, string>, where: (commune: string) => boolean): string[] =>
      [...ids].filter(([, commune]) => where(commune)).map(([id]) => id);
    const isSent = (commune: string): boolean => ["14797", "14758", "province"].includes(commune);
    expect(of(after, isSent)).toEqual(of(before, isSent));
    expect(after.size).toBeGreaterThan(500);
    const ended = await withTables((db) =>
      db
        .selectFrom("issues")
        .innerJoin("submissions", "submissions.submission_id", "issues.submission_id")
        .select("issues.message")
        .where("rule", "in", ["unit_ended", "unit_listed_twice", "unit_repeated"])
        .where("submissions.year", "=", 2026)
        .execute()
    );
    expect(ended).toEqual([]);
  });
});

/** Units of a year by who listed them: a commune, or "province". */
function idsOf(year: number): (db: Kysely<PublicTables>) => Promise<Map<string, string>> {
  return async (db) => {
    const rows = await db
      .selectFrom("unit_years")
      .innerJoin("submissions", "submissions.submission_id", "unit_years.submission_id")
      .select(["unit_id", "current_commune_code", "area_level"])
      .where("unit_years.year", "=", year)
      .orderBy("unit_id")
      .execute();
    return new Map(
      rows.map(({unit_id, current_commune_code, area_level}) => [
        unit_id,
        area_level === "province" ? "province" : current_commune_code
      ])
    );
  };
}

describe("what cannot be made", () => {
  test("is said with what to write instead", async () => {
    const ask = (about: Partial<Parameters<typeof writeTemplates>[1]>): Promise<unknown> =>
      writeTemplates(workspace, {owners: {kind: "blank"}, year: 2026, out: null, progress: SILENT, ...about});
    await expect(ask({year: 2024})).rejects.toThrow("Ghi --year từ 2025");
    await expect(ask({owners: {kind: "commune", code: "99999"}})).rejects.toThrow(/mã "99999".*Ghi mã năm chữ số/);
    await expect(ask({owners: {kind: "province", code: "99"}})).rejects.toThrow(/mã "99".*Ghi mã hai chữ số/);
  });
});
