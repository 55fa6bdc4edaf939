import type {Kysely} from "kysely";
import type {Verdict} from "../../../loaders/vocabulary.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {Boundary, Governing, OverviewResult, OverviewTarget} from "./overviewShape.ts";

type Db = Kysely<PublicTables>;
type Home = Workspace["settings"]["home"];

/**
 * Targets that are judged for the home area, its own plans' others, and norms.
 * @param plans where the names of boards are taken from.
 */
export async function homeTargets(db: Db, home: Home, plans: readonly Plan[] = []): Promise<OverviewTarget[]> {
  const judged = db
    .selectFrom("target_results")
    .select("target_id")
    .where("subject_level", "=", home.level)
    .where("subject_id", "=", home.code);
  const rows = await db
    .selectFrom("targets")
    .innerJoin("plans", "plans.plan_id", "targets.plan_id")
    .select([
      "targets.target_id",
      "targets.plan_id",
      "targets.kind",
      "targets.title",
      "targets.indicator",
      "targets.unit_group",
      "targets.subject_level",
      "targets.comparator",
      "targets.measure",
      "targets.value",
      "targets.clause",
      "plans.document",
      "targets.area_level",
      "targets.area_code",
      "targets.managed_levels",
      "targets.year_from",
      "targets.year_to"
    ])
    .where((where) =>
      where.or([
        where("targets.target_id", "in", judged),
        where.and([where("targets.area_level", "=", home.level), where("targets.area_code", "=", home.code)]),
        where("targets.kind", "=", "norm")
      ])
    )
    .orderBy("targets.target_id")
    .execute();
  return rows.map((row) => ({
    ...row,
    comparator: row.comparator as OverviewTarget["comparator"],
    measure: row.measure as OverviewTarget["measure"],
    board: boardName(plans, row.target_id)
  }));
}

/** The shortest name of the board a target speaks of, without "Ban Quản lý": "KKT Nghi Sơn". */
function boardName(plans: readonly Plan[], targetId: string): string | null {
  const board = plans.flatMap(({targets}) => targets).find(({id}) => id === targetId)?.board;
  if (!board) return null;
  const names = [board.name, ...board.aliases].map((name) => name.replace(/^(Ban Quản lý|BQL) /iu, ""));
  return names.reduce((shortest, name) => (name.length < shortest.length ? name : shortest));
}

/** Managing levels the home area's own certification target covers: the figures beside it count the same units. */
export function managedLevels(targets: readonly OverviewTarget[]): string[] {
  const own = targets.find(({kind, indicator}) => kind === "plan" && indicator.startsWith("certified_of_"));
  return (own?.managed_levels ?? "all").split("+");
}

/** Results of the home area, and of the boards its own plans name. */
export async function homeResults(db: Db, home: Home): Promise<OverviewResult[]> {
  const rows = await db
    .selectFrom("target_results")
    .innerJoin("targets", "targets.target_id", "target_results.target_id")
    .select([
      "target_results.target_id",
      "target_results.subject_level",
      "target_results.boundary",
      "target_results.unit_group",
      "target_results.year",
      "basis",
      "numerator",
      "denominator",
      "unknown_count",
      "unreported_count",
      "verdict",
      "units_needed",
      "is_impossible"
    ])
    .where((where) =>
      where.or([
        where.and([
          where("target_results.subject_level", "=", home.level),
          where("target_results.subject_id", "=", home.code)
        ]),
        where.and([
          where("target_results.subject_level", "=", "board"),
          where("targets.area_level", "=", home.level),
          where("targets.area_code", "=", home.code)
        ])
      ])
    )
    .orderBy("target_results.year")
    .orderBy("target_results.target_id")
    .orderBy("target_results.unit_group")
    .orderBy("target_results.boundary")
    .execute();
  return rows.map((row) => ({
    ...row,
    boundary: row.boundary as Boundary,
    basis: row.basis as OverviewResult["basis"],
    verdict: row.verdict as Verdict,
    unknown_count: row.unknown_count ?? 0,
    unreported_count: row.unreported_count ?? 0
  }));
}

export async function governingPlans(db: Db, home: Home): Promise<Governing[]> {
  const rows = await db
    .selectFrom("governing_plans")
    .innerJoin("plans", "plans.plan_id", "governing_plans.plan_id")
    .select(["year", "boundary", "governing_plans.plan_id", "kind", "document", "basis"])
    .where("governing_plans.area_level", "=", home.level)
    .where("governing_plans.area_code", "=", home.code)
    .orderBy("year")
    .orderBy("boundary")
    .execute();
  return rows.map((row) => ({...row, boundary: row.boundary as Boundary}));
}
