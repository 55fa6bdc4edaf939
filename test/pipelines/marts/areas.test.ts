import {type Kysely, sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {loadRegister} from "../../../loaders/reference/loadRegister.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {materialize} from "../../../pipelines/database/model.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {areas} from "../../../pipelines/marts/areas.ts";
import {communeLineage} from "../../../pipelines/marts/commune_lineage.ts";
import {communes} from "../../../pipelines/marts/communes.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

let db: Kysely<PublicTables>;
beforeAll(async () => {
  const empty = await openDatabase<never>(":memory:");
  await loadRegister(empty, readRegister("data/reference"));
  for (const model of [areas, communes, communeLineage]) await materialize(empty, model);
  db = empty;
});
afterAll(() => db.destroy());

test("every level and version of the register is an area, and nothing else", async () => {
  const {rows} = await sql<{area_level: string; versions: number; codes: number}>`
    select area_level, count(*) as versions, count(distinct area_code) as codes from areas group by 1 order by 1
  `.execute(db);
  expect(rows).toEqual([
    {area_level: "commune", versions: 13_371, codes: 10_045},
    {area_level: "country", versions: 1, codes: 1},
    {area_level: "district", versions: 696, codes: 696},
    {area_level: "province", versions: 86, codes: 63}
  ]);
});

test("a reused code is two areas, each under its own parent and time", async () => {
  const rows = await db
    .selectFrom("areas")
    .selectAll()
    .where("area_level", "=", "commune")
    .where("area_code", "=", "14797")
    .orderBy("valid_to")
    .execute();
  const shared = {area_level: "commune", area_code: "14797", type: "phuong"};
  expect(rows).toEqual([
    {
      ...shared,
      name: "Đông Hải",
      valid_from: null,
      valid_to: "2025-06-30",
      parent_level: "district",
      parent_code: "380"
    },
    {
      ...shared,
      name: "Hạc Thành",
      valid_from: "2025-07-01",
      valid_to: null,
      parent_level: "province",
      parent_code: "38"
    }
  ]);
});

test("every area but the country has a parent that is valid at the same time", async () => {
  const {rows} = await sql<{area_level: string; area_code: string}>`
    select a.area_level, a.area_code from areas a
    anti join areas p
      on p.area_level = a.parent_level and p.area_code = a.parent_code
      and coalesce(p.valid_from, date '0001-01-01') <= coalesce(a.valid_from, date '2025-06-30')
      and coalesce(p.valid_to, date '9999-12-31') >= coalesce(a.valid_from, date '2025-06-30')
    where a.area_level <> 'country'
  `.execute(db);
  expect(rows).toEqual([]);
});

test("the marts hold the register's communes and steps", async () => {
  const {rows} = await sql<{communes: number; steps: number}>`
    select (select count(*) from communes) as communes, (select count(*) from commune_lineage) as steps
  `.execute(db);
  expect(rows).toEqual([{communes: 13_371, steps: 10_573}]);
  const ofHacThanh = await db
    .selectFrom("commune_lineage")
    .selectAll()
    .where("new_code", "=", "14797")
    .where("extent", "<>", "full")
    .execute();
  expect(ofHacThanh).toContainEqual({
    old_code: "14758",
    new_code: "14797",
    extent: "part",
    clause: "Khoản 127, Nghị quyết 1686/NQ-UBTVQH15"
  });
});
