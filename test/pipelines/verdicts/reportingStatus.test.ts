import {type Kysely, sql} from "kysely";
import {afterEach, describe, expect, test} from "vitest";
import {former, judge, type Marts, merged, present} from "./judgedWorld.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

let db: Kysely<PublicTables>;
afterEach(() => db.destroy());

/** "14701 tre 2025-11-15 2025-11-15": area, status, received, due. */
async function statuses(duty: string, year: number): Promise<string[]> {
  const {rows} = await sql<{area: string; status: string; received: string | null; due: string | null}>`
    select area_code as area, status, received_date as received, due_date as due from reporting_status
    where duty = ${duty} and year = ${year} order by area_level, area_code
  `.execute(db);
  return rows.map(({area, status, received, due}) => `${area} ${status} ${received ?? "-"} ${due ?? "-"}`);
}

const CODES = ["14701", "14702", "14703", "14704", "14705"];
const THANH_HOA: Marts = {
  communes: [...former("38", "380", ...CODES), ...former("38", "381", "14799"), ...present("38", ...CODES)],
  commune_lineage: [...CODES.flatMap((code) => merged(code, code)), ...merged("14701", "14799")]
};
const report = (commune_code: string, received: string | null, rest: object = {}): object => {
  const sent = {is_reported: received !== null, first_received_date: received};
  return {commune_code, commune_valid_from: "2025-07-01", year: 2025, ...sent, ...rest};
};

describe("the annual report of 2025, due before 15/11/2025", () => {
  const reports = [
    report("14701", "2025-11-14"),
    report("14702", "2025-11-15"),
    report("14703", null),
    report("14704", null, {is_reported: true})
  ];

  test("falls on the communes that exist that day: in time the day before, late on the day", async () => {
    db = await judge({...THANH_HOA, commune_reports: reports});
    expect(await statuses("S2-D3", 2025)).toEqual([
      "14701 dung_han 2025-11-14 2025-11-15",
      "14702 tre 2025-11-15 2025-11-15",
      "14703 chua_nop - 2025-11-15",
      "14704 khong_theo_doi - 2025-11-15",
      "14705 chua_nop - 2025-11-15"
    ]);
  });

  test("is not overdue before its day has come", async () => {
    db = await judge({...THANH_HOA, commune_reports: reports}, undefined, "2025-11-14");
    expect((await statuses("S2-D3", 2025))[2]).toBe("14703 chua_den_han - 2025-11-15");
    await db.destroy();
    db = await judge({...THANH_HOA, commune_reports: reports}, undefined, "2025-11-15");
    expect((await statuses("S2-D3", 2025))[2]).toBe("14703 chua_nop - 2025-11-15");
  });
});

test("a duty before 1/7/2025 falls on the districts, which no file of theirs tells of", async () => {
  db = await judge(THANH_HOA);
  expect(await statuses("S2-D1", 2025)).toEqual(["380 khong_theo_doi - 2025-04-10", "381 khong_theo_doi - 2025-04-10"]);
});

test("a half-year report is missing only where someone else sent theirs", async () => {
  const half = {area_level: "district", period: "6_thang", year: 2025, received_date: "2025-06-15"};
  db = await judge({...THANH_HOA, submissions: [{...half, submission_id: "a", area_code: "380"}]});
  expect(await statuses("S2-D2", 2025)).toEqual(["380 dung_han 2025-06-15 2025-06-16", "381 chua_nop - 2025-06-16"]);
});

test("a file received after the as-of day does not count", async () => {
  const half = {area_level: "district", period: "6_thang", year: 2025};
  db = await judge(
    {
      ...THANH_HOA,
      submissions: [
        {...half, submission_id: "a", area_code: "380", received_date: "2025-06-15"},
        {...half, submission_id: "b", area_code: "381", received_date: "2025-06-25"}
      ]
    },
    undefined,
    "2025-06-20"
  );
  expect(await statuses("S2-D2", 2025)).toEqual(["380 dung_han 2025-06-15 2025-06-16", "381 chua_nop - 2025-06-16"]);
});

test("without a plan that sets a day the annual report is followed, not judged; with one it is not asked twice", async () => {
  const former2024 = {commune_code: "14702", year: 2024, is_reported: true, first_received_date: "2024-11-20"};
  db = await judge({...THANH_HOA, commune_reports: [report("14701", "2025-11-14"), former2024]});
  expect(await statuses("TT124-D6", 2024)).toEqual(["14702 khong_theo_doi 2024-11-20 -"]);
  expect(await statuses("TT124-D6", 2025)).toEqual([]);
});

describe("registration in the first quarter", () => {
  const HUONG_TRA: Marts = {
    communes: [...former("46", "480", "19996", "20005", "20008", "20011"), ...present("46", "19996")],
    commune_lineage: merged("19996", "19996", "20005", "20008", "20011"),
    commune_reports: ["19996", "20005", "20008", "20011"].map((commune_code) => ({commune_code, year: 2022}))
  };
  const unit = (unit_id: string, commune_code: string, registered_date: string | null, rest: object = {}): object => ({
    unit_id,
    year: 2022,
    commune_code,
    current_commune_code: "19996",
    managed_level: "xa",
    is_registered: true,
    registered_date,
    ...rest
  });

  test("is in time when the last unit under the commune's authority registered by 31/3", async () => {
    db = await judge({
      ...HUONG_TRA,
      unit_years: [
        unit("a", "19996", "2022-02-10"),
        unit("b", "19996", "2022-03-31"),
        unit("c", "19996", "2022-09-01", {managed_level: "tinh"}),
        unit("d", "20005", "2022-04-01"),
        unit("e", "20008", null, {is_registered: false}),
        unit("f", "20011", null)
      ]
    });
    expect(await statuses("TT124-D1", 2022)).toEqual([
      "19996 dung_han 2022-03-31 2022-03-31",
      "20005 tre 2022-04-01 2022-03-31",
      "20008 chua_nop - 2022-03-31",
      "20011 khong_theo_doi - 2022-03-31"
    ]);
  });

  test("of 2025 fell on the former communes, of whom a list of the new commune tells by its column", async () => {
    db = await judge({
      ...HUONG_TRA,
      commune_reports: [{commune_code: "19996", commune_valid_from: "2025-07-01", year: 2025}],
      unit_years: [
        unit("a", "19996", "2025-03-01", {year: 2025, commune_valid_from: "2025-07-01", former_commune_code: "20005"}),
        unit("b", "19996", "2025-05-01", {year: 2025, commune_valid_from: "2025-07-01", former_commune_code: "20008"})
      ]
    });
    expect(await statuses("TT124-D1", 2025)).toEqual([
      "19996 khong_theo_doi - 2025-03-31",
      "20005 dung_han 2025-03-01 2025-03-31",
      "20008 tre 2025-05-01 2025-03-31",
      "20011 khong_theo_doi - 2025-03-31"
    ]);
  });

  test("of one commune's own plan falls on that commune", async () => {
    db = await judge({
      communes: [...former("19", "167", "05563"), ...present("19", "05563", "05569")],
      commune_lineage: merged("05563", "05563"),
      unit_years: [
        unit("a", "05563", "2026-03-30", {year: 2026, commune_valid_from: "2025-07-01", current_commune_code: "05563"})
      ]
    });
    expect(await statuses("S4-D3", 2026)).toEqual(["05563 dung_han 2026-03-30 2026-03-31"]);
  });
});

test("a day the forms hold decides; a blank one says nothing", async () => {
  db = await judge({
    communes: [...former("46", "480", "19996", "20005", "20008"), ...present("46", "19996")],
    commune_lineage: merged("19996", "19996", "20005", "20008"),
    commune_years: [
      {commune_code: "19996", current_commune_code: "19996", year: 2022, plan_date: "2022-02-27"},
      {commune_code: "20005", current_commune_code: "19996", year: 2022, plan_date: "2022-02-28"},
      {commune_code: "20008", current_commune_code: "19996", year: 2022}
    ]
  });
  expect(await statuses("S3-D1", 2022)).toEqual([
    "19996 dung_han 2022-02-27 2022-02-28",
    "20005 tre 2022-02-28 2022-02-28",
    "20008 khong_theo_doi - 2022-02-28"
  ]);
});
