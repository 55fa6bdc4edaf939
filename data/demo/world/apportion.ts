/**
 * Shares `total` whole pieces out by weight, each at least `least`: largest remainders, ties to the earlier.
 * @throws Error when the pieces do not reach the least for all.
 */
export function apportion(total: number, weights: readonly number[], least: number): number[] {
  const free = total - least * weights.length;
  if (free < 0) throw new Error(`too few to share out: ${total} for ${weights.length}`);
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (free * weight) / sum);
  const shares = exact.map(Math.floor);
  let rest = free - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({index, remainder: value - Math.floor(value)}))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const {index} of byRemainder) {
    if (rest === 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    rest -= 1;
  }
  return shares.map((share) => share + least);
}
