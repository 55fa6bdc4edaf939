import {describe, expect, test} from "vitest";
import type {RawTables} from "../../../pipelines/rawTables.ts";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const told = async (world: World, rule: string) => {
  const db = await buildWorld({...AREAS, ...world});
  const rows = await rowsOf<{submission_id: string; cell: string | null; message: string}>(
    db,
    `select submission_id, cell, message from issues where rule = '${rule}' order by submission_id, message`
  );
  return rows.map(({submission_id, cell, message}) =>
    [submission_id, cell, message].filter((x) => x !== null).join(" | ")
  );
};

const FILES = [
  {submission_id: "d23", area_code: "100", year: 2023, received_date: "2023-11-14"},
  {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
  communeFile("z25", "00004")
];

describe("a count ten times last year's, or a tenth", () => {
  test("people of a unit, over the merger too; at its cell", async () => {
    const world = (earlier: number, now: number): World => ({
      raw_submissions: FILES,
      raw_columns: [
        {submission_id: "z25", sheet: "KDC", form: "unit_list", field: "informed_total", column_letter: "Q"}
      ],
      raw_units: [
        {...former("d24", "00004"), unit_name: "Thôn 1", informed_total: earlier},
        {...present("z25", "00004"), unit_name: "Thôn 1", informed_total: now}
      ]
    });
    expect(await told(world(1376, 137), "tenfold_jump")).toEqual([
      "z25 | Q11 | Năm 2025, phường Dương Mới: “Tổng số người: Thôn 1” là 137, năm 2024 là 1.376: chênh nhau từ 10 lần trở lên."
    ]);
    expect(await told(world(137, 1376), "tenfold_jump")).toHaveLength(1);
    expect(await told(world(137, 1369), "tenfold_jump")).toEqual([]);
    expect(await told(world(4, 40), "tenfold_jump")).toEqual([]);
    expect(await told(world(0, 400), "tenfold_jump")).toEqual([]);
  });

  test("facts, sites of models and counts of summaries", async () => {
    const world = (n: number): World => ({
      raw_submissions: FILES,
      raw_facts: [
        {...former("d23", "00004", 2023), fact: "households", total_count: 3135, reached_count: 3000},
        {...former("d24", "00004"), fact: "households", total_count: 3135 * n, reached_count: 3000}
      ],
      raw_models: [
        {...former("d23", "00004", 2023), model_name: "Camera", site_count: 9},
        {...former("d24", "00004"), model_name: "Camera", site_count: 9 * n}
      ],
      raw_summaries: [
        {...former("d23", "00001", 2023), total_count: 12, registered_count: 12},
        {...former("d24", "00001"), total_count: 12 * n, registered_count: 12}
      ]
    });
    expect(await told(world(10), "tenfold_jump")).toEqual([
      "d24 | Năm 2024, xã An: “Tổng số khu dân cư” là 120, năm 2023 là 12: chênh nhau từ 10 lần trở lên.",
      "d24 | Năm 2024, xã Dương: “Số điểm: Camera” là 90, năm 2023 là 9: chênh nhau từ 10 lần trở lên.",
      "d24 | Năm 2024, xã Dương: “Tổng số hộ gia đình” là 31.350, năm 2023 là 3.135: chênh nhau từ 10 lần trở lên."
    ]);
    expect(await told(world(2), "tenfold_jump")).toEqual([]);
  });

  test("units of a type on present boundaries: a merger of two lists is no jump", async () => {
    const units = (count: number, place: Partial<RawTables["raw_units"]>) =>
      Array.from({length: count}, (_, i) => ({...place, unit_name: `Thôn ${i}`}));
    const world = (count: number): World => ({
      raw_submissions: [...FILES, communeFile("x25", "00001")],
      raw_units: [
        ...units(3, former("d24", "00001")),
        ...units(57, former("d24", "00002")),
        ...units(count, present("x25", "00001"))
      ]
    });
    expect(await told(world(60), "tenfold_jump")).toEqual([]);
    expect(await told(world(6), "tenfold_jump")).toEqual([
      "x25 | Năm 2025, xã An Bình: “Số khu dân cư” là 6, năm 2024 là 60: chênh nhau từ 10 lần trở lên."
    ]);
  });
});

describe("a commune certified against its units, over several files", () => {
  const own = {...present("tinh", "00004"), unit_name: "Phường Dương Mới", unit_type: "phuong", managed_level: "tinh"};
  const area = (n: number, more: Partial<RawTables["raw_units"]>) => ({
    ...present("z25", "00004"),
    unit_name: `Thôn ${n}`,
    is_registered: true,
    ...more
  });
  const world = (units: Partial<RawTables["raw_units"]>[], commune: Partial<RawTables["raw_units"]> = {}): World => ({
    raw_submissions: [...FILES, {...communeFile("tinh", "38"), area_level: "province"}],
    raw_units: [{...own, is_registered: true, is_certified: true, ...commune}, ...units]
  });
  const ten = (certified: number) => Array.from({length: 10}, (_, i) => area(i, {is_certified: i < certified}));

  test("7 of 10 meet the norm, 6 do not", async () => {
    expect(await told(world(ten(7)), "commune_below_norm")).toEqual([]);
    expect(await told(world(ten(6)), "commune_below_norm")).toEqual([
      "tinh | Năm 2025, phường Dương Mới: “Phường Dương Mới” được công nhận đạt nhưng mới 6/10 đơn vị đăng ký đạt; " +
        "Thông tư 124, Điều 5 khoản 4 cần 100% đăng ký, trong đó từ 70% đạt."
    ]);
  });

  test("one unit that did not register is enough", async () => {
    const units = [...ten(9), area(99, {is_registered: false, is_certified: false})];
    expect(await told(world(units), "commune_below_norm")).toEqual([
      expect.stringContaining("mới 10/11 đơn vị đăng ký;")
    ]);
  });

  test("nothing is said while a result is open, of a commune that is not certified, nor of units others manage", async () => {
    expect(await told(world([...ten(6), area(99, {is_certified: null})]), "commune_below_norm")).toEqual([]);
    expect(await told(world(ten(6), {is_certified: false}), "commune_below_norm")).toEqual([]);
    const others = Array.from({length: 9}, (_, i) => area(50 + i, {is_certified: false, managed_level: "tinh"}));
    expect(await told(world([...ten(7), ...others]), "commune_below_norm")).toEqual([]);
  });

  test("nor of years before the Circular", async () => {
    const rows = [0, 1, 2].map((n) => ({...former("d24", "00004", 2021), unit_name: `Thôn ${n}`, is_registered: true, is_certified: false})); // prettier-ignore
    const commune = {...former("d24", "00004", 2021), unit_name: "Xã Dương", unit_type: "xa", is_certified: true};
    expect(await told({raw_submissions: FILES, raw_units: [commune, ...rows]}, "commune_below_norm")).toEqual([]);
  });

  test("what the reader has said of the same row is not said again", async () => {
    const said = {issue_id: "1", submission_id: "tinh", rule: "commune_below_norm", sheet: "KDC", row_number: 10, message: "…", remedy: "…"}; // prettier-ignore
    expect(await told({...world(ten(6)), raw_issues: [said]}, "commune_below_norm")).toEqual(["tinh | …"]);
  });
});

describe("the row of the commune itself", () => {
  test("is missed once its residential areas came and no file lists it", async () => {
    const list = {...present("z25", "00004"), unit_name: "Thôn 1"};
    expect(await told({raw_submissions: FILES, raw_units: [list]}, "commune_unit_missing")).toEqual([
      "z25 | Năm 2025, phường Dương Mới: có danh sách đơn vị nhưng không tệp nào có dòng của chính xã, phường; " +
        "kết quả của xã tính là chưa báo cáo."
    ]);
    const own = {...present("z25", "00004"), unit_name: "Phường Dương Mới", unit_type: "phuong"};
    expect(await told({raw_submissions: FILES, raw_units: [list, own]}, "commune_unit_missing")).toEqual([]);
  });
  test("may stand in the province's file; a silent commune is missing as a whole, not told of here", async () => {
    const province = {...communeFile("tinh", "38"), area_level: "province"};
    const own = {
      ...present("tinh", "00004"),
      unit_name: "Phường Dương Mới",
      unit_type: "phuong",
      managed_level: "tinh"
    };
    const list = {...present("z25", "00004"), unit_name: "Thôn 1"};
    const world = {raw_submissions: [...FILES, province], raw_units: [list, own]};
    expect(await told(world, "commune_unit_missing")).toEqual([]);
  });
});

test("two units of one name, listed as two again or as one, have not ended", async () => {
  const list = (id: string, year: number, ...names: string[]) =>
    names.map((unit_name) => ({...former(id, "00004", year), unit_name}));
  const world = {
    raw_submissions: FILES,
    raw_units: [...list("d23", 2023, "Thôn 1", "Thôn 1"), ...list("d24", 2024, "Thôn 1")]
  };
  expect(await told(world, "unit_ended")).toEqual([]);
});
