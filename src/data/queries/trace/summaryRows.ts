import {type Kysely, sql} from "kysely";
import {COUNTS, countOfSummary, UNIT_INDICATORS} from "../../../../pipelines/indicators/counts.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import type {Counts} from "./shape.ts";

const FIELDS = [
  "total_count",
  "registered_count",
  "certified_count",
  "xuat_sac_count",
  "kha_count",
  "trung_binh_count",
  "yeu_count"
] as const;

interface SummaryPlace {
  home: string;
  of: string;
  year: number;
  unit_type: string;
  managed_level: string;
  submission_id: string;
  sheet: string;
  row_number: number;
}

/** Rows of Biểu tổng hợp that count, with what the pipeline counts of each. */
export async function summaryRows(
  db: Kysely<PublicTables>
): Promise<{row: SummaryPlace; counts: Record<string, Counts>; values: Record<string, number>}[]> {
  const columns = UNIT_INDICATORS.flatMap((each) =>
    COUNTS.map((count) => sql`${countOfSummary(each, count)} as ${sql.id(`${each.id}.${count}`)}`)
  );
  const {rows} = await sql<SummaryPlace & Record<string, string | number | null>>`
    select a.current_commune_code as home, s.commune_code as "of", s.year, s.unit_type, s.managed_level, s.submission_id, s.sheet,
      s.row_number, ${sql.join(FIELDS.map((field) => sql`s.${sql.id(field)}`))}, ${sql.join(columns)}
    from int_summary_rows s
    inner join int_commune_areas a on a.is_former = s.is_former and a.commune_code = s.commune_code
    where s.is_used
    order by s.year, s.commune_code, s.submission_id, s.sheet, s.row_number, s.unit_type
  `.execute(db);
  return rows.map((row) => ({
    row,
    counts: Object.fromEntries(
      UNIT_INDICATORS.map(({id}) => [id, COUNTS.map((count) => Number(row[`${id}.${count}`])) as unknown as Counts])
    ),
    values: Object.fromEntries(
      FIELDS.flatMap((field): [string, number][] => (row[field] === null ? [] : [[field, Number(row[field])]]))
    )
  }));
}

/** Units expected from communes whose last word was a summary: a number, no names. */
export async function countedRows(
  db: Kysely<PublicTables>
): Promise<{home: string; of: string; year: number; unit_type: string; managed_level: string; count: number}[]> {
  const {rows} = await sql<{
    home: string;
    of: string;
    year: number;
    unit_type: string;
    managed_level: string;
    count: number;
  }>`
    with named as (
      select year, commune_code, current_commune_code, unit_type, managed_level from int_units_expected
      union all
      select year, commune_code, commune_code, unit_type, managed_level from int_own_units
    ),
    numbers as (
      select year, commune_code, current_commune_code, unit_type, managed_level, expected_count as count from int_expected
      union all
      select *, -1 from named
    )
    select current_commune_code as home, commune_code as "of", year, unit_type, managed_level, cast(sum(count) as integer) as count
    from numbers group by all having sum(count) <> 0 order by all
  `.execute(db);
  return rows;
}
