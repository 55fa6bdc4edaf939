import {type RawBuilder, sql} from "kysely";
import type {Indicator, Part, ReportedIndicator, UnitIndicator} from "./indicator.ts";
import {INDICATORS} from "./registry.ts";
import type {Columns} from "../../loaders/columnTypes.ts";

/** The four counts every indicator over units is made of; areas add them up, so a rate is always a sum over a sum. */
export const COUNTS = ["numerator", "denominator", "unknown", "membership_unknown"] as const;
export type Count = (typeof COUNTS)[number];

/** Every indicator; the union of its kinds, not the literal types of the registry. */
export const EVERY_INDICATOR: readonly Indicator[] = INDICATORS;

/** Those counted over units, and those that communes report of themselves. */
export const UNIT_INDICATORS: readonly UnitIndicator[] = EVERY_INDICATOR.filter((each) => "population" in each);
export const REPORTED_INDICATORS: readonly ReportedIndicator[] = EVERY_INDICATOR.filter((each) => "reported" in each);

/** Every count once: indicators of one population share its denominator. */
const DISTINCT_COUNTS = UNIT_INDICATORS.flatMap((indicator) =>
  COUNTS.filter((count) => ownerOf(indicator, count) === indicator).map((count) => [indicator, count] as const)
);

/** Column of one count of one indicator in the wide intermediate tables. */
export const countColumn = (indicator: UnitIndicator, count: Count): string =>
  `${ownerOf(indicator, count).id}__${count}`;

/** The columns of all counts, in the order of `eachCount`. */
export const COUNT_COLUMNS: Columns = Object.fromEntries(
  DISTINCT_COUNTS.map((each) => [countColumn(...each), "BIGINT not null"])
);

/** `expression as <column>` for every count. */
export const eachCount = (
  expression: (indicator: UnitIndicator, count: Count) => RawBuilder<unknown>
): RawBuilder<unknown> =>
  sql.join(
    DISTINCT_COUNTS.map((each) => sql`${expression(...each)} as ${sql.id(countColumn(...each))}`),
    sql`,\n`
  );

/** Adds up every count; cast, since DuckDB's wide sums are slow to carry on. */
export const eachSum = (): RawBuilder<unknown> =>
  eachCount((...each) => sql`cast(sum(${sql.id(countColumn(...each))}) as bigint)`);

/** The first indicator that counts the same: who belongs depends on the population alone, unless parts of wholes are summed. */
function ownerOf(indicator: UnitIndicator, count: Count): UnitIndicator {
  if (count === "numerator" || count === "unknown" || "part" in indicator) return indicator;
  return UNIT_INDICATORS.find((each) => !("part" in each) && each.population === indicator.population) ?? indicator;
}

/** A count over rows of unit_years. Membership unknown goes neither in nor out; unknown outcomes stay in the denominator. */
export function countOfUnits(indicator: UnitIndicator, count: Count): RawBuilder<unknown> {
  if ("part" in indicator) return countOfParts(indicator.population.member, indicator.part, count);
  const {member} = indicator.population;
  const result = "outcome" in indicator ? indicator.outcome.holds : indicator.amount.value;
  switch (count) {
    case "numerator":
      return "outcome" in indicator
        ? sql`count(*) filter (where ${member} and ${result})`
        : sql`coalesce(sum(${result}) filter (where ${member}), 0)`;
    case "denominator":
      return sql`count(*) filter (where ${member})`;
    case "unknown":
      return sql`count(*) filter (where ${member} and ${result} is null)`;
    case "membership_unknown":
      return sql`count(*) filter (where ${member} is null)`;
  }
}

/** Sums of parts and wholes; a unit that does not say its whole counts as one of unknown size (`isUnbounded`). */
function countOfParts(member: RawBuilder<unknown>, {part, whole, isOutside}: Part, count: Count): RawBuilder<unknown> {
  const isAsked = isOutside === undefined ? member : sql`(${member} and not coalesce(${isOutside}, false))`;
  switch (count) {
    case "numerator":
      // DuckDB's least() passes over nulls.
      return sql`coalesce(sum(least(${part}, ${whole})) filter (where ${isAsked} and ${part} is not null and ${whole} is not null), 0)`;
    case "denominator":
      return sql`coalesce(sum(${whole}) filter (where ${isAsked}), 0)`;
    case "unknown":
      return sql`coalesce(sum(${whole}) filter (where ${isAsked} and ${part} is null), 0)`;
    case "membership_unknown":
      return sql`count(*) filter (where ${isAsked} and ${whole} is null)`;
  }
}

/**
 * True where an unknown may be of any size, so that no bound of the share follows: a sum whose unit left its cell empty, a whole that a
 * unit did not say, a list that did not come. Columns as in int_area_counts.
 */
export function isUnbounded(indicator: UnitIndicator): RawBuilder<boolean> {
  if ("outcome" in indicator) return sql<boolean>`false`;
  const open = (count: Count): RawBuilder<unknown> => sql.id(countColumn(indicator, count));
  const membership = sql`expected_count + ${open("membership_unknown")}`;
  return "part" in indicator
    ? sql<boolean>`(${membership} > 0)`
    : sql<boolean>`(${membership} + ${open("unknown")} > 0)`;
}

/**
 * The same from one row of Biểu tổng hợp. The outcome's unknowns are of all its units; those already counted as unknown members are taken
 * off, and no count passes the denominator (a class total above the total is the sender's error, reported as an issue). What the form
 * does not ask is unknown of every unit, or of unknown size.
 */
export function countOfSummary(indicator: UnitIndicator, count: Count): RawBuilder<unknown> {
  const members = indicator.population.summary;
  if (members === null) return sql`0`;
  if ("part" in indicator) return count === "membership_unknown" ? sql`coalesce(total_count, 0)` : sql`0`;
  const outcome = "outcome" in indicator ? indicator.outcome.summary : null;
  const denominator = sql`least(${members.count}, total_count)`;
  const numerator = outcome === null ? sql`0` : sql`least(${outcome.count}, ${denominator})`;
  switch (count) {
    case "numerator":
      return numerator;
    case "denominator":
      return denominator;
    case "unknown":
      return outcome === null
        ? denominator
        : sql`greatest(least(${denominator} - ${numerator}, ${outcome.unknown_count} - ${members.unknown_count}), 0)`;
    case "membership_unknown":
      return members.unknown_count;
  }
}
