import {boxOf, isInside, type PlanePolygon, type Point, type Ring, signedArea} from "./plane.ts";

/**
 * The part of `land` inside the convex ring `cell`, as polygons: pieces of coast inside the cell and pieces of the cell's edges
 * inside the land, joined end to end. Unlike Sutherland–Hodgman it leaves no seams where a bay cuts the cell in parts.
 *
 * Every crossing is computed from its two segments in one fixed order, so two cells that share an edge get the very same
 * points on it, to the last bit: their common border can be stored once.
 */
export function clipToCell(land: readonly PlanePolygon[], cell: Ring): PlanePolygon[] {
  const edges = edgesOf(orient(cell, 1));
  const box = boxOf(cell);
  const near = land.filter(([outer = []]) => {
    const other = boxOf(outer);
    return other.left <= box.right && other.right >= box.left && other.top <= box.bottom && other.bottom >= box.top;
  });
  const pieces: Segment[] = [];
  const crossings: Crossing[][] = edges.map(() => []);
  for (const rings of near) {
    for (const [i, ring] of rings.entries()) {
      for (const coast of edgesOf(orient(ring, i === 0 ? 1 : -1))) {
        if (isBeside(coast, box)) continue;
        pieces.push(...coastInside(coast, edges, crossings));
      }
    }
  }
  for (const [i, edge] of edges.entries()) pieces.push(...edgeOnLand(edge, crossings[i] ?? [], near));
  return toPolygons(join(pieces));
}

type Segment = readonly [from: Point, to: Point];

/** Where a coast segment crosses a cell edge; `enters`: walking along the edge one steps onto land there. */
interface Crossing {
  point: Point;
  enters: boolean;
}

/** The parts of a coast segment inside the cell; its crossings are noted with the edges they are on. */
function coastInside(coast: Segment, edges: readonly Segment[], crossings: Crossing[][]): Segment[] {
  const points: Point[] = [];
  for (const [i, edge] of edges.entries()) {
    if (isLeft(edge, coast[0]) === isLeft(edge, coast[1]) || isLeft(coast, edge[0]) === isLeft(coast, edge[1]))
      continue;
    const point = intersection(edge, coast);
    points.push(point);
    crossings[i]?.push({point, enters: !isLeft(coast, edge[0])});
  }
  const startsInside = edges.every((edge) => isLeft(edge, coast[0]));
  return alternate([coast[0], ...sortAlong(coast, points, (point) => point), coast[1]], startsInside);
}

/** The parts of a cell edge on land. */
function edgeOnLand(edge: Segment, crossings: readonly Crossing[], land: readonly PlanePolygon[]): Segment[] {
  const ordered = sortAlong(edge, crossings, ({point}) => point);
  const [first] = ordered;
  const startsOnLand = first === undefined ? isInside(land, edge[0]) : !first.enters;
  return alternate([edge[0], ...ordered.map(({point}) => point), edge[1]], startsOnLand);
}

/** Every other stretch between consecutive points, beginning with the first if `isOn`; empty stretches are left out. */
function alternate(points: readonly Point[], isOn: boolean): Segment[] {
  const stretches: Segment[] = [];
  for (let i = 1; i < points.length; i++, isOn = !isOn) {
    const [from, to] = [points[i - 1], points[i]];
    if (isOn && from && to && (from[0] !== to[0] || from[1] !== to[1])) stretches.push([from, to]);
  }
  return stretches;
}

function sortAlong<T>([from, to]: Segment, items: readonly T[], pointOf: (item: T) => Point): T[] {
  const along = (item: T): number => {
    const [x, y] = pointOf(item);
    return x * (to[0] - from[0]) + y * (to[1] - from[1]);
  };
  return items.toSorted((a, b) => along(a) - along(b));
}

/** The segment with its ends in a fixed order, whichever way it is walked. */
function canonical([a, b]: Segment): Segment {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
}

/** Which side of the segment's line the point is on; a point on the line is on one side only, the same for both walks of the line. */
function isLeft(segment: Segment, [x, y]: Point): boolean {
  const [a, b] = canonical(segment);
  const isLeftOfCanonical = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) > 0;
  return a === segment[0] ? isLeftOfCanonical : !isLeftOfCanonical;
}

function intersection(one: Segment, other: Segment): Point {
  const [a, b] = canonical(one);
  const [c, d] = canonical(other);
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / (rx * sy - ry * sx);
  return [a[0] + t * rx, a[1] + t * ry];
}

function isBeside(
  [[ax, ay], [bx, by]]: Segment,
  box: {left: number; top: number; right: number; bottom: number}
): boolean {
  return (
    (ax < box.left && bx < box.left) ||
    (ax > box.right && bx > box.right) ||
    (ay < box.top && by < box.top) ||
    (ay > box.bottom && by > box.bottom)
  );
}

function edgesOf(ring: Ring): Segment[] {
  return ring.map((from, i): Segment => [from, ring[(i + 1) % ring.length] ?? from]);
}

function orient(ring: Ring, sign: 1 | -1): Ring {
  return Math.sign(signedArea(ring)) === -sign ? ring.toReversed() : ring;
}

/** Joins segments end to end into rings. */
function join(segments: readonly Segment[]): Ring[] {
  const keyOf = ([x, y]: Point): string => `${x},${y}`;
  const nextFrom = new Map<string, Segment[]>();
  for (const segment of segments) {
    const key = keyOf(segment[0]);
    const waiting = nextFrom.get(key);
    if (waiting === undefined) nextFrom.set(key, [segment]);
    else waiting.push(segment);
  }
  const rings: Ring[] = [];
  for (const starts of nextFrom.values()) {
    for (let segment = starts.pop(); segment !== undefined; segment = starts.pop()) {
      const ring: Point[] = [];
      for (let step: Segment | undefined = segment; step !== undefined; step = nextFrom.get(keyOf(step[1]))?.pop())
        ring.push(step[0]);
      if (ring.length >= 3) rings.push(ring);
    }
  }
  return rings;
}

/** Puts each hole with the outer ring around it. */
function toPolygons(rings: readonly Ring[]): PlanePolygon[] {
  const outers = rings.filter((ring) => signedArea(ring) > 0).map((ring): Ring[] => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const [point] = hole;
    outers.find(([outer = []]) => point !== undefined && isInside([[outer]], point))?.push(hole);
  }
  return outers;
}
