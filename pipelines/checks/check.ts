import {type RawBuilder, sql} from "kysely";
import type {Rule} from "../../loaders/validate/rules/rule.ts";
import {unitTypeWord} from "../database/words.ts";

/** What lists and explanations say of a check. */
export type RuleTitle = Pick<Rule, "id" | "severity" | "title">;

/**
 * A problem that only shows when files, years or forms are seen together. The query gives submission_id, commune_code, sheet, row_number,
 * field, raw_value and message of each case, and remedy where it depends on the case. Nothing is dropped or changed.
 */
export interface Check {
  rule: RuleTitle;
  /** What to do, beginning with a verb. */
  remedy: string;
  query: RawBuilder<unknown>;
}

/** "xã Hạnh Phúc", of a row of int_commune_areas. */
export const communeTitle = (alias: string): RawBuilder<string> =>
  sql<string>`coalesce(${unitTypeWord(sql.ref(`${alias}.type`))} || ' ', '') || ${sql.ref(`${alias}.name`)}`;

/** `“Thôn 1”, “Thôn 2” và 3 đơn vị khác`, from a list of names; the same slip on a hundred lines is one sentence. */
export const quotedNames = (names: RawBuilder<unknown>): RawBuilder<string> => sql<string>`(
  '“' || array_to_string(${names}[1:8], '”, “') || '”'
  || case when len(${names}) > 8 then ' và ' || (len(${names}) - 8) || ' đơn vị khác' else '' end
)`;

/** "1.376": a count as people read it. */
export const countText = (count: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`replace(format('{:,}', cast(${count} as bigint)), ',', '.')`;

/** What a rule's sentence is filled with, as SQL text. */
type Words = Readonly<Partial<Record<"header" | "text" | "detail", RawBuilder<unknown>>>>;

/**
 * The sentence of a rule that the reader of files shares, filled by SQL: "Năm 2025, phường Sầm Sơn: so với danh sách năm 2024 …".
 * `place` is said before it, so its first letter is small.
 */
export function sentence(
  {message}: Pick<Rule, "message">,
  place: RawBuilder<string>,
  words: Words
): RawBuilder<string> {
  const marks = {header: "\u{e001}", text: "\u{e002}", detail: "\u{e003}"};
  const said = message(marks);
  const parts = `${said.charAt(0).toLowerCase()}${said.slice(1)}`.split(/([\u{e001}-\u{e003}])/u);
  const filled = parts.map((part) => {
    const word = (["header", "text", "detail"] as const).find((name) => marks[name] === part);
    return word === undefined ? sql.lit(part) : sql`coalesce(cast(${words[word] ?? sql.lit("")} as varchar), '')`;
  });
  return sql<string>`${place} || ': ' || ${sql.join(filled, sql` || `)}`;
}

/** "Năm 2025, phường Sầm Sơn", of a year and a row of int_commune_areas. */
export const yearAndCommune = (year: RawBuilder<unknown>, alias: string): RawBuilder<string> =>
  sql<string>`'Năm ' || ${year} || ', ' || ${communeTitle(alias)}`;
