import {sql} from "kysely";
import {TARGET_COUNT_COLUMNS, TARGET_COUNT_GRAIN, targetTypes} from "./targetCounts.ts";
import {UNIT_COUNTS} from "./unitMeasures.ts";
import type {Model} from "../database/model.ts";

/**
 * Counts of a board that a plan names: the sum over the board itself and the units it manages. No such unit in the lists of a year that was reported:
 * nothing is known of the board. Reads int_board_names.
 */
export const boardCounts: Model = {
  name: "int_target_board_counts",
  columns: TARGET_COUNT_COLUMNS,
  grain: TARGET_COUNT_GRAIN,
  query: (db) =>
    sql`
      with board_years as (
        select t.*, a.year from int_targets t
        inner join int_plan_areas a on a.plan_id = t.plan_id and a.boundary = 'as_reported' and a.relation = 'self'
        where t.subject = 'board' and exists (
          select 1 from int_known_areas v
          where v.boundary = a.boundary and v.year = a.year and v.area_level = a.area_level and v.area_code = a.area_code
        )
      ),
      summed as (
        select t.target_id, t.year, sum(${UNIT_COUNTS.n}) as n, sum(${UNIT_COUNTS.d}) as d, sum(${UNIT_COUNTS.u}) as u,
          sum(${UNIT_COUNTS.v}) as v, bool_and(u.stage = 'chinh_thuc') as is_final
        from board_years t
        inner join int_plan_areas a on a.plan_id = t.plan_id and a.boundary = 'as_reported' and a.area_level = 'commune'
          and a.year = t.year
        inner join ${targetTypes} y on y.target_id = t.target_id
        inner join unit_years u on u.year = t.year and u.commune_code = a.area_code and u.unit_type = y.unit_type
          and u.is_eligible and (u.commune_valid_from is null) = (a.register = 'former')
        where exists (select 1 from int_board_names b where b.target_id = t.target_id and b.name in (u.managed_by, u.unit_name))
        group by t.target_id, t.year
      )
      select t.target_id, 'board' as subject_level, t.board_id as subject_id, b.boundary, t.unit_group, t.year,
        'rang_buoc' as basis, s.n as numerator, s.d as denominator, s.u as unknown_count, s.v as unreported_count,
        case when s.is_final then 0 end as open_count, t.measure = 'count' as is_unbounded
      from board_years t
      left join summed s on s.target_id = t.target_id and s.year = t.year
      cross join (values ('as_reported'), ('current')) as b(boundary)
    `.compile(db)
};
