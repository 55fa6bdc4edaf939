import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Models (mô hình) of the movement, year by year. Grain: model_id, year.
 * A model is its commune's origin + name; two of one name in one commune stay two (suffix "~<year>-<k>"). `unit_id` is given when exactly
 * one unit of that commune and year has the name written beside the model.
 */
export const modelYears: Model = {
  name: "model_years",
  columns: PUBLIC_TABLES.model_years,
  grain: ["model_id", "year"],
  query: (db) =>
    sql`
      with counted as (
        select m.*, a.current_commune_code, a.origin_code || '.mo_hinh.' || m.name_key as base_id
        from raw_models m
        inner join int_parts p on p.submission_id = m.submission_id and p.commune_code = m.commune_code
          and p.is_former = (m.commune_valid_from is null) and p.year = m.year and p.period = m.period
          and p.form = 'models' and p.is_counted
        inner join int_commune_areas a on a.is_former = p.is_former and a.commune_code = m.commune_code
      ),
      numbered as (
        select *, count(*) over (partition by base_id, year) as repeat_count,
          row_number() over (partition by base_id, year order by commune_code, submission_id, sheet, row_number) as k
        from counted
      ),
      named_units as (
        select commune_code, commune_valid_from is null as is_former, year, lower(unit_name) as unit_name, max(unit_id) as unit_id
        from unit_years
        group by commune_code, commune_valid_from is null, year, lower(unit_name) having count(*) = 1
      )
      select case when n.repeat_count = 1 then n.base_id else n.base_id || '~' || n.year || '-' || n.k end as model_id,
        n.year, n.commune_code, n.commune_valid_from, n.current_commune_code, n.model_name, n.unit_name, u.unit_id, n.class,
        n.site_count, n.team_count, n.is_replicated_province, n.plan_done_share, n.stage, n.submission_id, n.sheet, n.row_number
      from numbered n
      left join named_units u on u.commune_code = n.commune_code and u.is_former = (n.commune_valid_from is null)
        and u.year = n.year and u.unit_name = lower(n.unit_name)
    `.compile(db)
};
