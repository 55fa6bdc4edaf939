import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Communes with their validity: a code is one commune until 30/6/2025 (valid_from null: unknown) and may be another since. Grain: code,
 * valid_from. The pseudo commune "unassigned" of other tables is no commune and not here.
 */
export const communes: Model = {
  name: "communes",
  columns: PUBLIC_TABLES.communes,
  grain: ["code", "valid_from"],
  query: (db) =>
    sql`
      select code, valid_from, name, type, province_code, district_code, valid_to
      from raw_communes
      order by code, valid_from nulls first
    `.compile(db)
};
