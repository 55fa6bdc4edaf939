import {group} from "d3";
import type {Register} from "../../loaders/reference/register.ts";
import {clipToCell} from "./clipToCell.ts";
import type {Neighbourhood} from "./communeCells.ts";
import {type Projection, readCountry} from "./countries.ts";
import type {MapFacts} from "./mapFacts.ts";
import {areaOf, type Box, type PlanePolygon, type Point} from "./plane.ts";

/** What lies in the frame of the map: the land of the country, and each neighbour with its name. */
export interface Surroundings {
  /** Land of the country, the home area included. */
  vietnam: PlanePolygon[];
  countries: NamedGround[];
  provinces: NamedGround[];
}

export interface NamedGround {
  kind: "country" | "province";
  name: string;
  polygons: PlanePolygon[];
}

/** The neighbours of the home communes (`codes`) within the frame, larger first; of provinces only those with a common border. */
export function surroundingsIn(
  frame: Box,
  around: Neighbourhood,
  codes: ReadonlySet<string>,
  {
    land,
    register,
    facts,
    project
  }: {
    land: readonly PlanePolygon[];
    register: Register;
    facts: MapFacts;
    project: Projection;
  }
): Surroundings {
  const corners: Point[] = [
    [frame.left, frame.top],
    [frame.right, frame.top],
    [frame.right, frame.bottom],
    [frame.left, frame.bottom]
  ];
  const vietnam = clipToCell(land, corners);
  const beside = around.provincesBeside(codes);
  const cells = around.communes.flatMap(({code, province_code}, i) => {
    const cell = codes.has(code) || !beside.has(province_code) ? null : around.cellOf(i);
    const polygons = cell === null ? [] : clipToCell(vietnam, cell);
    return polygons.length === 0 ? [] : [{province_code, polygons}];
  });
  const named = [...group(cells, (cell) => cell.province_code)].map(([code, members]): NamedGround => {
    const province = register.provinces.find((candidate) => candidate.code === code && candidate.valid_to === null);
    return {kind: "province", name: province?.name ?? code, polygons: members.flatMap(({polygons}) => polygons)};
  });
  const countries = facts.countries.map(({id, name}): NamedGround => {
    return {kind: "country", name, polygons: clipToCell(readCountry(id, project), corners)};
  });
  return {vietnam, countries: largestFirst(countries), provinces: largestFirst(named)};
}

function largestFirst(grounds: readonly NamedGround[]): NamedGround[] {
  return grounds
    .filter(({polygons}) => polygons.length > 0)
    .toSorted((a, b) => areaOf(b.polygons) - areaOf(a.polygons) || (a.name < b.name ? -1 : 1));
}
