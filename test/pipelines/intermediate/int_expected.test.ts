import {describe, expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const D24 = {submission_id: "d24", area_code: "100", received_date: "2024-11-14"};
const unit = (unit_name: string, row: object) => ({...row, unit_name, is_registered: true, is_certified: true});

/** "year place: D+v" of residential areas certified of eligible, at commune level, in the as-reported view. */
async function countsOf(world: World, {boundary = "as_reported", group = "khu_dan_cu"} = {}) {
  const db = await buildWorld({...AREAS, ...world});
  const rows = await rowsOf<{year: number; code: string; d: number; v: number; is_final: boolean}>(
    db,
    `select year, area_code as code, denominator as d, unreported_count as v from indicator_values
     where indicator = 'certified_of_eligible' and area_level = 'commune' and boundary = '${boundary}' and managed_level = 'all'
     and unit_group = '${group}' order by year, area_code`
  );
  return rows.map(({year, code, d, v}) => `${year} ${code}: ${d}+${v}`);
}

describe("lists that did not come", () => {
  test("a present commune that is silent is expected to have the eligible units of its former communes' last lists", async () => {
    expect(
      await countsOf({
        raw_submissions: [D24, communeFile("z25", "00004")],
        raw_units: [
          unit("Thôn 1", former("d24", "00001")),
          {...unit("Thôn 2", former("d24", "00001")), exclusion_reason: "khac"},
          unit("Thôn 1", former("d24", "00002")),
          unit("Thôn 1", former("d24", "00004")),
          unit("Thôn 1", present("z25", "00004"))
        ]
      })
    ).toEqual(["2024 00001: 1+0", "2024 00002: 1+0", "2024 00004: 1+0", "2025 00001: 0+2", "2025 00004: 1+0"]);
  });

  test("a unit that is not on its commune's new list has ended; a type that did not come is still awaited", async () => {
    const world: World = {
      raw_submissions: [D24, communeFile("z25", "00004")],
      raw_units: [
        unit("Thôn 1", former("d24", "00004")),
        unit("Thôn 2", former("d24", "00004")),
        {...unit("Trạm y tế", former("d24", "00004")), unit_type: "co_quan"},
        unit("Thôn 1", present("z25", "00004"))
      ]
    };
    expect(await countsOf(world)).toEqual(["2024 00004: 2+0", "2025 00004: 1+0"]);
    expect(await countsOf(world, {group: "co_quan"})).toEqual(["2024 00004: 1+0", "2025 00004: 0+1"]);
  });

  test("the last list is carried over several silent years, and over a silent district before 2025", async () => {
    expect(
      await countsOf({
        raw_submissions: [{...D24, submission_id: "d22", year: 2022}, communeFile("x25", "00001")],
        raw_units: [unit("Thôn 1", former("d22", "00004", 2022)), unit("Thôn 1", present("x25", "00001"))]
      })
    ).toEqual(["2022 00004: 1+0", "2023 00004: 0+1", "2024 00004: 0+1", "2025 00001: 1+0", "2025 00004: 0+1"]);
  });

  test("units of a split commune that nobody placed are awaited at unassigned until every successor has spoken", async () => {
    const lists = [
      unit("Thôn 1", former("d24", "00003")),
      unit("Thôn 2", former("d24", "00003")),
      {...unit("Thôn 1", present("x25", "00001")), former_commune_code: "00003"}
    ];
    const files = [D24, communeFile("x25", "00001")];
    expect(await countsOf({raw_submissions: files, raw_units: lists}, {boundary: "current"})).toEqual([
      "2024 00001: 1+0",
      "2024 unassigned: 1+0",
      "2025 00001: 1+0",
      "2025 unassigned: 0+1"
    ]);
    expect(
      await countsOf(
        {
          raw_submissions: [...files, communeFile("y25", "00003")],
          raw_units: [...lists, unit("Thôn 7", present("y25", "00003"))]
        },
        {boundary: "current"}
      )
    ).toEqual(["2024 00001: 1+0", "2024 unassigned: 1+0", "2025 00001: 1+0", "2025 00003: 1+0"]);
  });

  test("a district's half-year list of 2025 is known, not awaited, until the present commune's list replaces it", async () => {
    expect(
      await countsOf({
        raw_submissions: [D24, {...D24, submission_id: "d25", year: 2025, received_date: "2025-06-10"}],
        raw_units: [
          unit("Thôn 1", former("d24", "00004")),
          {...unit("Thôn 1", former("d25", "00004", 2025)), period: "6_thang", is_certified: null}
        ]
      })
    ).toEqual(["2024 00004: 1+0", "2025 00004: 1+0"]);
  });

  test("a silent province's units are awaited though the commune's own list came; one the commune lists is known", async () => {
    expect(
      await countsOf(
        {
          raw_submissions: [
            D24,
            {...D24, submission_id: "t24", area_code: "38", area_level: "province"},
            communeFile("z25", "00004")
          ],
          raw_units: [
            {...unit("THPT Một", former("t24", "00004")), unit_type: "co_so_giao_duc", managed_level: "tinh"},
            {...unit("THPT Hai", former("t24", "00004")), unit_type: "co_so_giao_duc", managed_level: "tinh"},
            {...unit("THCS", present("z25", "00004")), unit_type: "co_so_giao_duc"},
            {...unit("THPT Hai", present("z25", "00004")), unit_type: "co_so_giao_duc", managed_level: "tinh"}
          ]
        },
        {group: "co_so_giao_duc"}
      )
    ).toEqual(["2024 00004: 2+0", "2025 00004: 2+1"]);
  });

  test("a unit settled as ended or merged is not awaited", async () => {
    expect(
      await countsOf({
        raw_submissions: [D24, communeFile("x25", "00001")],
        raw_unit_lineage: [
          {old_unit_id: "00004.khu_dan_cu.thôn 1", new_unit_id: null},
          {old_unit_id: "00004.khu_dan_cu.thôn 2", new_unit_id: "n00001.khu_dan_cu.thôn 9"}
        ],
        raw_units: [
          unit("Thôn 1", former("d24", "00004")),
          unit("Thôn 2", former("d24", "00004")),
          unit("Thôn 9", present("x25", "00001"))
        ]
      })
    ).toEqual(["2024 00004: 2+0", "2025 00001: 1+0"]);
  });

  test("where the last word was a summary, its total is awaited", async () => {
    expect(
      await countsOf({
        raw_submissions: [D24, communeFile("x25", "00001")],
        raw_summaries: [{...former("d24", "00004"), total_count: 7, certified_count: 5}],
        raw_units: [unit("Thôn 9", present("x25", "00001"))]
      })
    ).toEqual(["2024 00004: 7+0", "2025 00001: 1+0", "2025 00004: 0+7"]);
  });
});

describe("communes as units", () => {
  test("every present commune of the home province is one unit of its own type from 2025; former ones end with 2024", async () => {
    const world: World = {
      raw_submissions: [D24, {...communeFile("tinh", "38"), area_level: "province"}],
      raw_units: [
        {...unit("An", former("d24", "00001")), unit_type: "xa"},
        {...unit("An Bình", present("tinh", "00001")), unit_type: "xa", managed_level: "tinh"}
      ]
    };
    expect(await countsOf(world, {group: "commune"})).toEqual([
      "2024 00001: 1+0",
      "2025 00001: 1+0",
      "2025 00003: 0+1",
      "2025 00004: 0+1"
    ]);
    expect(await countsOf(world, {group: "phuong"})).toEqual(["2025 00004: 0+1"]);
  });
});

describe("which communes are expected", () => {
  const OTHER_PROVINCE = [
    {code: "01000", name: "Xa", province_code: "02", district_code: "034"},
    {code: "01001", name: "Xôi", province_code: "02", district_code: "034"},
    {code: "01002", name: "Lặng", province_code: "02", district_code: "035"},
    {code: "01000", name: "Xa Mới", province_code: "08", valid_from: "2025-07-01"},
    {code: "01002", name: "Lặng Mới", province_code: "08", valid_from: "2025-07-01"}
  ];
  const world: World = {
    raw_communes: [...AREAS.raw_communes, ...OTHER_PROVINCE],
    raw_lineage: [
      ...AREAS.raw_lineage,
      {old_code: "01000", new_code: "01000"},
      {old_code: "01001", new_code: "01000"},
      {old_code: "01002", new_code: "01002"}
    ],
    raw_submissions: [
      {submission_id: "bq23", area_code: "034", year: 2023, received_date: "2023-11-10"},
      D24,
      communeFile("z25", "00004", "2025-11-14"),
      {...communeFile("z25b", "00004", "2025-11-20")}
    ],
    raw_units: [
      unit("Thôn 1", former("bq23", "01000", 2023)),
      unit("Thôn 1", former("d24", "00004")),
      unit("Thôn 1", present("z25", "00004")),
      {...unit("Thôn 1", present("z25b", "00004")), stage: "so_bo"}
    ]
  };

  test("the home province always, from its first year; elsewhere only districts and communes that ever sent something", async () => {
    const db = await buildWorld(world);
    const rows = await rowsOf<{year: number; code: string}>(
      db,
      "select year, commune_code as code from commune_reports where is_expected order by year, commune_code"
    );
    expect(rows.map(({year, code}) => `${year} ${code}`)).toEqual([
      "2023 01000",
      "2023 01001",
      "2024 00001",
      "2024 00002",
      "2024 00003",
      "2024 00004",
      "2024 01000",
      "2024 01001",
      "2025 00001",
      "2025 00003",
      "2025 00004",
      "2025 01000"
    ]);
  });

  test("a report is dated by its first version, and shows the current one", async () => {
    const db = await buildWorld(world);
    expect(
      await rowsOf(
        db,
        `select is_reported, first_received_date, current_received_date, stage, submission_id, expected_unit_count
         from commune_reports where commune_code in ('00004', '01000') and year = 2025 order by commune_code`
      )
    ).toEqual([
      {
        is_reported: true,
        first_received_date: "2025-11-14",
        current_received_date: "2025-11-14",
        stage: "chinh_thuc",
        submission_id: "z25",
        expected_unit_count: 2
      },
      {
        is_reported: false,
        first_received_date: null,
        current_received_date: null,
        stage: null,
        submission_id: null,
        expected_unit_count: 2
      }
    ]);
  });

  test("where the home area is one commune, nothing is expected of the rest of its province", async () => {
    const withoutDistrict = {
      ...world,
      raw_submissions: world.raw_submissions?.filter((file) => file !== D24) ?? [],
      raw_units: world.raw_units?.filter((row) => row.submission_id !== "d24") ?? []
    };
    const db = await buildWorld(withoutDistrict, {home: {level: "commune", code: "00001"}});
    const rows = await rowsOf<{code: string}>(
      db,
      "select commune_code as code from commune_reports where is_expected and year = 2025 order by 1"
    );
    expect(rows.map(({code}) => code)).toEqual(["00001", "00004", "01000"]);
  });
});
