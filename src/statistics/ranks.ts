/** Fewest units a share must be made of to be ranked: below, one unit moves it by more than 20 points. */
export const LEAST_RANKED = 5;

/**
 * Places of shares, best first: equal shares share a place and the next place is skipped ("1, 2, 2, 4", standard competition ranking);
 * null for one of fewer than `LEAST_RANKED` units. Shares are compared as fractions, never as rounded rates.
 * Worked example: Wikipedia, "Ranking", standard competition ranking: of A ahead of B and C (equal), ahead of D, A is 1, B and C 2, D 4.
 * @param direction whether more is better.
 */
export function competitionRanks(
  shares: readonly {numerator: number; denominator: number}[],
  direction: "up" | "down" = "up"
): (number | null)[] {
  const sign = direction === "up" ? 1 : -1;
  const ranked = shares.filter(({denominator}) => denominator >= LEAST_RANKED);
  return shares.map((one) => {
    if (one.denominator < LEAST_RANKED) return null;
    const ahead = ranked.filter(
      (other) => sign * (other.numerator * one.denominator - one.numerator * other.denominator) > 0
    );
    return ahead.length + 1;
  });
}
