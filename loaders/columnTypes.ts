/** Columns of a table as DuckDB declares them; the row type follows from it, so the two cannot disagree. */

type SqlType = "VARCHAR" | "INTEGER" | "BIGINT" | "DOUBLE" | "BOOLEAN" | "DATE";
export type ColumnType = SqlType | `${SqlType} not null`;
export type Columns = Readonly<Record<string, ColumnType>>;

type ValueOf<T extends ColumnType> = T extends `BOOLEAN${string}`
  ? boolean
  : T extends `INTEGER${string}` | `BIGINT${string}` | `DOUBLE${string}`
    ? number
    : string;

/** Row of a table. Days are ISO text ("2025-07-01"): DATE is cast at the edge, never a JavaScript Date. */
export type RowOf<C extends Columns> = {
  -readonly [K in keyof C]: C[K] extends `${string} not null` ? ValueOf<C[K]> : ValueOf<C[K]> | null;
};
