import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {literals} from "../database/words.ts";
import {REPORTED_INDICATORS} from "../indicators/counts.ts";

/**
 * Areas with a figure at all, asked of indicator_values once for all who need to know. Grain: boundary, year, area_level, area_code,
 * is_reported_itself. `is_reported_itself`: figures that communes report of themselves; else those over units. `has_total`: one of them is
 * of all units of all levels.
 */
export const knownAreas: Model = {
  name: "int_known_areas",
  columns: {
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    is_reported_itself: "BOOLEAN not null",
    has_total: "BOOLEAN not null"
  },
  grain: ["boundary", "year", "area_level", "area_code", "is_reported_itself"],
  query: (db) =>
    sql`
      select boundary, year, area_level, area_code,
        indicator in (${literals(REPORTED_INDICATORS.map(({id}) => id))}) as is_reported_itself,
        bool_or(unit_group = 'all' and managed_level = 'all') as has_total
      from indicator_values group by all
    `.compile(db)
};
