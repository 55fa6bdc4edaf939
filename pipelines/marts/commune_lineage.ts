import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** What each former commune became on 1/7/2025, with the clause. Grain: old_code, new_code. */
export const communeLineage: Model = {
  name: "commune_lineage",
  columns: PUBLIC_TABLES.commune_lineage,
  grain: ["old_code", "new_code"],
  query: (db) => sql`select old_code, new_code, extent, clause from raw_lineage order by old_code, new_code`.compile(db)
};
