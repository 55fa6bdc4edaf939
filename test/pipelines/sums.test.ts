import fc from "fast-check";
import type {Kysely} from "kysely";
import {describe, expect, test} from "vitest";
import {EVERY_INDICATOR, REPORTED_INDICATORS, UNIT_INDICATORS} from "../../pipelines/indicators/counts.ts";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "./world.ts";

const quoted = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(", ");
/** Sums of what units or communes write, which no number of units bounds. */
const AMOUNTS = quoted(UNIT_INDICATORS.filter((each) => "amount" in each).map(({id}) => id));
/** What communes report of themselves has no managing level. */
const REPORTED = quoted(REPORTED_INDICATORS.map(({id}) => id));

/** What must hold in every world; each query lists what breaks the rule. */
const RULES: Record<string, string> = {
  "communes and the unassigned add up to the province and the country, for every count, year, group, level and view": `
    with totals as (
      select area_level, boundary, year, indicator, unit_group, managed_level, sum(numerator) as n, sum(denominator) as d,
        sum(unknown_count) as u, sum(unreported_count) as v
      from indicator_values where area_level <> 'district' group by all
    )
    select boundary, year, indicator, unit_group, managed_level from totals
    group by boundary, year, indicator, unit_group, managed_level
    having count(distinct (n, d, u, v)) <> 1 or count(*) <> 3`,
  "districts add up to the country in the years they existed": `
    select year, indicator, unit_group, managed_level from indicator_values
    where year <= 2024 and boundary = 'as_reported' and area_level in ('district', 'country')
    group by year, indicator, unit_group, managed_level
    having sum(case area_level when 'country' then 1 else -1 end * denominator) <> 0
      or sum(case area_level when 'country' then 1 else -1 end * unreported_count) <> 0`,
  "both boundary views have the same totals": `
    select year, indicator, unit_group, managed_level from indicator_values where area_level = 'country'
    group by year, indicator, unit_group, managed_level
    having count(distinct (numerator, denominator, unknown_count, unreported_count)) <> 1 or count(*) <> 2`,
  "the managing levels add up to all of them": `
    select area_code, boundary, year, indicator, unit_group from indicator_values
    where indicator not in (${REPORTED}) group by area_level, area_code, boundary, year, indicator, unit_group
    having sum(case managed_level when 'all' then 1 else -1 end * denominator) <> 0
      or sum(case managed_level when 'all' then 1 else -1 end * (unreported_count + 1000 * unknown_count)) <> 0`,
  "the country's eligible units of a year and type are the eligible rows of unit_years and the totals of used summaries": `
    with counted as (
      select year, unit_type, sum(n) as n from (
        select year, unit_type, count(*) as n from unit_years where is_eligible group by year, unit_type
        union all select year, unit_type, total_count from int_summary_rows where is_used
      ) group by year, unit_type
    )
    from counted c full join (
      from indicator_values where area_level = 'country' and indicator = 'registered_of_eligible' and managed_level = 'all'
        and boundary = 'current' and unit_group in (select unit_type from unit_years union select unit_type from int_summary_rows)
        and denominator > 0
    ) i on i.year = c.year and i.unit_group = c.unit_type
    where coalesce(c.n, 0) <> coalesce(i.denominator, 0)`,
  "every row of a counted list is one unit of its year, but for the second listing of one unit": `
    select * from (
      select (select count(*) from unit_years) as unit_years,
        (select count(*) from int_unit_repeats where is_set_aside) as set_aside,
        (select count(*) from raw_units r inner join submission_parts p on p.submission_id = r.submission_id
          and p.commune_code = r.commune_code and (p.commune_valid_from is null) = (r.commune_valid_from is null) and p.year = r.year
          and p.period = r.period and p.unit_type = r.unit_type and p.form = 'unit_list' and p.is_counted) as rows_loaded
    ) where unit_years + set_aside <> rows_loaded`,
  "a unit is never both known and awaited in a year": `
    select e.unit_id, e.year from int_units_expected e inner join unit_years u on u.unit_id = e.unit_id and u.year = e.year`,
  "every indicator is counted in every world with units and facts": `
    select unnest([${quoted(EVERY_INDICATOR.map(({id}) => id))}]) as indicator
    except select indicator from indicator_values`,
  "the households of the country are those of the facts that count": `
    select f.year from (
      select year, sum(households_total) as d, sum(coalesce(households_reached, 0)) as n from commune_years
      where households_total is not null group by year
    ) f left join indicator_values i on i.year = f.year and i.area_level = 'country' and i.boundary = 'current'
      and i.indicator = 'households_reached_of_total'
    where i.denominator is distinct from f.d or i.numerator is distinct from f.n`,
  "bounds hold the share: low ≤ n/D ≤ high, from 0 to 1": `
    select * from indicator_values where share < low_share or share > high_share or low_share < 0 or high_share > 1`,
  "n + u never passes D, and each row knows or awaits something": `
    select * from indicator_values where indicator not in (${AMOUNTS})
      and (numerator + unknown_count > denominator or denominator + unreported_count = 0)`
};

async function expectAllRules(db: Kysely<never>): Promise<void> {
  for (const [rule, breaches] of Object.entries(RULES)) expect(await rowsOf(db, breaches), rule).toEqual([]);
}

const BOOLEAN = fc.constantFrom(true, false, null);
const UNIT = fc.record({
  place: fc.constantFrom("00001", "00002", "00003", "00004"),
  year: fc.constantFrom(2022, 2024, 2025, 2026),
  isHalfYear: fc.boolean(),
  isProvince: fc.boolean(),
  version: fc.constantFrom(1, 2),
  unit_type: fc.constantFrom("khu_dan_cu", "khu_dan_cu", "co_quan", "co_so_giao_duc", "xa"),
  unit_name: fc.constantFrom("Một", "Hai", "Ba"),
  unit_code: fc.constantFrom(null, null, null, "01", "K7", "K0"),
  former_commune_code: fc.constantFrom(null, "00001", "00003"),
  managed_level: fc.constantFrom("xa", "huyen", "tinh"),
  exclusion_reason: fc.constantFrom(null, null, null, "khac"),
  is_registered: BOOLEAN,
  is_certified: BOOLEAN,
  class: fc.constantFrom(null, "xuat_sac", "kha", "trung_binh", "yeu"),
  stage: fc.constantFrom("so_bo", "chinh_thuc"),
  effective_model_count: fc.constantFrom(null, 0, 1, 3),
  informed_total: fc.constantFrom(null, 10, 12),
  informed_count: fc.constantFrom(null, 9, 10),
  subunit_count: fc.constantFrom(null, 4),
  titled_subunit_count: fc.constantFrom(null, 2, 4),
  is_title_eligible: BOOLEAN,
  is_exemplary_registered: BOOLEAN,
  disciplined_count: fc.constantFrom(null, 0, 2),
  education_month_count: fc.constantFrom(null, 9, 12),
  asSummary: fc.integer({min: 0, max: 9}).map((n) => n === 0)
});
type Unit = typeof UNIT extends fc.Arbitrary<infer T> ? T : never;

const FACT = fc.record({
  unit: fc.nat(),
  fact: fc.constantFrom("households", "officials", "pupils", "ntm_19_2", "ntm_advanced_19_2", "festival"),
  reached_count: fc.constantFrom(null, 0, 70, 90),
  total_count: fc.constantFrom(null, 100),
  is_met: BOOLEAN,
  weak: fc.constantFrom(null, "tot", "yeu")
});
type Fact = typeof FACT extends fc.Arbitrary<infer T> ? T : never;

/** A unit that every world has, so that each indicator has something to count. */
const KNOWN: Unit = {
  place: "00004",
  year: 2024,
  isHalfYear: false,
  isProvince: false,
  version: 1,
  unit_type: "co_so_giao_duc",
  unit_name: "Một",
  unit_code: "K0",
  former_commune_code: null,
  managed_level: "xa",
  exclusion_reason: null,
  is_registered: true,
  is_certified: true,
  class: "kha",
  stage: "chinh_thuc",
  effective_model_count: 1,
  informed_total: 10,
  informed_count: 10,
  subunit_count: 4,
  titled_subunit_count: 4,
  is_title_eligible: true,
  is_exemplary_registered: true,
  disciplined_count: 0,
  education_month_count: 12,
  asSummary: false
};

/** Files of districts (until 2024, and half-years of 2025), communes and the province that hold the drawn units. */
function worldOf(units: Unit[], facts: Fact[]): World {
  const files = new Map<string, NonNullable<World["raw_submissions"]>[number]>();
  const rows = units.map(({place, year, isHalfYear, isProvince, version, asSummary, ...unit}) => {
    const isFormer = year < 2025 || (year === 2025 && isHalfYear);
    const code = isFormer || place !== "00002" ? place : "00001";
    const [area_level, area_code] = isProvince
      ? ["province", "38"]
      : isFormer
        ? ["district", "100"]
        : ["commune", code];
    const id = `${area_level}${area_code}-${year}-${isHalfYear ? "nua" : "nam"}-${version}`;
    files.set(id, {submission_id: id, area_level, area_code, year, received_date: `${year}-11-${10 + version}`});
    const row = {
      ...(isFormer ? former(id, code, year) : present(id, code, year)),
      ...unit,
      former_commune_code: isFormer ? null : unit.former_commune_code,
      period: isHalfYear ? "6_thang" : "nam"
    };
    return {asSummary, row};
  });
  const said = facts.flatMap(({unit, weak, ...fact}) => {
    const row = rows[unit % rows.length]?.row;
    if (row === undefined) return [];
    const {submission_id, commune_code, commune_valid_from, year, period} = row;
    return [{place: {submission_id, commune_code, commune_valid_from, year, period}, fact, weak}];
  });
  return {
    ...AREAS,
    raw_submissions: [...files.values()],
    raw_facts: said.map(({place, fact}) => ({...place, sheet: "TTC", ...fact})),
    raw_models: said.map(({place, weak}, i) => ({...place, sheet: "MH", model_name: `Mô hình ${i % 3}`, class: weak})),
    raw_units: rows.filter(({asSummary}) => !asSummary).map(({row}) => row),
    raw_summaries: rows
      .filter(({asSummary}) => asSummary)
      .map(({row}) => ({
        ...row,
        sheet: "TH",
        total_count: 5,
        registered_count: row.is_registered === null ? null : 4,
        certified_count: row.is_certified === null ? null : 3,
        kha_count: 2
      }))
  };
}

describe("sums", () => {
  test("hold in a world with merged and split communes, silent ones, repeats and summaries", async () => {
    const db = await buildWorld({
      ...AREAS,
      raw_submissions: [
        {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
        {submission_id: "t24", area_code: "38", area_level: "province"},
        communeFile("x25", "00001")
      ],
      raw_units: [
        {...former("d24", "00001"), unit_name: "Thôn 1", is_registered: true, is_certified: true, class: "kha"},
        {...former("d24", "00002"), unit_name: "Thôn 1", is_registered: false},
        {...former("d24", "00002"), unit_name: "Thôn 1", is_registered: true},
        {...former("d24", "00003"), unit_name: "Thôn 1", is_registered: null, class: "yeu"},
        {...former("d24", "00003"), unit_name: "Thôn 2", is_registered: true, is_certified: false},
        {...former("d24", "00004"), unit_name: "Trường", unit_type: "co_so_giao_duc", managed_level: "huyen"},
        {...former("t24", "00004"), unit_name: "THPT", unit_type: "co_so_giao_duc", managed_level: "tinh"},
        {...former("d24", "00004"), unit_name: "Dương", unit_type: "xa", managed_level: "huyen", is_certified: true},
        {...present("x25", "00001"), unit_name: "Thôn 1", former_commune_code: "00003"}
      ],
      raw_summaries: [{...former("d24", "00004"), total_count: 6, registered_count: 5, kha_count: 2}]
    });
    await expectAllRules(db);
    expect(
      await rowsOf(
        db,
        `select boundary, area_code, denominator as d, unreported_count as v from indicator_values
         where indicator = 'certified_of_eligible' and year = 2024 and unit_group = 'khu_dan_cu' and managed_level = 'all'
         and area_level in ('commune', 'province') order by boundary, area_code`
      )
    ).toEqual([
      {boundary: "as_reported", area_code: "00001", d: 1, v: 0},
      {boundary: "as_reported", area_code: "00002", d: 2, v: 0},
      {boundary: "as_reported", area_code: "00003", d: 2, v: 0},
      {boundary: "as_reported", area_code: "00004", d: 6, v: 0},
      {boundary: "as_reported", area_code: "38", d: 11, v: 0},
      {boundary: "current", area_code: "00001", d: 4, v: 0},
      {boundary: "current", area_code: "00004", d: 6, v: 0},
      {boundary: "current", area_code: "38", d: 11, v: 0},
      {boundary: "current", area_code: "unassigned", d: 1, v: 0}
    ]);
  });

  test("hold in any world", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(UNIT, {minLength: 1, maxLength: 40}),
        fc.array(FACT, {minLength: 1, maxLength: 12}),
        async (units, facts) => {
          const everyType = (["khu_dan_cu", "co_so_giao_duc"] as const).map((unit_type) => ({...KNOWN, unit_type}));
          await expectAllRules(await buildWorld(worldOf([...units, ...everyType], facts)));
        }
      ),
      {numRuns: 12, seed: 2025, endOnFailure: true}
    );
  }, 180_000);
});
