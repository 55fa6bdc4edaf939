import type {Register} from "../../loaders/reference/register.ts";
import {assignTiles, type Tile} from "./assignTiles.ts";
import {buildTopology, snapToGrid} from "./buildTopology.ts";
import {type CommuneShape, communeCells, divideByCentre} from "./communeCells.ts";
import {type Projection, readCountry, VIETNAM} from "./countries.ts";
import {settleFarShape, splitFarShapes} from "./farShapes.ts";
import {frameMap, widestFrame} from "./frameMap.ts";
import type {HomeArea} from "./homeArea.ts";
import {innerPoint} from "./innerPoint.ts";
import type {MapFacts} from "./mapFacts.ts";
import type {MapCommune, MapFile} from "./mapFile.ts";
import {nameSurroundings} from "./nameSurroundings.ts";
import {planeAt, type PlanePolygon, type Point} from "./plane.ts";
import type {Boundaries} from "./readBoundaries.ts";
import {simplifyLine} from "./simplifyLine.ts";
import {surroundingsIn} from "./surroundings.ts";

/** Grid units along the longer side of the map: drawn 1,000 px wide a unit is a tenth of a pixel. */
const GRID = 10_000;
/** True boundaries lose only what is under four tenths of a pixel at 1,000 px. */
const TOLERANCE = 4;

/**
 * The map of the home area: shapes of its communes (true boundaries where there are some, else cells), tiles, names around it.
 * The same register, facts and boundaries give the same map.
 */
export function buildMap(
  register: Register,
  home: HomeArea,
  facts: MapFacts,
  findBoundaries: (codes: ReadonlySet<string>, project: Projection) => Boundaries | null = () => null
): MapFile {
  const project = planeAt(middleLongitude(home));
  const codes = new Set(home.communes.map(({code}) => code));
  const land = readCountry(VIETNAM, project);
  const present = register.communes.filter(({valid_from, valid_to}) => valid_from !== null && valid_to === null);
  const around = divideByCentre(present, project);
  const cells = communeCells(around, codes, land);
  const boundaries = findBoundaries(codes, project);
  const {near, far} = splitFarShapes(boundaries?.shapes ?? cells);

  const body = near.map(({polygons}) => polygons);
  const neighbours = surroundingsIn(widestFrame(body), around, codes, {land, register, facts, project});
  const seat = seatOf(home, facts, near);
  const framed = frameMap(body, seat, [neighbours.vietnam, ...neighbours.countries.map(({polygons}) => polygons)]);
  const {frame, placer} = framed;
  const shapes = [...near, ...far.map((shape) => settleFarShape(shape, frame, placer))].toSorted((a, b) =>
    a.code < b.code ? -1 : 1
  );
  const labels = nameSurroundings(neighbours, facts, frame, placer, project);

  const unit = Math.max(frame.right - frame.left, frame.bottom - frame.top) / GRID;
  const toGrid = ([x, y]: Point): Point => [Math.round((x - frame.left) / unit), Math.round((y - frame.top) / unit)];
  const drawn = shapes.map(({code, polygons}) => ({id: code, polygons: snapToGrid(polygons, toGrid)}));
  const [width, height] = toGrid([frame.right, frame.bottom]);
  const tiles = tilesOf(cells);
  const communes = shapes.map((shape, i): MapCommune => {
    const {name, type} = home.communes.find(({code}) => code === shape.code) ?? {name: shape.code, type: "xa"};
    const [x, y] = innerPoint(drawn[i]?.polygons ?? []);
    return {
      code: shape.code,
      name,
      type,
      x: Math.round(x),
      y: Math.round(y),
      column: tiles.byCode.get(shape.code)?.column ?? 0,
      row: tiles.byCode.get(shape.code)?.row ?? 0,
      is_symbol: shape.isSymbol,
      is_displaced: far.some(({code}) => code === shape.code)
    };
  });
  return {
    kind: boundaries === null ? "cells" : "boundaries",
    title: home.title,
    source: boundaries === null ? "tâm xã theo danh mục, đường bờ Natural Earth" : boundaries.files.join(", "),
    width,
    height,
    kilometres_per_unit: Number(unit.toPrecision(6)),
    topology: buildTopology(drawn, boundaries === null ? undefined : (line) => simplifyLine(line, TOLERANCE)),
    communes,
    tile_columns: tiles.columns,
    tile_rows: tiles.rows,
    labels: labels.map(({kind, lines, x, y}) => {
      const [gridX, gridY] = toGrid([x, y]);
      return {kind, lines, x: gridX, y: gridY};
    }),
    seat: seat === null || framed.seat === null ? null : toMapSeat(seat, framed.seat, toGrid)
  };
}

function middleLongitude({communes}: HomeArea): number {
  const longitudes = communes.map(({longitude}) => longitude).filter((longitude) => longitude !== null);
  return longitudes.toSorted((a, b) => a - b)[longitudes.length >> 1] ?? 0;
}

interface Seat {
  code: string;
  name: string;
  point: Point;
}

function seatOf({communes, province}: HomeArea, {seats}: MapFacts, shapes: readonly CommuneShape[]): Seat | null {
  const code = seats.find(({province_code}) => province_code === province.code)?.commune_code;
  const commune = communes.find((candidate) => candidate.code === code);
  const shape = shapes.find((candidate) => candidate.code === code);
  return commune === undefined || shape === undefined
    ? null
    : {code: commune.code, name: commune.name, point: innerPoint(shape.polygons)};
}

function toMapSeat(
  {code, name, point}: Seat,
  {at, anchor}: {at: Point; anchor: "start" | "end"},
  toGrid: (point: Point) => Point
): MapFile["seat"] {
  const [[x, y], [label_x, label_y]] = [toGrid(point), toGrid(at)];
  return {code, name, x, y, label_x, label_y, anchor};
}

/** Tiles follow the cells even where true boundaries are drawn: they stay where they are when boundaries come or change. */
function tilesOf(cells: readonly CommuneShape[]): {columns: number; rows: number; byCode: Map<string, Tile>} {
  const silhouette = splitFarShapes(cells).near.map(({polygons}): readonly PlanePolygon[] => polygons);
  const {columns, rows, tiles} = assignTiles(
    cells.map(({centre}) => centre),
    silhouette
  );
  return {columns, rows, byCode: new Map(cells.map(({code}, i) => [code, tiles[i] ?? {column: 0, row: 0}]))};
}
