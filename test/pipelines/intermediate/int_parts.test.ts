import {describe, expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const PARTS = `select submission_id, unit_type, is_current, is_counted, superseded_by from submission_parts
  order by submission_id, unit_type, commune_code`;

const partsOf = async (world: World, settings = {}) => rowsOf(await buildWorld({...AREAS, ...world}, settings), PARTS);

describe("which version of a part stands", () => {
  test("a newer file replaces only the unit types it holds", async () => {
    const parts = await partsOf({
      raw_submissions: [communeFile("v1", "00001", "2025-11-10"), communeFile("v2", "00001", "2025-11-12")],
      raw_units: [
        {...present("v1", "00001"), unit_name: "Thôn 1"},
        {...present("v1", "00001"), unit_name: "Trạm y tế", unit_type: "co_quan"},
        {...present("v2", "00001"), unit_name: "Thôn 1"}
      ]
    });
    expect(parts).toEqual([
      {submission_id: "v1", unit_type: "co_quan", is_current: true, is_counted: true, superseded_by: null},
      {submission_id: "v1", unit_type: "khu_dan_cu", is_current: false, is_counted: false, superseded_by: "v2"},
      {submission_id: "v2", unit_type: "khu_dan_cu", is_current: true, is_counted: true, superseded_by: null}
    ]);
  });

  test.each([
    [
      "a final file stands over a provisional one received later",
      {stage: "chinh_thuc"},
      {stage: "so_bo"},
      "2025-11-10",
      "2025-11-20"
    ],
    ["of two final files the one received later stands", {}, {}, "2025-11-20", "2025-11-10"],
    ["an unknown received day comes first", {}, {}, "2025-11-10", null]
  ])("%s", async (_, standing, replaced, standingDay, replacedDay) => {
    const parts = await partsOf({
      raw_submissions: [communeFile("a", "00001", standingDay), communeFile("b", "00001", replacedDay)],
      raw_units: [
        {...present("a", "00001"), unit_name: "Thôn 1", ...standing},
        {...present("b", "00001"), unit_name: "Thôn 1", ...replaced}
      ]
    });
    expect(parts.map((part) => [part["submission_id"], part["is_current"]])).toEqual([
      ["a", true],
      ["b", false]
    ]);
  });

  test("of two files of one day the larger sha256 stands, whatever the file names", async () => {
    const parts = await partsOf({
      raw_submissions: [
        {...communeFile("a", "00001"), sha256: "ff"},
        {...communeFile("b", "00001"), sha256: "0a"}
      ],
      raw_units: [
        {...present("a", "00001"), unit_name: "Thôn 1"},
        {...present("b", "00001"), unit_name: "Thôn 1"}
      ]
    });
    expect(parts.map((part) => part["superseded_by"])).toEqual([null, "a"]);
  });

  test("the province's file and the commune's own never replace each other", async () => {
    const parts = await partsOf({
      raw_submissions: [
        communeFile("xa", "00001", "2025-11-10"),
        {...communeFile("tinh", "38", "2025-11-20"), area_level: "province"}
      ],
      raw_units: [
        {...present("xa", "00001"), unit_name: "Trạm y tế", unit_type: "co_quan"},
        {...present("tinh", "00001"), unit_name: "Bệnh viện", unit_type: "co_quan", managed_level: "tinh"}
      ]
    });
    expect(parts.map((part) => part["is_current"])).toEqual([true, true]);
  });

  test("a commune whose type was corrected is still one unit: the newer file replaces its row", async () => {
    const db = await buildWorld({
      ...AREAS,
      raw_submissions: [communeFile("v1", "00004", "2025-11-10"), communeFile("v2", "00004", "2025-11-12")],
      raw_units: [
        {...present("v1", "00004"), unit_name: "Dương Mới", unit_type: "xa"},
        {...present("v2", "00004"), unit_name: "Dương Mới", unit_type: "phuong"}
      ]
    });
    expect(await rowsOf(db, "select unit_id from unit_years")).toEqual([{unit_id: "n00004.phuong"}]);
  });

  test.each(["rejected", "duplicate", "withdrawn"])("a file that is %s has no current part", async (status) => {
    const parts = await partsOf({
      raw_submissions: [communeFile("a", "00001", "2025-11-10"), {...communeFile("b", "00001", "2025-11-20"), status}],
      raw_units: [
        {...present("a", "00001"), unit_name: "Thôn 1"},
        {...present("b", "00001"), unit_name: "Thôn 1"}
      ]
    });
    expect(parts.map((part) => [part["is_current"], part["superseded_by"]])).toEqual([
      [true, null],
      [false, null]
    ]);
  });

  test("a file received after the as-of day is kept but does not count; one without a day counts", async () => {
    const parts = await partsOf(
      {
        raw_submissions: [communeFile("late", "00001", "2025-12-01"), communeFile("undated", "00001", null)],
        raw_units: [
          {...present("late", "00001"), unit_name: "Thôn 1"},
          {...present("undated", "00001"), unit_name: "Thôn 1"}
        ]
      },
      {as_of: "2025-11-30"}
    );
    expect(parts.map((part) => [part["submission_id"], part["is_current"]])).toEqual([
      ["late", false],
      ["undated", true]
    ]);
  });
});

describe("half-year and year", () => {
  test("the year's tables take the annual part where there is one; both stay current in their period", async () => {
    const parts = await partsOf({
      raw_submissions: [communeFile("nua", "00001", "2025-07-20"), communeFile("nam", "00001")],
      raw_units: [
        {...present("nua", "00001"), unit_name: "Thôn 1", period: "6_thang"},
        {...present("nua", "00001"), unit_name: "Trạm y tế", unit_type: "co_quan", period: "6_thang"},
        {...present("nam", "00001"), unit_name: "Thôn 1"}
      ]
    });
    expect(
      parts.map((part) => [part["submission_id"], part["unit_type"], part["is_current"], part["is_counted"]])
    ).toEqual([
      ["nam", "khu_dan_cu", true, true],
      ["nua", "co_quan", true, true],
      ["nua", "khu_dan_cu", true, false]
    ]);
  });
});

describe("successors", () => {
  const HALF_YEAR: World = {
    raw_submissions: [
      {submission_id: "huyen", area_code: "100", year: 2025, received_date: "2025-06-10"},
      communeFile("xa", "00001")
    ],
    raw_units: [
      {...former("huyen", "00001", 2025), unit_name: "Thôn 1", period: "6_thang"},
      {...former("huyen", "00002", 2025), unit_name: "Thôn 1", period: "6_thang"},
      {...former("huyen", "00003", 2025), unit_name: "Thôn 1", period: "6_thang"},
      {...former("huyen", "00004", 2025), unit_name: "Thôn 1", period: "6_thang"},
      {...former("huyen", "00002", 2025), unit_name: "Trường", unit_type: "co_so_giao_duc", period: "6_thang"},
      {...present("xa", "00001"), unit_name: "Thôn 1", former_commune_code: "00001"}
    ]
  };

  test("a successor's list replaces its former communes' parts of the same year and type, a split one's too", async () => {
    const db = await buildWorld({...AREAS, ...HALF_YEAR});
    const parts = await rowsOf(
      db,
      "select commune_code, unit_type, superseded_by from submission_parts where submission_id = 'huyen' order by all"
    );
    expect(parts).toEqual([
      {commune_code: "00001", unit_type: "khu_dan_cu", superseded_by: "xa"},
      {commune_code: "00002", unit_type: "co_so_giao_duc", superseded_by: null},
      {commune_code: "00002", unit_type: "khu_dan_cu", superseded_by: "xa"},
      {commune_code: "00003", unit_type: "khu_dan_cu", superseded_by: "xa"},
      {commune_code: "00004", unit_type: "khu_dan_cu", superseded_by: null}
    ]);
  });

  test("the province's list of present communes ends the former communes as units of the same year", async () => {
    const db = await buildWorld({
      ...AREAS,
      raw_submissions: [
        {submission_id: "huyen", area_code: "100", year: 2025, received_date: "2025-06-10"},
        {...communeFile("tinh", "38"), area_level: "province"}
      ],
      raw_units: [
        {...former("huyen", "00001", 2025), unit_name: "An", unit_type: "xa", period: "6_thang"},
        {...former("huyen", "00004", 2025), unit_name: "Dương", unit_type: "thi_tran", period: "6_thang"},
        {...present("tinh", "00001"), unit_name: "An Bình", unit_type: "xa", managed_level: "tinh"},
        {...present("tinh", "00004"), unit_name: "Dương Mới", unit_type: "phuong", managed_level: "tinh"}
      ]
    });
    expect(await rowsOf(db, "select unit_id from unit_years order by 1")).toEqual([
      {unit_id: "n00001.xa"},
      {unit_id: "n00004.phuong"}
    ]);
  });
});

test("a newer sheet of facts replaces only the facts it holds", async () => {
  const db = await buildWorld({
    ...AREAS,
    raw_submissions: [communeFile("v1", "00001", "2025-11-10"), communeFile("v2", "00001", "2025-11-12")],
    raw_facts: [
      {...present("v1", "00001"), fact: "households", reached_count: 80, total_count: 100},
      {...present("v1", "00001"), fact: "pupils", reached_count: 10, total_count: 20},
      {...present("v2", "00001"), fact: "households", reached_count: 90, total_count: 100}
    ]
  });
  expect(
    await rowsOf(db, "select households_reached, households_total, pupils_reached, submission_id from commune_years")
  ).toEqual([{households_reached: 90, households_total: 100, pupils_reached: 10, submission_id: "v2"}]);
});
