import {fileURLToPath} from "node:url";
import {type Kysely, sql} from "kysely";
import {beforeAll, expect, test} from "vitest";
import {PLANS} from "./judgedWorld.ts";
import {loadRegister} from "../../../loaders/reference/loadRegister.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {buildTables} from "../../../pipelines/models.ts";
import {judgePlans} from "../../../pipelines/verdicts/judgePlans.ts";
import {seedWorld, type World} from "../world.ts";

/** The real register and plans over a handful of units in each seed place: the codes of the plans meet the codes of the register. */
const settings = {home: {level: "province", code: "38"}, as_of: "2026-11-18", publication: "internal"} as const;

/** A commune's units of one year under its own authority: `certified` of `total` residential areas, all registered. */
const list = (commune_code: string, year: number, certified: number, total: number): NonNullable<World["raw_units"]> =>
  Array.from({length: total}, (_, i) => ({
    submission_id: `${commune_code}-${year}`,
    commune_code,
    ...(year >= 2025 ? {commune_valid_from: "2025-07-01"} : {}),
    year,
    unit_name: `Thôn ${i + 1}`,
    is_registered: true,
    is_certified: i < certified
  }));

const LISTS: [code: string, year: number, certified: number, total: number][] = [
  // Trạm Tấu's four successors.
  ["04585", 2025, 7, 10],
  ["04603", 2025, 6, 10],
  ["04606", 2025, 9, 10],
  ["04609", 2025, 10, 10],
  // Bắc Quang district: 19 of 20 are its 95 %, but Việt Vinh, which had ten units the year before, sent nothing.
  ["01183", 2023, 9, 10],
  ["01153", 2024, 10, 10],
  ["01216", 2024, 9, 10],
  // Hương Trà town and Phượng Tiến: the norm alone.
  ["19996", 2022, 2, 3],
  ["05563", 2026, 3, 4],
  // Thanh Hóa.
  ["14758", 2025, 4, 5]
];

let db: Kysely<never>;
beforeAll(async () => {
  db = await seedWorld({
    raw_submissions: LISTS.map(([code, year]) => ({
      submission_id: `${code}-${year}`,
      area_level: "commune",
      area_code: code,
      year,
      received_date: `${year}-11-14`
    })),
    raw_units: LISTS.flatMap((each) => list(...each))
  });
  const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));
  await loadRegister(db, readRegister(reference));
  await buildTables(db, {settings});
  await judgePlans(db, {settings}, PLANS);
});

async function verdicts(target: string, boundary: string): Promise<string[]> {
  const {rows} = await sql<{said: string}>`
    select subject_id || ' ' || year || ' ' || basis || ' ' || verdict || ' ' || coalesce(numerator || '/' || denominator, '?') as said
    from target_results where target_id = ${target} and boundary = ${boundary} and verdict <> 'thieu_so_lieu' order by 1
  `.execute(db);
  return rows.map(({said}) => said);
}

test("the plan of Trạm Tấu is held against its four successors, for comparison", async () => {
  expect(await verdicts("S0-02", "current")).toEqual([
    "04585 2025 doi_chieu dat 7/10",
    "04603 2025 doi_chieu chua_dat 6/10",
    "04606 2025 doi_chieu dat 9/10",
    "04609 2025 doi_chieu dat 10/10"
  ]);
});

test("the plan of Bắc Quang binds the district, and its communes are compared in both views", async () => {
  expect(await verdicts("S1-04", "as_reported")).toEqual([
    "01153 2024 doi_chieu dat 10/10",
    "01216 2024 doi_chieu chua_dat 9/10",
    "034 2024 rang_buoc chua_ket_luan 19/20"
  ]);
  expect(await verdicts("S1-04", "current")).toEqual([
    "01153 2024 doi_chieu chua_ket_luan 10/10",
    "01216 2024 doi_chieu chua_dat 9/10"
  ]);
});

test("the norm binds communes of Thanh Hóa, Hương Trà and Phượng Tiến, whose own plans set no rate", async () => {
  expect(await verdicts("TT124-02", "as_reported")).toEqual(
    expect.arrayContaining([
      "05563 2026 rang_buoc dat 3/4",
      "14758 2025 rang_buoc dat 4/5",
      "19996 2022 rang_buoc chua_dat 2/3"
    ])
  );
});

test("each seed place has its governing plan, on its own register and on the present communes", async () => {
  const {rows} = await sql<{said: string; n: number}>`
    select plan_id || ' ' || boundary || ' ' || area_level || ' ' || basis as said, count(*) as n
    from governing_plans group by 1 order by 1
  `.execute(db);
  expect(rows.map(({said, n}) => `${said}: ${n}`)).toEqual([
    "bac-quang-2024 as_reported commune doi_chieu: 23",
    "bac-quang-2024 as_reported district rang_buoc: 1",
    "bac-quang-2024 current commune doi_chieu: 8",
    "huong-tra-2022 as_reported commune doi_chieu: 9",
    "huong-tra-2022 as_reported district rang_buoc: 1",
    "huong-tra-2022 current commune doi_chieu: 3",
    "phuong-tien-2026 as_reported commune rang_buoc: 1",
    "phuong-tien-2026 current commune rang_buoc: 1",
    "thanh-hoa-2025 as_reported commune doi_chieu: 166",
    "thanh-hoa-2025 as_reported district doi_chieu: 26",
    "thanh-hoa-2025 as_reported province rang_buoc: 1",
    "thanh-hoa-2025 current commune doi_chieu: 166",
    "thanh-hoa-2025 current province rang_buoc: 1",
    "tram-tau-2025 as_reported commune doi_chieu: 4",
    "tram-tau-2025 as_reported district rang_buoc: 1",
    "tram-tau-2025 current commune doi_chieu: 4"
  ]);
});

test("the annual report of 2025 was due from 166 communes, the plan of April from 26 districts", async () => {
  const {rows} = await sql<{said: string}>`
    select duty || ' ' || area_level || ' ' || status || ' ' || count(*) as said from reporting_status
    where duty in ('S2-D1', 'S2-D3') group by duty, area_level, status order by 1
  `.execute(db);
  expect(rows.map(({said}) => said)).toEqual([
    "S2-D1 district khong_theo_doi 26",
    "S2-D3 commune chua_nop 165",
    "S2-D3 commune dung_han 1"
  ]);
});
