import {type CompiledQuery, type Kysely, type RawBuilder, sql} from "kysely";
import type {Columns, RowOf} from "../../loaders/columnTypes.ts";

/** A query that gives `rows` themselves, typed as `columns`: how what was read from YAML becomes a table. */
export function literalRows<C extends Columns, DB>(
  db: Kysely<DB>,
  columns: C,
  rows: readonly RowOf<C>[]
): CompiledQuery {
  const names = Object.keys(columns);
  const cast = (value: RawBuilder<unknown>, name: string): RawBuilder<unknown> =>
    sql`cast(${value} as ${sql.raw((columns[name] ?? "").replace(" not null", ""))}) as ${sql.id(name)}`;
  if (rows.length === 0) {
    const nulls = names.map((name) => cast(sql`null`, name));
    return sql`select ${sql.join(nulls)} where false`.compile(db);
  }
  const tuples = rows.map((row) => sql`(${sql.join(names.map((name) => row[name as keyof typeof row]))})`);
  const selected = names.map((name) => cast(sql.id(name), name));
  return sql`
    select ${sql.join(selected)} from (values ${sql.join(tuples)}) as literal(${sql.join(names.map((name) => sql.id(name)))})
  `.compile(db);
}
