import type {Model} from "../database/model.ts";
import type {RawTables} from "../rawTables.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** Every received file with what became of it: accepted, refused, repeated, withdrawn; nothing is left out. Grain: submission_id. */
export const submissions: Model<RawTables> = {
  name: "submissions",
  columns: PUBLIC_TABLES.submissions,
  grain: ["submission_id"],
  query: (db) => db.selectFrom("raw_submissions").selectAll()
};
