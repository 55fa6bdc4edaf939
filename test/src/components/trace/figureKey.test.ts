import {expect, it} from "vitest";
import {formatFigureKey, parseFigureKey} from "../../../../src/components/trace/figureKey.ts";

const figure = {
  indicator: "certified_of_eligible",
  area: "14797",
  year: 2025,
  group: "khu_dan_cu",
  boundary: "current",
  managed: "all"
} as const;

it("a figure written into an address is the same figure read back", () => {
  expect(parseFigureKey(formatFigureKey(figure))).toEqual(figure);
});

it("any other text names no figure", () => {
  for (const text of [
    "",
    "x",
    "a~b",
    "certified_of_eligible~14797~25~all~current~all",
    "a~1~2025~all~moi~all",
    "<b>~1~2025~all~current~all"
  ]) {
    expect(parseFigureKey(text), text).toBeUndefined();
  }
});
