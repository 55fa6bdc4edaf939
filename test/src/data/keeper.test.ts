import type {Kysely} from "kysely";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {ALL_RULES} from "../../../pipelines/checks/allRules.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {homeAreas} from "../../../src/data/queries/homeAreas.ts";
import {emptyKeeperSite} from "../../../src/data/queries/keeperSite.ts";
import {emptyProgress, type Progress, progress} from "../../../src/data/queries/progress.ts";
import {type ProgressYear, progressYear} from "../../../src/data/queries/progressYear.ts";
import {emptyQuality, type Quality, quality} from "../../../src/data/queries/quality.ts";
import {crossUnits, qualityYear} from "../../../src/data/queries/qualityYear.ts";
import {namedRules} from "../../../src/data/queries/ruleTitles.ts";
import {decodeStates} from "../../../src/views/dutyStates.ts";
import {seedSmallWarehouse} from "./smallWarehouse.ts";

const workspace = {settings: {home: {level: "province", code: "38"}, publication: "internal"}} as unknown as Parameters<
  typeof progress
>[1];
const publicEdition = {settings: {...workspace.settings, publication: "public"}} as typeof workspace;
const plans = readPlans("data/plans");

let db: Kysely<PublicTables>;
beforeAll(async () => {
  db = await openDatabase<PublicTables>(":memory:");
  await seedSmallWarehouse(db);
  await seedFiles();
});
afterAll(async () => await db.destroy());

describe("duties and what came", () => {
  let read: Progress;
  let year: ProgressYear;
  beforeAll(async () => {
    read = await progress(db, workspace, plans);
    year = await progressYear(db, workspace, plans, 2025);
  });
  const duty = (id: string, of: number): Progress["duties"][number] => {
    const found = read.duties.find((one) => one.id.endsWith(id) && one.year === of);
    if (!found) throw new Error(`no duty ${id} of ${of}`);
    return found;
  };

  it("counts every area of the home area that owes a duty once, and nobody else", () => {
    const {counts, expected, last_day} = duty("S2-D3", 2025);
    expect(counts).toEqual({dung_han: 1, tre: 1, chua_nop: 1});
    expect(expected).toBe(3);
    expect(last_day).toBe("2025-11-14");
  });
  it("says of an annual report without a day whether it came, instead of following nothing", () => {
    expect(duty("TT124-D6", 2024).counts).toEqual({da_nop: 1});
    expect(duty("TT124-D6", 2024)).toMatchObject({register: "former", due_date: null, last_day: null, undated: 1});
    expect(duty("TT124-D6", 2026).counts).toEqual({chua_thay: 1});
  });
  it("leaves duties that no form asks about as not followed", () => {
    expect(duty("TT124-D2", 2025).counts).toEqual({khong_theo_doi: 1});
  });
  it("keeps a file that names no year under a year of its own", async () => {
    expect(read.site.years).toEqual([0, 2024, 2025, 2026]);
    expect(read.site.files).toMatchObject({0: 1, 2025: 6});
    expect((await progressYear(db, workspace, plans, 0)).files.map(({file}) => file)).toEqual(["x.pdf"]);
  });
  it("gives each area its state and day, its parts, and what is missing of them", () => {
    const columns = year.duties["thanh-hoa-2025.S2-D3"];
    expect(decodeStates(columns?.states ?? "")).toEqual(["dung_han", "tre", "chua_nop"]);
    expect(columns?.received).toEqual(["2025-11-10", "2025-11-16", null]);
    const report = year.reports[columns?.areas[0] ?? -1];
    expect(report?.parts).toEqual(["khu_dan_cu", "xa"]);
    expect(report?.missing).toEqual(["co_quan", "models", "commune_facts"]);
    const silent = year.reports[columns?.areas[2] ?? -1];
    expect(silent).toMatchObject({parts: [], missing: [], versions: 0});
  });
  it("does not give a former commune the files of the present one that took its code", () => {
    const former = year.duties["tt124-2021.TT124-D1"]?.areas[0] ?? -1;
    expect(year.areas[former]).toMatchObject({code: "101", register: "former", name: "Hải Châu"});
    expect(year.reports[former]?.files).toEqual([]);
  });
  it("lists every file with what replaced it, newest first", () => {
    expect(year.files.map(({id}) => id)).toEqual(["b2", "r", "d", "b1", "a", "p"]);
    const [newest, , repeated, older] = year.files;
    expect(newest).toMatchObject({parts: 1, current_parts: 1, replaced_by: []});
    expect(older).toMatchObject({parts: 1, current_parts: 0, replaced_by: [0]});
    expect(repeated).toMatchObject({status: "duplicate", replaced_by: [4]});
    expect(year.files.find(({id}) => id === "p")).toMatchObject({area: "xã Hàng xóm", is_home: false});
  });
  it("does not name files and senders in an edition that leaves out what is internal", async () => {
    const {files} = await progressYear(db, publicEdition, plans, 2025);
    expect(files.map(({file, sender}) => [file, sender])).toEqual(files.map(() => [null, null]));
  });
});

describe("issues, files and results", () => {
  let read: Quality;
  beforeAll(async () => {
    read = await quality(db, workspace);
  });
  const of2025 = (): Quality["years"][number] => read.years.find(({year}) => year === 2025) as Quality["years"][number];

  it("knows the Vietnamese name of every rule, and shows no id of one it does not know", () => {
    for (const {id, severity} of ALL_RULES) {
      const [named] = namedRules([{rule: id, severity}]);
      expect(named?.title).toMatch(/\p{L}+ \p{L}/u);
      expect(named?.title).not.toBe("Kiểm tra khác");
    }
    expect(namedRules([{rule: "some_new_rule", severity: "info"}])[0]?.title).toBe("Kiểm tra khác");
  });
  it("counts what must be mended in files still in use; refused, repeated and replaced ones apart", () => {
    expect(of2025().must_fix).toEqual({files: 1, places: 1});
    expect(of2025().files).toEqual({accepted: 4, duplicate: 1, rejected: 1});
    const rule = read.rules.findIndex(({id}) => id === "unknown_class");
    expect(of2025().rules.find((row) => row.rule === rule)).toMatchObject({
      count: 2,
      files: 2,
      open_count: 1,
      open_files: 1
    });
    expect(of2025().closed_issues).toBe(1);
  });
  it("holds that rows read are rows loaded and rows not loaded", () => {
    expect(of2025()).toMatchObject({rows_read: 12, rows_accepted: 11, rows_rejected: 1});
  });
  it("stands units by result and class; one not registered and without a result is not certified", () => {
    const cells = of2025().cross.map(({result, class: of, count}) => [`${result}-${of}`, count]);
    expect(cells).toEqual([
      ["chua_dat-chua_ro", 1],
      ["dat-yeu", 1]
    ]);
  });
  it("has a file for each cell of the cross-table, with all its units", async () => {
    const cells = await crossUnits(db, workspace, 2025);
    expect([...cells.keys()]).toEqual(["chua_dat-chua_ro", "dat-yeu"]);
    expect(cells.get("dat-yeu")?.units[0]).toMatchObject({name: "Thôn 1", commune: "xã Tĩnh Gia", row: 7});
  });
  it("gives each issue its file, commune, cell and whether it still counts", async () => {
    const {files, issues} = await qualityYear(db, workspace, read.rules, 2025);
    expect(issues.file.map((i) => files.files[i]?.id)).toEqual(["b1", "b2", "r"]);
    expect(issues.open).toEqual([0, 1, 1]);
    expect(issues.commune.map((i) => files.communes[i]?.name ?? null)).toEqual(["Mường Lý", "Mường Lý", null]);
    expect(issues.words[issues.value[1] ?? -1]).toBe("Giỏi");
    expect(files.files.find(({id}) => id === "r")?.refusal?.remedy).toBe("Gửi bảng tính.");
    expect(files.communes.find(({code}) => code === "101")).toMatchObject({units: 2, no_class: 1, no_result: 0});
  });
  it("has no issue and no unit in an edition that leaves out what is internal", async () => {
    const {files, issues} = await qualityYear(db, publicEdition, read.rules, 2025);
    expect(issues.message).toEqual([]);
    expect(issues.words).toEqual([]);
    expect(files.files.every(({file}) => file === null)).toBe(true);
    expect(JSON.stringify(files)).not.toContain("Gửi bảng tính.");
    expect((await crossUnits(db, publicEdition, 2025)).size).toBe(0);
  });
});

it("areas of the home province are known over the change of registers; codes used again are not mixed up", async () => {
  const areas = await homeAreas(db, {level: "province", code: "38"});
  expect(areas.isHome("commune", "101", "former")).toBe(true);
  expect(areas.isHome("commune", "900", "current")).toBe(false);
  expect(areas.isHome("district", "384", "former")).toBe(true);
  expect(areas.find("commune", "101", "former")).toMatchObject({
    name: "Hải Châu",
    place: "Huyện Mường Lát",
    successor: "101"
  });
  expect(areas.find("commune", "101", "current")).toMatchObject({name: "Tĩnh Gia", place: "", successor: "101"});
  expect(areas.find("commune", "tam-1", "former").name).toBe("tam-1");
});

it("an empty site has both pages' data, empty", () => {
  const site = emptyKeeperSite(workspace);
  expect(emptyProgress(site)).toMatchObject({duties: [], site: {default_year: null, years: []}});
  expect(emptyQuality(site)).toMatchObject({years: [], rules: []});
});

/** Six files of 2025 (one replaced, one repeated, one refused, one of a neighbour), one that names no year; what they say. */
async function seedFiles(): Promise<void> {
  const file = {
    form: "unit_list",
    period: "nam",
    year: 2025,
    area_level: "commune",
    area_code: "101",
    sender: "UBND xã",
    stage: "chinh_thuc",
    status: "accepted",
    is_simulated: true,
    rows_read: 4,
    rows_accepted: 4,
    rows_rejected: 0
  };
  await db
    .insertInto("submissions")
    .values([
      {
        ...file,
        submission_id: "a",
        file: "2025/a.xlsx",
        sha256: "aa",
        received_date: "2025-11-10",
        rows_rejected: 1,
        rows_accepted: 3
      },
      {...file, submission_id: "b1", file: "2025/b1.xlsx", sha256: "b1", received_date: "2025-11-16", area_code: "102"},
      {...file, submission_id: "b2", file: "2025/b2.xlsx", sha256: "b2", received_date: "2025-12-01", area_code: "102"},
      {
        ...file,
        submission_id: "d",
        file: "2025/d.xlsx",
        sha256: "aa",
        received_date: "2025-11-17",
        status: "duplicate",
        rows_read: 0,
        rows_accepted: 0
      },
      {
        ...file,
        submission_id: "r",
        file: "2025/r.pdf",
        sha256: "rr",
        received_date: "2025-11-18",
        status: "rejected",
        area_level: null,
        area_code: null,
        rows_read: 0,
        rows_accepted: 0
      },
      {
        ...file,
        submission_id: "p",
        file: "2025/p.xlsx",
        sha256: "pp",
        received_date: null,
        area_code: "900",
        rows_read: 0,
        rows_accepted: 0
      },
      {
        ...file,
        submission_id: "x",
        file: "x.pdf",
        sha256: "xx",
        received_date: null,
        year: null,
        status: "rejected",
        area_level: null,
        area_code: null,
        rows_read: 0,
        rows_accepted: 0
      }
    ])
    .execute();
  await db.deleteFrom("submission_parts").execute();
  const part = {
    commune_valid_from: "2025-07-01",
    form: "unit_list",
    year: 2025,
    period: "nam",
    is_current: true,
    is_counted: true,
    superseded_by: null
  };
  await db
    .insertInto("submission_parts")
    .values([
      {...part, submission_id: "a", commune_code: "101", unit_type: "khu_dan_cu"},
      {...part, submission_id: "a", commune_code: "101", unit_type: "phuong"},
      {
        ...part,
        submission_id: "b1",
        commune_code: "102",
        unit_type: "khu_dan_cu",
        is_current: false,
        superseded_by: "b2"
      },
      {...part, submission_id: "b2", commune_code: "102", unit_type: "khu_dan_cu"}
    ])
    .execute();
  const issue = {
    commune_code: "102",
    severity: "value_error",
    rule: "unknown_class",
    sheet: "KDC",
    cell: "J10",
    row_number: 10,
    field: "class",
    raw_value: "Giỏi",
    message: "“Giỏi” không thuộc bốn mức.",
    remedy: "Chọn Khá."
  };
  await db
    .insertInto("issues")
    .values([
      {...issue, issue_id: "1", submission_id: "b1"},
      {...issue, issue_id: "2", submission_id: "b2"},
      {
        ...issue,
        issue_id: "3",
        submission_id: "r",
        commune_code: null,
        severity: "row_error",
        rule: "file_not_spreadsheet",
        sheet: null,
        cell: null,
        row_number: null,
        field: null,
        raw_value: null,
        message: "Là tệp PDF.",
        remedy: "Gửi bảng tính."
      }
    ])
    .execute();
  const unit = {
    commune_code: "101",
    commune_valid_from: "2025-07-01",
    current_commune_code: "101",
    unit_type: "khu_dan_cu",
    managed_level: "xa",
    is_eligible: true,
    stage: "chinh_thuc",
    submission_id: "a",
    sheet: "KDC"
  };
  await db
    .insertInto("unit_years")
    .values([
      {
        ...unit,
        unit_id: "u1",
        year: 2025,
        unit_name: "Thôn 1",
        is_registered: true,
        is_certified: true,
        class: "yeu",
        row_number: 7
      },
      {...unit, unit_id: "u2", year: 2025, unit_name: "Thôn 2", is_registered: false, row_number: 8},
      {
        ...unit,
        unit_id: "u3",
        year: 2024,
        commune_valid_from: null,
        unit_name: "Trạm Y tế",
        unit_type: "co_quan",
        is_registered: true,
        is_certified: true,
        class: "kha",
        row_number: 9
      }
    ] as never)
    .execute();
  const norm = {
    plan_id: "tt124-2021",
    area_level: "commune",
    area_code: "101",
    status: "khong_theo_doi",
    due_date: null,
    received_date: null
  };
  await db
    .insertInto("reporting_status")
    .values([
      {...norm, duty: "TT124-D6", year: 2024},
      {...norm, duty: "TT124-D6", year: 2026},
      {...norm, duty: "TT124-D1", year: 2025, due_date: "2025-03-31"},
      {...norm, duty: "TT124-D2", year: 2025, due_date: "2025-11-15"},
      {...norm, duty: "TT124-D2", year: 2025, due_date: "2025-11-15", area_code: "900"}
    ])
    .execute();
}
