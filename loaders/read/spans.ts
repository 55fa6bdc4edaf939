/** A stretch of rows or columns, both ends inclusive, counted from 1. */
export type Span = readonly [from: number, to: number];

/** Numbers from 1 to `last` that the spans cover, ascending. However many and long they are, each number is visited once. */
export function numbersIn(spans: readonly Span[], last: number): number[] {
  const numbers: number[] = [];
  let next = 1;
  for (const [from, to] of spans.filter(([a, b]) => a <= b).sort(([a], [b]) => a - b)) {
    for (let n = Math.max(next, Math.ceil(from)); n <= Math.min(to, last); n++) numbers.push(n);
    next = Math.max(next, Math.min(to, last) + 1);
  }
  return numbers;
}
