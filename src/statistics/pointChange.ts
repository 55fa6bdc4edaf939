interface Share {
  numerator: number;
  denominator: number;
}

/**
 * Change of a share in percentage points (điểm phần trăm), year on year: 100·(n₂/d₂ − n₁/d₁); null when either has no units. Computed as one
 * fraction, so that equal shares differ by exactly 0.
 * Worked example: An Giang 2017 published "khá" +0,64 %, one commune more of 156: 100/156 = 0.641 points.
 */
export function pointChange(before: Share, after: Share): number | null {
  if (before.denominator === 0 || after.denominator === 0) return null;
  const difference = after.numerator * before.denominator - before.numerator * after.denominator;
  return (100 * difference) / (before.denominator * after.denominator);
}
