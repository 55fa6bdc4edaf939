import {type Kysely, sql} from "kysely";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** Rates whose spread over the communes Hồ sơ xã shows. */
export const STRIPS = [
  {indicator: "certified_of_eligible", unit_group: "all", label: "Công nhận"},
  {indicator: "good_or_better_of_eligible", unit_group: "all", label: "Khá trở lên"},
  {indicator: "certified_of_eligible", unit_group: "khu_dan_cu", label: "Khu dân cư"},
  {indicator: "certified_of_eligible", unit_group: "organisations", label: "Cơ quan, DN, trường"}
] as const;

/** One year's counts of one rate, a commune a place: columns of equal length. */
export interface CommuneStrip {
  year: number;
  /** Place in STRIPS. */
  strip: number;
  code: string[];
  numerator: number[];
  denominator: number[];
}

/** Counts of every present commune that has reported, by year and rate, communes of one province together. */
export async function communeStrips(db: Kysely<PublicTables>): Promise<CommuneStrip[]> {
  const {rows} = await sql<CommuneStrip & {indicator: string; unit_group: string}>`
    select v.year, v.indicator, v.unit_group, list(v.area_code order by v.area_code) as code,
      list(v.numerator order by v.area_code) as numerator, list(v.denominator order by v.area_code) as denominator
    from indicator_values v
    where v.area_level = 'commune' and v.boundary = 'current' and v.managed_level = 'all' and v.area_code <> 'unassigned'
      and v.denominator > 0
      and (v.indicator, v.unit_group) in (${sql.join(STRIPS.map((s) => sql`(${s.indicator}, ${s.unit_group})`))})
      and not exists (
        select 1 from commune_reports r
        where r.commune_code = v.area_code and r.commune_valid_from is not null and r.year = v.year and not r.is_reported
      )
    group by v.year, v.indicator, v.unit_group
    order by v.year, v.indicator, v.unit_group
  `.execute(db);
  return rows.map(({indicator, unit_group, year, code, numerator, denominator}) => ({
    year,
    strip: STRIPS.findIndex((s) => s.indicator === indicator && s.unit_group === unit_group),
    code,
    numerator,
    denominator
  }));
}
