import {group} from "d3";
import {type Kysely, sql} from "kysely";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import {type UnitRow, unitRows} from "./unitColumns.ts";

/** Rows of a file that a newer one took the place of, for the unit types of one commune. */
export interface SupersededPart {
  home: string;
  year: number;
  of: string;
  submission_id: string;
  /** The newer file. */
  by: string;
  types: string[];
  rows: UnitRow[];
}

/**
 * The version before the one that counts, of every part of a unit list. A change of boundaries is none: what a former commune sent
 * before its successor spoke is no earlier version of it. Units of split communes are left out: nothing says where they went.
 */
export async function earlierParts(db: Kysely<PublicTables>): Promise<SupersededPart[]> {
  const {rows: parts} = await sql<Omit<SupersededPart, "rows">>`
    with superseded as (${before})
    select home, year, commune_code as "of", submission_id, superseded_by as by, list(distinct unit_type order by unit_type) as types
    from superseded group by all order by all
  `.execute(db);
  const rows = await unitRows(
    db,
    sql`
      select r.*, r.exclusion_reason is null as is_eligible, b.home
      from raw_units r inner join (${before}) b on b.submission_id = r.submission_id and b.commune_code = r.commune_code
        and b.is_former = (r.commune_valid_from is null) and b.year = r.year and b.period = r.period and b.unit_type = r.unit_type
    `
  );
  const byPart = group(rows, ({home, year, of, submission_id}) => `${home} ${year} ${of} ${submission_id ?? ""}`);
  return parts.map((part) => ({
    ...part,
    rows: byPart.get(`${part.home} ${part.year} ${part.of} ${part.submission_id}`) ?? []
  }));
}

const before = sql`
  select distinct p.submission_id, p.commune_code, p.is_former, p.year, p.period, p.unit_type, p.superseded_by, a.current_commune_code as home
  from int_parts p
  inner join int_parts n on n.submission_id = p.superseded_by and n.is_counted and n.form = p.form and n.channel = p.channel
    and n.commune_code = p.commune_code and n.is_former = p.is_former and n.year = p.year and n.period = p.period
    and n.part_key = p.part_key
  inner join int_commune_areas a on a.is_former = p.is_former and a.commune_code = p.commune_code
  where p.form = 'unit_list' and p.version = 2 and a.current_commune_code <> 'unassigned'
`;
