import type {ShareRange} from "./wilsonInterval.ts";

/** Between which places a share may stand. */
export interface RankRange {
  best: number;
  worst: number;
}

/**
 * Between which places each share may stand, best first: before it only those whose whole range lies above its own, after it only those
 * whose whole range lies below; null stays null and counts for nobody. Ranges of 95 % each, not jointly: an analyst's view.
 *
 * Source: M. Klein, T. Wright, J. Wieczorek, A joint confidence region for an overall ranking of populations, JRSS C 69 (2020) 589–606,
 * theorem 1: for Λ_L those entirely below and Λ_R those entirely above, the rank from the bottom lies in |Λ_L| + 1 … K − |Λ_R|.
 */
export function rankRanges(ranges: readonly (ShareRange | null)[]): (RankRange | null)[] {
  const known = ranges.filter((range) => range !== null);
  return ranges.map((own) => {
    if (own === null) return null;
    const above = known.filter(({low}) => low > own.high).length;
    const below = known.filter(({high}) => high < own.low).length;
    return {best: above + 1, worst: known.length - below};
  });
}
