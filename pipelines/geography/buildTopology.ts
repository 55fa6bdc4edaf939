import type {GeometryCollection, GeometryObject, Topology} from "topojson-specification";
import {type PlanePolygon, type Point, type Ring, signedArea} from "./plane.ts";

/** A shape with its id, on the integer grid. */
export interface GridShape {
  id: string;
  polygons: readonly PlanePolygon[];
}

/**
 * A TopoJSON topology of shapes on an integer grid: a border that two shapes share, point by point, is stored once.
 * Coordinates are delta-encoded; the transform is the identity, so decoded coordinates are grid units.
 */
export function buildTopology(
  shapes: readonly GridShape[],
  simplify: (line: Ring) => Ring = (line) => line
): Topology<{communes: GeometryCollection}> {
  const isJunction = findJunctions(shapes.flatMap(({polygons}) => polygons.flat()));
  const arcs: Ring[] = [];
  const indexByKey = new Map<string, number>();
  const indexOf = (line: Ring): number => {
    const key = line.join(";");
    const known = indexByKey.get(key);
    if (known !== undefined) return known;
    const index = arcs.push(line) - 1;
    indexByKey.set(key, index);
    indexByKey.set(line.toReversed().join(";"), ~index);
    return index;
  };
  const geometries = shapes.map(({id, polygons}): GeometryObject => {
    const rings = polygons.map((rings) => rings.map((ring) => cut(ring, isJunction).map(indexOf)));
    const [only] = rings;
    return rings.length === 1 && only !== undefined
      ? {type: "Polygon", id, arcs: only}
      : {type: "MultiPolygon", id, arcs: rings};
  });
  return {
    type: "Topology",
    transform: {scale: [1, 1], translate: [0, 0]},
    objects: {communes: {type: "GeometryCollection", geometries}},
    arcs: arcs.map((arc) => encode(simplify(arc)))
  };
}

/** Rounds polygons to the grid; rings that vanish and spikes are dropped. */
export function snapToGrid(polygons: readonly PlanePolygon[], toGrid: (point: Point) => Point): PlanePolygon[] {
  return polygons
    .map((rings) => rings.map((ring) => withoutSpikes(ring.map(toGrid))).filter((ring) => ring.length >= 3))
    .filter(([outer]) => outer !== undefined && signedArea(outer) !== 0);
}

/** Drops points equal to the one before, and points the line only goes to and comes back from. */
function withoutSpikes(ring: Ring): Ring {
  const kept: Point[] = [];
  const equal = (a?: Point, b?: Point): boolean => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
  for (const point of ring) {
    if (equal(point, kept.at(-1))) continue;
    if (equal(point, kept.at(-2))) kept.pop();
    else kept.push(point);
  }
  for (;;) {
    if (kept.length > 1 && equal(kept[0], kept.at(-1))) kept.pop();
    else if (kept.length > 2 && equal(kept[1], kept.at(-1))) kept.shift();
    else if (kept.length > 2 && equal(kept[0], kept.at(-2))) kept.pop();
    else return kept;
  }
}

/** Points where borders part: visited with different neighbours by different rings. */
function findJunctions(rings: readonly Ring[]): (point: Point) => boolean {
  const neighboursOf = new Map<string, string>();
  const junctions = new Set<string>();
  for (const ring of rings) {
    for (const [i, point] of ring.entries()) {
      const key = String(point);
      const neighbours = [String(ring.at(i - 1)), String(ring[(i + 1) % ring.length])].toSorted().join(" ");
      const known = neighboursOf.get(key);
      if (known === undefined) neighboursOf.set(key, neighbours);
      else if (known !== neighbours) junctions.add(key);
    }
  }
  return (point) => junctions.has(String(point));
}

/** Cuts a ring at its junctions into lines that share their end points; a ring without one is a closed line from its least point. */
function cut(ring: Ring, isJunction: (point: Point) => boolean): Ring[] {
  const least = (): number => ring.reduce((best, point, i) => (compare(point, ring[best] ?? point) < 0 ? i : best), 0);
  const first = ring.findIndex(isJunction);
  const start = first === -1 ? least() : first;
  const ordered = [...ring.slice(start), ...ring.slice(0, start + 1)];
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const [i, point] of ordered.entries()) {
    line.push(point);
    if (i > 0 && (i === ordered.length - 1 || isJunction(point))) {
      lines.push(line);
      line = [point];
    }
  }
  return lines;
}

function compare(a: Point, b: Point): number {
  return a[0] - b[0] || a[1] - b[1];
}

function encode(line: Ring): [number, number][] {
  let [px, py] = [0, 0];
  return line.map(([x, y]) => {
    const step: [number, number] = [x - px, y - py];
    [px, py] = [x, y];
    return step;
  });
}
