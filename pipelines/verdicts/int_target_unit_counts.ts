import {sql} from "kysely";
import {
  bindsCommune,
  communeReports,
  isReadFromUnits,
  TARGET_COUNT_COLUMNS,
  TARGET_COUNT_GRAIN,
  targetTypes
} from "./targetCounts.ts";
import {UNIT_COUNTS} from "./unitMeasures.ts";
import type {Model} from "../database/model.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * Counts of single subjects: each unit, or each commune by its own row in the list. A unit is the same in both boundary views; a
 * commune's own row is never carried to the commune that came after it, so the present view has it from 2025 only. A commune
 * that owes its list, and whose own row is not there, has nulls.
 */
export const unitCounts: Model = {
  name: "int_target_unit_counts",
  columns: TARGET_COUNT_COLUMNS,
  grain: TARGET_COUNT_GRAIN,
  query: (db) =>
    sql`
      with target_communes as (
        select t.*, a.year, a.area_code, a.register, ${bindsCommune} as basis
        from int_targets t
        inner join int_plan_areas a on a.plan_id = t.plan_id and a.boundary = 'as_reported' and a.area_level = 'commune'
        where ${isReadFromUnits}
      ),
      rows_in_scope as (
        select t.target_id, t.subject, t.comparator, t.measure, t.unit_group, t.year, t.area_code, t.register, t.basis, u.unit_id,
          u.stage, ${UNIT_COUNTS.n} as n, ${UNIT_COUNTS.d} as d, ${UNIT_COUNTS.u} as u, ${UNIT_COUNTS.v} as v
        from target_communes t
        inner join ${targetTypes} y on y.target_id = t.target_id
        inner join unit_years u on u.year = t.year and u.commune_code = t.area_code and u.unit_type = y.unit_type
          and u.is_eligible and (u.commune_valid_from is null) = (t.register = 'former')
        where t.managed_levels = 'all' or list_contains(string_split(t.managed_levels, '+'), u.managed_level)
      ),
      counted as (
        select target_id, subject, comparator, measure, unit_group, year, register, basis,
          case subject when 'unit' then 'unit' else 'commune' end as subject_level,
          case subject when 'unit' then unit_id else area_code end as subject_id,
          sum(n) as n, sum(d) as d, sum(u) as u, sum(v) as v, bool_and(stage = 'chinh_thuc') as is_final
        from rows_in_scope group by all
        union all
        select t.target_id, t.subject, t.comparator, t.measure, t.unit_group, t.year, t.register, t.basis,
          'commune', t.area_code, null, null, null, null, true
        from target_communes t
        inner join ${communeReports} r on r.area_code = t.area_code and r.year = t.year and r.register = t.register
        where t.subject = 'commune' and (r.is_expected or r.is_reported) and not exists (
          select 1 from rows_in_scope s where s.target_id = t.target_id and s.year = t.year and s.area_code = t.area_code
        )
      )
      select target_id, subject_level, subject_id, b.boundary, unit_group, year, basis, n as numerator, d as denominator,
        u as unknown_count, v as unreported_count,
        case
          when is_final then case measure when 'percent' then u else 0 end
          when measure = 'percent' then d - n
          when comparator = '=' then n
        end as open_count,
        measure = 'count' as is_unbounded
      from counted cross join (values ('as_reported'), ('current')) as b(boundary)
      where b.boundary = 'as_reported' or subject_level = 'unit'
        or (register = 'current' and year >= ${FIRST_PRESENT_YEAR})
    `.compile(db)
};
