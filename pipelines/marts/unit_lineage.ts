import type {Model} from "../database/model.ts";
import type {RawTables} from "../rawTables.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** Units that became others, as people settled it in `reference/unit_lineage.csv`. Grain: old_unit_id, new_unit_id. */
export const unitLineage: Model<RawTables> = {
  name: "unit_lineage",
  columns: PUBLIC_TABLES.unit_lineage,
  grain: ["old_unit_id", "new_unit_id"],
  query: (db) =>
    db
      .selectFrom("raw_unit_lineage")
      .select(["old_unit_id", "new_unit_id"])
      .distinct()
      .where("new_unit_id", "is not", null)
};
