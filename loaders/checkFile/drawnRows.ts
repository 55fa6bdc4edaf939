/** Blank rows that are drawn one by one. */
const MOST_BLANK = 3;

/** Which rows of a sheet are drawn. */
export interface DrawnRows {
  /** Numbers of the rows, rising. */
  numbers: readonly number[];
  /** Those that stand for a longer run of blank rows, with the number of its last. */
  gaps: ReadonlyMap<number, number>;
}

/** Rows with cells and the blank ones before and between them: up to three one by one, more as one. `filled` rises. */
export function drawnRows(filled: readonly number[]): DrawnRows {
  const numbers: number[] = [];
  const gaps = new Map<number, number>();
  let last = 0;
  for (const number of filled) {
    if (number - last - 1 > MOST_BLANK) {
      numbers.push(last + 1);
      gaps.set(last + 1, number - 1);
    } else for (let blank = last + 1; blank < number; blank++) numbers.push(blank);
    numbers.push(number);
    last = number;
  }
  return {numbers, gaps};
}
