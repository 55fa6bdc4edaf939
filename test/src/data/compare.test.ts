import type {Kysely} from "kysely";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {compare, compareScope} from "../../../src/data/queries/compare.ts";
import type {Compare} from "../../../src/data/queries/compareShape.ts";
import {compareYear} from "../../../src/data/queries/compareYear.ts";
import {seedSmallWarehouse} from "./smallWarehouse.ts";

const workspace = {settings: {home: {level: "province", code: "38"}, publication: "internal"}} as const;

describe("what So sánh xã reads of the warehouse", () => {
  let db: Kysely<PublicTables>;
  let read: Compare;
  beforeAll(async () => {
    db = await openDatabase<PublicTables>(":memory:");
    await seedSmallWarehouse(db);
    read = await compare(db, workspace, [
      {code: "101", group: "Vùng biển"},
      {code: "900", group: "Của tỉnh khác"}
    ]);
  });
  afterAll(async () => await db.destroy());

  it("holds the default year whole, and the communes of the home area alone", () => {
    expect(read.first?.year).toBe(2025);
    expect(read.communes.map(({code}) => code)).toEqual(["101", "102", "103"]);
  });
  it("takes verdicts and units to go from the results, in the order of the communes", () => {
    expect(read.first?.results["S2-01"]).toMatchObject({
      basis: "doi_chieu",
      n: [20, 15, 1],
      d: [40, 24, 2],
      needed: [12, 5, 1]
    });
  });
  it("leaves out targets that say nothing of communes", () => {
    expect(read.targets.map(({target_id}) => target_id)).toEqual(["S2-01"]);
  });
  it("keeps counts apart by managing level", () => {
    expect(read.first?.values["certified_of_eligible|all|all"]).toMatchObject({n: [20, 15, 1], d: [40, 24, 2]});
  });
  it("drops groups of communes of elsewhere", () => {
    expect(read.own_groups).toEqual({names: ["Vùng biển"], of: [0, null, null]});
  });
  it("has no rate of a year in which more units are missing than known", () => {
    expect(read.trends["S2-01|all"]?.find(({year}) => year === 2025)).toMatchObject({d: [40, 24, 0]});
  });
  it("reads a year without results as one", async () => {
    const year = await compareYear(db, await compareScope(db, workspace.settings.home), 2019);
    expect(year).toEqual({year: 2019, results: {}, home: {}, values: {}, expected: [0, 0, 0]});
  });
});
