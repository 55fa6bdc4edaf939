import type {Model} from "../database/model.ts";
import type {RawTables} from "../rawTables.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** Which column of which sheet holds a field: leads from a row back to its cell. Grain: submission_id, sheet, form, field, column_letter. */
export const sheetColumns: Model<RawTables> = {
  name: "sheet_columns",
  columns: PUBLIC_TABLES.sheet_columns,
  grain: ["submission_id", "sheet", "form", "field", "column_letter"],
  query: (db) => db.selectFrom("raw_columns").selectAll()
};
