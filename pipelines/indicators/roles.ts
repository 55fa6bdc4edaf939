import {type RawBuilder, sql} from "kysely";
import type {UnitIndicator} from "./indicator.ts";

/** Whether a unit's row is a member, whether it counts, and the fields whose cells say so. */
interface Deciding {
  member: RawBuilder<unknown>;
  result: RawBuilder<unknown>;
  fields: readonly string[];
}

/** How a row of a unit list stands in the counts of an indicator. */
export function deciding(indicator: UnitIndicator): Deciding {
  const {member, fields} = indicator.population;
  if ("outcome" in indicator) {
    return {member, result: indicator.outcome.holds, fields: unique([...fields, ...indicator.outcome.fields])};
  }
  if ("amount" in indicator) {
    const result = sql`(${indicator.amount.value} > 0)`;
    return {member, result, fields: unique([...fields, ...indicator.amount.fields])};
  }
  const {part, whole, isOutside} = indicator.part;
  const isAsked = isOutside === undefined ? member : sql`(${member} and not coalesce(${isOutside}, false))`;
  return {
    member: sql`case when ${isAsked} then nullif(${whole} is not null, false) else false end`,
    result: sql`(${part} > 0)`,
    fields: unique(indicator.part.fields)
  };
}

/** The part a unit plays in a number: see `value_sources`; null for one that does not belong to it. */
export function roleOfUnit(indicator: UnitIndicator): RawBuilder<string | null> {
  const {member, result} = deciding(indicator);
  return sql<
    string | null
  >`case when ${member} and ${result} then 'numerator' when ${member} and (${result}) is null then 'unknown'
    when ${member} then 'denominator' when (${member}) is null then 'membership_unknown' end`;
}

function unique(fields: readonly string[]): string[] {
  return [...new Set(fields)];
}
