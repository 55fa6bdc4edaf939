import {type RawBuilder, sql} from "kysely";
import {unitTypeWord} from "../database/words.ts";

/**
 * A problem that only shows when files, years or forms are seen together. The query gives the columns of `issues` but for the id and the
 * cell: submission_id, commune_code, severity, rule, sheet, row_number, field, raw_value, message, remedy. Nothing is dropped or changed.
 */
export type Check = RawBuilder<unknown>;

/** "xã Hạnh Phúc", of a row of int_commune_areas. */
export const communeTitle = (alias: string): RawBuilder<string> =>
  sql<string>`coalesce(${unitTypeWord(sql.ref(`${alias}.type`))} || ' ', '') || ${sql.ref(`${alias}.name`)}`;

/** `“Thôn 1”, “Thôn 2” và 3 đơn vị khác`, from a list of names; the same slip on a hundred lines is one sentence. */
export const quotedNames = (names: RawBuilder<unknown>): RawBuilder<string> => sql<string>`(
  '“' || array_to_string(${names}[1:8], '”, “') || '”'
  || case when len(${names}) > 8 then ' và ' || (len(${names}) - 8) || ' đơn vị khác' else '' end
)`;
