/** Slips move a decimal point or a thousands dot: a count and last year's are then apart by at least this factor. */
export const JUMP_FACTOR = 10;
/** Small counts (2 teams, 20 teams) grow so by themselves: the greater of the two must be at least this. */
export const JUMP_LEAST = 50;

/** True if one of two counts is ten times the other or more, either way; from or to zero is no factor. */
export function isTenfold(count: number | null, earlier: number | null): boolean {
  if (count === null || earlier === null) return false;
  const [less, more] = count < earlier ? [count, earlier] : [earlier, count];
  return less > 0 && more >= JUMP_LEAST && more >= JUMP_FACTOR * less;
}
