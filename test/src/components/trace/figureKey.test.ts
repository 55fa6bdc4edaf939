import {expect, it} from "vitest";
import {
  formatFigureKey,
  formatTraceLink,
  parseFigureKey,
  parseTraceLink
} from "../../../../src/components/trace/figureKey.ts";

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

it("a link keeps the row it opens at", () => {
  const figure = {
    indicator: "certified_of_eligible",
    area: "14797",
    year: 2025,
    group: "khu_dan_cu+co_quan",
    boundary: "current",
    managed: "xa+huyen"
  } as const;
  const row = {file: "9f3c41d0", sheet: "Danh sách ~ 1@2", row: 57};
  expect(parseTraceLink(formatTraceLink(figure, row))).toEqual({figure, row});
  expect(parseTraceLink(formatTraceLink(figure))).toEqual({figure, row: null});
  expect(parseTraceLink(`${formatTraceLink(figure)}@zz~1~A`)).toBeUndefined();
});
