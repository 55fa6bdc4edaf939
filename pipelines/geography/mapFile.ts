import type {GeometryCollection, Topology} from "topojson-specification";
import type {Commune} from "../../loaders/reference/register.ts";

/**
 * `build/map.json`: the map of the home area as the pages draw it. All positions are in one grid, x to the right, y down,
 * from 0 to `width` and `height`; the page scales it (`d3.geoIdentity`), nothing is projected there.
 */
export interface MapFile {
  /** `cells`: schematic Voronoi cells ("bản đồ sơ đồ, ranh giới xấp xỉ"); `boundaries`: the operator's own file. */
  kind: "cells" | "boundaries";
  /** Whose map: "Tỉnh Thanh Hóa". */
  title: string;
  /** Where the shapes come from, for the foot of the map. */
  source: string;
  width: number;
  height: number;
  kilometres_per_unit: number;
  /** Shapes with shared borders stored once; each geometry's `id` is the commune code. Outline: `mesh(topology, communes, (a, b) => a === b)`. */
  topology: Topology<{communes: GeometryCollection}>;
  /** One per shape, ordered by code. */
  communes: MapCommune[];
  /** Size of the tile map (ô đều): each commune has a tile of its own in columns × rows. */
  tile_columns: number;
  tile_rows: number;
  /** Names around the area; none overlaps the area or another name when the map is drawn 360 px wide or more. */
  labels: MapLabel[];
  /** Commune of the provincial seat, its label outside the area with a leader; null where the seat is not known. */
  seat: MapSeat | null;
}

export interface MapCommune {
  code: string;
  name: string;
  type: Commune["type"];
  /** A point well inside the shape: for a number, a disc, a leader. */
  x: number;
  y: number;
  /** Tile of the commune, from 0. */
  column: number;
  row: number;
  /** True if the shape is a mere sign: an island that the base map does not draw. */
  is_symbol: boolean;
  /** True if the sign stands at the edge of the map because the island lies far outside it. */
  is_displaced: boolean;
}

export interface MapLabel {
  kind: "province" | "country" | "sea";
  /** Text in one or two lines, in its own case: "Sơn La", "Vịnh Bắc Bộ". */
  lines: string[];
  /** Middle of the text. */
  x: number;
  y: number;
}

export interface MapSeat {
  code: string;
  name: string;
  x: number;
  y: number;
  /** Where the leader ends and the text begins; `anchor` is the side of the text the leader touches. */
  label_x: number;
  label_y: number;
  anchor: "start" | "end";
}
