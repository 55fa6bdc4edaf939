import {type Kysely, sql} from "kysely";
import type {Columns} from "../columnTypes.ts";
import {RAW_REGISTER_TABLES} from "./rawRegisterTables.ts";
import type {Register} from "./register.ts";

/** Writes the register to raw_provinces, raw_districts, raw_communes and raw_lineage, in place of what is there. */
export async function loadRegister<DB>(db: Kysely<DB>, register: Register): Promise<void> {
  const {raw_provinces, raw_districts, raw_communes, raw_lineage} = RAW_REGISTER_TABLES;
  await createTable(db, "raw_provinces", raw_provinces, register.provinces);
  await createTable(db, "raw_districts", raw_districts, register.districts);
  await createTable(db, "raw_communes", raw_communes, register.communes);
  await createTable(db, "raw_lineage", raw_lineage, register.lineage);
}

/** All rows go in as one JSON text: DuckDB parses ten thousand in a blink, where as many parameters take seconds. */
async function createTable<DB, C extends Columns>(
  db: Kysely<DB>,
  table: string,
  columns: C,
  rows: readonly {readonly [K in keyof C]: string | number | null}[]
): Promise<void> {
  const definitions = Object.entries(columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
  await sql`create or replace table ${sql.table(table)} (${sql.join(definitions)})`.execute(db);
  const types = Object.entries(columns).map(([name, type]) => [name, type.replace(" not null", "")]);
  await sql`
    insert into ${sql.table(table)} by name
    select unnest(from_json(${JSON.stringify(rows)}, ${JSON.stringify([Object.fromEntries(types)])}), recursive := true)
  `.execute(db);
}
