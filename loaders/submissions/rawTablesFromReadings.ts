import {type Kysely, sql} from "kysely";
import type {Columns} from "../columnTypes.ts";
import {
  RAW_COLUMN_COLUMNS,
  RAW_FACT_COLUMNS,
  RAW_ISSUE_COLUMNS,
  RAW_MODEL_COLUMNS,
  RAW_SUBMISSION_COLUMNS,
  RAW_SUMMARY_COLUMNS,
  RAW_UNIT_COLUMNS,
  RAW_VALUE_COLUMNS,
  type RawIssue
} from "../rawTables.ts";
import {STORED_LISTS} from "./storedRows.ts";

/** A file of this run: what it is, and where its reading is kept. */
export interface PresentSubmission {
  submission_id: string;
  file: string;
  /** Empty for a file that could not be opened. */
  sha256: string;
  received_date: string | null;
  sender: string | null;
  /** Reading of its own, or of the submission it repeats; null if there is none. */
  reading_key: string | null;
  /** Null: follows from the reading. The rows of a submission with a fixed status are not loaded. */
  fixed_status: "rejected" | "partly_accepted" | "duplicate" | "withdrawn" | null;
  /** For files without a reading. */
  year: number | null;
  stage: string;
}

/** An issue that concerns the receipt of a file, not its content. */
export type OwnIssue = Omit<RawIssue, "issue_id">;

const RAW_TABLES: Readonly<Record<string, Columns>> = {
  raw_submissions: RAW_SUBMISSION_COLUMNS,
  raw_units: RAW_UNIT_COLUMNS,
  raw_models: RAW_MODEL_COLUMNS,
  raw_facts: RAW_FACT_COLUMNS,
  raw_summaries: RAW_SUMMARY_COLUMNS,
  raw_columns: RAW_COLUMN_COLUMNS,
  raw_values: RAW_VALUE_COLUMNS,
  raw_issues: RAW_ISSUE_COLUMNS
};

/**
 * Makes the raw tables from the readings in the temporary views `kept_<list>`, in the order of `present`. A value that does not
 * fit or is missing is an error.
 */
export async function createRawTables(
  session: Kysely<unknown>,
  present: readonly PresentSubmission[],
  ownIssues: readonly OwnIssue[]
): Promise<void> {
  for (const [table, columns] of Object.entries(RAW_TABLES)) {
    const definitions = Object.entries(columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
    await sql`create or replace table ${sql.table(table)} (${sql.join(definitions)})`.execute(session);
  }
  const json = JSON.stringify(present);
  await sql`
    create or replace temp table present as
    select unnest(from_json(${json}, '[{
      "submission_id": "VARCHAR", "file": "VARCHAR", "sha256": "VARCHAR", "received_date": "DATE", "sender": "VARCHAR",
      "reading_key": "VARCHAR", "fixed_status": "VARCHAR", "year": "INTEGER", "stage": "VARCHAR"
    }]'), recursive := true),
    generate_subscripts(from_json(${json}, '["JSON"]'), 1) as position
  `.execute(session);
  for (const [list, {table, columns}] of Object.entries(STORED_LISTS)) {
    await sql`
      insert into ${sql.table(table)} by name
      select p.submission_id, ${sql.join(Object.keys(columns).map((name) => sql.id("k", name)))}
      from ${sql.table(`kept_${list}`)} as k inner join present as p using (reading_key)
      where p.fixed_status is null order by p.position, k.ordinal
    `.execute(session);
  }
  await insertSubmissions(session);
  await insertIssues(session, ownIssues);
}

async function insertSubmissions(session: Kysely<unknown>): Promise<void> {
  await sql`
    insert into raw_submissions by name
    select
      p.submission_id, p.file, p.sha256, p.received_date, p.sender,
      coalesce(k.form, '') as form, k.period, coalesce(k.year, p.year) as year, k.area_level, k.area_code,
      coalesce(k.stage, p.stage) as stage,
      case
        when p.fixed_status is not null then p.fixed_status
        when k.form = '' or (k.rows_read > 0 and k.rows_accepted = 0) then 'rejected'
        when k.rows_rejected > 0 then 'partly_accepted'
        else 'accepted'
      end as status,
      coalesce(k.is_simulated, false) as is_simulated,
      case when p.fixed_status is null then k.rows_read else 0 end as rows_read,
      case when p.fixed_status is null then k.rows_accepted else 0 end as rows_accepted,
      case when p.fixed_status is null then k.rows_rejected else 0 end as rows_rejected
    from present as p left join kept_reading as k using (reading_key)
    order by p.position
  `.execute(session);
}

/** Issues are numbered within their submission: those of the reading first. */
async function insertIssues(session: Kysely<unknown>, ownIssues: readonly OwnIssue[]): Promise<void> {
  const structure = Object.fromEntries(
    Object.entries(RAW_ISSUE_COLUMNS)
      .filter(([name]) => name !== "issue_id")
      .map(([name, type]) => [name, type.replace(" not null", "")])
  );
  const json = JSON.stringify(ownIssues);
  await sql`
    insert into raw_issues by name
    with of_readings as (
      select p.submission_id, k.* exclude (reading_key, ordinal)
      from kept_issues as k inner join present as p using (reading_key) where p.fixed_status is null
    ), own as (
      select unnest(from_json(${json}, ${JSON.stringify([structure])}), recursive := true),
        1000000000 + generate_subscripts(from_json(${json}, '["JSON"]'), 1) as issue_number
    ), together as (
      select * from of_readings union all by name select * from own
    ), numbered as (
      select position, row_number() over (partition by submission_id order by issue_number) as number, together.*
      from together inner join present using (submission_id)
    )
    select format('{}-{:04d}', submission_id, number) as issue_id, * exclude (position, number, issue_number)
    from numbered order by position, number
  `.execute(session);
}
