import {type RawBuilder, sql} from "kysely";
import type {Indicator} from "./indicator.ts";
import {INDICATORS} from "./registry.ts";
import type {Columns} from "../../loaders/columnTypes.ts";

/** The four counts every indicator is made of; areas add them up, so a rate is always a sum over a sum. */
export const COUNTS = ["numerator", "denominator", "unknown", "membership_unknown"] as const;
export type Count = (typeof COUNTS)[number];

/** Every indicator; the union of its kinds, not the literal types of the registry. */
export const EVERY_INDICATOR: readonly Indicator[] = INDICATORS;

/** Every count once: indicators of one population share its denominator. */
const DISTINCT_COUNTS = EVERY_INDICATOR.flatMap((indicator) =>
  COUNTS.filter((count) => ownerOf(indicator, count) === indicator).map((count) => [indicator, count] as const)
);

/** Column of one count of one indicator in the wide intermediate tables. */
export const countColumn = (indicator: Indicator, count: Count): string => `${ownerOf(indicator, count).id}__${count}`;

/** The columns of all counts, in the order of `eachCount`. */
export const COUNT_COLUMNS: Columns = Object.fromEntries(
  DISTINCT_COUNTS.map((each) => [countColumn(...each), "BIGINT not null"])
);

/** `expression as <column>` for every count. */
export const eachCount = (
  expression: (indicator: Indicator, count: Count) => RawBuilder<unknown>
): RawBuilder<unknown> =>
  sql.join(
    DISTINCT_COUNTS.map((each) => sql`${expression(...each)} as ${sql.id(countColumn(...each))}`),
    sql`,\n`
  );

/** Adds up every count; cast, since DuckDB's wide sums are slow to carry on. */
export const eachSum = (): RawBuilder<unknown> =>
  eachCount((...each) => sql`cast(sum(${sql.id(countColumn(...each))}) as bigint)`);

/** The first indicator that counts the same: who belongs depends on the population alone. */
function ownerOf(indicator: Indicator, count: Count): Indicator {
  if (count === "numerator" || count === "unknown") return indicator;
  return EVERY_INDICATOR.find(({population}) => population === indicator.population) ?? indicator;
}

/** A count over rows of unit_years. Membership unknown goes neither in nor out; unknown outcomes stay in the denominator. */
export function countOfUnits(indicator: Indicator, count: Count): RawBuilder<unknown> {
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

/**
 * The same from one row of Biểu tổng hợp. The outcome's unknowns are of all its units; those already counted as unknown members are taken
 * off, and no count passes the denominator (a class total above the total is the sender's error, reported as an issue).
 */
export function countOfSummary(indicator: Indicator, count: Count): RawBuilder<unknown> {
  const members = indicator.population.summary;
  const outcome = "outcome" in indicator ? indicator.outcome.summary : null;
  if (members === null || outcome === null) return sql`0`;
  const denominator = sql`least(${members.count}, total_count)`;
  const numerator = sql`least(${outcome.count}, ${denominator})`;
  switch (count) {
    case "numerator":
      return numerator;
    case "denominator":
      return denominator;
    case "unknown":
      return sql`greatest(least(${denominator} - ${numerator}, ${outcome.unknown_count} - ${members.unknown_count}), 0)`;
    case "membership_unknown":
      return members.unknown_count;
  }
}
