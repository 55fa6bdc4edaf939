import {type Kysely, sql} from "kysely";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

/**
 * A small database with what the figures and sentences of communes in one year are read from: of over a million rows of the warehouse
 * some thousands, asked for 166 times. On one thread: the questions are too small to share out. Close it with `destroy()`.
 */
export async function communeDatabase(
  warehouse: string,
  {codes, year}: {codes: readonly string[]; year: number}
): Promise<Kysely<PublicTables>> {
  const db = await openDatabase<PublicTables>(":memory:");
  const wanted = codes.length === 0 ? sql`false` : sql`code in (${sql.join([...codes])})`;
  await sql`attach ${sql.lit(warehouse)} as warehouse (read_only)`.execute(db);
  await sql`
    create table indicator_values as select * from warehouse.indicator_values
    where area_level = 'commune' and boundary = 'current' and managed_level = 'all' and year in (${sql.lit(year - 1)}, ${sql.lit(year)})
      and area_code in (select code from warehouse.communes where ${wanted})
  `.execute(db);
  await sql`
    create table target_results as select * from warehouse.target_results
    where subject_level = 'commune' and boundary = 'current' and year = ${sql.lit(year)}
      and subject_id in (select code from warehouse.communes where ${wanted})
  `.execute(db);
  for (const name of ["areas", "plans", "targets"])
    await sql`create table ${sql.table(name)} as select * from ${sql.table(`warehouse.${name}`)}`.execute(db);
  await sql`detach warehouse`.execute(db);
  await sql`set threads to 1`.execute(db);
  return db;
}
