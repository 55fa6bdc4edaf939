import {sql} from "kysely";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Kysely} from "kysely";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";

describe("kysely on DuckDB", () => {
  let db: Kysely<never>;
  beforeAll(async () => {
    db = await openDatabase<never>(":memory:");
  });
  afterAll(() => db.destroy());

  test("a day is ISO text in any time zone, counts and decimals are numbers, lists are arrays", async () => {
    const {rows} = await sql`
      select date '2025-07-01' as day, count(*) as n, 1.50::decimal(4, 2) as x, [1, null] as list, {'a': date '2025-07-01'} as s
    `.execute(db);
    expect(rows).toEqual([{day: "2025-07-01", n: 1, x: 1.5, list: [1, null], s: {a: "2025-07-01"}}]);
  });
  test("an integer that a number cannot hold is an error, not another integer", async () => {
    await expect(sql`select 9007199254740993::bigint as n`.execute(db)).rejects.toThrow("integer too large");
  });
  test("a list parameter reaches the query; one with null is refused, for DuckDB would null the whole list", async () => {
    const {rows} = await sql`select len(${["a", "b"]}) as n`.execute(db);
    expect(rows).toEqual([{n: 2}]);
    await expect(sql`select ${[null, "b"]} as list`.execute(db)).rejects.toThrow("holds null");
  });
  test("a transaction that fails leaves nothing", async () => {
    await sql`create table t (x integer)`.execute(db);
    const failing = db.transaction().execute(async (trx) => {
      await sql`insert into t values (1)`.execute(trx);
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    const {rows} = await sql`select count(*) as n from t`.execute(db);
    expect(rows).toEqual([{n: 0}]);
  });
  test("no extension is fetched: reading a workbook through DuckDB fails at once", async () => {
    await expect(sql`select * from read_xlsx('a.xlsx')`.execute(db)).rejects.toThrow();
  });
});
