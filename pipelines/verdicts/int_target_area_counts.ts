import {sql} from "kysely";
import {
  bindsCommune,
  communeReports,
  isReadFromUnits,
  TARGET_COUNT_COLUMNS,
  TARGET_COUNT_GRAIN,
  targetGroups,
  targetLevels,
  targetTypes
} from "./targetCounts.ts";
import type {Model} from "../database/model.ts";
import {literals} from "../database/words.ts";
import {REPORTED_INDICATORS} from "../indicators/counts.ts";

const reported = literals(REPORTED_INDICATORS.map(({id}) => id));

/**
 * Counts of areas under the targets that are rates of an area or of each commune: indicator_values summed over the unit groups
 * and managing levels the clause covers. An area with other figures but none of these has nothing in scope (0 of 0); a commune
 * that owes its list and sent none, and of which nothing is known, has nulls.
 */
export const areaCounts: Model = {
  name: "int_target_area_counts",
  columns: TARGET_COUNT_COLUMNS,
  grain: TARGET_COUNT_GRAIN,
  query: (db) =>
    sql`
      with known_indicators as (select distinct indicator from indicator_values),
      target_areas as (
        select t.target_id, t.indicator, t.unit_group, t.comparator, t.measure, a.boundary, a.year, a.area_level, a.area_code,
          a.register,
          case when t.subject = 'commune' then ${bindsCommune} when a.relation = 'self' then 'rang_buoc' else 'doi_chieu' end
            as basis
        from int_targets t
        inner join int_plan_areas a on a.plan_id = t.plan_id
        where not ${isReadFromUnits} and (t.subject = 'aggregate' or (t.subject = 'commune' and a.area_level = 'commune'))
          and t.indicator in (select indicator from known_indicators)
      ),
      summed as (
        select a.target_id, a.boundary, a.year, a.area_level, a.area_code,
          sum(v.numerator) as numerator, sum(v.denominator) as denominator,
          sum(v.unknown_count) as unknown_count, sum(v.unreported_count) as unreported_count,
          bool_and(v.is_final) as is_final, bool_or(v.is_unbounded) as is_unbounded,
          -- No unit of its own stands behind each count, so no stage tells what is decided.
          bool_or(v.source = 'summary') or a.indicator in (${reported}) as is_pooled
        from target_areas a
        inner join ${targetGroups} g on g.target_id = a.target_id
        inner join ${targetLevels} l on l.target_id = a.target_id
        inner join indicator_values v on v.area_level = a.area_level and v.area_code = a.area_code and v.boundary = a.boundary
          and v.year = a.year and v.indicator = a.indicator and v.unit_group = g.unit_group and v.managed_level = l.managed_level
        group by a.target_id, a.boundary, a.year, a.area_level, a.area_code, a.indicator
      ),
      provisional as (
        select a.target_id, a.boundary, a.year, a.area_level, a.area_code, sum(p.unit_count) as unit_count
        from target_areas a
        inner join ${targetTypes} y on y.target_id = a.target_id
        inner join ${targetLevels} l on l.target_id = a.target_id
        inner join int_provisional_units p on p.boundary = a.boundary and p.year = a.year and p.area_level = a.area_level
          and p.area_code = a.area_code and p.unit_type = y.unit_type
          and (l.managed_level = 'all' or p.managed_level = l.managed_level)
        group by all
      ),
      -- An area with a figure over units has one of all its units; one whose communes owe their own word has one of their households.
      counted_areas as (
        select boundary, year, area_level, area_code, is_reported_itself from int_known_areas where has_total
      ),
      joined as (
        select a.*, s.* exclude (target_id, boundary, year, area_level, area_code), p.unit_count,
          s.target_id is not null or c.area_code is not null or coalesce(r.is_reported, false) as is_known,
          coalesce(r.is_expected, false) as is_expected
        from target_areas a
        left join summed s using (target_id, boundary, year, area_level, area_code)
        left join provisional p using (target_id, boundary, year, area_level, area_code)
        left join counted_areas c on c.boundary = a.boundary and c.year = a.year and c.area_level = a.area_level
          and c.area_code = a.area_code and c.is_reported_itself = (a.indicator in (${reported}))
        left join ${communeReports} r using (area_level, area_code, year, register)
      )
      select target_id, area_level as subject_level, area_code as subject_id, boundary, unit_group, year, basis,
        case when is_known then coalesce(numerator, 0) end as numerator,
        case when is_known then coalesce(denominator, 0) end as denominator,
        case when is_known then coalesce(unknown_count, 0) end as unknown_count,
        case when is_known then coalesce(unreported_count, 0) end as unreported_count,
        case
          when measure = 'percent' and is_final then unknown_count
          when measure = 'percent' and is_pooled then denominator - numerator
          when measure = 'percent' then least(denominator - numerator, unknown_count + coalesce(unit_count, 0))
          when is_final then 0
          when comparator <> '=' then null
          when is_pooled then numerator
          else coalesce(unit_count, 0)
        end as open_count,
        coalesce(is_unbounded, false) as is_unbounded
      from joined where is_known or is_expected
    `.compile(db)
};
