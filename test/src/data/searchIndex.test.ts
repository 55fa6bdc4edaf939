import {type Kysely, sql} from "kysely";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openWorkspace} from "../../../loaders/workspace.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {PUBLIC_TABLES, type PublicTables} from "../../../pipelines/tables.ts";
import {searchIndex} from "../../../src/data/queries/searchIndex.ts";

describe("the index of the search, for a site about province 38", () => {
  let db: Kysely<PublicTables>;
  beforeAll(async () => {
    db = await openDatabase<PublicTables>(":memory:");
    for (const name of ["areas", "communes", "commune_lineage", "indicator_values"] as const) {
      const columns = Object.entries(PUBLIC_TABLES[name]).map(
        ([column, type]) => sql`${sql.id(column)} ${sql.raw(type)}`
      );
      await sql`create table ${sql.table(name)} (${sql.join(columns)})`.execute(db);
    }
    const since = "2025-07-01";
    const old = {valid_from: null, valid_to: "2025-06-30", district_code: "380"};
    const now = {valid_from: since, valid_to: null, district_code: null};
    await db
      .insertInto("communes")
      .values([
        {code: "14797", name: "Hạc Thành", type: "phuong", province_code: "38", ...now},
        {code: "14758", name: "Hàm Rồng", type: "phuong", province_code: "38", ...now},
        {code: "00001", name: "Ba Đình", type: "phuong", province_code: "01", ...now},
        {code: "14758", name: "Đông Thọ", type: "phuong", province_code: "38", ...old},
        {code: "14761", name: "Nam Ngạn", type: "phuong", province_code: "38", ...old},
        {code: "00009", name: "Trúc Bạch", type: "phuong", province_code: "01", ...old}
      ])
      .execute();
    const area = {valid_to: null, parent_level: null, parent_code: null};
    await db
      .insertInto("areas")
      .values([
        {area_level: "province", area_code: "38", valid_from: null, name: "Thanh Hóa", type: "tinh", ...area},
        {area_level: "district", area_code: "380", valid_from: null, name: "Thành phố Thanh Hóa", type: "x", ...area}
      ])
      .execute();
    const clause = "1";
    await db
      .insertInto("commune_lineage")
      .values([
        {old_code: "14758", new_code: "14758", extent: "part", clause},
        {old_code: "14758", new_code: "14797", extent: "full", clause},
        {old_code: "14761", new_code: "14797", extent: "area_only", clause},
        {old_code: "14761", new_code: "14758", extent: "full", clause},
        {old_code: "00009", new_code: "00001", extent: "full", clause}
      ])
      .execute();
  });
  afterAll(async () => await db.destroy());

  it("holds the province's communes of today and before, and no others", async () => {
    const {current, former} = await searchIndex(db, openWorkspace("data"));
    expect(current.map(({name}) => name)).toEqual(["Hàm Rồng", "Hạc Thành"]);
    expect(former.map(({name}) => name)).toEqual(["Đông Thọ", "Nam Ngạn"]);
  });
  it("leads a former commune to all its successors, the main one first; land without people leads nowhere", async () => {
    const {former} = await searchIndex(db, openWorkspace("data"));
    expect(former).toEqual([
      {
        code: "14758",
        name: "Đông Thọ",
        type: "phuong",
        district: "Thành phố Thanh Hóa",
        successors: ["14797", "14758"]
      },
      {code: "14761", name: "Nam Ngạn", type: "phuong", district: "Thành phố Thanh Hóa", successors: ["14758"]}
    ]);
  });
});
