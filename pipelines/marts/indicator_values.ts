import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {literals} from "../database/words.ts";
import {countColumn, EVERY_INDICATOR} from "../indicators/counts.ts";
import type {Indicator} from "../indicators/indicator.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Every indicator of every area in both boundary views. Grain: area_level, area_code, boundary, year, indicator, unit_group, managed_level.
 *
 * D units are known in scope; u of them have no outcome yet; v more are expected from communes that have not submitted, or do not say whether
 * they belong to D. share = n/D; the truth lies between low = n/(D+v) and high = (n+u+v)/(D+v); null when there is nothing to divide by,
 * and for a sum (models), which is not a share. Final only when every part is and no commune is silent. `source` is "summary" when
 * any count comes from a Biểu tổng hợp. Rows with nothing known or expected are left out.
 */
export const indicatorValues: Model = {
  name: "indicator_values",
  columns: PUBLIC_TABLES.indicator_values,
  grain: ["area_level", "area_code", "boundary", "year", "indicator", "unit_group", "managed_level"],
  query: (db) => sql`${sql.join(EVERY_INDICATOR.map(valuesOf), sql`\nunion all\n`)}`.compile(db)
};

function valuesOf(indicator: Indicator) {
  const n = sql.id(countColumn(indicator, "numerator"));
  const d = sql.id(countColumn(indicator, "denominator"));
  const u = sql.id(countColumn(indicator, "unknown"));
  const v = sql`(expected_count + ${sql.id(countColumn(indicator, "membership_unknown"))})`;
  const isShare = "outcome" in indicator;
  return sql`
    select area_level, area_code, boundary, year, ${sql.lit(indicator.id)} as indicator, unit_group, managed_level,
      ${n} as numerator, ${d} as denominator, ${u} as unknown_count, ${v} as unreported_count,
      ${isShare ? sql`${n} / nullif(${d}, 0)` : sql`null`} as share,
      ${isShare ? sql`${n} / (${d} + ${v})` : sql`null`} as low_share,
      ${isShare ? sql`(${n} + ${u} + ${v}) / (${d} + ${v})` : sql`null`} as high_share,
      is_final and expected_count = 0 as is_final,
      case when has_summary then 'summary' else 'list' end as source
    from int_area_counts
    where ${d} + ${v} > 0 and unit_group in (${literals(indicator.unit_groups)})
  `;
}
