import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {UNASSIGNED} from "../registerOfYear.ts";

/**
 * Where each commune lies and lay. Grain: is_former, commune_code. Holds the register and every code that was reported.
 * `current_commune_code`: the present commune its units are in; "unassigned" for a split commune (several steps that carry units), whose
 * units only a later list can place. `origin_code`: the part of a unit's identity that outlives the merger: the former commune; a present
 * commune made of one whole former commune stands for that one; any other is new ("n" + code).
 */
export const intCommuneAreas: Model = {
  name: "int_commune_areas",
  columns: {
    is_former: "BOOLEAN not null",
    commune_code: "VARCHAR not null",
    name: "VARCHAR not null",
    type: "VARCHAR not null",
    province_code: "VARCHAR not null",
    district_code: "VARCHAR",
    current_commune_code: "VARCHAR not null",
    current_province_code: "VARCHAR not null",
    origin_code: "VARCHAR not null"
  },
  grain: ["is_former", "commune_code"],
  query: (db) =>
    sql`
      with reported as (
        select p.is_former, p.commune_code, max(coalesce(d.province_code, case s.area_level when 'province' then s.area_code end))
            as province_code,
          max(case s.area_level when 'district' then s.area_code end) as district_code
        from int_parts p
        inner join stg_submissions s on s.submission_id = p.submission_id
        left join (select distinct 'district' as area_level, district_code, province_code from stg_communes where is_former) d
          on d.area_level = s.area_level and d.district_code = s.area_code
        group by p.is_former, p.commune_code
      ),
      known as (
        select coalesce(c.is_former, r.is_former) as is_former, coalesce(c.commune_code, r.commune_code) as commune_code,
          coalesce(c.name, r.commune_code) as name, coalesce(c.type, 'xa') as type,
          coalesce(c.province_code, r.province_code, ${UNASSIGNED}) as province_code,
          case when coalesce(c.is_former, r.is_former) then coalesce(c.district_code, r.district_code) end as district_code
        from stg_communes c full join reported r on r.is_former = c.is_former and r.commune_code = c.commune_code
      ),
      successors as (
        select true as is_former, l.old_code, case when count(*) = 1 then max(l.new_code) else ${UNASSIGNED} end as new_code,
          min(c.province_code) as province_code
        from stg_lineage l inner join stg_communes c on not c.is_former and c.commune_code = l.new_code
        group by l.old_code
      ),
      whole as (
        select false as is_former, new_code, max(old_code) as old_code from stg_lineage
        where predecessor_count = 1 and successor_count = 1 group by new_code
      )
      select k.*,
        case when not k.is_former then k.commune_code else coalesce(s.new_code, ${UNASSIGNED}) end as current_commune_code,
        case when not k.is_former then k.province_code else coalesce(s.province_code, k.province_code) end as current_province_code,
        case when k.is_former then k.commune_code else coalesce(w.old_code, 'n' || k.commune_code) end as origin_code
      from known k
      left join successors s on s.is_former = k.is_former and s.old_code = k.commune_code
      left join whole w on w.is_former = k.is_former and w.new_code = k.commune_code
    `.compile(db)
};
