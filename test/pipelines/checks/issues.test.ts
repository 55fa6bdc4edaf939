import {describe, expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const issuesOf = async (world: World, rule: string) => {
  const db = await buildWorld({...AREAS, ...world});
  return rowsOf(
    db,
    `select submission_id, severity, cell, message from issues where rule = '${rule}' order by submission_id, row_number, message`
  );
};

const TWO_VERSIONS = [communeFile("v1", "00004", "2025-11-10"), communeFile("v2", "00004", "2025-11-12")];

describe("a newer list with fewer units", () => {
  test("names the units that are gone, and the file they were in", async () => {
    expect(
      await issuesOf(
        {
          raw_submissions: TWO_VERSIONS,
          raw_units: [
            ...["Thôn 1", "Thôn 2", "Thôn 3"].map((unit_name) => ({...present("v1", "00004"), unit_name})),
            {...present("v2", "00004"), unit_name: "Thôn 2"}
          ]
        },
        "fewer_units"
      )
    ).toEqual([
      {
        submission_id: "v2",
        severity: "warning",
        cell: null,
        message:
          "Năm 2025, phường Dương Mới: bản mới có 1 khu dân cư, bản trước (tệp 2024/v1.xlsx) có 3; không còn “Thôn 1”, “Thôn 3”."
      }
    ]);
  });

  test("is no issue when nothing is lost", async () => {
    expect(
      await issuesOf(
        {
          raw_submissions: TWO_VERSIONS,
          raw_units: [
            {...present("v1", "00004"), unit_name: "Thôn 1"},
            {...present("v2", "00004"), unit_name: "Thôn 1"},
            {...present("v2", "00004"), unit_name: "Thôn 2"}
          ]
        },
        "fewer_units"
      )
    ).toEqual([]);
  });
});

test("rows of one name in several files are pointed out cell by cell; within one file the reader has said so", async () => {
  const column = {sheet: "KDC", form: "unit_list", field: "unit_name", header_text: "Tên"};
  const files = [communeFile("z25", "00004"), {...communeFile("tinh", "38"), area_level: "province"}];
  const rows = ["Thôn 1", "Thôn 1", "Thôn 2", "Thôn 2"].map((unit_name) => ({...present("z25", "00004"), unit_name}));
  const third = {...present("tinh", "00004"), unit_name: "Thôn 1"};
  const issues = await issuesOf(
    {
      raw_submissions: files,
      raw_columns: [
        {...column, submission_id: "z25", column_letter: "B"},
        {...column, submission_id: "tinh", column_letter: "C"}
      ],
      raw_units: [...rows, third]
    },
    "unit_repeated"
  );
  expect(issues.map((issue) => [issue["submission_id"], issue["cell"]])).toEqual([
    ["tinh", "C14"],
    ["z25", "B10"],
    ["z25", "B11"]
  ]);
  expect(issues[0]?.["message"]).toBe(
    "Năm 2025, phường Dương Mới có 3 khu dân cư cùng tên “Thôn 1” trong 2 tệp: " +
      "tính là các đơn vị khác nhau và không nối được với năm trước, năm sau."
  );
});

test("units of the last list that the next one lacks are listed once, settled ones and moved ones left out", async () => {
  const world: World = {
    raw_submissions: [
      {submission_id: "d23", area_code: "100", year: 2023, received_date: "2023-11-14"},
      {submission_id: "d24", area_code: "100", received_date: "2024-11-14"}
    ],
    raw_unit_lineage: [{old_unit_id: "00004.khu_dan_cu.thôn 3", new_unit_id: "00004.khu_dan_cu.thôn 1"}],
    raw_units: [
      ...["Thôn 1", "Thôn 2", "Thôn 3"].map((unit_name) => ({...former("d23", "00004", 2023), unit_name})),
      {...former("d24", "00004"), unit_name: "Thôn 1"}
    ]
  };
  expect(await issuesOf(world, "unit_ended")).toEqual([
    {
      submission_id: "d24",
      severity: "warning",
      cell: null,
      message:
        "Năm 2024, xã Dương: so với danh sách năm 2023 không còn 1 khu dân cư, được coi là đã kết thúc: “Thôn 2”."
    }
  ]);
});

test("units of a split commune that no list places are named", async () => {
  expect(
    await issuesOf(
      {
        raw_submissions: [{submission_id: "d24", area_code: "100", received_date: "2024-11-14"}],
        raw_units: [{...former("d24", "00003"), unit_name: "Thôn 1"}]
      },
      "unit_not_placed"
    )
  ).toEqual([
    {
      submission_id: "d24",
      severity: "info",
      cell: null,
      message: "Năm 2024, xã Cửa (đã chia về nhiều xã): chưa rõ 1 khu dân cư nay thuộc xã nào: “Thôn 1”."
    }
  ]);
});

test("the reader's issues are kept as they are, and ids stay the same from run to run", async () => {
  const world: World = {
    ...AREAS,
    raw_submissions: [communeFile("z25", "00004")],
    raw_issues: [{issue_id: "z25-1", submission_id: "z25", rule: "unknown_class", message: "…", remedy: "…"}],
    raw_units: [{...former("z25", "00003"), unit_name: "Thôn 1"}]
  };
  const ids = async () => rowsOf(await buildWorld(world), "select issue_id from issues order by 1");
  const first = await ids();
  expect(first).toHaveLength(2);
  expect(first).toContainEqual({issue_id: "z25-1"});
  expect(await ids()).toEqual(first);
});
