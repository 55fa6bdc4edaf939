/**
 * The smallest k for which (n + k) of d meets a level of `value` percent, by integers; 0 when it is met, null when even all d do not
 * (more than 100 %) or there are no units. What `units_needed` says of a target, for rates no clause sets: an analyst's view.
 * Worked example: 5,594 of 7,093 against "từ 80 %": 80 · 7,093 = 567,440, so 5,675 are enough, 81 to go.
 */
export function unitsToGo(
  numerator: number,
  denominator: number,
  {comparator, value}: {comparator: ">=" | ">" | "="; value: number}
): number | null {
  if (denominator === 0) return null;
  const isMet = (n: number): boolean => {
    const [left, right] = [100 * n, value * denominator];
    return comparator === ">" ? left > right : comparator === ">=" ? left >= right : left === right;
  };
  for (
    let n = Math.max(numerator, Math.min(denominator, Math.floor((value * denominator) / 100) - 1));
    n <= denominator;
    n++
  ) {
    if (isMet(n)) return n - numerator;
  }
  return null;
}
