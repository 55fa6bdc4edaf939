import type {CompareColumn} from "../../views/compare/compareColumns.js";
import type {FigureKey} from "../trace/figureKey.js";

/** The row of indicator_values a rate of a commune is; null for one of several managing levels, which is a sum of rows. */
export function columnFigure(
  {indicator, group, levels}: CompareColumn,
  {code, year}: {code: string; year: number}
): FigureKey | null {
  const [managed, ...others] = levels;
  if (managed === undefined || others.length > 0) return null;
  return {indicator, area: code, year, group, boundary: "current", managed};
}
