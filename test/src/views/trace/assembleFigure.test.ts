import type {Kysely} from "kysely";
import {beforeAll, describe, expect, test} from "vitest";
import {readForms} from "../../../../loaders/submissions/readForms.ts";
import {judgePlans} from "../../../../pipelines/verdicts/judgePlans.ts";
import {allTraces, type AllTraces, traceJson} from "../../../../src/data/queries/trace/allTraces.ts";
import {earlierFigure} from "../../../../src/views/trace/earlierFigure.ts";
import {AREAS, buildWorld, communeFile, former, present, rowsOf} from "../../../pipelines/world.ts";
import {PLANS} from "../../../pipelines/verdicts/judgedWorld.ts";
import {assembled, countsOf, keyOf, tracesOf, type Value} from "./assembled.ts";

let raw: Kysely<never>;
let all: AllTraces;

beforeAll(async () => {
  const column = (submission_id: string, field: string, column_letter: string) => ({
    submission_id,
    sheet: "KDC",
    form: "unit_list",
    field,
    column_letter,
    header_text: field
  });
  const org = {unit_type: "co_quan", managed_level: "huyen"};
  raw = await buildWorld({
    ...AREAS,
    raw_submissions: [
      {submission_id: "d23", area_code: "100", received_date: "2023-11-14", year: 2023},
      {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
      {...communeFile("x25", "00003", "2025-11-05"), stage: "so_bo"},
      communeFile("y25", "00003", "2025-11-11")
    ],
    raw_columns: [
      column("d24", "unit_name", "B"),
      column("d24", "is_certified", "H"),
      column("y25", "is_certified", "G")
    ],
    raw_values: [
      {submission_id: "d24", sheet: "KDC", row_number: 13, field: "is_certified", raw_text: " chưa đạt ", rule: null}
    ],
    raw_units: [
      {...former("d23", "00001", 2023), unit_name: "Thôn 1", is_certified: true, class: "kha"},
      {...former("d23", "00002", 2023), unit_name: "Thôn 1", is_registered: true},
      {...former("d24", "00001"), unit_name: "Thôn 1", is_certified: true, class: "xuat_sac", effective_model_count: 3},
      {...former("d24", "00002"), unit_name: "Thôn 1", is_registered: true, is_certified: false, class: "yeu"},
      {...former("d24", "00003"), unit_name: "Thôn 2", is_registered: false, effective_model_count: 0},
      {...former("d24", "00003"), ...org, unit_name: "Trạm Y tế", informed_count: 9, informed_total: 10},
      {...former("d24", "00003"), ...org, unit_name: "Trường Mầm non", exclusion_reason: "mam_non"},
      {...former("d24", "00004"), ...org, unit_name: "Kho bạc", informed_count: 4, is_title_eligible: false},
      {...present("x25", "00003"), unit_name: "Thôn 2", stage: "so_bo", is_certified: false},
      {...present("x25", "00003"), unit_name: "Thôn 9", stage: "so_bo", is_certified: false},
      {...present("y25", "00003"), unit_name: "Thôn 2", is_certified: true},
      {...present("y25", "00003"), unit_name: "Thôn 3"}
    ],
    raw_summaries: [{...former("d23", "00004", 2023), unit_type: "khu_dan_cu", total_count: 8, certified_count: 6}],
    raw_facts: [
      {...former("d24", "00001"), sheet: "TTC", fact: "households", reached_count: 9, total_count: 10},
      {...former("d24", "00002"), sheet: "TTC", fact: "pupils", reached_count: 5, total_count: 7}
    ],
    raw_models: [{...former("d24", "00001"), sheet: "MH", model_name: "Camera", class: "yeu"}]
  });
  const settings = {home: {level: "province", code: "38"}, as_of: "2025-12-31", publication: "internal"} as const;
  await judgePlans(raw, {settings}, PLANS);
  all = await allTraces(raw, readForms("data/forms"));
});

const values = (where: string): Promise<Value[]> => rowsOf<Value>(raw, `select * from indicator_values where ${where}`);

describe("a figure put together from its files", () => {
  test("has the counts of indicator_values, for every indicator, area, year, group, level and view", async () => {
    const found = await values("true");
    expect(found.length).toBeGreaterThan(5_000);
    const levels = new Set(found.map(({area_level: level}) => level));
    expect(levels).toEqual(new Set(["commune", "district", "province", "country"]));
    const wrong = found.filter((value) => {
      const counts = [value.numerator, value.denominator, value.unknown_count, value.unreported_count];
      return JSON.stringify(countsOf(all, value)) !== JSON.stringify(counts);
    });
    expect(wrong).toEqual([]);
  });

  test("says what stands in each deciding cell, what it was read as, and the part it plays", async () => {
    const [value] = await values(
      "indicator = 'certified_of_eligible' and area_code = '00002' and year = 2024 and boundary = 'as_reported' and unit_group = 'all' and managed_level = 'all'"
    );
    if (value === undefined) throw new Error("no such figure");
    const {rows} = assembled(all, value);
    expect(rows.map(({name, role, place, cells}) => [name, role, place?.file.file, place?.row, cells])).toEqual([
      [
        "Thôn 1",
        "d",
        "2024/d24.xlsx",
        13,
        [
          {field: "unit_name", role: "d", address: "B13", text: "Thôn 1", value: "Thôn 1", rule: null},
          {field: "is_certified", role: "d", address: "H13", text: " chưa đạt ", value: "Chưa đạt", rule: null}
        ]
      ]
    ]);
  });

  test("leaves out units outside the circular, and counts them by reason", async () => {
    const [value] = await values(
      "indicator = 'certified_of_eligible' and area_code = '00003' and year = 2024 and boundary = 'as_reported' and unit_group = 'all' and managed_level = 'all'"
    );
    if (value === undefined) throw new Error("no such figure");
    expect(assembled(all, value).excluded).toEqual({"Mầm non, nhà trẻ": 1});
    expect(assembled(all, value).rows.map(({name}) => name)).not.toContain("Trường Mầm non");
  });

  test("compares with the file before: 0 of 2, then 1 of 2, and the units that changed", async () => {
    const [value] = await values(
      "indicator = 'certified_of_eligible' and area_code = '00003' and year = 2025 and boundary = 'current' and unit_group = 'khu_dan_cu' and managed_level = 'all'"
    );
    const [trace] = value ? tracesOf(all, keyOf(value)) : [];
    if (value === undefined || trace === undefined) throw new Error("no such figure");
    const {counts} = assembled(all, value);
    expect([...counts]).toEqual([1, 2, 1, value.unreported_count]);
    const earlier = earlierFigure(trace, all.index, keyOf(value), counts);
    expect(earlier?.counts).toEqual([0, 2, 0, value.unreported_count]);
    expect(earlier?.before.map(({file}) => file)).toEqual(["2024/x25.xlsx"]);
    expect(earlier?.now.map(({file}) => file)).toEqual(["2024/y25.xlsx"]);
    expect(earlier?.changes.map(({name, from, to}) => [name, from, to])).toEqual([
      ["Thôn 2", "d", "n"],
      ["Thôn 9", "d", null],
      ["Thôn 3", null, "u"]
    ]);
  });

  test("names every file the panel asks for: the index, and one per commune and year", () => {
    const names = traceJson(all).map(([name]) => name);
    for (const name of ["index", "former", "00003-2025", "2024-certified_of_eligible-as_reported"])
      expect(names).toContain(name);
    expect(all.index.files.every((file) => names.includes(file))).toBe(true);
  });
});
