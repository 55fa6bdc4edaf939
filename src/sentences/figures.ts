import type {Verdict} from "../../loaders/vocabulary.ts";

/** A rate as the tables hold it: n of d units, u of them undecided, v expected but not reported (counts of units). */
export interface Figure {
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_final: boolean;
}

/** What a target asks. `value` in percent or in units, as `measure` says. */
export interface Goal {
  comparator: ">=" | ">" | "=";
  measure: "percent" | "count";
  value: number;
}

/** What the tables conclude of a target. */
export interface Conclusion {
  basis: "rang_buoc" | "doi_chieu";
  verdict: Verdict;
  units_needed: number | null;
  is_impossible: boolean;
}

/** Sums figures of parts of one whole: counts add up, and the whole is final when each part is. */
export function addFigures(parts: readonly Figure[]): Figure | null {
  if (parts.length === 0) return null;
  return parts.reduce((sum, part) => ({
    numerator: sum.numerator + part.numerator,
    denominator: sum.denominator + part.denominator,
    unknown_count: sum.unknown_count + part.unknown_count,
    unreported_count: sum.unreported_count + part.unreported_count,
    is_final: sum.is_final && part.is_final
  }));
}

/** Whether any unit has an outcome: a figure whose every unit is undecided is missing, not zero. */
export function isKnown(figure: Figure | null): figure is Figure {
  if (figure === null || figure.denominator === 0) return false;
  return figure.numerator > 0 || figure.unknown_count < figure.denominator;
}

/** Whether n of d meets a goal in percent, by integers: 100·n against value·d. */
export function meets(
  numerator: number,
  denominator: number,
  {comparator, value}: Pick<Goal, "comparator" | "value">
): boolean {
  const [left, right] = [100 * numerator, value * denominator];
  return comparator === ">" ? left > right : comparator === ">=" ? left >= right : left === right;
}

/** How many units could be lost with the goal in percent still met: 0 means just enough. */
export function unitsToSpare(numerator: number, denominator: number, goal: Pick<Goal, "comparator" | "value">): number {
  let spare = Math.max(0, Math.floor(numerator - (goal.value * denominator) / 100));
  while (spare > 0 && !meets(numerator - spare, denominator, goal)) --spare;
  return spare;
}
