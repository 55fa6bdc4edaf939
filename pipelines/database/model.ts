import {type Compilable, type CompiledQuery, type Kysely, sql} from "kysely";
import type {Columns} from "../../loaders/columnTypes.ts";

/**
 * One derived table: what it reads, what it holds, what makes a row unique, and the query that makes it.
 * `Inputs` is the part of the database the query may read: another table does not compile.
 */
export interface Model<Inputs = never> {
  name: string;
  columns: Columns;
  /** Columns that together identify a row (nulls count as values). */
  grain: readonly string[];
  query: (db: Kysely<Inputs>) => Compilable | CompiledQuery;
}

/**
 * Makes the model's table: exact column types, then the grain is checked. The only place with DDL for derived tables.
 * @throws Error if the query lacks a column, a value does not fit its type, a not-null column is null, or the grain repeats.
 */
export async function materialize<Inputs, DB extends Inputs>(db: Kysely<DB>, model: Model<Inputs>): Promise<void> {
  const definitions = Object.entries(model.columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
  const compiled = model.query(db as unknown as Kysely<Inputs>);
  const query = "compile" in compiled ? compiled.compile() : compiled;
  await sql`create or replace table ${sql.table(model.name)} (${sql.join(definitions)})`.execute(db);
  try {
    await db.executeQuery({...query, sql: `insert into "${model.name}" by name ${query.sql}`});
  } catch (error) {
    throw new Error(`table ${model.name}: ${(error as Error).message}`, {cause: error});
  }
  const grain = sql.join(model.grain.map((column) => sql.id(column)));
  const repeated = await sql<{n: number}>`
    select count(*) as n from (select 1 from ${sql.table(model.name)} group by ${grain} having count(*) > 1)
  `.execute(db);
  if (repeated.rows[0]?.n !== 0)
    throw new Error(`table ${model.name}: ${repeated.rows[0]?.n} values of (${model.grain.join(", ")}) repeat`);
}
