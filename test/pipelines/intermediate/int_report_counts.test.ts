import {expect, test} from "vitest";
import {AREAS, buildWorld, communeFile, former, present, rowsOf, type World} from "../world.ts";

const households = (reached_count: number | null, total_count: number | null) => ({
  sheet: "TTC",
  fact: "households",
  reached_count,
  total_count
});

const DISTRICT: World = {
  ...AREAS,
  raw_submissions: [{submission_id: "d24", area_code: "100", received_date: "2024-11-14"}, communeFile("y25", "00003")],
  raw_units: [{...present("y25", "00003"), unit_name: "Thôn 5"}]
};

async function values(world: World, indicator: string, where: string): Promise<string[]> {
  const db = await buildWorld(world);
  const rows = await rowsOf<{said: string}>(
    db,
    `select area_code || ': ' || numerator || '/' || denominator || ' u' || unknown_count || ' v' || unreported_count
       || case when is_unbounded then ' không giới hạn' else '' end as said
     from indicator_values where indicator = '${indicator}' and area_level in ('commune', 'province') and ${where} order by 1`
  );
  return rows.map(({said}) => said);
}

test("households of former communes are those of the commune they are in; totals agree in both views", async () => {
  const world: World = {
    ...DISTRICT,
    raw_facts: [
      {...former("d24", "00001"), ...households(90, 100)},
      {...former("d24", "00002"), ...households(40, 50)},
      {...former("d24", "00003"), ...households(null, 30)},
      {...former("d24", "00004"), ...households(10, 20)}
    ]
  };
  const of = "households_reached_of_total";
  expect(await values(world, of, "year = 2024 and boundary = 'as_reported'")).toEqual([
    "00001: 90/100 u0 v0",
    "00002: 40/50 u0 v0",
    "00003: 0/30 u30 v0",
    "00004: 10/20 u0 v0",
    "38: 140/200 u30 v0"
  ]);
  expect(await values(world, of, "year = 2024 and boundary = 'current'")).toEqual([
    "00001: 130/150 u0 v0",
    "00004: 10/20 u0 v0",
    "38: 140/200 u30 v0",
    "unassigned: 0/30 u30 v0"
  ]);
});

test("a commune that owes its report is awaited with the last known total of what it is made of", async () => {
  const world: World = {
    ...DISTRICT,
    raw_facts: [
      {...former("d24", "00001"), ...households(90, 100)},
      {...former("d24", "00002"), ...households(40, 50)},
      {...former("d24", "00003"), ...households(20, 30)},
      {...present("y25", "00003"), ...households(25, 28)}
    ]
  };
  // 00001 is An, Bình and a part of Cửa: with the whole of Cửa its bounds can only be too wide. Dương never said its total.
  expect(await values(world, "households_reached_of_total", "year = 2025 and boundary = 'current'")).toEqual([
    "00001: 0/0 u0 v180",
    "00003: 25/28 u0 v0",
    "00004: 0/0 u0 v1 không giới hạn",
    "38: 25/28 u0 v181 không giới hạn"
  ]);
});

test("19.2 asks communes of type xã only, and a merged commune's own result is not summed into one", async () => {
  const ntm = (is_met: boolean | null) => ({sheet: "TTC", fact: "ntm_19_2", is_met});
  const world: World = {
    ...DISTRICT,
    raw_facts: [
      {...former("d24", "00001"), ...ntm(true)},
      {...former("d24", "00002"), ...ntm(false)},
      {...present("y25", "00003"), ...ntm(null)}
    ]
  };
  const of = "ntm_19_2_of_communes";
  // In 2024 four xã; two of them said nothing at all.
  expect(await values(world, of, "year = 2024 and boundary = 'current'")).toEqual([
    "00001: 1/2 u0 v0",
    "00004: 0/0 u0 v1",
    "38: 1/2 u0 v2",
    "unassigned: 0/0 u0 v1"
  ]);
  // In 2025 Dương Mới is a phường: not asked.
  expect(await values(world, of, "year = 2025 and boundary = 'current'")).toEqual([
    "00001: 0/0 u0 v1",
    "00003: 0/1 u1 v0",
    "38: 0/1 u1 v1"
  ]);
});

test("models of a class count one by one; an unclassified one is unknown, a silent commune awaits those of its last list", async () => {
  const model = (name: string, cls: string | null) => ({sheet: "MH", model_name: name, class: cls});
  const world: World = {
    ...DISTRICT,
    raw_models: [
      {...former("d24", "00004"), ...model("Camera", "yeu")},
      {...former("d24", "00004"), ...model("Tiếng kẻng", "tot")},
      {...present("y25", "00003"), ...model("Zalo", null)},
      {...present("y25", "00003"), ...model("Tổ tự quản", "yeu")}
    ]
  };
  expect(await values(world, "weak_model_count", "year = 2025 and boundary = 'current'")).toEqual([
    "00001: 0/0 u0 v1 không giới hạn",
    "00003: 1/2 u1 v0",
    "00004: 0/0 u0 v2",
    "38: 1/2 u1 v3 không giới hạn"
  ]);
});
