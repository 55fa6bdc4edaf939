import type {Reading} from "../reading.ts";

/** A unit of an earlier list, as a later one is held against it. */
export interface PriorUnit {
  unit_code: string | null;
  name: string;
  name_key: string;
  /** Keys of names it bears since, as people settled it in `reference/unit_lineage.csv`. */
  later_name_keys: string[];
  unit_type: string;
  /** Commune until 30/6/2025 that the unit comes from; null when unknown. */
  former_commune_code: string | null;
  managed_level: string;
  managed_by: string | null;
  exclusion_reason: string | null;
  informed_total: number | null;
}

/** What one fact of Thông tin chung counted ("households": reached of total). */
export interface PriorFact {
  fact: string;
  reached_count: number | null;
  total_count: number | null;
}

export interface PriorModel {
  name: string;
  name_key: string;
  site_count: number | null;
  team_count: number | null;
}

/** Counts of Biểu tổng hợp for one unit type. */
export interface PriorSummary {
  unit_type: string;
  total_count: number | null;
  registered_count: number | null;
  certified_count: number | null;
}

/**
 * What is known of one present commune from its latest year with a list: plain data, read from the warehouse by `pipelines/priorYears.ts`
 * or by the browser from JSON. Units the province lists itself, and the commune as a unit, are left out: a commune's file holds neither.
 * Of a year before 7/2025 the units are those of the former communes that lie in it now; a count is there only if all of them gave it.
 */
export interface PriorYear {
  /** Present code. */
  commune_code: string;
  year: number;
  units: PriorUnit[];
  facts: PriorFact[];
  models: PriorModel[];
  summaries: PriorSummary[];
}

/**
 * The year to hold a file against, among those at hand: of the commune the file is about, the latest before the file's own year.
 * @returns Null if the file is not one present commune's, or nothing earlier is known.
 */
export function priorOf(reading: Reading, priors: readonly PriorYear[]): PriorYear | null {
  const {year} = reading;
  const code = communeOf(reading);
  if (code === null || year === null) return null;
  const earlier = priors.filter((prior) => prior.commune_code === code && prior.year < year);
  return earlier.reduce<PriorYear | null>(
    (best, prior) => (best === null || prior.year > best.year ? prior : best),
    null
  );
}

/** Code of the one present commune that all rows of a file belong to; null for several, for former ones and for none. */
function communeOf({units, models, facts, summaries, area_level}: Reading): string | null {
  if (area_level === "province") return null;
  const codes = new Set<string | null>();
  for (const {commune_code, commune_valid_from} of [...units, ...models, ...facts, ...summaries]) {
    codes.add(commune_valid_from === null ? null : commune_code);
  }
  const [only = null] = codes;
  return codes.size === 1 ? only : null;
}
