import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {closingLists} from "./closingLists.ts";
import {communeValues} from "./communeValues.ts";
import {formerHomeCommunes, homeCommunes} from "./home.ts";
import {dutyCounts, normCounts} from "./homeReports.ts";
import {homeResults, homeTargets, managedLevels} from "./homeTargets.ts";
import {
  type Boundary,
  MAP_INDICATOR,
  type Overview,
  type OverviewFigure,
  type OverviewTarget,
  PAGE_GROUPS
} from "./overviewShape.ts";
import {emptySite, site} from "./site.ts";

type Db = Kysely<PublicTables>;
type Home = Workspace["settings"]["home"];

/** Indicators of the cards of a year without a plan, and of the trend; those of the plans come with them. */
const FIGURE_INDICATORS = ["certified_of_eligible", "good_or_better_of_eligible"];

/** What an empty site shows: no warehouse, no files. */
export function emptyOverview(workspace: Pick<Workspace, "settings">): Overview {
  const {home, as_of, is_simulated} = emptySite(workspace);
  return {
    home,
    as_of,
    is_simulated,
    years: [],
    default_year: null,
    governing: [],
    targets: [],
    results: [],
    figures: [],
    reports: [],
    duties: [],
    norms: [],
    communes: [],
    former_count: 0,
    closing: [],
    values: {}
  };
}

/**
 * Reads everything Tổng quan says of the home area, all years, unit groups and boundary views.
 * @param plans the plans the warehouse was judged by: the clauses of their deadlines are in no table.
 */
export async function overview(
  db: Db,
  workspace: Pick<Workspace, "settings">,
  plans: readonly Plan[]
): Promise<Overview> {
  const {home} = workspace.settings;
  const [about, communes, former, targets, results] = await Promise.all([
    site(db, workspace),
    homeCommunes(db, home),
    formerHomeCommunes(db, home),
    homeTargets(db, home, plans),
    homeResults(db, home)
  ]);
  const codes = communes.map(({code}) => code);
  const levels = managedLevels(targets);
  return {
    home: about.home,
    as_of: about.as_of,
    is_simulated: about.is_simulated,
    years: about.years,
    default_year: about.default_year,
    governing: about.governing,
    targets,
    results,
    figures: await homeFigures(db, home, targets, levels),
    reports: about.reports,
    duties: await dutyCounts(db, home, plans),
    norms: await normCounts(db, targets, codes),
    communes,
    former_count: former.length,
    closing: await closingLists(db, targets, results, codes),
    values: await communeValues(db, {
      codes,
      boundary: "current",
      indicators: [MAP_INDICATOR],
      groups: PAGE_GROUPS,
      managed_levels: levels
    })
  };
}

async function homeFigures(
  db: Db,
  home: Home,
  targets: readonly OverviewTarget[],
  levels: readonly string[]
): Promise<OverviewFigure[]> {
  const judged = targets.filter(({subject_level}) => subject_level === home.level).map(({indicator}) => indicator);
  const indicators = new Set([...FIGURE_INDICATORS, ...judged]);
  const rows = await db
    .selectFrom("indicator_values")
    .select((select) => [
      "boundary",
      "year",
      "indicator",
      "unit_group",
      select.fn.sum<number>("numerator").as("numerator"),
      select.fn.sum<number>("denominator").as("denominator"),
      select.fn.sum<number>("unknown_count").as("unknown_count"),
      select.fn.sum<number>("unreported_count").as("unreported_count"),
      sql<boolean>`bool_and(is_final)`.as("is_final")
    ])
    .where("area_level", "=", home.level)
    .where("area_code", "=", home.code)
    .where("indicator", "in", [...indicators])
    .where("unit_group", "in", [...PAGE_GROUPS])
    .where("managed_level", "in", [...levels])
    .groupBy(["boundary", "year", "indicator", "unit_group"])
    .orderBy("year")
    .orderBy("indicator")
    .orderBy("unit_group")
    .orderBy("boundary")
    .execute();
  return rows.map((row) => ({
    ...row,
    boundary: row.boundary as Boundary
  }));
}
