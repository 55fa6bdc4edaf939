/** A place on the map a person can walk to with the arrow keys. */
export interface Place {
  code: string;
  x: number;
  y: number;
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
};

/**
 * The place an arrow key leads to: the nearest in that direction, sideways distance counting double; places more to the side than ahead
 * only when nothing lies ahead.
 * @returns the code, or null for another key and at the edge.
 */
export function walk(places: readonly Place[], from: Place, key: string): string | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  let best: {code: string; cost: number} | null = null;
  for (const {code, x, y} of places) {
    const ahead = (x - from.x) * direction[0] + (y - from.y) * direction[1];
    const aside = Math.abs((x - from.x) * direction[1]) + Math.abs((y - from.y) * direction[0]);
    if (code === from.code || ahead <= 1e-9) continue;
    const cost = ahead + 2 * aside + (aside > ahead ? 1e6 : 0);
    if (best === null || cost < best.cost) best = {code, cost};
  }
  return best?.code ?? null;
}
