import {type Kysely, sql} from "kysely";
import {areaCounts} from "./int_target_area_counts.ts";
import {areaVersions} from "./int_area_versions.ts";
import {awardResults, conditionRows, INT_CONDITION_COLUMNS} from "./award_results.ts";
import {BOARD_NAME_COLUMNS, boardNames} from "./boardNames.ts";
import {boardCounts} from "./int_target_board_counts.ts";
import {dutiesOf, INT_DUTY_COLUMNS} from "./duties.ts";
import {dutyEvidence} from "./int_duty_evidence.ts";
import {governingPlans} from "./governing_plans.ts";
import {knownAreas} from "./int_known_areas.ts";
import {literalRows} from "./literalRows.ts";
import {planAreas} from "./int_plan_areas.ts";
import {INT_PLAN_COLUMNS, INT_TARGET_COLUMNS, intPlanRow, intTargetRow, planRow, targetRow} from "./planTables.ts";
import {provisionalUnits} from "./int_provisional_units.ts";
import {reportingStatus} from "./reporting_status.ts";
import {respondents} from "./int_respondents.ts";
import {targetResults} from "./target_results.ts";
import {unitCounts} from "./int_target_unit_counts.ts";
import type {Columns, RowOf} from "../../loaders/columnTypes.ts";
import type {Workspace} from "../../loaders/workspace.ts";
import {materialize, type Model} from "../database/model.ts";
import {runSteps} from "../database/runSteps.ts";
import type {Plan} from "../plans/planSchema.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Makes the tables of the plans: plans, targets, governing_plans, target_results, reporting_status, award_results. Reads the
 * public tables of the submitted data. A target whose indicator no table holds yet stays in `targets` and has no result. An
 * open-ended plan is judged up to the latest year with data, or the year of the as-of day if that is later.
 */
export async function judgePlans<DB>(
  database: Kysely<DB>,
  {settings}: Pick<Workspace, "settings">,
  plans: readonly Plan[]
): Promise<void> {
  const db = database as unknown as Kysely<never>;
  await materialize(db, knownAreas);
  const lastYear = await latestYear(db, settings.as_of);
  const planned = plans.flatMap((plan) => plan.targets.map((target) => ({plan, target})));

  await makeRows(db, "plans", PUBLIC_TABLES.plans, ["plan_id"], plans.map(planRow));
  await makeRows(
    db,
    "targets",
    PUBLIC_TABLES.targets,
    ["target_id"],
    planned.map(({plan, target}) => targetRow(plan, target))
  );
  await makeRows(
    db,
    "int_plans",
    INT_PLAN_COLUMNS,
    ["plan_id"],
    plans.map((plan) => intPlanRow(plan, lastYear))
  );
  await makeRows(
    db,
    "int_targets",
    INT_TARGET_COLUMNS,
    ["target_id"],
    planned.map(({plan, target}) => intTargetRow(plan, target))
  );
  const boards = await boardNames(db, plans);
  await makeRows(db, "int_board_names", BOARD_NAME_COLUMNS, ["target_id", "name"], boards);
  const duties = plans.flatMap((plan) => dutiesOf(plan, lastYear));
  await makeRows(db, "int_duties", INT_DUTY_COLUMNS, ["plan_id", "duty", "year"], duties);
  const conditions = plans.flatMap(conditionRows);
  await makeRows(db, "int_conditions", INT_CONDITION_COLUMNS, ["award_id", "condition"], conditions);

  await runSteps(db, MODELS);
}

/** In the order in which each reads the ones before. */
const MODELS: readonly Model[] = [
  areaVersions,
  planAreas,
  governingPlans,
  provisionalUnits,
  areaCounts,
  unitCounts,
  boardCounts,
  targetResults,
  respondents,
  dutyEvidence,
  reportingStatus,
  awardResults
];

async function makeRows<C extends Columns>(
  db: Kysely<never>,
  name: string,
  columns: C,
  grain: readonly string[],
  rows: readonly RowOf<C>[]
): Promise<void> {
  await materialize(db, {name, columns, grain, query: () => literalRows(db, columns, rows)});
}

async function latestYear(db: Kysely<never>, asOf: string | undefined): Promise<number> {
  const {rows} = await sql<{year: number | null}>`select max(year) as year from int_known_areas`.execute(db);
  return Math.max(rows[0]?.year ?? 0, asOf === undefined ? 0 : Number(asOf.slice(0, 4)));
}
