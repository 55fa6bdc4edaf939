import {describe, expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const FILES = [
  {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
  communeFile("x25", "00001"),
  communeFile("y25", "00003"),
  communeFile("z25", "00004")
];

const idsOf = async (raw_units: World["raw_units"], world: World = {}) => {
  const db = await buildWorld({...AREAS, raw_submissions: FILES, raw_units: raw_units ?? [], ...world});
  const rows = await rowsOf<{unit_id: string; year: number}>(
    db,
    "select unit_id, year from unit_years order by year, unit_id"
  );
  return rows.map(({unit_id, year}) => `${year} ${unit_id}`);
};

describe("a unit over the reorganisation", () => {
  test("it keeps its identity by former commune, type and name", async () => {
    expect(
      await idsOf([
        {...former("d24", "00002"), unit_name: "Thôn 1"},
        {...present("x25", "00001"), unit_name: "Thôn 1", former_commune_code: "00002"}
      ])
    ).toEqual(["2024 00002.khu_dan_cu.thôn 1", "2025 00002.khu_dan_cu.thôn 1"]);
  });

  test("a present commune made of one former commune alone needs no former name; one made of several does", async () => {
    expect(
      await idsOf([
        {...present("x25", "00001"), unit_name: "Thôn 1"},
        {...present("z25", "00004"), unit_name: "Thôn 1"}
      ])
    ).toEqual(["2025 00004.khu_dan_cu.thôn 1", "2025 n00001.khu_dan_cu.thôn 1"]);
  });

  test("a commune as a unit is never its former namesake, though it keeps the code", async () => {
    expect(
      await idsOf([
        {...former("d24", "00001"), unit_name: "Xã An", unit_type: "xa"},
        {...present("x25", "00001"), unit_name: "Xã An Bình", unit_type: "xa"}
      ])
    ).toEqual(["2024 00001.xa", "2025 n00001.xa"]);
  });
});

describe("explicit codes", () => {
  test("a code that stays in one place is the identity, whatever the name", async () => {
    expect(
      await idsOf([
        {...former("d24", "00002"), unit_name: "Thôn Một", unit_code: "KDC-17"},
        {...present("x25", "00001"), unit_name: "Thôn 1", unit_code: "KDC-17"}
      ])
    ).toEqual(["2024 ma:KDC-17", "2025 ma:KDC-17"]);
  });

  test("codes counted from one in each commune are read together with the commune the unit comes from", async () => {
    expect(
      await idsOf([
        {...former("d24", "00001"), unit_name: "Thôn 1", unit_code: "01"},
        {...former("d24", "00002"), unit_name: "Thôn 1", unit_code: "01"},
        {...present("x25", "00001"), unit_name: "Thôn Một", unit_code: "01", former_commune_code: "00002"}
      ])
    ).toEqual(["2024 ma:01@00001", "2024 ma:01@00002", "2025 ma:01@00002"]);
  });

  test("one code in communes that have nothing to do with each other is two units, also in different years", async () => {
    expect(
      await idsOf([
        {...former("d24", "00001"), unit_name: "Thôn 1", unit_code: "9"},
        {...present("z25", "00004"), unit_name: "Thôn 1", unit_code: "9"}
      ])
    ).toEqual(["2024 ma:9@00001", "2025 ma:9@00004"]);
  });
});

describe("repeated rows", () => {
  test("two units of one name in one commune stay two, and are not followed over the years", async () => {
    expect(
      await idsOf([
        {...present("z25", "00004"), unit_name: "Thôn 1"},
        {...present("z25", "00004"), unit_name: "Thôn 1"},
        {...former("d24", "00004"), unit_name: "Thôn 1"}
      ])
    ).toEqual([
      "2024 00004.khu_dan_cu.thôn 1",
      "2025 00004.khu_dan_cu.thôn 1~2025-1",
      "2025 00004.khu_dan_cu.thôn 1~2025-2"
    ]);
  });

  test("a unit in the province's file and in its commune's is one unit: the row of the managing body counts", async () => {
    const school = {unit_name: "THPT Cửa", unit_type: "co_so_giao_duc"};
    const db = await buildWorld({
      ...AREAS,
      raw_submissions: [...FILES, {...communeFile("tinh", "38"), area_level: "province"}],
      raw_units: [
        {...present("y25", "00003"), ...school, managed_level: "tinh", is_certified: false},
        {...present("tinh", "00003"), ...school, managed_level: "tinh", is_certified: true},
        {
          ...present("y25", "00003"),
          unit_name: "Trạm y tế",
          unit_type: "co_quan",
          managed_level: "xa",
          is_certified: true
        },
        {
          ...present("tinh", "00003"),
          unit_name: "Trạm y tế",
          unit_type: "co_quan",
          managed_level: "xa",
          is_certified: false
        }
      ]
    });
    expect(await rowsOf(db, "select unit_name, submission_id, is_certified from unit_years order by 1")).toEqual([
      {unit_name: "THPT Cửa", submission_id: "tinh", is_certified: true},
      {unit_name: "Trạm y tế", submission_id: "y25", is_certified: true}
    ]);
    expect(await rowsOf(db, "select severity, submission_id, raw_value from issues order by raw_value")).toEqual([
      {severity: "warning", submission_id: "y25", raw_value: "THPT Cửa"},
      {severity: "warning", submission_id: "tinh", raw_value: "Trạm y tế"}
    ]);
  });
});

describe("units of a split commune on present boundaries", () => {
  const placesOf = async (world: World) => {
    const db = await buildWorld({...AREAS, raw_submissions: FILES, ...world});
    return rowsOf(
      db,
      "select unit_name, current_commune_code as place from unit_years where year = 2024 order by unit_name"
    );
  };

  test("a unit goes where a later list places it, else stays unassigned; area that moved without people carries none", async () => {
    expect(
      await placesOf({
        raw_units: [
          {...former("d24", "00003"), unit_name: "Thôn 1"},
          {...former("d24", "00003"), unit_name: "Thôn 2"},
          {...former("d24", "00003"), unit_name: "Thôn 3"},
          {...former("d24", "00004"), unit_name: "Thôn 4"},
          {...present("x25", "00001"), unit_name: "Thôn 1", former_commune_code: "00003"},
          {...present("y25", "00003"), unit_name: "Thôn 2", former_commune_code: "00003"}
        ]
      })
    ).toEqual([
      {unit_name: "Thôn 1", place: "00001"},
      {unit_name: "Thôn 2", place: "00003"},
      {unit_name: "Thôn 3", place: "unassigned"},
      {unit_name: "Thôn 4", place: "00004"}
    ]);
  });

  test("a merged unit goes with the unit it became, as people settled it", async () => {
    expect(
      await placesOf({
        raw_unit_lineage: [{old_unit_id: "00003.khu_dan_cu.thôn 1", new_unit_id: "00003.khu_dan_cu.thôn mới"}],
        raw_units: [
          {...former("d24", "00003"), unit_name: "Thôn 1"},
          {...present("y25", "00003"), unit_name: "Thôn mới", former_commune_code: "00003"}
        ]
      })
    ).toEqual([{unit_name: "Thôn 1", place: "00003"}]);
  });
});

test("a unit outside Thông tư 124 is kept and is not eligible; units have their latest name", async () => {
  const db = await buildWorld({
    ...AREAS,
    raw_submissions: FILES,
    raw_units: [
      {
        ...former("d24", "00004"),
        unit_name: "Mầm non cũ",
        name_key: "mam non",
        unit_type: "co_so_giao_duc",
        exclusion_reason: "mam_non"
      },
      {
        ...present("z25", "00004"),
        unit_name: "Mầm non mới",
        name_key: "mam non",
        unit_type: "co_so_giao_duc",
        exclusion_reason: "mam_non"
      }
    ]
  });
  expect(await rowsOf(db, "select year, is_eligible from unit_years order by year")).toEqual([
    {year: 2024, is_eligible: false},
    {year: 2025, is_eligible: false}
  ]);
  expect(await rowsOf(db, "select unit_name, former_commune_code, current_commune_code from units")).toEqual([
    {unit_name: "Mầm non mới", former_commune_code: "00004", current_commune_code: "00004"}
  ]);
  expect(await rowsOf(db, "select count(*) as n from indicator_values where unit_group = 'co_so_giao_duc'")).toEqual([
    {n: 0}
  ]);
});
