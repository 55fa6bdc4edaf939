import type {Kysely} from "kysely";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** Counts of one indicator in one year and unit group, one entry per commune in the order of a list of communes. */
export interface CommuneColumns {
  /** Numerators, denominators. */
  n: number[];
  d: number[];
  /** Undecided, unreported units; left out where all are 0. */
  u?: number[];
  v?: number[];
  /** Whether each figure is final; left out where all are. */
  provisional?: number[];
}

/** Columns by `valueKey(year, indicator, unit group)`; keys without any unit are left out. */
export type CommuneValues = Record<string, CommuneColumns>;

export interface CommuneValuesOf {
  codes: readonly string[];
  boundary: "current" | "as_reported";
  indicators: readonly string[];
  groups: readonly string[];
  /** Managing levels that count, "all" or some of them: counts add up. */
  managed_levels: readonly string[];
  /** Last year wanted; later ones are left out. */
  lastYear?: number;
}

/** Reads the counts of communes as columns: small to send, quick to look up. */
export async function communeValues(
  db: Kysely<PublicTables>,
  {codes, boundary, indicators, groups, managed_levels, lastYear = 9999}: CommuneValuesOf
): Promise<CommuneValues> {
  if (codes.length === 0) return {};
  const index = new Map(codes.map((code, i) => [code, i]));
  const rows = await db
    .selectFrom("indicator_values")
    .select([
      "area_code",
      "year",
      "indicator",
      "unit_group",
      "numerator",
      "denominator",
      "unknown_count",
      "unreported_count",
      "is_final"
    ])
    .where("area_level", "=", "commune")
    .where("boundary", "=", boundary)
    .where("indicator", "in", [...indicators])
    .where("unit_group", "in", [...groups])
    .where("managed_level", "in", [...managed_levels])
    .where("year", "<=", lastYear)
    .orderBy("year")
    .orderBy("indicator")
    .orderBy("unit_group")
    .orderBy("area_code")
    .orderBy("managed_level")
    .execute();
  const values: Record<string, Required<CommuneColumns>> = {};
  for (const row of rows) {
    const at = index.get(row.area_code);
    if (at === undefined) continue;
    const columns = (values[valueKey(row.year, row.indicator, row.unit_group)] ??= empty(codes.length));
    columns.n[at] = (columns.n[at] ?? 0) + row.numerator;
    columns.d[at] = (columns.d[at] ?? 0) + row.denominator;
    columns.u[at] = (columns.u[at] ?? 0) + row.unknown_count;
    columns.v[at] = (columns.v[at] ?? 0) + row.unreported_count;
    if (!row.is_final) columns.provisional[at] = 1;
  }
  return Object.fromEntries(Object.entries(values).map(([key, columns]) => [key, compact(columns)]));
}

export function valueKey(year: number, indicator: string, group: string): string {
  return `${year}|${indicator}|${group}`;
}

function empty(length: number): Required<CommuneColumns> {
  const zeros = (): number[] => new Array<number>(length).fill(0);
  return {n: zeros(), d: zeros(), u: zeros(), v: zeros(), provisional: zeros()};
}

function compact({n, d, u, v, provisional}: Required<CommuneColumns>): CommuneColumns {
  const isUsed = (column: number[]): boolean => column.some((count) => count !== 0);
  return {n, d, ...(isUsed(u) ? {u} : {}), ...(isUsed(v) ? {v} : {}), ...(isUsed(provisional) ? {provisional} : {})};
}
