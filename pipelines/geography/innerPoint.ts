import {boxOf, isInside, type PlanePolygon, type Point, signedArea} from "./plane.ts";
import {distanceToSegment, simplifyLine} from "./simplifyLine.ts";

const STEPS = 16;
/** Detail of the border that does not matter, as a share of the shape's size. */
const DETAIL = 0.005;

/** A point well inside the largest part of a shape, about as far from its border as can be: for numbers and leaders. */
export function innerPoint(polygons: readonly PlanePolygon[]): Point {
  const [full] = polygons.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (full === undefined) throw new Error("a shape without polygons has no inner point");
  const box = boxOf(full.flat());
  const tolerance = DETAIL * Math.max(box.right - box.left, box.bottom - box.top);
  const largest = full.map((ring) => simplifyLine([...ring, ...ring.slice(0, 1)], tolerance));
  let [width, height] = [box.right - box.left, box.bottom - box.top];
  let best: {point: Point; distance: number} = {
    point: [box.left + width / 2, box.top + height / 2],
    distance: -Infinity
  };
  for (let round = 0; round < 3; round++) {
    const [x0, y0] = best.point;
    for (let i = 0; i <= STEPS; i++) {
      for (let k = 0; k <= STEPS; k++) {
        const point: Point = [x0 + (i / STEPS - 0.5) * width, y0 + (k / STEPS - 0.5) * height];
        const distance = isInside([largest], point) ? distanceToBorder(largest, point) : -Infinity;
        if (distance > best.distance) best = {point, distance};
      }
    }
    [width, height] = [(2 * width) / STEPS, (2 * height) / STEPS];
  }
  return best.point;
}

function sizeOf([outer = []]: PlanePolygon): number {
  return Math.abs(signedArea(outer));
}

function distanceToBorder(rings: PlanePolygon, point: Point): number {
  let least = Infinity;
  for (const ring of rings) {
    let previous = ring.at(-1) ?? point;
    for (const next of ring) {
      least = Math.min(least, distanceToSegment(point, previous, next));
      previous = next;
    }
  }
  return least;
}
