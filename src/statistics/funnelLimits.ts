/** Limits within which a share would stay by chance alone, as shares from 0 to 1. */
export interface FunnelLimits {
  low: number;
  high: number;
}

/** Two-sided probabilities of the two bands of a funnel: about 2 and 3 standard deviations. */
export const FUNNEL_BANDS = {inner: 0.95, outer: 0.998} as const;

/**
 * Control limits around a target for a share of `denominator` units: the exact binomial quantiles of (1 − `coverage`)/2 and
 * (1 + `coverage`)/2, interpolated between whole counts so that the funnel is smooth. An analyst's view: it decides no verdict.
 *
 * Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005) 1185–1202,
 * Appendix A.1.1: for r the smallest count with P(R ≤ r) > p, the limit is (r − α)/n, α = (P(R ≤ r) − p) / (P(R ≤ r) − P(R ≤ r − 1)).
 * Worked with the printed table of cumulative binomial probabilities (Lindley and Scott, New Cambridge Statistical Tables, table 1):
 * n = 20, θ = 0.5: P(R ≤ 5) = 0.0207, P(R ≤ 6) = 0.0577, so the lower 95 % limit is (6 − 0.0327/0.0370)/20 = 0.256.
 * @param denominator units, a whole number from 1.
 * @param target share from 0 to 1.
 * @throws RangeError for a denominator or target outside these.
 */
export function funnelLimits(denominator: number, target: number, coverage: number): FunnelLimits {
  if (!Number.isInteger(denominator) || denominator < 1) throw new RangeError(`invalid denominator: ${denominator}`);
  if (!(target >= 0 && target <= 1)) throw new RangeError(`invalid target: ${target}`);
  if (target === 0 || target === 1) return {low: target, high: target};
  const tail = (1 - coverage) / 2;
  // The upper limit is the lower one of the units that do not meet the target.
  return {low: lowerLimit(denominator, target, tail), high: 1 - lowerLimit(denominator, 1 - target, tail)};
}

function lowerLimit(n: number, share: number, tail: number): number {
  const odds = Math.log(share) - Math.log1p(-share);
  let logProbability = n * Math.log1p(-share);
  let below = 0;
  for (let r = 0; r <= n; r++) {
    const upTo = below + Math.exp(logProbability);
    if (upTo > tail) return Math.max(0, (r - (upTo - tail) / (upTo - below)) / n);
    below = upTo;
    logProbability += odds + Math.log((n - r) / (r + 1));
  }
  return 1;
}
