import {type Kysely, sql} from "kysely";
import type {Severity} from "../vocabulary.ts";
import {RECEIPTS_FILE} from "./listSubmissionFiles.ts";

/** What a load did. `files` = accepted + partly_accepted + rejected + duplicate + withdrawn; rows_read = accepted + rejected. */
export interface LoadSummary {
  files: number;
  /** Files read in this run, and files whose earlier reading still holds; duplicates are neither. */
  read: number;
  from_cache: number;
  /** Of those read: files whose reader ran out of time or memory, refused for this run only. */
  failed: number;
  accepted: number;
  partly_accepted: number;
  rejected: number;
  duplicate: number;
  withdrawn: number;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  issues: Record<Severity, number>;
}

/** Counts the raw tables just made. */
export async function summariseLoad(
  session: Kysely<unknown>,
  {files, read, from_cache, failed}: Pick<LoadSummary, "files" | "read" | "from_cache" | "failed">
): Promise<LoadSummary> {
  const {rows} = await sql<Omit<LoadSummary, "files" | "read" | "from_cache" | "failed" | "issues">>`
    select
      count(*) filter (where status = 'accepted') as accepted,
      count(*) filter (where status = 'partly_accepted') as partly_accepted,
      count(*) filter (where status = 'rejected') as rejected,
      count(*) filter (where status = 'duplicate') as duplicate,
      count(*) filter (where status = 'withdrawn') as withdrawn,
      coalesce(sum(rows_read), 0)::bigint as rows_read,
      coalesce(sum(rows_accepted), 0)::bigint as rows_accepted,
      coalesce(sum(rows_rejected), 0)::bigint as rows_rejected
    from raw_submissions where file <> ${RECEIPTS_FILE}
  `.execute(session);
  const [counts] = rows;
  if (counts === undefined) throw new Error("raw_submissions could not be counted");
  const bySeverity = await sql<{severity: Severity; count: number}>`
    select severity, count(*) as count from raw_issues group by severity
  `.execute(session);
  const issues: Record<Severity, number> = {row_error: 0, value_error: 0, warning: 0, info: 0};
  for (const {severity, count} of bySeverity.rows) issues[severity] = count;
  return {files, read, from_cache, failed, ...counts, issues};
}
