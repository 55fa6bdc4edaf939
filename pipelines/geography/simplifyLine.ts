import type {Point, Ring} from "./plane.ts";

/**
 * Drops points that lie within `tolerance` of the line through the kept ones (Douglas–Peucker). End points stay, so lines that
 * meet still meet; a closed line keeps at least a triangle.
 */
export function simplifyLine(line: Ring, tolerance: number): Ring {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length <= 2) return line;
  if (first[0] !== last[0] || first[1] !== last[1]) return [...reduce(line, tolerance), last];
  const far = farthest(line, first, first).index;
  const [there, back] = [line.slice(0, far + 1), line.slice(far)];
  const closed = [...reduce(there, tolerance), ...reduce(back, tolerance), last];
  return closed.length >= 4 ? closed : triangle(there, back);
}

/** Kept points without the last. */
function reduce(line: Ring, tolerance: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return [];
  const {index, distance} = farthest(line, first, last);
  if (distance <= tolerance) return [first];
  return [...reduce(line.slice(0, index + 1), tolerance), ...reduce(line.slice(index), tolerance)];
}

/** A closed line too small for the tolerance: its two far ends and the point farthest from the line between them. */
function triangle(there: Ring, back: Ring): Ring {
  const [start, far] = [there[0], back[0]];
  if (start === undefined || far === undefined) return [...there, ...back.slice(1)];
  const [a, b] = [farthest(there, start, far), farthest(back, far, start)];
  const apex = a.distance >= b.distance ? there[a.index] : back[b.index];
  if (apex === undefined) return [...there, ...back.slice(1)];
  return a.distance >= b.distance ? [start, apex, far, start] : [start, far, apex, start];
}

/** The inner point of a line farthest from the segment `a`–`b`. */
function farthest(line: Ring, a: Point, b: Point): {index: number; distance: number} {
  let best = {index: 0, distance: 0};
  for (let i = 1; i < line.length - 1; i++) {
    const distance = distanceToSegment(line[i] ?? a, a, b);
    if (distance > best.distance) best = {index: i, distance};
  }
  return best;
}

/** Distance from a point to a segment. */
export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
