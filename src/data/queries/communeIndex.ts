import {type Kysely, sql} from "kysely";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** A present commune that has a profile, with its rate in the latest year it reported. */
export interface IndexedCommune {
  code: string;
  name: string;
  type: string;
  province: string;
  year: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** The communes of the page Hồ sơ xã, by province and name. */
export async function communeIndex(db: Kysely<PublicTables>): Promise<IndexedCommune[]> {
  const {rows} = await sql<IndexedCommune>`
    with figures as (
      select area_code, year, numerator, denominator
      from indicator_values
      where area_level = 'commune' and boundary = 'current' and indicator = 'certified_of_eligible'
        and unit_group = 'all' and managed_level = 'all'
    ),
    latest as (
      select area_code, max(year) filter (where denominator > 0) as year from figures group by area_code
    )
    select c.code, c.name, c.type, p.name as province, f.year, f.numerator, f.denominator
    from latest
    join communes c on c.code = latest.area_code and c.valid_from is not null and c.valid_to is null
    join areas p on p.area_level = 'province' and p.area_code = c.province_code and p.valid_to is null
    left join figures f on f.area_code = latest.area_code and f.year = latest.year
    order by p.name, strip_accents(replace(replace(c.name, 'đ', 'd'), 'Đ', 'D')), c.name, c.code
  `.execute(db);
  return rows;
}
