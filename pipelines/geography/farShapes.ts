import type {CommuneShape} from "./communeCells.ts";
import type {LabelPlacer} from "./placeLabels.ts";
import {areaOf, type Box, boxOf, type PlanePolygon, type Point} from "./plane.ts";

/** Islands this near to the rest of the area are drawn where they are. */
const NEAR_KM = 40;
/** A far island group wider than this is drawn as a sign: its scattered islets would be dust. */
const WIDEST_KM = 60;
const SIGN_KM = 8;

/**
 * Parts the shapes into the body of the area and what lies far off it (Côn Đảo, Trường Sa): drawn in place, far islands would
 * shrink the body to a corner of the map.
 */
export function splitFarShapes(shapes: readonly CommuneShape[]): {near: CommuneShape[]; far: CommuneShape[]} {
  const waiting = shapes
    .map((shape) => ({shape, box: boxOf(shape.polygons.flat(2)), area: areaOf(shape.polygons)}))
    .toSorted((a, b) => Number(a.shape.isSymbol) - Number(b.shape.isSymbol) || b.area - a.area);
  const near = waiting.splice(0, 1);
  for (let k = 0; k < waiting.length;) {
    const item = waiting[k];
    if (item !== undefined && near.some(({box}) => gap(box, item.box) <= NEAR_KM)) {
      near.push(...waiting.splice(k, 1));
      k = 0;
    } else k++;
  }
  return {near: near.map(({shape}) => shape), far: waiting.map(({shape}) => shape)};
}

/** Moves a far shape to a free place at the edge of the map, on the side where it lies. */
export function settleFarShape(shape: CommuneShape, frame: Box, placer: LabelPlacer): CommuneShape {
  const box = boxOf(shape.polygons.flat(2));
  const isWide = Math.max(box.right - box.left, box.bottom - box.top) > WIDEST_KM;
  const middle: Point = isWide ? shape.centre : [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const polygons: readonly PlanePolygon[] = isWide ? [[square(middle)]] : shape.polygons;
  const size = boxOf(polygons.flat(2));
  const target: Point = [clamp(middle[0], frame.left, frame.right), clamp(middle[1], frame.top, frame.bottom)];
  const [x, y] = placer.placeSign(size.right - size.left, size.bottom - size.top, target) ?? target;
  const [dx, dy] = [x - middle[0], y - middle[1]];
  return {
    ...shape,
    centre: [x, y],
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(([px, py]): Point => [px + dx, py + dy]))),
    isSymbol: shape.isSymbol || isWide
  };
}

function square([x, y]: Point): Point[] {
  const half = SIGN_KM / 2;
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half]
  ];
}

function gap(a: Box, b: Box): number {
  return Math.hypot(Math.max(0, a.left - b.right, b.left - a.right), Math.max(0, a.top - b.bottom, b.top - a.bottom));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
