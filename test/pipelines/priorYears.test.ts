import {describe, expect, test} from "vitest";
import {checkAgainstPrior} from "../../loaders/validate/prior/checkAgainstPrior.ts";
import type {Reading} from "../../loaders/validate/reading.ts";
import {priorYears} from "../../pipelines/priorYears.ts";
import {AREAS, buildWorld, communeFile, former, present, type World} from "./world.ts";

const FILES = [
  {submission_id: "d23", area_code: "100", year: 2023, received_date: "2023-11-14"},
  {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
  communeFile("x25", "00001"),
  {...communeFile("tinh", "38"), area_level: "province"}
];
const priors = async (world: World, options = {}) =>
  priorYears(await buildWorld({...AREAS, raw_submissions: FILES, ...world}), options);

describe("what a present commune last sent", () => {
  test("its latest year with a list, units moved over the merger, in the order of the lists", async () => {
    const found = await priors({
      raw_units: [
        {...former("d23", "00001", 2023), unit_name: "Thôn cũ"},
        {...former("d24", "00001"), unit_name: "Thôn 1", informed_total: 90},
        {...former("d24", "00002"), unit_name: "Thôn 1", unit_code: "K9"},
        {...former("d24", "00003"), unit_name: "Thôn của xã bị chia"},
        {...former("d24", "00001"), unit_name: "Xã An", unit_type: "xa"}
      ]
    });
    expect(found).toMatchObject([{commune_code: "00001", year: 2024}]);
    expect(found[0]?.units).toMatchObject([
      {name: "Thôn 1", former_commune_code: "00001", unit_code: null, informed_total: 90, later_name_keys: []},
      {name: "Thôn 1", former_commune_code: "00002", unit_code: "K9"}
    ]);
  });

  test("units that the province lists are not the commune's to send", async () => {
    const [prior] = await priors({
      raw_units: [
        {...present("x25", "00001"), unit_name: "Thôn 1"},
        {...present("tinh", "00001"), unit_name: "Sở Xây dựng", unit_type: "co_quan", managed_level: "tinh"}
      ]
    });
    expect(prior?.units.map(({name}) => name)).toEqual(["Thôn 1"]);
  });

  test("the latest year before another, and of some communes only", async () => {
    const raw_units = [
      {...former("d24", "00001"), unit_name: "Thôn 1"},
      {...present("x25", "00001"), unit_name: "Thôn 1"}
    ];
    expect(await priors({raw_units}, {before: 2025})).toMatchObject([{year: 2024}]);
    expect(await priors({raw_units}, {before: 2024})).toEqual([]);
    expect(await priors({raw_units}, {communes: ["00004"]})).toEqual([]);
    expect(await priors({raw_units}, {communes: []})).toEqual([]);
  });

  test("a sum over former communes is there only if all of them gave it, and none was split", async () => {
    const fact = (code: string, total_count: number) => ({
      ...former("d24", code),
      fact: "households",
      total_count,
      reached_count: 1
    });
    const list = {...former("d24", "00004"), unit_name: "Thôn 1"};
    expect((await priors({raw_units: [list], raw_facts: [fact("00004", 300)]}))[0]?.facts).toEqual([
      {fact: "households", reached_count: 1, total_count: 300}
    ]);
    const merged = {...former("d24", "00001"), unit_name: "Thôn 1"};
    expect(
      (await priors({raw_units: [merged], raw_facts: [fact("00001", 300), fact("00002", 200)]}))[0]?.facts
    ).toEqual([]);
  });

  test("models and summaries of the same year come along", async () => {
    const [prior] = await priors({
      raw_units: [{...present("x25", "00001"), unit_name: "Thôn 1"}],
      raw_models: [{...present("x25", "00001"), model_name: "Camera", site_count: 3}],
      raw_summaries: [{...present("x25", "00001"), total_count: 12, registered_count: 12, certified_count: 9}]
    });
    expect(prior?.models).toEqual([{name: "Camera", name_key: "camera", site_count: 3, team_count: null}]);
    expect(prior?.summaries).toEqual([
      {unit_type: "khu_dan_cu", total_count: 12, registered_count: 12, certified_count: 9}
    ]);
  });

  test("a unit settled as another bears the other's name too: a file with the new name misses nothing", async () => {
    const [prior] = await priors({
      raw_units: [
        {...present("x25", "00001"), unit_name: "Thôn Một"},
        {...present("x26", "00001", 2026), unit_name: "Thôn 1"}
      ],
      raw_submissions: [...FILES, communeFile("x26", "00001", "2026-11-14")],
      raw_unit_lineage: [{old_unit_id: "n00001.khu_dan_cu.thôn một", new_unit_id: "n00001.khu_dan_cu.thôn 1"}]
    }, {before: 2026}); // prettier-ignore
    expect(prior?.units).toMatchObject([{name: "Thôn Một", later_name_keys: ["thôn 1"]}]);
    const row = {commune_code: "00001", commune_valid_from: "2025-07-01", unit_type: "khu_dan_cu", name_key: "thôn 1", unit_code: null, former_commune_code: null, informed_total: null, sheet: "DS", row_number: 4, unit_name: "Thôn 1"}; // prettier-ignore
    const reading = {
      units: [row],
      models: [],
      facts: [],
      summaries: [],
      columns: [],
      area_level: "commune",
      area_code: "00001"
    };
    expect(checkAgainstPrior(reading as unknown as Reading, prior ?? null)).toEqual([]);
  });
});
