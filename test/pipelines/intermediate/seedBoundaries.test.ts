import {fileURLToPath} from "node:url";
import type {Kysely} from "kysely";
import {beforeAll, describe, expect, test} from "vitest";
import {loadRegister} from "../../../loaders/reference/loadRegister.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {buildTables} from "../../../pipelines/models.ts";
import {rowsOf, seedWorld, type World} from "../world.ts";

/** The places of the plans, how many former communes they had, and into how many present ones they went; Thanh Hóa with its ten split ones. */
const PLACES = [
  {place: "Bắc Quang", province: "02", districts: ["034"], former: 23, present: 8, split: 0},
  {place: "Trạm Tấu", province: "15", districts: ["139"], former: 12, present: 4, split: 0},
  {place: "Hương Trà", province: "46", districts: ["480"], former: 9, present: 3, split: 0},
  {place: "Thanh Hóa", province: "38", districts: null, former: 547, present: 166, split: 10}
] as const;

/** Phượng Tiến is made of three communes of its district. */
const PHUONG_TIEN = ["Phượng Tiến", "Tân Dương", "Tân Thịnh"];

const register = readRegister(fileURLToPath(new URL("../../../data/reference", import.meta.url)));
const formerOf = (province: string, districts: readonly string[] | null) =>
  register.communes.filter(
    ({valid_from, province_code, district_code}) =>
      valid_from === null &&
      province_code === province &&
      (districts === null || districts.includes(district_code ?? ""))
  );
const phuongTien = register.communes.filter(
  ({valid_from, province_code, name, district_code}) =>
    valid_from === null && province_code === "19" && district_code === "167" && PHUONG_TIEN.includes(name)
);

/** Every former commune of the places reports 2024: itself certified, two residential areas of which one is certified, 100 households. */
const communes = [...PLACES.flatMap(({province, districts}) => formerOf(province, districts)), ...phuongTien];
const at = (code: string) => ({submission_id: "all", commune_code: code, year: 2024});
const world: World = {
  raw_submissions: [
    {submission_id: "all", area_level: "province", area_code: "38", year: 2024, received_date: "2024-11-14"}
  ],
  raw_units: communes.flatMap(({code, name, type}) => [
    {
      ...at(code),
      unit_name: name,
      unit_type: type === "huyen_dao" ? "xa" : type,
      managed_level: "huyen",
      is_registered: true,
      is_certified: true
    },
    {...at(code), unit_name: "Thôn 1", is_registered: true, is_certified: true},
    {...at(code), unit_name: "Thôn 2", is_registered: true, is_certified: false}
  ]),
  raw_facts: communes.map(({code}) => ({
    ...at(code),
    sheet: "TTC",
    fact: "households",
    reached_count: 90,
    total_count: 100
  }))
};

let db: Kysely<never>;
beforeAll(async () => {
  db = await seedWorld(world);
  await loadRegister(db, register);
  await buildTables(db, {settings: {home: {level: "province", code: "38"}, as_of: "2024-12-31"}});
});

/** Present communes that hold units of these former ones, and what they add up to beside what was reported. */
async function moved(codes: readonly string[]): Promise<Record<string, number>> {
  const list = codes.map((code) => `'${code}'`).join(", ");
  const [row] = await rowsOf<Record<string, number>>(
    db,
    `select count(distinct current_commune_code) filter (where current_commune_code <> 'unassigned') as present,
       count(distinct commune_code) filter (where current_commune_code = 'unassigned') as split, count(*) as units
     from unit_years where commune_code in (${list})`
  );
  return row ?? {};
}

describe("over the merger of 1/7/2025", () => {
  test.each(PLACES)("$place: $former communes into $present, every unit in one of them or open", async (one) => {
    const codes = formerOf(one.province, one.districts).map(({code}) => code);
    expect(codes).toHaveLength(one.former);
    const {present, split, units} = await moved(codes);
    expect({split, units}).toEqual({split: one.split, units: 3 * one.former});
    // Of a split commune alone a present one would stay empty until later lists place its units.
    expect(present).toBeLessThanOrEqual(one.present);
    if (one.split === 0) expect(present).toBe(one.present);
  });

  test("Phượng Tiến: three communes into one", async () => {
    expect(phuongTien).toHaveLength(3);
    expect(await moved(phuongTien.map(({code}) => code))).toEqual({present: 1, split: 0, units: 9});
  });

  test("every indicator has the same total over former communes, districts and present communes, and the country", async () => {
    const differences = await rowsOf(
      db,
      `with totals as (
         select boundary, area_level, indicator, unit_group, sum(numerator) as n, sum(denominator) as d, sum(unknown_count) as u
         from indicator_values where year = 2024 and managed_level = 'all' group by all
       )
       select indicator, unit_group from totals group by indicator, unit_group
       having count(distinct (n, d, u)) <> 1 or count(*) <> 7`
    );
    expect(differences).toEqual([]);
    const [households] = await rowsOf<{n: number; d: number}>(
      db,
      `select numerator as n, denominator as d from indicator_values where indicator = 'households_reached_of_total' and area_level = 'country'
       and boundary = 'current' and year = 2024`
    );
    expect(households).toEqual({n: 90 * communes.length, d: 100 * communes.length});
  });

  test("a merged commune's own certificate is never one: its former communes stay units of their own", async () => {
    const [row] = await rowsOf<{n: number; d: number; units: number}>(
      db,
      `select sum(numerator) as n, sum(denominator) as d,
         (select count(distinct unit_id) from unit_years where unit_type in ('xa', 'phuong', 'thi_tran')) as units
       from indicator_values where indicator = 'certified_of_eligible' and unit_group = 'commune' and managed_level = 'all'
         and boundary = 'current' and year = 2024 and area_level = 'commune'`
    );
    expect(row).toEqual({n: communes.length, d: communes.length, units: communes.length});
  });
});
