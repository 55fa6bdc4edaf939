import {fileURLToPath} from "node:url";
import {type Kysely, sql} from "kysely";
import type {Columns} from "../../../loaders/columnTypes.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import {PUBLIC_TABLES, type PublicTables} from "../../../pipelines/tables.ts";
import {judgePlans} from "../../../pipelines/verdicts/judgePlans.ts";

/** The plans and norms of the repository. */
export const PLANS: readonly Plan[] = readPlans(fileURLToPath(new URL("../../../data/plans", import.meta.url)));

export function planOf(id: string): Plan {
  const plan = PLANS.find((each) => each.id === id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

/** Tables that judging reads. */
const INPUTS = [
  "communes",
  "commune_lineage",
  "build_settings",
  "submissions",
  "commune_reports",
  "unit_years",
  "model_years",
  "commune_years",
  "indicator_values"
] as const satisfies readonly (keyof PublicTables)[];

/** Rows of the public tables, each with only the columns that matter to the rule under test. */
export type Marts = {[T in (typeof INPUTS)[number]]?: Partial<PublicTables[T]>[]};

const DEFAULTS: Partial<Record<string, unknown>> = {
  name: "Xã",
  type: "xa",
  extent: "full",
  stage: "chinh_thuc",
  status: "accepted",
  source: "list",
  period: "nam",
  is_eligible: true,
  is_expected: true,
  is_reported: true,
  is_final: true,
  boundary: "as_reported",
  unit_group: "all",
  managed_level: "all",
  unit_type: "khu_dan_cu",
  home_level: "province",
  home_code: "38"
};

/** An in-memory database of `marts`, with `plans` judged over it. Close it with `db.destroy()`. */
export async function judge(marts: Marts, plans = PLANS, asOf = "2026-11-18"): Promise<Kysely<PublicTables>> {
  const db = await openDatabase<PublicTables>(":memory:");
  const world: Marts = {build_settings: [{as_of: asOf}], ...marts};
  for (const table of INPUTS) {
    const columns: Columns = PUBLIC_TABLES[table];
    const definitions = Object.entries(columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
    await sql`create table ${sql.table(table)} (${sql.join(definitions)})`.execute(db);
    const rows = world[table] ?? [];
    if (rows.length === 0) continue;
    const tuples = rows.map(
      (row) => sql`(${sql.join(Object.entries(columns).map(([name, type]) => cell(row, name, type)))})`
    );
    await sql`insert into ${sql.table(table)} values ${sql.join(tuples)}`.execute(db);
  }
  const settings = {home: {level: "province", code: "38"}, as_of: asOf, publication: "internal"} as const;
  await judgePlans(db, {settings}, plans);
  return db;
}

function cell(row: object, name: string, type: string): unknown {
  const given = (row as Record<string, unknown>)[name];
  if (given !== undefined) return given;
  if (!type.endsWith("not null")) return null;
  return DEFAULTS[name] ?? (type.startsWith("VARCHAR") ? "" : type.startsWith("BOOLEAN") ? false : 0);
}

/** Former communes of a district, with their district and province. */
export const former = (
  province_code: string,
  district_code: string,
  ...codes: string[]
): Partial<PublicTables["communes"]>[] =>
  codes.map((code) => ({code, province_code, district_code, valid_to: "2025-06-30"}));

/** Present communes of a province. */
export const present = (province_code: string, ...codes: string[]): Partial<PublicTables["communes"]>[] =>
  codes.map((code) => ({code, province_code, valid_from: "2025-07-01"}));

/** Steps of former communes into one present commune. */
export const merged = (new_code: string, ...old: string[]): Partial<PublicTables["commune_lineage"]>[] =>
  old.map((old_code) => ({old_code, new_code, clause: "1"}));

type Value = Partial<PublicTables["indicator_values"]>;

/** One row of indicator_values for each boundary view that is named. */
export const values = (row: Value, ...boundaries: ("as_reported" | "current")[]): Value[] =>
  boundaries.map((boundary) => ({...row, boundary}));
