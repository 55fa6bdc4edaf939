import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {UNASSIGNED} from "../registerOfYear.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** Columns that come as they were read, from the row that counts. */
const AS_READ = Object.keys(PUBLIC_TABLES.unit_years).filter(
  (column) => !["unit_id", "current_commune_code", "former_commune_code", "is_eligible"].includes(column)
);

/**
 * What the current files say of each unit in each year. Grain: unit_id, year. The base of every indicator and verdict.
 * A unit is eligible unless it lies outside Thông tư 124/2021 (an exclusion reason is given): kept, never in a denominator of
 * certification or class. Null is unknown: never "no", never zero. `current_commune_code` puts old years on present boundaries by moving
 * the unit, so that totals agree in both views; former communes stay units of their own.
 */
export const unitYears: Model = {
  name: "unit_years",
  columns: PUBLIC_TABLES.unit_years,
  grain: ["unit_id", "year"],
  query: (db) =>
    sql`
      select coalesce(r.unit_id, u.base_id) as unit_id, ${sql.join(AS_READ.map((column) => sql.ref(`u.${column}`)))},
        u.origin_commune_code as former_commune_code, u.exclusion_reason is null as is_eligible,
        case when u.area_commune_code = ${UNASSIGNED} then coalesce(p.commune_code, ${UNASSIGNED})
          else u.area_commune_code end as current_commune_code
      from int_unit_rows u
      left join int_unit_repeats r on r.submission_id = u.submission_id and r.sheet = u.sheet and r.row_number = u.row_number
      left join int_unit_placements p on p.base_id = coalesce(r.unit_id, u.base_id)
      where not coalesce(r.is_set_aside, false)
    `.compile(db)
};
