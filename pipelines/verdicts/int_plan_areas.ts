import {sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * How far each plan reaches: every area it speaks of or can be compared with, by year and boundary view. Grain: plan_id,
 * boundary, year, area_level, area_code. `relation`: `self` the plan's own area, which a province stays when no other was
 * merged into it; `within` an area inside it; `successor` a present commune made wholly of what the plan's area was, which
 * has ended. A commune that also took land from elsewhere was never under that plan as a whole and is left out.
 */
export const planAreas: Model = {
  name: "int_plan_areas",
  columns: {
    plan_id: "VARCHAR not null",
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    register: "VARCHAR not null",
    relation: "VARCHAR not null"
  },
  grain: ["plan_id", "boundary", "year", "area_level", "area_code"],
  query: (db) =>
    sql`
      with steps as (
        select l.new_code, old.code as old_code, old.district_code, old.province_code as old_province,
          new.province_code as new_province
        from commune_lineage l
        inner join communes old on old.code = l.old_code and old.valid_from is null
        inner join (
          select code, arg_max(province_code, valid_from) as province_code
          from communes where valid_from is not null group by code
        ) new on new.code = l.new_code
        where l.extent <> 'area_only'
      ),
      continuing as (
        select new_province as code from steps group by new_province
        having count(distinct old_province) = 1 and min(old_province) = new_province
      ),
      plans_here as (
        select p.*, c.code is not null as is_continuing
        from int_plans p left join continuing c on p.area_level = 'province' and c.code = p.area_code
      ),
      successors as (
        select p.plan_id, s.new_code
        from plans_here p cross join steps s
        where p.area_register = 'former' and p.area_level in ('province', 'district', 'commune') and not p.is_continuing
        group by p.plan_id, s.new_code
        having bool_and(coalesce(p.area_code = case p.area_level
          when 'province' then s.old_province when 'district' then s.district_code else s.old_code end, false))
      ),
      related as (
        select p.plan_id, a.boundary, a.year, a.area_level, a.area_code, a.register,
          case
            when p.area_level = 'country' then 'within'
            when (a.register = p.area_register or p.is_continuing) and a.area_level = p.area_level
              and a.area_code = p.area_code then 'self'
            when p.area_level = 'province' and (a.register = p.area_register or p.is_continuing)
              and a.area_level in ('district', 'commune') and a.province_code = p.area_code then 'within'
            when p.area_level = 'district' and a.register = p.area_register
              and a.area_level = 'commune' and a.district_code = p.area_code then 'within'
            when s.new_code is not null then 'successor'
          end as relation
        from plans_here p
        inner join int_area_versions a on a.year between p.year_from and p.year_to
        left join successors s on s.plan_id = p.plan_id and a.register = 'current' and a.area_level = 'commune'
          and s.new_code = a.area_code
      )
      select * from related where relation is not null
    `.compile(db)
};
