import type {Columns} from "../columnTypes.ts";

/** The register of areas as raw tables, one row for each version. */
export const RAW_REGISTER_TABLES = {
  /** Grain: code, valid_from. */
  raw_provinces: {
    code: "VARCHAR not null",
    valid_from: "DATE",
    valid_to: "DATE",
    name: "VARCHAR not null",
    type: "VARCHAR not null"
  },
  /** Districts until 30/6/2025. Grain: code. */
  raw_districts: {
    code: "VARCHAR not null",
    name: "VARCHAR not null",
    type: "VARCHAR not null",
    province_code: "VARCHAR not null"
  },
  /** Grain: code, valid_from. */
  raw_communes: {
    code: "VARCHAR not null",
    valid_from: "DATE",
    valid_to: "DATE",
    name: "VARCHAR not null",
    type: "VARCHAR not null",
    province_code: "VARCHAR not null",
    district_code: "VARCHAR",
    area_km2: "DOUBLE",
    longitude: "DOUBLE",
    latitude: "DOUBLE"
  },
  /** Grain: old_code, new_code. */
  raw_lineage: {
    old_code: "VARCHAR not null",
    new_code: "VARCHAR not null",
    extent: "VARCHAR not null",
    clause: "VARCHAR not null"
  }
} as const satisfies Record<string, Columns>;
