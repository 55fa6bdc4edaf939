import {expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const Z25 = communeFile("z25", "00004");

test("a model keeps its identity over the reorganisation; two of one name stay two; its unit is found by name", async () => {
  const db = await buildWorld({
    ...AREAS,
    raw_submissions: [
      {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
      Z25,
      communeFile("x25", "00001")
    ],
    raw_units: [{...present("z25", "00004"), unit_name: "Thôn 1"}],
    raw_models: [
      {...former("d24", "00004"), model_name: "Camera an ninh"},
      {...present("z25", "00004"), model_name: "Camera an ninh", unit_name: "thôn 1", class: "tot"},
      {...present("x25", "00001"), model_name: "Tiếng kẻng"},
      {...present("x25", "00001"), model_name: "Tiếng kẻng"}
    ]
  });
  expect(await rowsOf(db, "select model_id, year, unit_id, class from model_years order by year, model_id")).toEqual([
    {model_id: "00004.mo_hinh.camera an ninh", year: 2024, unit_id: null, class: null},
    {model_id: "00004.mo_hinh.camera an ninh", year: 2025, unit_id: "00004.khu_dan_cu.thôn 1", class: "tot"},
    {model_id: "n00001.mo_hinh.tiếng kẻng~2025-1", year: 2025, unit_id: null, class: null},
    {model_id: "n00001.mo_hinh.tiếng kẻng~2025-2", year: 2025, unit_id: null, class: null}
  ]);
});

test("a festival with a day was held; a fact that is missing is unknown, not false", async () => {
  const db = await buildWorld({
    ...AREAS,
    raw_submissions: [Z25],
    raw_facts: [
      {...present("z25", "00004"), fact: "festival", value_date: "2025-08-19"},
      {...present("z25", "00004"), fact: "ntm_19_2", is_met: false}
    ]
  });
  expect(
    await rowsOf(
      db,
      "select festival_date, is_festival_held, is_forum_held, is_ntm_19_2, is_ntm_advanced_19_2 from commune_years"
    )
  ).toEqual([
    {
      festival_date: "2025-08-19",
      is_festival_held: true,
      is_forum_held: null,
      is_ntm_19_2: false,
      is_ntm_advanced_19_2: null
    }
  ]);
});

test("a summary is kept beside the list that beats it, with its present commune", async () => {
  const db = await buildWorld({
    ...AREAS,
    raw_submissions: [{submission_id: "d24", area_code: "100", received_date: "2024-11-14"}],
    raw_units: [{...former("d24", "00002"), unit_name: "Thôn 1"}],
    raw_summaries: [
      {...former("d24", "00002"), total_count: 9},
      {...former("d24", "00003"), total_count: 4}
    ]
  });
  expect(
    await rowsOf(db, "select commune_code, current_commune_code, total_count from summary_years order by 1")
  ).toEqual([
    {commune_code: "00002", current_commune_code: "00001", total_count: 9},
    {commune_code: "00003", current_commune_code: "unassigned", total_count: 4}
  ]);
});

test("the as-of day is the setting, else the latest received day", async () => {
  const world: World = {
    ...AREAS,
    raw_submissions: [Z25],
    raw_units: [{...present("z25", "00004"), unit_name: "Thôn 1"}]
  };
  const asOf = async (settings: object) => rowsOf(await buildWorld(world, settings), "select * from build_settings");
  expect(await asOf({})).toEqual([{as_of: "2025-11-14", home_level: "province", home_code: "38"}]);
  expect(await asOf({as_of: "2026-01-31"})).toEqual([{as_of: "2026-01-31", home_level: "province", home_code: "38"}]);
});
