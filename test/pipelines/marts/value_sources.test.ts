import {expect, test} from "vitest";
import {UNIT_INDICATORS} from "../../../pipelines/indicators/counts.ts";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const ids = (of: readonly {id: string}[]): string => of.map(({id}) => `'${id}'`).join(", ");
const COUNTED_BY_UNIT = ids(UNIT_INDICATORS.filter((each) => !("part" in each)));
const AMOUNTS = ids(UNIT_INDICATORS.filter((each) => "amount" in each));

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
     where i.area_level = 'commune' and i.managed_level = 'all' and i.source = 'list' and i.indicator in (${COUNTED_BY_UNIT})
       and (n <> numerator and i.indicator not in (${AMOUNTS}) or d <> denominator or u <> unknown_count or v <> unreported_count)`
  );
  expect(differences).toEqual([]);
});

test("a sum of parts leads to each unit's part and whole; a unit that does not say its whole is told apart", async () => {
  const school = {...present("y25", "00003"), unit_type: "co_so_giao_duc"};
  const db = await buildWorld({
    ...WORLD,
    raw_units: [
      {...school, unit_name: "Trường A", informed_count: 40, informed_total: 50},
      {...school, unit_name: "Trường B", informed_count: 30},
      {...school, unit_name: "Trường C", informed_total: 20}
    ]
  });
  const of =
    "indicator = 'informed_of_total' and unit_group = 'co_so_giao_duc' and boundary = 'current' and year = 2025";
  expect(
    await rowsOf(
      db,
      `select unit_id, field, role, raw_value from value_sources where ${of} and commune_code = '00003' order by unit_id, field`
    )
  ).toEqual([
    {unit_id: "n00003.co_so_giao_duc.trường a", field: "informed_count", role: "numerator", raw_value: "40"},
    {unit_id: "n00003.co_so_giao_duc.trường a", field: "informed_total", role: "numerator", raw_value: "50"},
    {unit_id: "n00003.co_so_giao_duc.trường b", field: "informed_count", role: "membership_unknown", raw_value: "30"},
    {unit_id: "n00003.co_so_giao_duc.trường b", field: "informed_total", role: "membership_unknown", raw_value: null},
    {unit_id: "n00003.co_so_giao_duc.trường c", field: "informed_count", role: "unknown", raw_value: null},
    {unit_id: "n00003.co_so_giao_duc.trường c", field: "informed_total", role: "unknown", raw_value: "20"}
  ]);
  expect(
    await rowsOf(
      db,
      `select numerator as n, denominator as d, unknown_count as u, unreported_count as v, low_share, high_share
       from indicator_values where ${of} and area_code = '00003' and managed_level = 'all'`
    )
  ).toEqual([{n: 40, d: 70, u: 20, v: 1, low_share: 0, high_share: 1}]);
});

test("what a commune reports of itself leads to the row of Thông tin chung that says it", async () => {
  const fact = {...present("y25", "00003"), sheet: "TTC"};
  const db = await buildWorld({
    ...WORLD,
    raw_columns: [
      {...column("reached_count", "C", "TTC"), submission_id: "y25", form: "commune_facts"},
      {...column("total_count", "D", "TTC"), submission_id: "y25", form: "commune_facts"}
    ],
    raw_facts: [{...fact, row_number: 5, fact: "households", reached_count: 90, total_count: 100}]
  });
  expect(
    await rowsOf(
      db,
      `select commune_code, role, file, sheet, cell, raw_value from value_sources where indicator = 'households_reached_of_total'
       and boundary = 'current' and year = 2025 and commune_code in ('00003', '00004') order by commune_code, cell`
    )
  ).toEqual([
    {commune_code: "00003", role: "numerator", file: "2024/y25.xlsx", sheet: "TTC", cell: "C5", raw_value: "90"},
    {commune_code: "00003", role: "denominator", file: "2024/y25.xlsx", sheet: "TTC", cell: "D5", raw_value: "100"},
    {commune_code: "00004", role: "unreported", file: null, sheet: null, cell: null, raw_value: null}
  ]);
});
