import {createRequire} from "node:module";
import type {Feature, MultiPolygon, Polygon, Position} from "geojson";
import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import type {PlanePolygon, Point} from "./plane.ts";

/** ISO 3166-1 numeric code, as in world-atlas. */
export const VIETNAM = "704";

export type Projection = (longitude: number, latitude: number) => Point;

/**
 * Land of a country in the plane, from Natural Earth 1:10m (public domain) as packed in world-atlas.
 * @throws Error if there is no such country.
 */
export function readCountry(id: string, project: Projection): PlanePolygon[] {
  const world = createRequire(import.meta.url)("world-atlas/countries-10m.json") as Topology<{
    countries: GeometryCollection;
  }>;
  const country = world.objects.countries.geometries.find((geometry) => geometry.id === id);
  if (country === undefined) throw new Error(`unknown country: ${id}`);
  const {geometry} = feature(world, country) as Feature<Polygon | MultiPolygon>;
  return toPlane(geometry, project);
}

/** Polygons of a GeoJSON geometry in the plane; closing points and repeated points are dropped. */
export function toPlane(geometry: Polygon | MultiPolygon, project: Projection): PlanePolygon[] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => toRing(ring, project)).filter((ring) => ring.length >= 3));
}

function toRing(positions: readonly Position[], project: Projection): Point[] {
  const points = positions.map(([longitude = NaN, latitude = NaN]) => project(longitude, latitude));
  return points.filter(([x, y], i) => {
    const [px, py] = points[(i || points.length) - 1] ?? [NaN, NaN];
    return x !== px || y !== py;
  });
}
