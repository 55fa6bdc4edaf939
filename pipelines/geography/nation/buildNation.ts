import type {Feature, MultiPolygon} from "geojson";
import {feature, mergeArcs} from "topojson-client";
import type {MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon} from "topojson-specification";
import type {Commune, Province, Register} from "../../../loaders/reference/register.ts";
import {buildTopology, type GridShape, snapToGrid} from "../buildTopology.ts";
import {clipToCell} from "../clipToCell.ts";
import {communeCells, divideByCentre} from "../communeCells.ts";
import {type Projection, readCountry, VIETNAM} from "../countries.ts";
import {innerPoint} from "../innerPoint.ts";
import type {MapFacts} from "../mapFacts.ts";
import {areaOf, type Box, boxOf, planeAt, type PlanePolygon, type Point} from "../plane.ts";
import {simplifyLine} from "../simplifyLine.ts";
import type {NationFile, NationIsland} from "./nationFile.ts";

/** Where tiles of provinces stand, by code; drawn by hand, since squares cannot follow so narrow a country. */
export type ProvinceTiles = ReadonlyMap<string, {column: number; row: number}>;

/** Always on a map of the country, whatever register a data folder brings. Centres as in the register. */
const ARCHIPELAGOS = [
  {zone: "Hoàng Sa", name: "Quần đảo Hoàng Sa", province_code: "48", longitude: 112.07855, latitude: 16.37112},
  {zone: "Trường Sa", name: "Quần đảo Trường Sa", province_code: "56", longitude: 113.96534, latitude: 9.29056}
] as const;

/** Middle of the country with its sea: the plane is cut there. */
const MERIDIAN = 107.5;
/** Grid units along the longer side: drawn 700 px high a unit is less than a tenth of a pixel. */
const GRID = 10_000;
/** What is under half a pixel is left out. */
const TOLERANCE = 8;
/** Islets smaller than this (grid units squared, about 6 km²) are dust at this scale; đặc khu have their own sign. */
const LEAST_AREA = 220;
/** Room for the names of what lies farthest out: Thổ Châu in the west, Trường Sa in the east. */
const MARGIN_KM = {north: 35, west: 95, east: 110, south: 60};

/**
 * The map of the country: provinces dissolved from the cells of all present communes, every đặc khu as a sign, Hoàng Sa and Trường Sa
 * always. The same register and facts give the same map.
 * @returns null where the register does not hold the whole country: cells would then run over provinces it leaves out.
 */
export function buildNation(register: Register, facts: MapFacts, tiles: ProvinceTiles): NationFile | null {
  const provinces = register.provinces.filter(({valid_to}) => valid_to === null).toSorted(byCode);
  const present = register.communes.filter(({valid_from, valid_to}) => valid_from !== null && valid_to === null);
  if (!isWhole(provinces, present)) return null;
  const project = planeAt(MERIDIAN);
  const land = readCountry(VIETNAM, project);
  const around = divideByCentre(present, project);
  const cells = communeCells(around, new Set(present.map(({code}) => code)), land).filter(({isSymbol}) => !isSymbol);
  const islands = islandsOf(present, project);
  const frame = frameOf([...cells.flatMap(({polygons}) => polygons.flat(2)), ...islands.map(({at}) => at)]);
  const unit = Math.max(frame.right - frame.left, frame.bottom - frame.top) / GRID;
  const toGrid = ([x, y]: Point): Point => [Math.round((x - frame.left) / unit), Math.round((y - frame.top) / unit)];
  const provinceOf = new Map(present.map(({code, province_code}) => [code, province_code]));
  const shapes = dissolve(
    cells.map(({code, polygons}) => ({id: code, polygons: snapToGrid(polygons, toGrid)})),
    (code) => provinceOf.get(code) ?? ""
  );
  const [width, height] = toGrid([frame.right, frame.bottom]);
  const place = placeTiles(provinces, tiles);
  return {
    width,
    height,
    kilometres_per_unit: Number(unit.toPrecision(6)),
    source: "tâm xã theo danh mục, đường bờ Natural Earth",
    topology: buildTopology(shapes, (line) => simplifyLine(line, TOLERANCE)),
    provinces: provinces.map(({code, name, type}) => {
      const [x, y] = innerPoint(shapes.find(({id}) => id === code)?.polygons ?? []);
      const communes = present.filter(({province_code}) => province_code === code).length;
      return {code, name, type, communes, x: Math.round(x), y: Math.round(y), ...place(code)};
    }),
    islands: islands.map(({at, ...island}) => {
      const [x, y] = toGrid(at);
      return {...island, x, y};
    }),
    ...sizeOfTiles(provinces, place),
    labels: labelsOf(facts, frame, project, toGrid)
  };
}

function byCode(a: {code: string}, b: {code: string}): number {
  return a.code < b.code ? -1 : 1;
}

/** The 34 provinces of the country, each with its communes. */
function isWhole(provinces: readonly Province[], present: readonly Commune[]): boolean {
  const held = new Set(present.map(({province_code}) => province_code));
  return provinces.length >= 34 && provinces.every(({code}) => held.has(code));
}

function islandsOf(present: readonly Commune[], project: Projection): (Omit<NationIsland, "x" | "y"> & {at: Point})[] {
  const zones = present.flatMap(({code, name, type, province_code, longitude, latitude}) =>
    type !== "dac_khu" || longitude === null || latitude === null || ARCHIPELAGOS.some(({zone}) => zone === name)
      ? []
      : [{code, name, province_code, is_archipelago: false, at: project(longitude, latitude)}]
  );
  const archipelagos = ARCHIPELAGOS.map(({zone, name, province_code, longitude, latitude}) => ({
    code: present.find((commune) => commune.type === "dac_khu" && commune.name === zone)?.code ?? null,
    name,
    province_code,
    is_archipelago: true,
    at: project(longitude, latitude)
  }));
  return [...zones, ...archipelagos].toSorted((a, b) => a.at[1] - b.at[1]);
}

function frameOf(points: readonly Point[]): Box {
  const {left, right, top, bottom} = boxOf(points);
  const {north, west, east, south} = MARGIN_KM;
  return {left: left - west, right: right + east, top: top - north, bottom: bottom + south};
}

/** Joins shapes that belong together; islets too small to be seen are left out, save the largest part of each. */
function dissolve(shapes: readonly GridShape[], groupOf: (id: string) => string): GridShape[] {
  const topology = buildTopology(shapes);
  const groups = new Map<string, (TopoPolygon | TopoMultiPolygon)[]>();
  for (const geometry of topology.objects.communes.geometries) {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const group = groupOf(`${geometry.id}`);
    groups.set(group, [...(groups.get(group) ?? []), geometry]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, members]) => {
      const {geometry} = feature(topology, mergeArcs(topology, members)) as Feature<MultiPolygon>;
      const polygons = geometry.coordinates.map((rings): PlanePolygon =>
        rings.map((ring) => ring.slice(0, -1).map(([x = 0, y = 0]): Point => [x, y]))
      );
      const whole = polygons.map((rings) => rings.filter((ring, i) => i === 0 || areaOf([[ring]]) >= LEAST_AREA));
      const sized = whole.map((rings) => ({rings, area: areaOf([rings])})).toSorted((a, b) => b.area - a.area);
      return {id, polygons: sized.filter(({area}, i) => i === 0 || area >= LEAST_AREA).map(({rings}) => rings)};
    });
}

/** Tiles as drawn; a province without one stands in a row of its own under them. */
function placeTiles(
  provinces: readonly Province[],
  tiles: ProvinceTiles
): (code: string) => {column: number; row: number} {
  const last = Math.max(-1, ...[...tiles.values()].map(({row}) => row));
  const others = provinces.filter(({code}) => !tiles.has(code)).map(({code}) => code);
  return (code) =>
    tiles.get(code) ?? {column: others.indexOf(code) % 6, row: last + 1 + Math.floor(others.indexOf(code) / 6)};
}

function sizeOfTiles(
  provinces: readonly Province[],
  place: (code: string) => {column: number; row: number}
): {tile_columns: number; tile_rows: number} {
  const placed = provinces.map(({code}) => place(code));
  return {
    tile_columns: Math.max(...placed.map(({column}) => column)) + 1,
    tile_rows: Math.max(...placed.map(({row}) => row)) + 1
  };
}

/** Names of the neighbours within the frame, and of the sea. */
function labelsOf(
  {countries, seas}: MapFacts,
  frame: Box,
  project: Projection,
  toGrid: (point: Point) => Point
): NationFile["labels"] {
  const corners: Point[] = [
    [frame.left, frame.top],
    [frame.right, frame.top],
    [frame.right, frame.bottom],
    [frame.left, frame.bottom]
  ];
  const named = countries.flatMap(({id, name}) => {
    const ground = clipToCell(readCountry(id, project), corners);
    if (ground.length === 0) return [];
    const [x, y] = toGrid(innerPoint(ground));
    return [{kind: "country" as const, name, x, y}];
  });
  const [sea] = seas.filter(({name}) => name === "Biển Đông").toSorted((a, b) => b.longitude - a.longitude);
  if (!sea) return named;
  const [x, y] = toGrid(project(sea.longitude, sea.latitude));
  return [...named, {kind: "sea", name: sea.name, x, y}];
}
