import type {TrendData} from "../../components/trendData.js";
import {FIRST_PRESENT_YEAR} from "../overviewFacts.js";
import type {CompareCell} from "./compareCells.js";
import type {CompareColumn} from "./compareColumns.js";
import type {CompareRow} from "./compareRows.js";
import type {CompareView} from "./compareView.js";

/** One rate of the communes chosen, and how far apart they are. */
export interface PickedLine {
  column: CompareColumn;
  cells: readonly (CompareCell | null)[];
  /** Highest less lowest rate, in points; null where fewer than two have one of ten units or more. */
  points: number | null;
  /** Most less fewest units to go; null where fewer than two have a figure. */
  units: number | null;
}

export interface PickedView {
  /** In the order they were chosen. */
  communes: readonly CompareRow[];
  lines: readonly PickedLine[];
  trend: TrendData | null;
}

/** From this many units on two rates can be told apart in points. */
const LEAST_COMPARED = 10;

/** The communes chosen beside each other. @param rows every commune, whatever the filters leave. */
export function pickedView(view: CompareView, rows: readonly CompareRow[]): PickedView {
  const communes = view.state.picked.flatMap((code) => rows.find((row) => row.code === code) ?? []);
  const lines = view.columns.columns.map((column, i): PickedLine => {
    const cells = communes.map((row) => row.cells[i] ?? null);
    const known = cells.filter((cell): cell is CompareCell => cell?.state === "value");
    const isCount = column.goal?.measure === "count";
    const rates = isCount ? [] : known.filter(({d}) => d >= LEAST_COMPARED).map(({n, d}) => (100 * n) / d);
    const needs = known.flatMap(({needed}) => needed ?? []);
    return {column, cells, points: spread(rates), units: spread(needs)};
  });
  return {communes, lines, trend: trendOf(view, communes)};
}

function spread(values: readonly number[]): number | null {
  return values.length < 2 ? null : Math.max(...values) - Math.min(...values);
}

function trendOf({rows, columns, state}: CompareView, communes: readonly CompareRow[]): TrendData | null {
  const {years} = rows;
  const lines = communes.map(({name, trend}) => ({
    label: name,
    points: years.flatMap((year, i) => {
      const point = trend[i];
      if (!point) return [];
      return [{year, numerator: point.n, denominator: point.d, unknown_count: 0, unreported_count: 0, is_final: true}];
    })
  }));
  const [main, ...context] = lines;
  if (!main || years.length < 2 || lines.every(({points}) => points.length < 2)) return null;
  const {goal, target} = columns.subject;
  return {
    main: {...main, verdict: null},
    context,
    years,
    year: state.year,
    target: goal
      ? {
          value: goal.value,
          comparator: goal.comparator,
          years: target ? years.filter((year) => target.year_from <= year && year <= (target.year_to ?? year)) : []
        }
      : null,
    break:
      years.some((year) => year < FIRST_PRESENT_YEAR) && years.some((year) => year >= FIRST_PRESENT_YEAR)
        ? {before: FIRST_PRESENT_YEAR, title: "1/7/2025", subtitle: "địa giới mới"}
        : null
  };
}
