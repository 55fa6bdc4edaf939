import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** Every unit that was ever counted, as its latest year names it. Grain: unit_id. */
export const units: Model = {
  name: "units",
  columns: PUBLIC_TABLES.units,
  grain: ["unit_id"],
  query: (db) =>
    sql`
      select unit_id, latest.unit_name, latest.unit_type, latest.managed_level, latest.managed_by, former_commune_code,
        latest.current_commune_code
      from (
        select unit_id, max(former_commune_code) as former_commune_code,
          arg_max({
            unit_name: unit_name, unit_type: unit_type, managed_level: managed_level, managed_by: managed_by,
            current_commune_code: current_commune_code
          }, year) as latest
        from unit_years group by unit_id
      )
    `.compile(db)
};
