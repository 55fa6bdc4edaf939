import type {Kysely} from "kysely";
import {beforeAll, expect, test} from "vitest";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {judgePlans} from "../../../pipelines/verdicts/judgePlans.ts";
import {areaSentences} from "../../../src/data/queries/areaSentences.ts";
import {AREAS, buildWorld, communeFile, former, present} from "../../pipelines/world.ts";
import {planOf} from "../../pipelines/verdicts/judgedWorld.ts";

const settings = {home: {level: "province", code: "38"}, as_of: "2025-12-31", publication: "internal"} as const;
let db: Kysely<PublicTables>;

beforeAll(async () => {
  const certified = (is_certified: boolean) => ({is_registered: true, is_certified});
  const ntm = {sheet: "TTC", fact: "ntm_19_2", is_met: true};
  const raw = await buildWorld(
    {
      ...AREAS,
      raw_provinces: [{code: "38", name: "Thanh Hóa", type: "tinh"}],
      raw_submissions: [
        {submission_id: "d24", area_code: "100", received_date: "2024-11-14"},
        communeFile("x25", "00001"),
        communeFile("y25", "00003"),
        communeFile("z25", "00004")
      ],
      raw_units: [
        {...former("d24", "00001"), unit_name: "Thôn 1", ...certified(true)},
        {...former("d24", "00002"), unit_name: "Thôn 2", ...certified(false)},
        {...present("x25", "00001"), unit_name: "Thôn 1", former_commune_code: "00001", ...certified(true)},
        {...present("x25", "00001"), unit_name: "Thôn 2", former_commune_code: "00002", ...certified(true)},
        {...present("y25", "00003"), unit_name: "Thôn 3", ...certified(true)},
        {...present("z25", "00004"), unit_name: "Thôn 4", ...certified(false)},
        {
          ...present("x25", "00001"),
          unit_name: "Xã An Bình",
          unit_type: "xa",
          managed_level: "tinh",
          ...certified(true)
        },
        {
          ...present("y25", "00003"),
          unit_name: "Xã Cửa Mới",
          unit_type: "xa",
          managed_level: "tinh",
          ...certified(true)
        },
        {
          ...present("z25", "00004"),
          unit_name: "Phường Dương Mới",
          unit_type: "phuong",
          managed_level: "tinh",
          ...certified(true)
        }
      ],
      raw_facts: [
        {...former("d24", "00001"), ...ntm},
        {...former("d24", "00002"), ...ntm},
        {...present("x25", "00001"), ...ntm, is_met: false}
      ]
    },
    settings
  );
  await judgePlans(raw, {settings}, [planOf("thanh-hoa-2025")]);
  db = raw;
});

const about = async (area_code: string, indicator: string): Promise<string[]> =>
  (await areaSentences(db, {area_code, year: 2025, boundary: "current"}))
    .filter((each) => each.indicator === indicator)
    .map(({sentence}) => sentence);

test("a province's sentence carries its plan, with the clause", async () => {
  expect(await about("38", "certified_of_eligible")).toEqual([
    "Năm 2025, toàn tỉnh có 6/7 đơn vị (85,7%) được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”, " +
      "tăng 35,7 điểm phần trăm so với năm 2024, đạt chỉ tiêu từ 80% trở lên (mục I.1 Kế hoạch 60/KH-UBND)."
  ]);
});

test("a commune is compared with the province's level, and its own answer not with that of the communes it was made of", async () => {
  expect(await about("00001", "certified_of_eligible")).toEqual([
    "Năm 2025, xã An Bình có 3/3 đơn vị (100%) được công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”, " +
      "tăng 50,0 điểm phần trăm so với năm 2024, trên mức chung 80% của tỉnh (mục I.1 Kế hoạch 60/KH-UBND)."
  ]);
  expect(await about("00001", "ntm_19_2_of_communes")).toEqual([
    "Năm 2025, xã An Bình chưa đạt chỉ tiêu 19.2 nông thôn mới."
  ]);
});

test("an area that nothing is known of is an error that names it", async () => {
  await expect(areaSentences(db, {area_code: "99", year: 2025, boundary: "current"})).rejects.toThrow(
    'địa bàn "99" năm 2025'
  );
});
