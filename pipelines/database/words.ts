import {type RawBuilder, sql} from "kysely";
import {UNIT_GROUPS, UNIT_TYPES} from "../../loaders/vocabulary.ts";

/** Words of our own vocabulary as SQL literals: views cannot hold parameters. Never for submitted text. */
export const literals = (words: readonly string[]): RawBuilder<unknown> => sql.join(words.map((word) => sql.lit(word)));

/** True for a unit that is itself a commune (xã, phường, thị trấn, đặc khu). */
export const isCommuneType = (unitType: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`${unitType} in (${literals(UNIT_GROUPS.commune.types)})`;

/**
 * What one body lists together, and a newer list replaces as a whole: a unit type, or "commune" for the commune itself,
 * whose type may be corrected from xã to phường without becoming a second unit.
 */
export const blockOf = (unitType: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`case when ${isCommuneType(unitType)} then 'commune' else ${unitType} end`;

/** Vietnamese word of a unit type inside a sentence: "khu dân cư". */
export const unitTypeWord = (unitType: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`case ${unitType} ${sql.join(
    Object.entries(UNIT_TYPES).map(([code, title]) => sql`when ${sql.lit(code)} then ${sql.lit(title.toLowerCase())}`),
    sql` `
  )} end`;

/** Rows (unit_group, unit_type): the groups of several types, with their types. */
export const mixedGroupRows: RawBuilder<unknown> = groupRows(
  Object.entries(UNIT_GROUPS).flatMap(([group, {types}]) => types.map((type) => [group, type] as const))
);

/** The same, and each type as a group of its own. */
export const unitGroupRows: RawBuilder<unknown> = sql`(from ${mixedGroupRows} union all from ${groupRows(
  Object.keys(UNIT_TYPES).map((type) => [type, type] as const)
)})`;

function groupRows(rows: readonly (readonly [group: string, type: string])[]): RawBuilder<unknown> {
  return sql`(values ${sql.join(rows.map(([group, type]) => sql`(${sql.lit(group)}, ${sql.lit(type)})`))})`;
}
