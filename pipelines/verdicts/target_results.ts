import {sql} from "kysely";
import {decide} from "./verdictSql.ts";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * The verdict of every target on every subject it can be told of, binding or for comparison, in both boundary views.
 * Grain: target_id, subject_level, subject_id, boundary, unit_group, year. Used by every page that says "đạt".
 */
export const targetResults: Model = {
  name: "target_results",
  columns: PUBLIC_TABLES.target_results,
  grain: ["target_id", "subject_level", "subject_id", "boundary", "unit_group", "year"],
  query: (db) => {
    const decision = decide({
      n: sql`c.numerator`,
      d: sql`c.denominator`,
      u: sql`c.unknown_count`,
      v: sql`c.unreported_count`,
      open: sql`c.open_count`,
      isUnbounded: sql`c.is_unbounded`,
      comparator: sql`t.comparator`,
      measure: sql`t.measure`,
      goal: sql`t.goal`
    });
    return sql`
      with counts as (
        select * from int_target_area_counts union all select * from int_target_unit_counts union all select * from int_target_board_counts
      )
      select c.target_id, c.subject_level, c.subject_id, c.boundary, c.unit_group, c.year, c.basis,
        c.numerator, c.denominator, c.unknown_count, c.unreported_count,
        ${decision.low_share} as low_share, ${decision.high_share} as high_share, ${decision.verdict} as verdict,
        ${decision.units_needed} as units_needed, ${decision.is_impossible} as is_impossible
      from counts c inner join int_targets t on t.target_id = c.target_id
    `.compile(db);
  }
};
