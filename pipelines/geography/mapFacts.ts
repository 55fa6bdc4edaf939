import {existsSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {readRows} from "../../loaders/reference/readRows.ts";

const degrees = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "một số độ, dạng 107.2")
  .transform(Number)
  .nullable();

const SURROUNDING_ROW = z.strictObject({
  kind: z.enum(["country", "sea"], "country hoặc sea"),
  id: z.string().nullable(),
  name: z.string("một tên"),
  longitude: degrees,
  latitude: degrees
});

const SEAT_ROW = z.strictObject({
  province_code: z.string("mã tỉnh"),
  commune_code: z.string("mã xã"),
  basis: z.string("căn cứ")
});

/** Facts that only the map needs. */
export interface MapFacts {
  /** Neighbouring countries by ISO 3166-1 numeric code. */
  countries: {id: string; name: string}[];
  /** Anchors of the seas: a stretch of water bears the name of the nearest. */
  seas: {name: string; longitude: number; latitude: number}[];
  /** Present commune in which a province has its seat. */
  seats: {province_code: string; commune_code: string}[];
}

/** Reads `surroundings.csv` and `seats.csv` of the reference folder; a folder without them gives a map without those names. */
export function readMapFacts(directory: string): MapFacts {
  const has = (file: string): boolean => existsSync(join(directory, file));
  const surroundings = has("surroundings.csv") ? readRows(directory, "surroundings.csv", SURROUNDING_ROW) : [];
  return {
    countries: surroundings.flatMap(({kind, id, name}) => (kind === "country" && id !== null ? [{id, name}] : [])),
    seas: surroundings.flatMap(({kind, name, longitude, latitude}) =>
      kind === "sea" && longitude !== null && latitude !== null ? [{name, longitude, latitude}] : []
    ),
    seats: has("seats.csv") ? readRows(directory, "seats.csv", SEAT_ROW) : []
  };
}
