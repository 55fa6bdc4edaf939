import {sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * Received files as counting sees them. Grain: submission_id.
 * `channel`: who lists. A province's file lists the units the province manages, a commune's or district's file ("local") the others:
 * the two never replace each other. `is_received`: the file may count, being accepted and received by the as-of day (an unknown day counts).
 */
export const stgSubmissions: Model = {
  name: "stg_submissions",
  columns: {
    submission_id: "VARCHAR not null",
    sha256: "VARCHAR not null",
    received_date: "DATE",
    channel: "VARCHAR not null",
    area_level: "VARCHAR",
    area_code: "VARCHAR",
    is_received: "BOOLEAN not null"
  },
  grain: ["submission_id"],
  query: (db) =>
    sql`
      select s.submission_id, s.sha256, s.received_date, s.area_level, s.area_code,
        case when s.area_level = 'province' then 'province' else 'local' end as channel,
        s.status in ('accepted', 'partly_accepted') and coalesce(s.received_date <= b.as_of, true) as is_received
      from raw_submissions s cross join build_settings b
    `.compile(db)
};
