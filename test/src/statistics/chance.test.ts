import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rankRanges} from "../../../src/statistics/rankRanges.ts";
import {unitsToGo} from "../../../src/statistics/unitsToGo.ts";
import {wilsonInterval} from "../../../src/statistics/wilsonInterval.ts";

describe("the range of a share by Wilson's score", () => {
  it.each([
    [8, 10, 0.4902, 0.9433],
    [40, 50, 0.6696, 0.8876],
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])("of %i of %i is the published one", (n, d, low, high) => {
    expect(wilsonInterval(n, d).low).toBeCloseTo(low, 4);
    expect(wilsonInterval(n, d).high).toBeCloseTo(high, 4);
  });
  it("holds the share and stays between 0 and 1", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 5000}), fc.nat(5000), (d, n) => {
        const numerator = n % (d + 1);
        const {low, high} = wilsonInterval(numerator, d);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(numerator / d);
        expect(high).toBeGreaterThanOrEqual(numerator / d);
      })
    );
  });
  it("refuses what is no share", () => expect(() => wilsonInterval(3, 2)).toThrow(RangeError));
});

describe("the range of places", () => {
  it("counts only those whose whole range lies on one side", () => {
    const ranges = [{low: 0.8, high: 0.9}, {low: 0.5, high: 0.85}, {low: 0.1, high: 0.2}, null];
    expect(rankRanges(ranges)).toEqual([{best: 1, worst: 2}, {best: 1, worst: 2}, {best: 3, worst: 3}, null]);
  });
  it("holds the place by the middle of the ranges, of whatever ranges", () => {
    const range = fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 0.4, noNaN: true}));
    fc.assert(
      fc.property(fc.array(range, {minLength: 1, maxLength: 30}), (pairs) => {
        const ranges = pairs.map(([middle, half]) => ({low: middle - half, high: middle + half}));
        rankRanges(ranges).forEach((places, i) => {
          const own = pairs[i]?.[0] ?? 0;
          const place = pairs.filter(([middle]) => middle > own).length + 1;
          expect(places?.best).toBeLessThanOrEqual(place);
          expect(places?.worst).toBeGreaterThanOrEqual(place);
        });
      })
    );
  });
});

describe("units to go", () => {
  it.each([
    ["of the province in 2025", 5594, 7093, ">=", 80, 81],
    ["exactly on the level", 80, 100, ">=", 80, 0],
    ["exactly on a level that must be passed", 80, 100, ">", 80, 1],
    ["to all of them", 28, 30, "=", 100, 2],
    ["beyond all of them", 5, 5, ">", 100, null],
    ["of no unit", 0, 0, ">=", 80, null],
    ["to a level with a decimal", 0, 200, ">=", 99.5, 199]
  ] as const)("%s", (_, n, d, comparator, value, needed) => {
    expect(unitsToGo(n, d, {comparator, value})).toBe(needed);
  });
  it("are the smallest number that meets the level, by trying each", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 400}),
        fc.nat(400),
        fc.integer({min: 1, max: 100}),
        fc.constantFrom(">=" as const, ">" as const),
        (d, some, value, comparator) => {
          const n = some % (d + 1);
          const met = Array.from({length: d - n + 1}, (_, k) => k).find((k) =>
            comparator === ">" ? 100 * (n + k) > value * d : 100 * (n + k) >= value * d
          );
          expect(unitsToGo(n, d, {comparator, value})).toBe(met ?? null);
        }
      )
    );
  });
});
