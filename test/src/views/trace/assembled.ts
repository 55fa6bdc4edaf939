import type {FigureKey} from "../../../../src/components/trace/figureKey.ts";
import type {AllTraces} from "../../../../src/data/queries/trace/allTraces.ts";
import type {CommuneTrace, Counts} from "../../../../src/data/queries/trace/shape.ts";
import {areaFigure} from "../../../../src/views/trace/areaFigure.ts";
import {assembleFigure, type AssembledFigure} from "../../../../src/views/trace/assembleFigure.ts";

/** A row of indicator_values. */
export interface Value {
  area_level: string;
  area_code: string;
  boundary: "current" | "as_reported";
  year: number;
  indicator: string;
  unit_group: string;
  managed_level: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
}

export function keyOf({
  indicator,
  area_code: area,
  year,
  unit_group: group,
  boundary,
  managed_level: managed
}: Value): FigureKey {
  return {indicator, area, year, group, boundary, managed};
}

/** The files the panel would fetch for a figure of a commune. */
export function tracesOf({former, communes}: AllTraces, {area, boundary, year}: FigureKey): CommuneTrace[] {
  const homes = boundary === "current" ? [area] : [...new Set([area, ...(former.communes[area]?.[2] ?? [])])];
  return homes.flatMap((code) => communes.get(`${code}-${year}`) ?? []);
}

export function assembled(all: AllTraces, value: Value): AssembledFigure {
  const key = keyOf(value);
  return assembleFigure(tracesOf(all, key), all.index, key);
}

/** The counts the panel puts together. */
export function countsOf(all: AllTraces, value: Value): Counts | undefined {
  if (value.area_level === "commune") return assembled(all, value).counts;
  const list = all.lists.get(`${value.year}-${value.indicator}-${value.boundary}`);
  return list && areaFigure(list, all.index, keyOf(value))?.counts;
}
