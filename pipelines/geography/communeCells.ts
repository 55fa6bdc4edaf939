import {Delaunay} from "d3";
import type {Commune} from "../../loaders/reference/register.ts";
import {clipToCell} from "./clipToCell.ts";
import {boxOf, type PlanePolygon, type Point} from "./plane.ts";

/** The shape of a commune in the plane. */
export interface CommuneShape {
  code: string;
  /** Its centre. */
  centre: Point;
  polygons: readonly PlanePolygon[];
  /** True if the base map has no land for it: `polygons` is then a sign of its declared area. */
  isSymbol: boolean;
}

/** The plane divided among communes by nearest centre; `index` counts in `communes`. */
export interface Neighbourhood {
  communes: readonly Commune[];
  centres: readonly Point[];
  /** Voronoi cell of a commune; null if another has the same centre. */
  cellOf: (index: number) => readonly Point[] | null;
  /** Provinces whose cells touch the cells of the communes `codes`. */
  provincesBeside: (codes: ReadonlySet<string>) => Set<string>;
}

const FAR_KM = 1000;
/** A sign is large enough to be seen and pointed at, and no larger: the declared area of an archipelago is not land. */
const SIGN_KM2 = {least: 25, most: 60};

/** Divides the plane among all communes of the country by nearest centre (Voronoi). */
export function divideByCentre(
  communes: readonly Commune[],
  project: (lon: number, lat: number) => Point
): Neighbourhood {
  const placed = communes.filter((commune) => commune.longitude !== null && commune.latitude !== null);
  const centres = placed.map(({longitude, latitude}) => project(longitude ?? 0, latitude ?? 0));
  const delaunay = new Delaunay(centres.flat());
  const box = boxOf(centres);
  const voronoi = delaunay.voronoi([box.left - FAR_KM, box.top - FAR_KM, box.right + FAR_KM, box.bottom + FAR_KM]);
  return {
    communes: placed,
    centres,
    // d3 returns null for a repeated centre, though its types do not say so.
    cellOf: (index) => (voronoi.cellPolygon(index) as Point[] | null)?.slice(0, -1) ?? null,
    provincesBeside: (codes) =>
      new Set(
        placed.flatMap(({code, province_code}, i) =>
          !codes.has(code) && [...voronoi.neighbors(i)].some((k) => codes.has(placed[k]?.code ?? ""))
            ? [province_code]
            : []
        )
      )
  };
}

/** The cells of the communes with these codes, cut to the land; a commune without land gets a hexagon. */
export function communeCells(
  {communes, centres, cellOf}: Neighbourhood,
  codes: ReadonlySet<string>,
  land: readonly PlanePolygon[]
): CommuneShape[] {
  return communes.flatMap(({code, area_km2}, i): CommuneShape[] => {
    const centre = centres[i];
    if (!codes.has(code) || centre === undefined) return [];
    const cell = cellOf(i);
    const polygons = cell === null ? [] : clipToCell(land, cell);
    if (polygons.length > 0) return [{code, centre, polygons, isSymbol: false}];
    return [
      {
        code,
        centre,
        polygons: [[hexagon(centre, Math.min(SIGN_KM2.most, Math.max(SIGN_KM2.least, area_km2 ?? 0)))]],
        isSymbol: true
      }
    ];
  });
}

function hexagon([x, y]: Point, area: number): Point[] {
  const radius = Math.sqrt((2 * area) / (3 * Math.sqrt(3)));
  return [0, 1, 2, 3, 4, 5].map((k): Point => {
    const angle = (k * Math.PI) / 3;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
