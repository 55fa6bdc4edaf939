import type {UnitType} from "../vocabulary.ts";

/** A version of a commune (xã, phường, thị trấn, đặc khu; huyện đảo before 7/2025): codes are reused, (code, valid_from) is the key. */
export interface Commune {
  code: string;
  /** Null: from an unknown day, until 30/6/2025. */
  valid_from: string | null;
  valid_to: string | null;
  name: string;
  type: UnitType | "huyen_dao";
  province_code: string;
  /** Null since 1/7/2025: the district level ended. */
  district_code: string | null;
  /** Declared area in km² and centre in degrees, known since 1/7/2025. */
  area_km2: number | null;
  longitude: number | null;
  latitude: number | null;
}

/** District (cấp huyện) of the register until 30/6/2025, when the level ended. The name is without its type: "Hương Trà". */
export interface District {
  code: string;
  name: string;
  type: "quan" | "huyen" | "thi_xa" | "thanh_pho";
  province_code: string;
}

/** A version of a province; codes are reused (15 was Yên Bái, is Lào Cai). Both days null: not merged in 2025. */
export interface Province {
  code: string;
  valid_from: string | null;
  valid_to: string | null;
  name: string;
  type: "tinh" | "thanh_pho";
}

/** One step of an old commune (until 30/6/2025) into a new one. */
export interface LineageEdge {
  old_code: string;
  new_code: string;
  extent: "full" | "part" | "remainder" | "area_only";
  clause: string;
}

/** Another spelling of an area's name, settled by a person. */
export interface AreaAlias {
  level: "commune" | "district" | "province";
  code: string;
  valid_from: string | null;
  alias: string;
}

/** The facts about areas, as plain data: read once by `readRegister`, sent to the browser as JSON. */
export interface Register {
  provinces: readonly Province[];
  districts: readonly District[];
  communes: readonly Commune[];
  lineage: readonly LineageEdge[];
  aliases: readonly AreaAlias[];
}
