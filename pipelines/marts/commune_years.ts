import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

const fact = (id: string, column: string) => sql`max(${sql.id(column)}) filter (where fact = ${sql.lit(id)})`;
const isTrue = (id: string) => sql`bool_or(is_met) filter (where fact = ${sql.lit(id)})`;
/** Held when said so, or when its day is given. */
const isHeld = (id: string) =>
  sql`bool_or(coalesce(is_met, nullif(value_date is not null, false))) filter (where fact = ${sql.lit(id)})`;

/**
 * Facts a commune reports of itself (Thông tin chung). Grain: commune_code, commune_valid_from, year.
 * Each fact stands on its own newest file (`int_fact_rows`). `submission_id` is the latest of those files; the row is provisional while one
 * of them is.
 */
export const communeYears: Model = {
  name: "commune_years",
  columns: PUBLIC_TABLES.commune_years,
  grain: ["commune_code", "commune_valid_from", "year"],
  query: (db) =>
    sql`
      select f.commune_code, max(f.commune_valid_from) as commune_valid_from, a.current_commune_code, f.year,
        ${fact("households", "reached_count")} as households_reached, ${fact("households", "total_count")} as households_total,
        ${fact("officials", "reached_count")} as officials_reached, ${fact("officials", "total_count")} as officials_total,
        ${fact("pupils", "reached_count")} as pupils_reached, ${fact("pupils", "total_count")} as pupils_total,
        ${isTrue("ntm_19_2")} as is_ntm_19_2, ${isTrue("ntm_advanced_19_2")} as is_ntm_advanced_19_2,
        ${fact("resolution_date", "value_date")} as resolution_date, ${fact("plan_date", "value_date")} as plan_date,
        ${fact("half_year_report_date", "value_date")} as half_year_report_date,
        ${fact("annual_report_date", "value_date")} as annual_report_date,
        ${fact("festival", "value_date")} as festival_date, ${isHeld("festival")} as is_festival_held,
        ${isHeld("police_listens_forum")} as is_forum_held,
        case when bool_and(f.stage = 'chinh_thuc') then 'chinh_thuc' else 'so_bo' end as stage,
        last(f.submission_id order by f.received_date nulls first, f.submission_id) as submission_id
      from int_fact_rows f
      inner join int_commune_areas a on a.is_former = f.is_former and a.commune_code = f.commune_code
      group by f.is_former, f.commune_code, a.current_commune_code, f.year
    `.compile(db)
};
