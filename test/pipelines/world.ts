import {type Kysely, sql} from "kysely";
import {afterAll} from "vitest";
import type {ColumnType, Columns} from "../../loaders/columnTypes.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {BuildSettings} from "../../pipelines/marts/build_settings.ts";
import {buildTables} from "../../pipelines/models.ts";
import {RAW_TABLES, type RawTables} from "../../pipelines/rawTables.ts";

/** Rows of the raw tables, each with only the columns that matter to the rule under test. */
export type World = {[T in keyof RawTables]?: Partial<RawTables[T]>[]};

/**
 * A small reorganisation in province 38, district 100: former An and Bình became present An Bình (which keeps An's code), Cửa was split
 * between An Bình and Cửa Mới, and Dương alone became Dương Mới.
 */
export const AREAS = {
  raw_communes: [
    {code: "00001", name: "An", district_code: "100"},
    {code: "00002", name: "Bình", district_code: "100"},
    {code: "00003", name: "Cửa", district_code: "100"},
    {code: "00004", name: "Dương", district_code: "100"},
    {code: "00001", name: "An Bình", valid_from: "2025-07-01"},
    {code: "00003", name: "Cửa Mới", valid_from: "2025-07-01"},
    {code: "00004", name: "Dương Mới", type: "phuong", valid_from: "2025-07-01"}
  ],
  raw_lineage: [
    {old_code: "00001", new_code: "00001"},
    {old_code: "00002", new_code: "00001"},
    {old_code: "00003", new_code: "00001", extent: "part"},
    {old_code: "00003", new_code: "00003", extent: "remainder"},
    {old_code: "00004", new_code: "00003", extent: "area_only"},
    {old_code: "00004", new_code: "00004"}
  ]
} satisfies World;

interface Place {
  submission_id: string;
  commune_code: string;
  year: number;
  commune_valid_from: string | null;
}

/** Place and year of a row of a former commune's list, in a district's file of that year. */
export const former = (submission_id: string, commune_code: string, year = 2024): Place => ({
  submission_id,
  commune_code,
  year,
  commune_valid_from: null
});

/** Place and year of a row of a present commune's list. */
export const present = (submission_id: string, commune_code: string, year = 2025): Place => ({
  submission_id,
  commune_code,
  year,
  commune_valid_from: "2025-07-01"
});

/** A file of a present commune. */
export const communeFile = (
  submission_id: string,
  area_code: string,
  received_date: string | null = "2025-11-14"
): Partial<RawTables["raw_submissions"]> => ({
  submission_id,
  area_code,
  received_date,
  area_level: "commune",
  year: Number(received_date?.slice(0, 4) ?? 2025)
});

/** What a column holds when a test does not say: enough to be a good row of an accepted annual file of 2024. */
const DEFAULTS: Partial<Record<string, unknown>> = {
  status: "accepted",
  stage: "chinh_thuc",
  period: "nam",
  year: 2024,
  area_level: "district",
  form: "unit_list",
  is_simulated: false,
  sheet: "KDC",
  unit_type: "khu_dan_cu",
  managed_level: "xa",
  province_code: "38",
  type: "xa",
  extent: "full",
  clause: "1",
  severity: "warning"
};

const opened: Kysely<never>[] = [];
afterAll(async () => {
  for (const db of opened.splice(0)) await db.destroy();
});

/** An in-memory database holding the raw tables of `world`, closed after the tests of the file. */
export async function seedWorld(world: World): Promise<Kysely<never>> {
  const db = await openDatabase<never>(":memory:");
  opened.push(db);
  for (const [table, columns] of Object.entries(RAW_TABLES) as [keyof RawTables, Columns][]) {
    const definitions = Object.entries(columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
    await sql`create table ${sql.table(table)} (${sql.join(definitions)})`.execute(db);
    const rows = (world[table] ?? []).map((row, i) =>
      Object.entries(columns).map(([name, type]) => cell(row, name, type, i))
    );
    if (rows.length > 0)
      await sql`insert into ${sql.table(table)} values ${sql.join(rows.map((row) => sql`(${sql.join(row)})`))}`.execute(
        db
      );
  }
  return db;
}

/** The tables of `world`, built for the home province 38 unless said otherwise. */
export async function buildWorld(world: World, settings: Partial<BuildSettings> = {}): Promise<Kysely<never>> {
  const db = await seedWorld(world);
  await buildTables(db, {settings: {home: {level: "province", code: "38"}, ...settings}});
  return db;
}

/** All rows of a query written as SQL text. */
export async function rowsOf<T = Record<string, unknown>>(db: Kysely<never>, query: string): Promise<T[]> {
  return (await sql.raw<T>(query).execute(db)).rows;
}

function cell(row: object, name: string, type: ColumnType, i: number): unknown {
  const given = (row as Record<string, unknown>)[name];
  if (given !== undefined) return given;
  const {submission_id: id, unit_name, model_name} = row as Partial<RawTables["raw_units"] & RawTables["raw_models"]>;
  switch (name) {
    case "row_number":
      return i + 10;
    case "sha256":
      return `sha-${id ?? i}`;
    case "file":
      return `2024/${id ?? i}.xlsx`;
    case "name_key":
      return (model_name ?? unit_name ?? "").toLowerCase();
  }
  if (type.endsWith("not null")) return DEFAULTS[name] ?? (type.startsWith("VARCHAR") ? "" : 0);
  return name === "period" || name === "year" || name === "area_level" ? DEFAULTS[name] : null;
}
