import type {Kysely} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {LAST_FORMER_YEAR, MAP_INDICATORS} from "./mapIndicators.ts";
import {type CommuneValues, communeValues} from "./communeValues.ts";
import {type FormerHomeCommune, formerHomeCommunes} from "./home.ts";
import {homeTargets, managedLevels} from "./homeTargets.ts";
import {PAGE_GROUPS} from "./overviewShape.ts";

/** Counts of the communes until 30/6/2025, as they reported themselves. */
export interface FormerValues {
  communes: FormerHomeCommune[];
  values: CommuneValues;
}

/** Reads the counts of former communes for the map and its list. */
export async function formerValues(
  db: Kysely<PublicTables>,
  {settings}: Pick<Workspace, "settings">
): Promise<FormerValues> {
  const communes = await formerHomeCommunes(db, settings.home);
  const values = await communeValues(db, {
    codes: communes.map(({code}) => code),
    boundary: "as_reported",
    indicators: MAP_INDICATORS,
    groups: PAGE_GROUPS,
    managed_levels: managedLevels(await homeTargets(db, settings.home)),
    lastYear: LAST_FORMER_YEAR
  });
  return {communes, values};
}
