/** What a measure may use. */
export interface BenchOptions {
  /** Data folder whose submissions are read. */
  data: string;
  /** How often everything is run. */
  repeat: number;
  /** Tells what is being done, on stderr. */
  tell: (text: string) => void;
}

/** One line of a measure's result. */
export interface Figure {
  name: string;
  /** Middle value and the range of all repetitions. */
  value: number;
  low: number;
  high: number;
  unit: string;
  /** Largest value that is allowed; left out where there is none. */
  budget?: number;
}

/** Something that is measured: one file in `measures/`, one entry in `run.ts`. */
export interface Measure {
  id: string;
  title: string;
  run: (options: BenchOptions) => Promise<Figure[]>;
}

/** A figure of the values of all repetitions. */
export function figure(name: string, unit: string, values: readonly number[], budget?: number): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const value = ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
  const range = {low: sorted[0] ?? NaN, high: sorted.at(-1) ?? NaN};
  return {name, value, ...range, unit, ...(budget === undefined ? {} : {budget})};
}

/** Ratios of the repetitions, each to its own counterpart: what slows the machine down slows both. */
export function ratios(values: readonly number[], others: readonly number[]): number[] {
  return values.map((value, i) => value / (others[i] ?? NaN));
}
