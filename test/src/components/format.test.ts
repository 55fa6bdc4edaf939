import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  formatCount,
  formatDate,
  formatNumber,
  formatPoints,
  formatRange,
  formatShare,
  formatTarget,
  share
} from "../../../src/components/format.ts";

describe("shares", () => {
  it("have one decimal and a decimal comma", () => {
    expect(formatShare(5609, 7108)).toBe("78,9%");
    expect(formatShare(1, 2)).toBe("50,0%");
  });
  it("get decimals until they stand on the true side of the target", () => {
    expect(formatShare(7996, 10000, {target: 80})).toBe("79,96%");
    expect(formatShare(79999, 100000, {target: 80})).toBe("79,999%");
    expect(formatShare(8004, 10000, {target: 80, comparator: ">"})).toBe("80,04%");
  });
  it("that equal the target are printed plainly, for 'from' and for 'above'", () => {
    expect(formatShare(4, 5, {target: 80})).toBe("80,0%");
    expect(formatShare(4, 5, {target: 80, comparator: ">"})).toBe("80,0%");
  });
  it("say 100% and 0% only of all and of none", () => {
    expect(formatShare(251, 251)).toBe("100%");
    expect(formatShare(0, 251)).toBe("0%");
    expect(formatShare(9999, 10000)).toBe("99,99%");
    expect(formatShare(1, 10000)).toBe("0,01%");
  });
  it("of nothing are a dash", () => {
    expect(formatShare(0, 0)).toBe("–");
    expect(share(0, 0)).toBeNull();
    expect(share(1, 4)).toBe(0.25);
  });
  it("always read on the side of the target where the integers put them", () => {
    const cases = fc.tuple(fc.nat(3000), fc.integer({min: 1, max: 3000}), fc.nat(200));
    fc.assert(
      fc.property(cases, fc.constantFrom(">=" as const, ">" as const), ([n, extra, halves], comparator) => {
        const d = n + extra;
        const target = halves / 2;
        const printed = Number(formatShare(n, d, {target, comparator, unit: ""}).replace(",", "."));
        const meets = comparator === ">" ? 200 * n > halves * d : 200 * n >= halves * d;
        expect(comparator === ">" ? printed > target : printed >= target).toBe(meets);
      })
    );
  });
  it("that span a range share one percent sign", () => {
    expect(formatRange([5609, 7473], [5974, 7473], {target: 80})).toBe("75,1–79,9%");
  });
});

describe("numbers", () => {
  it("have dots for thousands and a true minus", () => {
    expect(formatCount(5609)).toBe("5.609");
    expect(formatCount(1234567)).toBe("1.234.567");
    expect(formatCount(-12)).toBe("−12");
    expect(formatNumber(1234.56, 1)).toBe("1.234,6");
    expect(formatNumber(-0.04, 1)).toBe("0,0");
  });
  it("of change carry their sign, zero has none", () => {
    expect(formatPoints(2.34)).toBe("+2,3");
    expect(formatPoints(-1.2)).toBe("−1,2");
    expect(formatPoints(0.04)).toBe("0,0");
    expect(formatPoints(-0.04)).toBe("0,0");
  });
});

it("days are written day first, unknown ones are a dash", () => {
  expect(formatDate("2025-11-18")).toBe("18/11/2025");
  expect(formatDate(null)).toBe("–");
});

it("targets are words, not symbols", () => {
  expect(formatTarget(">=", 80)).toBe("từ 80%");
  expect(formatTarget(">", 80)).toBe("trên 80%");
  expect(formatTarget(">=", 100)).toBe("100%");
  expect(formatTarget(">=", 99.5)).toBe("từ 99,5%");
  expect(formatTarget(">=", 1, "count")).toBe("ít nhất 1");
  expect(formatTarget("=", 0, "count")).toBe("0");
});
