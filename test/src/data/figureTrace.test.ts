import type {Kysely} from "kysely";
import {beforeAll, describe, expect, test} from "vitest";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {figureTrace, type FigureQuestion} from "../../../src/data/queries/figureTrace.ts";
import {printTrace} from "../../../src/trace/printTrace.ts";
import {AREAS, buildWorld, communeFile, former, present, rowsOf} from "../../pipelines/world.ts";

const forms = readForms("data/forms");
let raw: Kysely<never>;
let db: Kysely<PublicTables>;

beforeAll(async () => {
  const column = (field: string, column_letter: string) => ({
    submission_id: "d24",
    sheet: "KDC",
    form: "unit_list",
    field,
    column_letter,
    header_text: field
  });
  raw = await buildWorld({
    ...AREAS,
    raw_submissions: [
      {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
      communeFile("x25", "00003")
    ],
    raw_columns: [column("unit_name", "B"), column("is_certified", "H")],
    raw_values: [
      {submission_id: "d24", sheet: "KDC", row_number: 11, field: "is_certified", raw_text: "0 đạt", rule: null}
    ],
    raw_units: [
      {...former("d24", "00001"), unit_name: "Thôn 1", is_certified: true},
      {...former("d24", "00002"), unit_name: "Thôn 1", is_certified: false},
      {...former("d24", "00003"), unit_name: "Thôn 2"},
      {...present("x25", "00003"), unit_name: "Thôn 2", former_commune_code: "00003", is_certified: true}
    ],
    raw_facts: [{...former("d24", "00001"), sheet: "TTC", fact: "households", reached_count: 9, total_count: 10}]
  });
  db = raw;
});

const ask = (question: Partial<FigureQuestion>): FigureQuestion => ({
  indicator: "certified_of_eligible",
  area_code: "38",
  year: 2024,
  unit_group: "all",
  boundary: "current",
  managed_level: "all",
  ...question
});

describe("the trace of a number", () => {
  test("of any area is made of the cells of its communes: as many units as the number counts", async () => {
    const values = await rowsOf<FigureQuestion & {numerator: number; denominator: number}>(
      raw,
      `select * from indicator_values where indicator = 'certified_of_eligible' and managed_level = 'all' and area_code <> 'unassigned'`
    );
    expect(new Set(values.map(({area_code: code}) => code.length))).toEqual(new Set([2, 3, 5]));
    for (const value of values) {
      const {cells} = await figureTrace(db, ask(value), forms);
      const unitsOf = (...roles: string[]): number =>
        new Set(cells.filter(({role}) => roles.includes(role)).map(({unit_id: unit}) => unit)).size;
      const found = [unitsOf("numerator"), unitsOf("numerator", "denominator", "unknown")];
      expect({...value, found}).toEqual({...value, found: [value.numerator, value.denominator]});
    }
  });

  test("shows what stands in a cell: its own text, else the standard word of its value", async () => {
    const {cells} = await figureTrace(db, ask({}), forms);
    expect(
      cells.filter(({field}) => field === "is_certified").map(({cell, raw_value: text, role}) => [cell, text, role])
    ).toEqual([
      ["H10", "Đạt", "numerator"],
      ["H11", "0 đạt", "denominator"],
      ["H12", null, "unknown"]
    ]);
  });

  test("is told in lines of text, a row of a sheet on one line", async () => {
    const indicator = indicatorMetadata().find(({id}) => id === "certified_of_eligible");
    if (indicator === undefined) throw new Error("no indicator");
    const lines = printTrace(await figureTrace(db, ask({area_code: "00001"}), forms), indicator, {most: 1});
    expect(lines.slice(1)).toEqual([
      "An Bình, năm 2024, Tất cả, địa giới hiện nay",
      "1/2 = 50,0%; chính thức",
      "Công thức: Số đơn vị được công nhận đạt ÷ số đơn vị thuộc diện",
      "4 ô trong 1 tệp",
      "",
      "Tính vào tử số: 1 đơn vị",
      "  Thôn 1, An Bình: H10 “Đạt”; B10 “Thôn 1” — 2024/d24.xlsx, trang KDC (nhận 14/11/2024)",
      "",
      "Chỉ ở mẫu số: 1 đơn vị",
      "  Thôn 1, An Bình: H11 “0 đạt”; B11 “Thôn 1” — 2024/d24.xlsx, trang KDC (nhận 14/11/2024)"
    ]);
  });

  test("of a sum of Thông tin chung leads to its rows", async () => {
    const trace = await figureTrace(db, ask({indicator: "households_reached_of_total"}), forms);
    expect([trace.numerator, trace.denominator]).toEqual([9, 10]);
    expect(trace.cells.filter(({role}) => role !== "unreported").map(({raw_value: text}) => text)).toEqual(["9", "10"]);
  });

  test.each([
    [{indicator: "certified"}, /không có chỉ tiêu "certified"; có: registered_of_eligible, /],
    [{area_code: "99"}, /không có số liệu của địa bàn mã "99"/],
    [{year: 2019}, /không có "certified_of_eligible" năm 2019; có các năm: 2024, 2025/],
    [{unit_group: "commune_x"}, /không tính cho nhóm "commune_x"; có: all/]
  ])("says what exists where there is no such number: %o", async (question, message) => {
    await expect(figureTrace(db, ask(question), forms)).rejects.toThrow(message);
  });
});
