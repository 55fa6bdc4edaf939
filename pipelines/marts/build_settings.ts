import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** What the tables are built for. `as_of` left out: the latest received date. */
export interface BuildSettings {
  as_of?: string | undefined;
  home: {level: "province" | "district" | "commune"; code: string};
}

/** One row: the day on which everything is judged, and whose dashboard it is. Printed on every page. */
export function buildSettings({as_of, home}: BuildSettings): Model {
  return {
    name: "build_settings",
    columns: PUBLIC_TABLES.build_settings,
    grain: ["home_code"],
    query: (db) =>
      sql`
        select coalesce(cast(${as_of ?? null} as date), max(received_date)) as as_of,
          ${home.level} as home_level, ${home.code} as home_code
        from raw_submissions where status <> 'withdrawn'
      `.compile(db)
  };
}
