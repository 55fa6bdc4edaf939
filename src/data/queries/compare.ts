import type {Kysely} from "kysely";
import type {CommuneGroup} from "../../../loaders/reference/readCommuneGroups.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {communeValues, valueKey} from "./communeValues.ts";
import {type Compare, type CompareTrendYear, trendKey} from "./compareShape.ts";
import {compareYear, type CompareScope} from "./compareYear.ts";
import {homeCommunes, type HomeCommune} from "./home.ts";
import {homeTargets} from "./homeTargets.ts";
import {emptySite, site} from "./site.ts";

type Db = Kysely<PublicTables>;

/** Unit types the years are shown of, besides a target's own group. */
const TREND_TYPES = ["khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc"] as const;

/** What an empty site shows on So sánh xã. */
export function emptyCompare(workspace: Pick<Workspace, "settings">): Compare {
  return {
    site: emptySite(workspace),
    indicators: [],
    targets: [],
    communes: [],
    own_groups: {names: [], of: []},
    trends: {},
    first: null
  };
}

/**
 * Reads what So sánh xã shows first: communes, targets, their years, and the default year whole.
 * @param groups groups of communes that people settled (`reference/commune_groups.csv`).
 */
export async function compare(
  db: Db,
  workspace: Pick<Workspace, "settings">,
  groups: readonly CommuneGroup[]
): Promise<Compare> {
  const {home} = workspace.settings;
  const [about, scope] = await Promise.all([site(db, workspace), compareScope(db, home)]);
  const {years, default_year, as_of, is_simulated, reports, governing} = about;
  const used = new Set(["certified_of_eligible", ...scope.targets.map(({indicator}) => indicator)]);
  return {
    site: {home: about.home, years, default_year, as_of, is_simulated, reports, governing},
    indicators: indicatorMetadata()
      .filter(({id}) => used.has(id))
      .map(({id, title, short_title, formula}) => ({id, title, short_title, formula})),
    targets: [...scope.targets],
    communes: [...scope.communes],
    own_groups: ownGroups(scope.communes, groups),
    trends: await trends(db, scope, years),
    first: default_year === null ? null : await compareYear(db, scope, default_year)
  };
}

/** The communes of the home area, and the targets they have results under. */
export async function compareScope(db: Db, home: Workspace["settings"]["home"]): Promise<CompareScope> {
  const [communes, targets] = await Promise.all([homeCommunes(db, home), homeTargets(db, home)]);
  const codes = communes.map(({code}) => code);
  if (codes.length === 0) return {home, communes, targets: []};
  const judged = await db
    .selectFrom("target_results")
    .select("target_id")
    .distinct()
    .where("subject_level", "=", "commune")
    .where("boundary", "=", "current")
    .where("subject_id", "in", codes)
    .execute();
  const known = new Set(judged.map(({target_id}) => target_id));
  return {home, communes, targets: targets.filter(({target_id}) => known.has(target_id))};
}

async function trends(db: Db, scope: CompareScope, years: readonly number[]): Promise<Compare["trends"]> {
  const found: Compare["trends"] = {};
  for (const target of scope.targets.filter(({measure}) => measure === "percent")) {
    const groups = [target.unit_group, ...TREND_TYPES];
    const values = await communeValues(db, {
      codes: scope.communes.map(({code}) => code),
      boundary: "current",
      indicators: [target.indicator],
      groups,
      managed_levels: target.managed_levels.split("+")
    });
    for (const group of groups) {
      const line = years.flatMap((year): CompareTrendYear[] => {
        const columns = values[valueKey(year, target.indicator, group)];
        return columns ? [{year, n: columns.n, d: knownOnly(columns.d, columns.v)}] : [];
      });
      if (line.length > 0) found[trendKey(target.target_id, group)] = line;
    }
  }
  return found;
}

/** A commune more of whose units are missing than known has no rate of that year. */
function knownOnly(denominators: readonly number[], unreported: readonly number[] | undefined): number[] {
  return denominators.map((d, i) => ((unreported?.[i] ?? 0) > d ? 0 : d));
}

function ownGroups(communes: readonly HomeCommune[], groups: readonly CommuneGroup[]): Compare["own_groups"] {
  const byCode = new Map(groups.map(({code, group}) => [code, group]));
  const used = new Set(communes.flatMap(({code}) => byCode.get(code) ?? []));
  const names = [...used].sort((a, b) => a.localeCompare(b, "vi"));
  return {
    names,
    of: communes.map(({code}) => {
      const group = byCode.get(code);
      return group === undefined ? null : names.indexOf(group);
    })
  };
}
