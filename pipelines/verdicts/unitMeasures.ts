import {type RawBuilder, sql} from "kysely";
import {UNIT_INDICATORS} from "../indicators/counts.ts";

/**
 * What a target asks of one unit by itself, read from its row of unit_years: a count, or a part of a total. `isOutside`: the
 * unit is not asked at all.
 */
interface UnitMeasure {
  numerator: RawBuilder<number | null>;
  denominator?: RawBuilder<number | null>;
  isOutside?: RawBuilder<boolean | null>;
}

const measures: [string, UnitMeasure][] = UNIT_INDICATORS.flatMap((indicator): [string, UnitMeasure][] => {
  const {id} = indicator;
  if ("amount" in indicator) return [[id, {numerator: indicator.amount.value}]];
  if (!("part" in indicator)) return [];
  const {part, whole, isOutside} = indicator.part;
  return [[id, {numerator: part, denominator: whole, ...(isOutside === undefined ? {} : {isOutside})}]];
});

/** Indicators that can be asked of each unit by itself: what a unit counts, or its part of a whole. */
export const UNIT_MEASURES: readonly string[] = measures.map(([id]) => id);

/** `case indicator when … end` over all measures that have the part. */
function choose(part: (measure: UnitMeasure) => RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  const branches = measures.flatMap(([id, measure]) => {
    const value = part(measure);
    return value ? [sql`when ${id} then ${value}`] : [];
  });
  return sql`case t.indicator ${sql.join(branches, sql` `)} end`;
}

const numerator = choose((measure) => measure.numerator) as RawBuilder<number | null>;
const denominator = choose((measure) => measure.denominator) as RawBuilder<number | null>;
const isOutside = sql<boolean>`coalesce(${choose((measure) => measure.isOutside)}, false)`;
const total = sql<number>`case when t.measure = 'count' then 1 else coalesce(${denominator}, 0) end`;

/**
 * The counts of one unit (`u`, unit_years) under one target (`t`, int_targets): a count is one unit in scope, unknown while its
 * cell is empty; a part without its total says nothing, so membership of its scope is unknown.
 */
export const UNIT_COUNTS = {
  n: sql<number>`case when ${isOutside} then 0 when t.measure = 'count' then coalesce(${numerator}, 0)
    else least(coalesce(${numerator}, 0), ${total}) end`,
  d: sql<number>`case when ${isOutside} then 0 else ${total} end`,
  u: sql<number>`case when ${isOutside} or ${numerator} is not null then 0 else ${total} end`,
  v: sql<number>`case when t.measure = 'percent' and not ${isOutside} and ${denominator} is null then 1 else 0 end`
};
