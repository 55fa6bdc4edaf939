import type {UnitGroup} from "../../../loaders/vocabulary.ts";
import type {Compare, CompareYear} from "../../data/queries/compareShape.ts";
import type {OverviewTarget} from "../../data/queries/overviewShape.ts";
import {columnHead, TYPE_HEADS} from "../../sentences/compareWords.js";
import type {Goal} from "../../sentences/figures.js";
import {type CompareState, DETAIL_GROUPS, mainTarget, targetsOfPlan} from "./compareState.js";

/** One column of the grid, and one rate communes are compared by. */
export interface CompareColumn {
  /** Target or unit group: as a link names it in the order. */
  id: string;
  section: "plan" | "detail";
  head: string;
  /** Rates of a part of the target's units are read against its level, which no clause sets for them. */
  goal: Goal | null;
  indicator: string;
  group: UnitGroup;
  /** Managing levels whose units count. */
  levels: readonly string[];
  /** The target whose results the table holds; null: counts alone, no verdict. */
  target: OverviewTarget | null;
}

/** The columns of a year, and which of them the page speaks of. */
export interface CompareColumns {
  columns: readonly CompareColumn[];
  subject: CompareColumn;
  /** Of all offices, enterprises and schools together, for the strip: each type alone has too few units. */
  organisations: CompareColumn | null;
}

/** Builds the columns: the plan's targets, then the subject's rate by unit type. */
export function compareColumns(file: Compare, year: CompareYear, state: CompareState): CompareColumns {
  const targets = targetsOfPlan(file, year, state.planId);
  const titles = new Map(file.indicators.map(({id, short_title}) => [id, short_title]));
  const plan = targets.map((target) => targetColumn(target, titles, state));
  const chosen = targets.find(({target_id}) => target_id === state.targetId) ?? null;
  const detailed = chosen !== null && isRateOfAll(chosen) ? chosen : mainTarget(targets.filter(isRateOfAll));
  const detail = DETAIL_GROUPS.map((group) => typeColumn(group, detailed, state));
  const columns = [...plan, ...detail];
  const byTarget = plan.find(({id}) => id === state.targetId);
  const subject =
    state.group !== "all" ? typeColumn(state.group, chosen, state) : (byTarget ?? typeColumn("all", null, state));
  return {columns, subject, organisations: typeColumn("organisations", detailed, state)};
}

/** Whether a target speaks of the units of every type, so that its rate can be shown by type. */
function isRateOfAll({measure, unit_group}: OverviewTarget): boolean {
  return measure === "percent" && (unit_group === "all" || unit_group === "base");
}

function targetColumn(
  target: OverviewTarget,
  titles: ReadonlyMap<string, string>,
  {level}: Pick<CompareState, "level">
): CompareColumn {
  const isWhole = level === "all" || target.managed_levels === level;
  return {
    id: target.target_id,
    section: "plan",
    head: columnHead(target.indicator, titles.get(target.indicator)),
    goal: {comparator: target.comparator, value: target.value, measure: target.measure},
    indicator: target.indicator,
    group: target.unit_group as UnitGroup,
    levels: isWhole ? target.managed_levels.split("+") : [level],
    target: isWhole ? target : null
  };
}

function typeColumn(group: UnitGroup, of: OverviewTarget | null, {level}: Pick<CompareState, "level">): CompareColumn {
  return {
    id: group,
    section: "detail",
    head: TYPE_HEADS[group] ?? "Công nhận",
    goal: of === null ? null : {comparator: of.comparator, value: of.value, measure: "percent"},
    indicator: of?.indicator ?? "certified_of_eligible",
    group,
    levels: level === "all" ? (of?.managed_levels ?? "all").split("+") : [level],
    target: null
  };
}
