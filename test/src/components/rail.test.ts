import {describe, expect, it} from "vitest";
import {type PercentRail, rail, railDomain} from "../../../src/components/rail.ts";

const behind: PercentRail = {
  measure: "percent",
  numerator: 5609,
  denominator: 7108,
  low: [5609, 7473],
  high: [5974, 7473],
  comparator: ">=",
  target: 80,
  verdict: "chua_dat"
};

const left = (node: Element | null): number => parseFloat((node as HTMLElement).style.left);

describe("a percent rail", () => {
  it("spans ten points on each side of the target, more in tens when the value needs them", () => {
    expect(railDomain(80, [78.9])).toEqual([70, 90]);
    expect(railDomain(80, [50.8])).toEqual([50, 90]);
    expect(railDomain(80, [69.9, 93])).toEqual([60, 100]);
    expect(railDomain(100, [99])).toEqual([90, 100]);
    expect(railDomain(5, [0])).toEqual([0, 15]);
  });
  it("puts target, value and range where they stand, and fills nothing from the left", () => {
    const node = rail(behind, {rangeWords: "khi đủ 166 xã"});
    expect(left(node.querySelector(".rail-tick"))).toBe(50);
    expect(left(node.querySelector(".rail-dot"))).toBeCloseTo(44.6, 1);
    expect(left(node.querySelector(".rail-range"))).toBeCloseTo(25.3, 1);
    expect(node.textContent).toContain("75,1–79,9 khi đủ 166 xã");
    expect(node.querySelector(".rail-segment")).toBeNull();
  });
  it("is one picture with words", () => {
    expect(rail(behind, {rangeWords: "khi đủ 166 xã"}).getAttribute("aria-label")).toBe(
      "78,9%, chỉ tiêu từ 80%, có thể 75,1–79,9% khi đủ 166 xã"
    );
  });
  it("hatches nothing once nothing is open, and shows no dot without a denominator", () => {
    expect(rail({...behind, low: [5609, 7108], high: [5609, 7108]}).querySelector(".rail-range")).toBeNull();
    const empty = rail({...behind, numerator: 0, denominator: 0, low: undefined, high: undefined});
    expect(empty.querySelector(".rail-dot")).toBeNull();
    expect(empty.getAttribute("aria-label")).toContain("chưa có số liệu");
  });
  it("is words-free in a table row", () => {
    expect(rail(behind, {compact: true, domain: [50, 100]}).textContent).toBe("");
  });
});

describe("a count rail", () => {
  const filled = (count: number, target: number): string[] =>
    [
      ...rail({measure: "count", count, target, comparator: ">=", verdict: "dat"}).querySelectorAll(
        ".rail-segment span"
      )
    ].map((segment) => (segment as HTMLElement).style.width);
  it("has one segment per unit, filled up to the count, and one to go", () => {
    expect(filled(3, 1)).toEqual(["100%", "100%", "100%", "0%"]);
    expect(filled(0, 1)).toEqual(["0%", "0%"]);
  });
  it("is one line when segments would be too thin to count", () => {
    expect(filled(30, 40)).toHaveLength(1);
  });
});
