import {expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const column = (field: string, column_letter: string, sheet = "KDC") => ({
  submission_id: "d24",
  sheet,
  form: "unit_list",
  field,
  column_letter,
  header_text: field
});

const WORLD: World = {
  ...AREAS,
  raw_submissions: [{submission_id: "d24", area_code: "100", received_date: "2024-11-14"}, communeFile("y25", "00003")],
  raw_columns: [
    column("unit_name", "B"),
    column("is_certified", "H"),
    column("is_certified", "I"),
    column("khu_dan_cu.total_count", "C", "TH")
  ],
  raw_values: [
    {submission_id: "d24", sheet: "KDC", row_number: 11, field: "is_certified", raw_text: "0 đạt", rule: "pair"}
  ],
  raw_units: [
    {...former("d24", "00004"), unit_name: "Thôn 1", is_certified: true},
    {...former("d24", "00004"), unit_name: "Thôn 2", is_certified: false},
    {...former("d24", "00004"), unit_name: "Thôn 3"},
    {...former("d24", "00004"), unit_name: "Thôn 4", exclusion_reason: "khac"},
    {...present("y25", "00003"), unit_name: "Thôn 5"}
  ],
  raw_summaries: [{...former("d24", "00002"), sheet: "TH", total_count: 8, certified_count: 6}]
};

test("every unit of a number leads to its cells, with the role it plays and the text that was written", async () => {
  const db = await buildWorld(WORLD);
  expect(
    await rowsOf(
      db,
      `select unit_id, role, file, sheet, cell, raw_value, rule from value_sources where indicator = 'certified_of_eligible'
       and unit_group = 'base' and boundary = 'current' and year = 2024 and commune_code = '00004' and field = 'is_certified'
       order by unit_id`
    )
  ).toEqual([
    {
      unit_id: "00004.khu_dan_cu.thôn 1",
      role: "numerator",
      file: "2024/d24.xlsx",
      sheet: "KDC",
      cell: "H10, I10",
      raw_value: "true",
      rule: null
    },
    {
      unit_id: "00004.khu_dan_cu.thôn 2",
      role: "denominator",
      file: "2024/d24.xlsx",
      sheet: "KDC",
      cell: "H11, I11",
      raw_value: "0 đạt",
      rule: "pair"
    },
    {
      unit_id: "00004.khu_dan_cu.thôn 3",
      role: "unknown",
      file: "2024/d24.xlsx",
      sheet: "KDC",
      cell: "H12, I12",
      raw_value: null,
      rule: null
    }
  ]);
});

test("units that are awaited lead to the last list; a summary leads to its count", async () => {
  const db = await buildWorld(WORLD);
  expect(
    await rowsOf(
      db,
      `select year, commune_code, role, cell, raw_value from value_sources where indicator = 'certified_of_eligible'
       and unit_group = 'khu_dan_cu' and boundary = 'as_reported' and (role = 'unreported' or field = 'khu_dan_cu.total_count')
       order by year, cell`
    )
  ).toEqual([
    {year: 2024, commune_code: "00002", role: "denominator", cell: "C10", raw_value: "8"},
    {year: 2025, commune_code: "00004", role: "unreported", cell: "B10", raw_value: "Thôn 1"},
    {year: 2025, commune_code: "00004", role: "unreported", cell: "B11", raw_value: "Thôn 2"},
    {year: 2025, commune_code: "00004", role: "unreported", cell: "B12", raw_value: "Thôn 3"}
  ]);
});

test("the traced units of every number made of lists are that number, for every indicator, commune, group and view", async () => {
  const db = await buildWorld({...WORLD, raw_summaries: []});
  const differences = await rowsOf(
    db,
    `with traced as (
       select indicator, unit_group, boundary, year, commune_code, count(distinct unit_id) filter (where role = 'numerator') as n,
         count(distinct unit_id) filter (where role in ('numerator', 'denominator', 'unknown')) as d,
         count(distinct unit_id) filter (where role = 'unknown') as u,
         count(distinct unit_id) filter (where role in ('membership_unknown', 'unreported')) as v
       from value_sources group by all
     )
     select i.*, t.* from indicator_values i
     inner join traced t on t.indicator = i.indicator and t.unit_group = i.unit_group and t.boundary = i.boundary
       and t.year = i.year and t.commune_code = i.area_code
     where i.area_level = 'commune' and i.managed_level = 'all' and i.source = 'list'
       and (n <> numerator and i.indicator <> 'effective_model_count' or d <> denominator or u <> unknown_count or v <> unreported_count)`
  );
  expect(differences).toEqual([]);
});
