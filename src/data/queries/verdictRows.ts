import {type Kysely, sql} from "kysely";
import {FIRST_PRESENT_YEAR} from "../../../pipelines/registerOfYear.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** One verdict: target, subject, year and view, with everything that decided it. */
export interface VerdictRow {
  target_id: string;
  plan_id: string;
  clause: string;
  indicator: string;
  unit_group: string;
  comparator: string;
  value: number;
  measure: string;
  subject_level: string;
  subject_id: string;
  subject_name: string;
  boundary: string;
  year: number;
  basis: string;
  numerator: number | null;
  denominator: number | null;
  unknown_count: number | null;
  unreported_count: number | null;
  low_share: number | null;
  high_share: number | null;
  verdict: string;
  units_needed: number | null;
  is_impossible: boolean;
}

/**
 * Every verdict of the warehouse, in the order of target, year, view, level and subject.
 * @param options.levels subjects wanted; every one if left out. Units are many: name them to have them.
 */
export async function verdictRows(
  db: Kysely<PublicTables>,
  {targets, levels, year}: {targets?: readonly string[]; levels?: readonly string[]; year?: number | undefined} = {}
): Promise<VerdictRow[]> {
  const wanted = (values: readonly string[] | undefined, column: string) =>
    values === undefined ? sql`true` : sql`${sql.ref(column)} in (${sql.join(values)})`;
  const {rows} = await sql<VerdictRow>`
    with names as (
      select area_level as level, area_code as id, valid_from is null as is_former, name from areas
      qualify row_number() over (partition by area_level, area_code, valid_from is null order by valid_from desc) = 1
    )
    select r.target_id, t.plan_id, t.clause, t.indicator, r.unit_group, t.comparator, t.value, t.measure,
      r.subject_level, r.subject_id, coalesce(n.name, o.name, u.unit_name, r.subject_id) as subject_name,
      r.boundary, r.year, r.basis, r.numerator, r.denominator, r.unknown_count, r.unreported_count,
      r.low_share, r.high_share, r.verdict, r.units_needed, r.is_impossible
    from target_results r
    inner join targets t on t.target_id = r.target_id
    left join names n on n.level = r.subject_level and n.id = r.subject_id
      and n.is_former = (r.boundary = 'as_reported' and r.year < ${FIRST_PRESENT_YEAR})
    left join names o on o.level = r.subject_level and o.id = r.subject_id
      and o.is_former <> (r.boundary = 'as_reported' and r.year < ${FIRST_PRESENT_YEAR})
    left join units u on r.subject_level = 'unit' and u.unit_id = r.subject_id
    where ${wanted(targets, "r.target_id")} and ${wanted(levels, "r.subject_level")}
      and ${year === undefined ? sql`true` : sql`r.year = ${year}`}
    order by r.target_id, r.year, r.boundary,
      list_position(['country', 'province', 'district', 'commune', 'board', 'unit'], r.subject_level), r.subject_id
  `.execute(db);
  return rows;
}
