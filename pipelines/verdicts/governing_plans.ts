import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * The plan (never a norm) that governs an area in a year: its own, binding; else that of the nearest level above, a district
 * that has ended included, for comparison; of equals the one signed last. No row: no plan. Used by every page that shows verdicts.
 */
export const governingPlans: Model = {
  name: "governing_plans",
  columns: PUBLIC_TABLES.governing_plans,
  grain: ["area_level", "area_code", "boundary", "year"],
  query: (db) =>
    sql`
      with ranked as (
        select a.area_level, a.area_code, a.boundary, a.year, p.plan_id,
          case a.relation when 'self' then 'rang_buoc' else 'doi_chieu' end as basis,
          row_number() over (
            partition by a.area_level, a.area_code, a.boundary, a.year
            order by a.relation = 'self' desc,
              list_position(['commune', 'district', 'province', 'country'], p.area_level),
              p.signed_date desc nulls last, p.plan_id
          ) as place
        from int_plan_areas a inner join int_plans p on p.plan_id = a.plan_id
        where p.kind = 'plan'
      )
      select area_level, area_code, boundary, year, plan_id, basis from ranked where place = 1
    `.compile(db)
};
