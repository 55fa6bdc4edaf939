import {describe, expect, it} from "vitest";
import {figure, ratios} from "./measure.ts";
import {isOver, printFigures} from "./printFigures.ts";

describe("figures of repeated measurements", () => {
  it("the middle value and the range stand for the repetitions", () => {
    expect(figure("a", "s", [3, 1, 2])).toEqual({name: "a", value: 2, low: 1, high: 3, unit: "s"});
    expect(figure("a", "s", [4, 1, 2, 3], 2)).toMatchObject({value: 2.5, budget: 2});
    expect(figure("a", "s", [7])).toMatchObject({value: 7, low: 7, high: 7});
  });

  it("a ratio is taken within each repetition", () => {
    expect(ratios([1, 6], [2, 3])).toEqual([0.5, 2]);
  });

  it("what is over its budget, or could not be measured, is marked", () => {
    expect([figure("a", "s", [2], 2), figure("a", "s", [2.1], 2), figure("a", "s", [], 2), figure("a", "s", [9])].map(isOver)).toEqual([false, true, true, false]); // prettier-ignore
    expect(printFigures([figure("time", "s", [1, 2, 3], 1.5), figure("memory", "MB", [120])])).toBe(
      "time    2.00 s  1.00 to 3.00  ≤ 1.50  OVER\nmemory  120 MB\n"
    );
  });
});
