import {group} from "d3";
import {type Kysely, sql} from "kysely";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import type {CommuneTrace, TraceFile, TraceSheet} from "./shape.ts";
import {VALUE_FIELDS} from "./unitColumns.ts";

/** What is known of files and of the columns of their sheets. */
export interface FileFacts {
  /** A file, with those of the communes of `trace` that it replaced. */
  file: (submissionId: string, trace: Pick<CommuneTrace, "code" | "communes">) => TraceFile;
  columns: (submissionId: string, sheet: string) => TraceSheet["columns"];
}

/** Fields whose columns a trace can show. */
const SHOWN = new Set(["ordinal", "unit_name", "unit_type", "managed_level", ...VALUE_FIELDS]);

export async function traceFiles(db: Kysely<PublicTables>): Promise<FileFacts> {
  const submissions = await db
    .selectFrom("submissions")
    .select(["submission_id", "file", "sha256", "received_date", "stage", "rows_read", "rows_rejected"])
    .execute();
  const known = new Map(submissions.map(({submission_id: id, ...facts}) => [id, facts]));
  const {rows: replaced} = await sql<{old_id: string; new_id: string; communes: string[]}>`
    select submission_id as old_id, superseded_by as new_id, list(distinct commune_code order by commune_code) as communes
    from submission_parts where superseded_by is not null and superseded_by <> submission_id
    group by all order by 1, 2
  `.execute(db);
  const byNew = group(replaced, ({new_id}) => new_id);
  const {rows: columns} = await sql<{place: string; form: string; field: string; letters: string; head: string}>`
    select submission_id || chr(10) || sheet as place, form, field,
      string_agg(column_letter, ', ' order by length(column_letter), column_letter) as letters,
      string_agg(header_text, ' / ' order by length(column_letter), column_letter) as head
    from sheet_columns group by all order by 1, min(length(column_letter)), min(column_letter), 3
  `.execute(db);
  const byPlace = group(
    columns.filter(({form, field}) => form !== "unit_list" || SHOWN.has(field)),
    ({place}) => place
  );
  return {
    file: (id, {code, communes}) => {
      const facts = known.get(id);
      if (facts === undefined) throw new Error(`no submission ${id}`);
      const replaces = (byNew.get(id) ?? [])
        .filter((old) => old.communes.includes(code) || old.communes.some((of) => communes.includes(of)))
        .flatMap(({old_id: old}) => known.get(old) ?? [])
        .map(({file, received_date}) => ({file, received_date}));
      return {...facts, replaces};
    },
    columns: (id, sheet) =>
      Object.fromEntries(
        (byPlace.get(`${id}\n${sheet}`) ?? []).map(({field, letters, head}) => [field, [letters, head]])
      )
  };
}
