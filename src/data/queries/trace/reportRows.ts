import {type Kysely, sql} from "kysely";
import {REPORTED_INDICATORS} from "../../../../pipelines/indicators/counts.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import type {Forms} from "../../../../loaders/validate/form.ts";
import {writtenText} from "./writtenText.ts";
import type {Counts, RoleLetter} from "./shape.ts";

/** What each commune says of itself, counted by the pipeline. */
export async function reportCounts(
  db: Kysely<PublicTables>
): Promise<{home: string; of: string; year: number; indicator: string; counts: Counts}[]> {
  const {rows} = await sql<
    {home: string; of: string; year: number; indicator: string} & Record<"n" | "d" | "u" | "v", number>
  >`
    select current_commune_code as home, commune_code as "of", year, indicator,
      numerator as n, denominator as d, unknown_count as u, unreported_count as v
    from int_report_counts where denominator + unreported_count > 0
    order by year, commune_code, is_former, indicator
  `.execute(db);
  return rows.map(({n, d, u, v, ...row}) => ({...row, counts: [n, d, u, v]}));
}

interface ReportPlace {
  home: string;
  of: string;
  year: number;
  submission_id: string;
  sheet: string;
  row_number: number;
}

const LETTERS: Readonly<Record<string, RoleLetter>> = {numerator: "n", denominator: "d", unknown: "u"};

/** The cells that say so. */
export async function reportCells(
  db: Kysely<PublicTables>,
  forms: Forms
): Promise<
  {row: ReportPlace; indicator: string; role: RoleLetter; field: string; text: string | null; rule: string | null}[]
> {
  const found = await Promise.all(
    REPORTED_INDICATORS.map(async (indicator) => {
      const {id, unit_groups} = indicator;
      const {rows} = await sql<ReportPlace & {role: string; field: string; text: string | null; rule: string | null}>`
        with cells as (
          select * from value_sources
          where indicator = ${id} and unit_group = ${unit_groups[0]} and submission_id is not null
        )
        select c.commune_code as home, r.commune_code as "of", r.year, r.submission_id, r.sheet, r.row_number, r.role, r.field,
          r.raw_value as text, r.rule
        from cells r
        inner join cells c on c.boundary = 'current' and c.submission_id = r.submission_id and c.sheet = r.sheet
          and c.row_number = r.row_number and c.field = r.field and c.unit_id is not distinct from r.unit_id and c.role = r.role
        where r.boundary = 'as_reported'
        order by r.year, r.commune_code, r.sheet, r.row_number, r.field
      `.execute(db);
      return rows.map(({role, field, text, rule, ...row}) => ({
        row,
        indicator: id,
        role: LETTERS[role] ?? "v",
        field,
        text: text === null ? null : writtenText(indicator, field, text, forms),
        rule
      }));
    })
  );
  return found.flat();
}
