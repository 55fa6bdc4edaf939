import {geoTransverseMercator} from "d3";

/** A point of the plane in kilometres (or grid units where said so). */
export type Point = readonly [x: number, y: number];
/** A ring without its closing point. */
export type Ring = readonly Point[];
/** One outer ring and its holes. */
export type PlanePolygon = readonly Ring[];

const EARTH_RADIUS_KM = 6371.0088;

/**
 * The plane in which cells are cut: transverse Mercator on the meridian of the area, in kilometres, x east and y south. It keeps
 * angles, so "nearest" means nearest on the ground; within a province its scale is true to 0.1 %.
 */
export function planeAt(centralLongitude: number): (longitude: number, latitude: number) => Point {
  const projection = geoTransverseMercator().rotate([-centralLongitude, 0]).scale(EARTH_RADIUS_KM).translate([0, 0]);
  return (longitude, latitude) => {
    const point = projection([longitude, latitude]);
    if (point === null) throw new Error(`không chiếu được tọa độ ${longitude}, ${latitude}`);
    return point;
  };
}

/** Area with a sign: positive when the ring runs clockwise as seen on a screen (y down). */
export function signedArea(ring: Ring): number {
  let twice = 0;
  let [px, py] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    twice += px * y - x * py;
    [px, py] = [x, y];
  }
  return twice / 2;
}

/** Area of polygons, holes taken out. */
export function areaOf(polygons: readonly PlanePolygon[]): number {
  let area = 0;
  for (const rings of polygons)
    for (const [i, ring] of rings.entries()) area += (i === 0 ? 1 : -1) * Math.abs(signedArea(ring));
  return area;
}

/** True if the point lies in the polygons (even-odd; a border point belongs to one side only). */
export function isInside(polygons: readonly PlanePolygon[], [x, y]: Point): boolean {
  let inside = false;
  for (const rings of polygons) {
    for (const ring of rings) {
      let [px, py] = ring.at(-1) ?? [0, 0];
      for (const [qx, qy] of ring) {
        if (py > y !== qy > y && x < ((qx - px) * (y - py)) / (qy - py) + px) inside = !inside;
        [px, py] = [qx, qy];
      }
    }
  }
  return inside;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function boxOf(points: Iterable<Point>): Box {
  const box = {left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity};
  for (const [x, y] of points) {
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }
  return box;
}
