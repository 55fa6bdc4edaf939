import {type RawUnit} from "../../../loaders/rawTables.ts";

/** What a list says of one unit in one year: the fields of `raw_units` a sender writes, typed as they are loaded. */
export type UnitRow = Omit<
  RawUnit,
  "submission_id" | "sheet" | "row_number" | "year" | "period" | "stage" | "name_key"
>;
/** A field of the unit list that stands in a column of its own. */
export type UnitField = Exclude<keyof UnitRow, "commune_valid_from">;
