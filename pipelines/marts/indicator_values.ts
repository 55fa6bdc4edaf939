import {type RawBuilder, sql} from "kysely";
import type {View} from "../database/createView.ts";
import {literals} from "../database/words.ts";
import {countColumn, isUnbounded, REPORTED_INDICATORS, UNIT_INDICATORS} from "../indicators/counts.ts";
import type {ReportedIndicator, UnitIndicator} from "../indicators/indicator.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Every indicator of every area in both boundary views, a view: its rows are the wide counts said once more, sixteen for each row of
 * `int_area_counts`, and storing them took longer than asking for them ever does. Grain: area_level, area_code, boundary, year, indicator, unit_group, managed_level.
 *
 * D units are known in scope; u of them have no outcome yet; v more are expected from communes that have not submitted, or do not say whether
 * they belong to D. share = n/D; the truth lies between low = n/(D+v) and high = (n+u+v)/(D+v); null when there is nothing to divide by,
 * and for a sum (models), which is not a share. Where something unknown may be of any size the bounds are 0 and 1. Final only when every part is and no commune is silent. `source` is "summary" when
 * any count comes from a Biểu tổng hợp. Rows with nothing known or expected are left out.
 */
export const indicatorValues: View = {
  name: "indicator_values",
  query: () => sql`
    select ${sql.join(
      Object.entries(PUBLIC_TABLES.indicator_values).map(
        ([name, type]) => sql`cast(${sql.id(name)} as ${sql.raw(type.replace(" not null", ""))}) as ${sql.id(name)}`
      )
    )}
    from (${sql.join([...UNIT_INDICATORS.map(valuesOf), ...REPORTED_INDICATORS.map(reportedValuesOf)], sql`\nunion all\n`)})
  `
};

function valuesOf(indicator: UnitIndicator) {
  const n = sql.id(countColumn(indicator, "numerator"));
  const d = sql.id(countColumn(indicator, "denominator"));
  const u = sql.id(countColumn(indicator, "unknown"));
  const v = sql`(expected_count + ${sql.id(countColumn(indicator, "membership_unknown"))})`;
  return sql`
    select area_level, area_code, boundary, year, ${sql.lit(indicator.id)} as indicator, unit_group, managed_level,
      ${n} as numerator, ${d} as denominator, ${u} as unknown_count, ${v} as unreported_count,
      ${shares({n, d, u, v, isUnbounded: isUnbounded(indicator), isShare: !("amount" in indicator)})},
      is_final and expected_count = 0 as is_final, case when has_summary then 'summary' else 'list' end as source
    from int_area_counts
    where ${d} + ${v} > 0 and unit_group in (${literals(indicator.unit_groups)})
  `;
}

/** Of one row each unit group that the indicator names: they all mean its communes. */
function reportedValuesOf({id, measure, unit_groups}: ReportedIndicator) {
  const [n, d, u, v] = [sql`numerator`, sql`denominator`, sql`unknown_count`, sql`unreported_count`];
  return sql`
    select area_level, area_code, boundary, year, indicator, g.unit_group, 'all' as managed_level,
      numerator, denominator, unknown_count, unreported_count,
      ${shares({n, d, u, v, isUnbounded: sql`is_unbounded`, isShare: measure === "percent"})},
      is_final and not is_silent as is_final, 'list' as source
    from int_report_areas
    cross join (select unnest([${literals(unit_groups)}]) as unit_group) g
    where indicator = ${sql.lit(id)} and denominator + unreported_count > 0
  `;
}

interface Counted {
  n: RawBuilder<unknown>;
  d: RawBuilder<unknown>;
  u: RawBuilder<unknown>;
  v: RawBuilder<unknown>;
  isUnbounded: RawBuilder<unknown>;
  isShare: boolean;
}

function shares({n, d, u, v, isUnbounded: open, isShare}: Counted): RawBuilder<unknown> {
  if (!isShare) return sql`null as share, null as low_share, null as high_share, ${open} as is_unbounded`;
  return sql`
    ${n} / nullif(${d}, 0) as share,
    case when ${open} then 0 else ${n} / (${d} + ${v}) end as low_share,
    case when ${open} then 1 else (${n} + ${u} + ${v}) / (${d} + ${v}) end as high_share,
    ${open} as is_unbounded
  `;
}
