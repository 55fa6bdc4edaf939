import type {Figure} from "./measure.ts";

/** A table of figures: middle value, range of the repetitions, budget, and a mark on what is over it. */
export function printFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({name, value, low, high, unit, budget}) => [
    name,
    `${number(value)} ${unit}`,
    low === high ? "" : `${number(low)} to ${number(high)}`,
    budget === undefined ? "" : `≤ ${number(budget)}`,
    isOver({value, budget}) ? "OVER" : ""
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((text, i) => text.padEnd(widths[i] ?? 0)).join("  ").trimEnd() + "\n").join(""); // prettier-ignore
}

export function isOver({value, budget}: Pick<Figure, "value"> & {budget?: number | undefined}): boolean {
  return budget !== undefined && !(value <= budget);
}

function number(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
