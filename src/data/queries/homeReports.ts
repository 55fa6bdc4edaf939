import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {Boundary, OverviewDuty, OverviewNorm, OverviewReports, OverviewTarget} from "./overviewShape.ts";

type Db = Kysely<PublicTables>;
type Home = Workspace["settings"]["home"];

/** Present and former communes of the home area, as (code, register): a condition on commune_code and commune_valid_from. */
export function isOfHome(home: Home): ReturnType<typeof sql<boolean>> {
  const column =
    home.level === "province"
      ? sql.ref("present.province_code")
      : home.level === "commune"
        ? sql.ref("present.code")
        : null;
  const present =
    column === null
      ? sql`select new_code from commune_lineage join communes former on former.code = old_code
            where extent <> 'area_only' and former.valid_from is null and former.district_code = ${home.code}`
      : sql`select present.code from communes present where present.valid_from is not null and ${column} = ${home.code}`;
  const former =
    home.level === "district"
      ? sql`select code from communes where valid_from is null and district_code = ${home.code}`
      : sql`select old_code from commune_lineage where extent <> 'area_only' and new_code in (${present})`;
  return sql<boolean>`case when commune_valid_from is null then commune_code in (${former}) else commune_code in (${present}) end`;
}

/** Communes of the home area that owe lists of each year, those that came, and the files they came in. */
export async function yearReports(db: Db, home: Home): Promise<OverviewReports[]> {
  const reports = await db
    .selectFrom("commune_reports")
    .select([
      "year",
      sql<number>`count(*) filter (where is_expected)`.as("expected"),
      sql<number>`count(*) filter (where is_expected and is_reported)`.as("reported")
    ])
    .where(isOfHome(home))
    .groupBy("year")
    .orderBy("year")
    .execute();
  const files = await db
    .selectFrom("submission_parts")
    .select(["year", sql<number>`count(distinct submission_id)`.as("files")])
    .where("is_counted", "=", true)
    .where(isOfHome(home))
    .groupBy("year")
    .execute();
  const filesOf = new Map(files.map(({year, files: count}) => [year, count]));
  return reports.map((row) => ({...row, files: filesOf.get(row.year) ?? 0}));
}

/** Duties of the home area's own plans, by year: how many areas did each in time, late, not yet. */
export async function dutyCounts(db: Db, home: Home, plans: readonly Plan[]): Promise<OverviewDuty[]> {
  const own = plans.filter(({area}) => area.level === home.level && area.code === home.code);
  if (own.length === 0) return [];
  const deadlines = new Map(
    own.flatMap(({id, document, deadlines: list}) =>
      list.map((deadline) => [`${id}|${deadline.id}`, {document, ...deadline}] as const)
    )
  );
  const count = (status: string): ReturnType<typeof sql<number>> =>
    sql<number>`count(*) filter (where status = ${status})`;
  const rows = await db
    .selectFrom("reporting_status")
    .select([
      "plan_id",
      "duty",
      "year",
      "area_level",
      sql<string | null>`max(due_date)`.as("due_date"),
      count("dung_han").as("dung_han"),
      count("tre").as("tre"),
      count("chua_nop").as("chua_nop"),
      count("chua_den_han").as("chua_den_han"),
      count("khong_theo_doi").as("khong_theo_doi")
    ])
    .where(
      "plan_id",
      "in",
      own.map(({id}) => id)
    )
    .groupBy(["plan_id", "duty", "year", "area_level"])
    .orderBy("year")
    .orderBy("duty")
    .execute();
  return rows.flatMap((row) => {
    const deadline = deadlines.get(`${row.plan_id}|${row.duty}`);
    if (!deadline) return [];
    const {evidence, title, clause, document} = deadline;
    return [{...row, evidence, title, clause, document}];
  });
}

/** How many present communes stand where under the rates norms ask of each commune. */
export async function normCounts(
  db: Db,
  targets: readonly OverviewTarget[],
  codes: readonly string[]
): Promise<OverviewNorm[]> {
  const norms = targets.filter(
    ({kind, measure, indicator}) => kind === "norm" && measure === "percent" && indicator.startsWith("certified_of_")
  );
  if (norms.length === 0 || codes.length === 0) return [];
  const count = (verdict: string): ReturnType<typeof sql<number>> =>
    sql<number>`count(*) filter (where verdict = ${verdict})`;
  const rows = await db
    .selectFrom("target_results")
    .select([
      "target_id",
      "year",
      "boundary",
      count("dat").as("dat"),
      count("chua_dat").as("chua_dat"),
      count("chua_ket_luan").as("chua_ket_luan")
    ])
    .where(
      "target_id",
      "in",
      norms.map(({target_id}) => target_id)
    )
    .where("subject_level", "=", "commune")
    .where("boundary", "=", "current")
    .where("subject_id", "in", [...codes])
    .groupBy(["target_id", "year", "boundary"])
    .orderBy("year")
    .orderBy("target_id")
    .execute();
  return rows.map((row) => ({...row, boundary: row.boundary as Boundary}));
}
