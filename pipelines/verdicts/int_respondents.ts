import {sql} from "kysely";
import {INT_DUTY_COLUMNS} from "./duties.ts";
import type {Model} from "../database/model.ts";

/**
 * On whom each duty falls: the areas that exist on its due day. Grain: plan_id, duty, year, area_level, area_code. Of a norm, which
 * binds every commune of the country, only those that owe their lists here; before 1/7/2025 their predecessors.
 */
export const respondents: Model = {
  name: "int_respondents",
  columns: {...INT_DUTY_COLUMNS, area_level: "VARCHAR not null", area_code: "VARCHAR not null"},
  grain: ["plan_id", "duty", "year", "area_level", "area_code"],
  query: (db) =>
    sql`
      with expected as (
        select year, commune_code as code, case when commune_valid_from is null then 'former' else 'current' end as register
        from commune_reports where is_expected
      ),
      expected_on_day as (
        select 'commune' as area_level, year, code, register from expected
        union
        select 'commune', e.year, l.old_code, 'former' from expected e inner join commune_lineage l on l.new_code = e.code
        where e.register = 'current' and l.extent <> 'area_only'
      ),
      versions as (
        select 'commune' as area_level, code, case when valid_from is null then 'former' else 'current' end as register,
          province_code, district_code, valid_from, valid_to
        from communes
        union all
        select distinct 'district', district_code, 'former', province_code, district_code, null::date, null::date
        from communes where valid_from is null and district_code is not null
      ),
      dated as (
        select d.*, p.area_level as plan_level, p.area_code as plan_code, p.area_register,
          coalesce(d.due_date, make_date(d.year, 12, 31)) as day
        from int_duties d inner join int_plans p on p.plan_id = d.plan_id
      ),
      reached as (select distinct plan_id, area_level, area_code, register from int_plan_areas)
      select d.plan_id, d.duty, d.year, d.due_date, d.is_day_included, d.register, d.respondent_level, d.evidence,
        v.area_level, v.code as area_code
      from dated d
      inner join versions v on v.area_level = d.respondent_level and v.register = d.register
        and (v.valid_from is null or v.valid_from <= d.day) and (v.valid_to is null or v.valid_to >= d.day)
      left join reached a on a.plan_id = d.plan_id and a.area_level = v.area_level and a.area_code = v.code
        and a.register = v.register
      left join expected_on_day e on e.area_level = v.area_level and e.year = d.year and e.code = v.code and e.register = v.register
      where case
        when d.plan_level = 'country' then e.code is not null
        when a.area_code is not null then true
        when d.plan_level = 'province' then d.register = 'former' and d.area_register = 'former' and v.province_code = d.plan_code
        when d.plan_level = 'district' then d.register = 'former' and v.district_code = d.plan_code
        else false
      end
    `.compile(db)
};
