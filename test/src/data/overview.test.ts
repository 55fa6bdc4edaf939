import type {Kysely} from "kysely";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {formerValues} from "../../../src/data/queries/formerValues.ts";
import {mapPage} from "../../../src/data/queries/mapPage.ts";
import {emptyOverview, overview} from "../../../src/data/queries/overview.ts";
import type {Overview} from "../../../src/data/queries/overviewShape.ts";
import {emptySite, site} from "../../../src/data/queries/site.ts";
import {seedSmallWarehouse} from "./smallWarehouse.ts";

const workspace = {settings: {home: {level: "province", code: "38"}, publication: "internal"}} as const;
const plans = readPlans("data/plans");

describe("what Tổng quan reads of the warehouse", () => {
  let db: Kysely<PublicTables>;
  let read: Overview;
  beforeAll(async () => {
    db = await openDatabase<PublicTables>(":memory:");
    await seedSmallWarehouse(db);
    read = await overview(db, workspace, plans);
  });
  afterAll(async () => await db.destroy());

  it("opens on the latest year with a governing plan and files, not on a later one without", () => {
    expect(read.years).toEqual([2024, 2025, 2026]);
    expect(read.default_year).toBe(2025);
    expect(read.home).toMatchObject({name: "Tỉnh Thanh Hóa", type: "tinh"});
  });
  it("holds the communes of the home area and its counts alone, in one order", () => {
    expect(read.communes.map(({code}) => code)).toEqual(["101", "102", "103"]);
    expect(read.values["2025|certified_of_eligible|all"]).toEqual({
      n: [20, 15, 1],
      d: [40, 24, 2],
      u: [0, 2, 0],
      v: [0, 0, 20],
      provisional: [0, 1, 0]
    });
  });
  it("lists communes by units to go until the gap closes; one that is mostly silent is not on it", () => {
    expect(read.closing).toEqual([
      {
        target_id: "S2-01",
        year: 2025,
        boundary: "current",
        unit_group: "all",
        order: [0, 1],
        needed: [12, 5],
        n: [20, 15],
        d: [40, 24],
        cut: 1
      }
    ]);
  });
  it("holds the targets of the home area with the short name of their board, and none of others", () => {
    expect(read.targets.map(({target_id, board}) => [target_id, board])).toEqual([
      ["S2-01", null],
      ["S2-03", "KKT Nghi Sơn"]
    ]);
    expect(read.results.map(({target_id, subject_level}) => [target_id, subject_level])).toEqual([
      ["S2-01", "province"],
      ["S2-03", "board"]
    ]);
  });
  it("counts the communes that owe lists of the year on that year's register, and the files that count", () => {
    expect(read.reports).toEqual([
      {year: 2024, expected: 1, reported: 1, files: 0},
      {year: 2025, expected: 2, reported: 1, files: 1},
      {year: 2026, expected: 1, reported: 0, files: 0}
    ]);
  });
  it("counts who did each duty in time, with its clause from the plan", () => {
    expect(read.duties).toHaveLength(1);
    expect(read.duties[0]).toMatchObject({
      duty: "S2-D3",
      evidence: "annual_report",
      clause: "mục IV.1",
      due_date: "2025-11-15",
      dung_han: 1,
      tre: 1,
      chua_nop: 1
    });
  });
  it("counts former communes that went into the home area, land without people apart", async () => {
    expect(read.former_count).toBe(2);
    const {communes, values} = await formerValues(db, workspace);
    expect(communes.map(({name, district}) => [name, district])).toEqual([
      ["Hải Châu", "Huyện Mường Lát"],
      ["Mường Lý", "Huyện Mường Lát"]
    ]);
    expect(values).toEqual({"2024|certified_of_eligible|all": {n: [11, 0], d: [20, 0]}});
  });
  it("gives the map the same counts, and the names of its indicators from the registry", async () => {
    const page = await mapPage(db, workspace);
    expect(page.values["2025|certified_of_eligible|all"]).toEqual(read.values["2025|certified_of_eligible|all"]);
    expect(page.indicators[0]).toMatchObject({id: "certified_of_eligible", short_title: "Đạt / thuộc diện"});
    expect(page.targets.map(({target_id}) => target_id)).toEqual(["S2-01"]);
  });
  it("keeps the year the workspace asks for", async () => {
    const settings = {...workspace.settings, default_year: 2024};
    expect((await site(db, {settings})).default_year).toBe(2024);
  });
});

describe("an empty site", () => {
  it("has no year to open on", () => {
    expect(emptySite(workspace).default_year).toBeNull();
    expect(emptyOverview(workspace)).toMatchObject({default_year: null, communes: [], values: {}});
  });
});
