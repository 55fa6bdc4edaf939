import type {Verdict} from "../../loaders/vocabulary.ts";
import {type Comparator, share} from "./format.js";

/** The figure of one year: n of d units, u of them undecided, v expected but not reported. */
export interface TrendPoint {
  year: number;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_final: boolean;
}

export interface TrendSeries {
  label: string;
  points: readonly TrendPoint[];
  /** The series cannot be carried over the boundary change (a former commune's own certificate): it stops there and begins anew. */
  stops_at_break?: boolean | undefined;
}

export interface TrendData {
  /** The area the page speaks of. */
  main: TrendSeries & {verdict: Verdict | null};
  context: readonly TrendSeries[];
  years: readonly number[];
  /** Year the page shows. */
  year: number;
  /** Target in percent; `years` are those a plan set it for, elsewhere the line is for reading only. */
  target: {value: number; comparator: Comparator; years: readonly number[]} | null;
  /** Change of boundaries between two years. */
  break: {before: number; title: string; subtitle: string} | null;
}

/** Points that carry a figure: a year whose every unit is undecided has none, and is never drawn as zero. */
export function drawnPoints(series: TrendSeries): TrendPoint[] {
  return series.points.filter(
    ({numerator, denominator, unknown_count}) => denominator > 0 && (unknown_count < denominator || numerator > 0)
  );
}

/** The rate of a year in percent, for positions. */
export function percent({numerator, denominator}: TrendPoint): number {
  return 100 * (share(numerator, denominator) ?? 0);
}
