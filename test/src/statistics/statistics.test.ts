import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {FUNNEL_BANDS, funnelLimits} from "../../../src/statistics/funnelLimits.ts";
import {pointChange} from "../../../src/statistics/pointChange.ts";
import {competitionRanks} from "../../../src/statistics/ranks.ts";

describe("funnel limits", () => {
  test("are those worked with the printed binomial table: n = 20, θ = 0.5", () => {
    const {low, high} = funnelLimits(20, 0.5, FUNNEL_BANDS.inner);
    expect(low).toBeCloseTo((6 - (0.0577 - 0.025) / (0.0577 - 0.0207)) / 20, 3);
    expect(high).toBeCloseTo(1 - low, 12);
  });

  test("agree with an independent sum of exact probabilities", () => {
    for (const [n, percent] of [
      [7, 80],
      [43, 80],
      [120, 95],
      [252, 30]
    ] as const) {
      const {low, high} = funnelLimits(n, percent / 100, FUNNEL_BANDS.outer);
      expect([n, low]).toEqual([n, expect.closeTo(exactLimit(n, percent, 0.001), 9)]);
      expect([n, high]).toEqual([n, expect.closeTo(1 - exactLimit(n, 100 - percent, 0.001), 9)]);
    }
  });

  test("hold the target, lie within 0 and 1, and the wider band holds the narrower", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 20_000}), fc.integer({min: 0, max: 100}), (n, percent) => {
        const target = percent / 100;
        const inner = funnelLimits(n, target, FUNNEL_BANDS.inner);
        const outer = funnelLimits(n, target, FUNNEL_BANDS.outer);
        expect(outer.low).toBeGreaterThanOrEqual(0);
        expect(outer.high).toBeLessThanOrEqual(1);
        expect(outer.low).toBeLessThanOrEqual(inner.low + 1e-9);
        expect(inner.low).toBeLessThanOrEqual(target + 1e-9);
        expect(inner.high).toBeGreaterThanOrEqual(target - 1e-9);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high - 1e-9);
      }),
      {seed: 2005}
    );
  });

  test("near the normal approximation when units are many", () => {
    const {low, high} = funnelLimits(10_000, 0.8, FUNNEL_BANDS.inner);
    const half = 1.959964 * Math.sqrt((0.8 * 0.2) / 10_000);
    expect(low).toBeCloseTo(0.8 - half, 3);
    expect(high).toBeCloseTo(0.8 + half, 3);
  });

  test("say what is wrong with a denominator or a target", () => {
    expect(() => funnelLimits(0, 0.8, 0.95)).toThrow("invalid denominator: 0");
    expect(() => funnelLimits(10, 1.2, 0.95)).toThrow("invalid target: 1.2");
  });
});

/** Spiegelhalter's limit by whole numbers: probabilities in units of 100^−n. */
function exactLimit(n: number, percent: number, tail: number): number {
  const scale = 10n ** 30n;
  const total = 100n ** BigInt(n);
  const tailOf = (BigInt(Math.round(tail * 1e9)) * scale) / 1_000_000_000n;
  let ways = 1n;
  let below = 0n;
  for (let r = 0; r <= n; r++) {
    const weight = ways * BigInt(percent) ** BigInt(r) * BigInt(100 - percent) ** BigInt(n - r);
    const upTo = below + (weight * scale) / total;
    if (upTo > tailOf) return Math.max(0, (r - Number(upTo - tailOf) / Number(upTo - below)) / n);
    below = upTo;
    ways = (ways * BigInt(n - r)) / BigInt(r + 1);
  }
  return 1;
}

describe("ranks", () => {
  const share = (numerator: number, denominator: number) => ({numerator, denominator});

  test("equal shares share a place and the next is skipped: 1, 2, 2, 4", () => {
    expect(competitionRanks([share(9, 10), share(8, 10), share(40, 50), share(5, 10)])).toEqual([1, 2, 2, 4]);
  });

  test("a share of fewer than 5 units has no place and takes none", () => {
    expect(competitionRanks([share(4, 4), share(5, 5), share(3, 6)])).toEqual([null, 1, 2]);
  });

  test("where less is better the smallest comes first", () => {
    expect(competitionRanks([share(1, 10), share(0, 10)], "down")).toEqual([2, 1]);
  });

  test("shares that print alike are not equal: 7995 of 10000 is behind 7996", () => {
    expect(competitionRanks([share(7995, 10000), share(7996, 10000)])).toEqual([2, 1]);
  });
});

describe("a change in percentage points", () => {
  test("is the published one of An Giang 2017: one commune of 156 is 0,64 points", () => {
    expect(pointChange({numerator: 100, denominator: 156}, {numerator: 101, denominator: 156})).toBeCloseTo(0.641, 3);
  });

  test("of equal shares is exactly zero; without units there is none", () => {
    expect(pointChange({numerator: 1, denominator: 3}, {numerator: 2, denominator: 6})).toBe(0);
    expect(pointChange({numerator: 0, denominator: 0}, {numerator: 2, denominator: 6})).toBeNull();
  });
});
