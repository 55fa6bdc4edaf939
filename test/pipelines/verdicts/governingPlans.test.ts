import {type Kysely, sql} from "kysely";
import {afterEach, describe, expect, test} from "vitest";
import {former, judge, type Marts, merged, planOf, PLANS, present} from "./judgedWorld.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

let db: Kysely<PublicTables>;
afterEach(() => db.destroy());

async function governing(year: number, boundary: string): Promise<Record<string, string>> {
  const {rows} = await sql<{area: string; plan: string}>`
    select area_level || ' ' || area_code as area, plan_id || ' ' || basis as plan from governing_plans
    where year = ${year} and boundary = ${boundary} order by 1
  `.execute(db);
  return Object.fromEntries(rows.map(({area, plan}) => [area, plan]));
}

const WORLD: Marts = {
  communes: [
    ...former("38", "380", "14701", "14702"),
    ...present("38", "14701"),
    ...former("02", "034", "01153"),
    ...former("15", "139", "04585"),
    ...former("10", "080", "02600"),
    ...present("15", "04585", "02600"),
    ...former("08", "070", "02200"),
    ...present("08", "01153", "02200"),
    ...former("19", "167", "05563"),
    ...present("19", "05563")
  ],
  commune_lineage: [
    ...merged("14701", "14701", "14702"),
    ...["01153", "04585", "02600", "02200", "05563"].flatMap((code) => merged(code, code))
  ]
};

describe("the governing plan of an area and year", () => {
  test("is its own, else the nearest above for comparison; a district that ended speaks for its successors", async () => {
    db = await judge(WORLD);
    expect(await governing(2025, "current")).toEqual({
      "commune 04585": "tram-tau-2025 doi_chieu",
      "commune 14701": "thanh-hoa-2025 doi_chieu",
      "province 38": "thanh-hoa-2025 rang_buoc"
    });
    expect(await governing(2024, "as_reported")).toEqual({
      "commune 01153": "bac-quang-2024 doi_chieu",
      "district 034": "bac-quang-2024 rang_buoc"
    });
    expect(await governing(2024, "current")).toEqual({"commune 01153": "bac-quang-2024 doi_chieu"});
    expect(await governing(2026, "as_reported")).toEqual({"commune 05563": "phuong-tien-2026 rang_buoc"});
  });

  test("is none, not the norm, in a year without a plan", async () => {
    db = await judge(WORLD);
    expect(await governing(2023, "as_reported")).toEqual({});
  });

  test("of two on the same area is the one signed last", async () => {
    const own = planOf("thanh-hoa-2025");
    const later = {
      ...own,
      id: "thanh-hoa-2025-bo-sung",
      signed_date: "2025-08-01",
      targets: [],
      deadlines: [],
      awards: [],
      exclusions: []
    };
    db = await judge(WORLD, [...PLANS, later]);
    expect(await governing(2025, "current")).toMatchObject({"province 38": "thanh-hoa-2025-bo-sung rang_buoc"});
  });

  test("of a commune with its own plan is not the province's", async () => {
    const own = {
      ...planOf("phuong-tien-2026"),
      id: "xa-2025",
      years: {from: 2025},
      area: {level: "commune", code: "14701", register: "current"} as const,
      deadlines: [],
      awards: [],
      exclusions: []
    };
    db = await judge(WORLD, [...PLANS, own]);
    expect(await governing(2025, "as_reported")).toMatchObject({"commune 14701": "xa-2025 rang_buoc"});
  });
});
