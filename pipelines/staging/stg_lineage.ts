import {sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * Steps of former communes into present ones that carried people or units. Grain: old_code, new_code.
 * `area_only` edges moved land without units and are left out. A former commune with one step went there whole.
 */
export const stgLineage: Model = {
  name: "stg_lineage",
  columns: {
    old_code: "VARCHAR not null",
    new_code: "VARCHAR not null",
    extent: "VARCHAR not null",
    successor_count: "INTEGER not null",
    predecessor_count: "INTEGER not null"
  },
  grain: ["old_code", "new_code"],
  query: (db) =>
    sql`
      select old_code, new_code, extent,
        count(*) over (partition by old_code) as successor_count,
        count(*) over (partition by new_code) as predecessor_count
      from raw_lineage where extent <> 'area_only'
    `.compile(db)
};
