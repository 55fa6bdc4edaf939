import type {GeometryCollection, Topology} from "topojson-specification";

/**
 * `build/nation.json`: the map of the whole country (Cả nước). One grid, x to the right, y down, nothing is projected in the page.
 * Hoàng Sa and Trường Sa are always in it, in their true place and with their names.
 */
export interface NationFile {
  width: number;
  height: number;
  kilometres_per_unit: number;
  source: string;
  /** Provinces as unions of the cells of their communes; each geometry's `id` is the province code. */
  topology: Topology<{communes: GeometryCollection}>;
  /** Present provinces, by code. */
  provinces: NationProvince[];
  /** The special zones (đặc khu), the two archipelagos among them, from north to south. */
  islands: NationIsland[];
  tile_columns: number;
  tile_rows: number;
  labels: {kind: "country" | "sea"; name: string; x: number; y: number}[];
}

export interface NationProvince {
  code: string;
  name: string;
  /** "tinh" or "thanh_pho". */
  type: string;
  /** Present communes. */
  communes: number;
  /** A point well inside. */
  x: number;
  y: number;
  column: number;
  row: number;
}

export interface NationIsland {
  /** Commune code; null where the register of this data folder does not hold it. */
  code: string | null;
  name: string;
  province_code: string;
  x: number;
  y: number;
  is_archipelago: boolean;
}
