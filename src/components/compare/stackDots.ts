/** Places of dots of radius `r` at the given x, stacked around 0 so that none overlap: one y for each, in the order given. */
export function stackDots(xs: readonly number[], r: number): number[] {
  const step = 2 * r + 0.4;
  const order = xs.map((_, i) => i).sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || a - b);
  const ys = new Array<number>(xs.length).fill(0);
  let near: number[] = [];
  for (const i of order) {
    const x = xs[i] ?? 0;
    near = near.filter((other) => x - (xs[other] ?? 0) < step);
    const isFree = (y: number): boolean =>
      near.every((other) => (x - (xs[other] ?? 0)) ** 2 + (y - (ys[other] ?? 0)) ** 2 >= step * step - 1e-6);
    for (let k = 0; ; k++) {
      const y = (k % 2 === 1 ? 1 : -1) * Math.ceil(k / 2) * (step / 2);
      if (!isFree(y)) continue;
      ys[i] = y;
      break;
    }
    near.push(i);
  }
  return ys;
}

/** The largest radius, between two bounds, with which the stack stays within `height`; the least where none does. */
export function stackRadius(
  xs: readonly number[],
  {height, most, least}: {height: number; most: number; least: number}
): number {
  for (let r = most; r > least; r -= 0.3) {
    const ys = stackDots(xs, r);
    if (Math.max(...ys, 0) - Math.min(...ys, 0) + 2 * r <= height) return r;
  }
  return least;
}
