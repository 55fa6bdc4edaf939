import type {Columns, RowOf} from "../../loaders/columnTypes.ts";
import {type Plan, type Target, typesOfGroup} from "../plans/planSchema.ts";
import type {PublicTables} from "../tables.ts";

/** What judging needs of a plan beside its public row. Grain: plan_id. */
export const INT_PLAN_COLUMNS = {
  plan_id: "VARCHAR not null",
  kind: "VARCHAR not null",
  area_level: "VARCHAR not null",
  area_code: "VARCHAR not null",
  area_register: "VARCHAR not null",
  signed_date: "DATE",
  year_from: "INTEGER not null",
  year_to: "INTEGER not null"
} as const satisfies Columns;

/** What judging needs of a target beside its public row. Lists are joined by "+". Grain: target_id. */
export const INT_TARGET_COLUMNS = {
  target_id: "VARCHAR not null",
  plan_id: "VARCHAR not null",
  subject: "VARCHAR not null",
  indicator: "VARCHAR not null",
  unit_group: "VARCHAR not null",
  unit_types: "VARCHAR not null",
  managed_levels: "VARCHAR not null",
  comparator: "VARCHAR not null",
  measure: "VARCHAR not null",
  /** The target's value in hundredths. */
  goal: "BIGINT not null",
  board_id: "VARCHAR"
} as const satisfies Columns;

export function planRow(plan: Plan): PublicTables["plans"] {
  return {
    plan_id: plan.id,
    kind: plan.kind,
    title: plan.title,
    document: plan.document,
    issuer: plan.issuer,
    level: plan.level,
    area_code: plan.area.code,
    signed_date: plan.signed_date ?? null,
    year_from: plan.years.from,
    year_to: plan.years.to ?? null
  };
}

/** @param lastYear year in which an open-ended plan is last judged. */
export function intPlanRow(plan: Plan, lastYear: number): RowOf<typeof INT_PLAN_COLUMNS> {
  return {
    plan_id: plan.id,
    kind: plan.kind,
    area_level: plan.area.level,
    area_code: plan.area.code,
    area_register: plan.area.register,
    signed_date: plan.signed_date ?? null,
    year_from: plan.years.from,
    year_to: plan.years.to ?? Math.max(lastYear, plan.years.from)
  };
}

export function targetRow(plan: Plan, target: Target): PublicTables["targets"] {
  return {
    target_id: target.id,
    plan_id: plan.id,
    kind: plan.kind,
    indicator: target.indicator,
    unit_group: target.unit_group,
    managed_levels: levelsOf(plan, target),
    subject_level: target.subject === "aggregate" ? plan.area.level : target.subject,
    comparator: target.comparator,
    measure: target.measure,
    value: target.value,
    aspirational: target.aspirational,
    area_level: plan.area.level,
    area_code: plan.area.code,
    year_from: plan.years.from,
    year_to: plan.years.to ?? null,
    clause: target.clause,
    locator: target.locator,
    quote: target.quote,
    title: target.title,
    interpretation: target.interpretation ?? null
  };
}

export function intTargetRow(plan: Plan, target: Target): RowOf<typeof INT_TARGET_COLUMNS> {
  return {
    target_id: target.id,
    plan_id: plan.id,
    subject: target.subject,
    indicator: target.indicator,
    unit_group: target.unit_group,
    unit_types: typesOfGroup(target.unit_group).join("+"),
    managed_levels: levelsOf(plan, target),
    comparator: target.comparator,
    measure: target.measure,
    goal: Math.round(target.value * 100),
    board_id: target.board?.id ?? null
  };
}

function levelsOf(plan: Plan, target: Target): string {
  const levels = target.managed_levels ?? plan.managed_levels;
  return levels === "all" ? "all" : levels.join("+");
}
