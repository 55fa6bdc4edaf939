import type {Kysely} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import {indicatorMetadata, type IndicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {type CommuneValues, communeValues} from "./communeValues.ts";
import {type HomeCommune, homeCommunes} from "./home.ts";
import {homeTargets, managedLevels} from "./homeTargets.ts";
import {MAP_INDICATORS} from "./mapIndicators.ts";
import {type OverviewTarget, PAGE_GROUPS} from "./overviewShape.ts";
import {emptySite, site, type Site} from "./site.ts";

/** Everything the page Bản đồ shows of present communes. */
export interface MapPageData {
  site: Pick<Site, "home" | "years" | "default_year" | "as_of" | "is_simulated" | "reports">;
  indicators: Pick<IndicatorMetadata, "id" | "title" | "short_title" | "formula">[];
  /** Rate targets of the home area's plans and of norms, for the classes of the map. */
  targets: OverviewTarget[];
  communes: HomeCommune[];
  values: CommuneValues;
}

/** What an empty site shows on the map. */
export function emptyMapPage(workspace: Pick<Workspace, "settings">): MapPageData {
  return {site: emptySite(workspace), indicators: [], targets: [], communes: [], values: {}};
}

/** Reads the counts of every rate of every present commune, all years and unit groups. */
export async function mapPage(db: Kysely<PublicTables>, workspace: Pick<Workspace, "settings">): Promise<MapPageData> {
  const {home} = workspace.settings;
  const [about, communes, targets] = await Promise.all([
    site(db, workspace),
    homeCommunes(db, home),
    homeTargets(db, home)
  ]);
  const {years, default_year, as_of, is_simulated, reports} = about;
  return {
    site: {home: about.home, years, default_year, as_of, is_simulated, reports},
    indicators: MAP_INDICATORS.flatMap((id) => {
      const found = indicatorMetadata().find((indicator) => indicator.id === id);
      return found ? [{id, title: found.title, short_title: found.short_title, formula: found.formula}] : [];
    }),
    targets: targets.filter(({measure}) => measure === "percent"),
    communes,
    values: await communeValues(db, {
      codes: communes.map(({code}) => code),
      boundary: "current",
      indicators: MAP_INDICATORS,
      groups: PAGE_GROUPS,
      managed_levels: managedLevels(targets)
    })
  };
}
