import {type Kysely, sql} from "kysely";
import {blockOf, isCommuneType} from "../../../pipelines/database/words.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {ExclusionReason, ManagedLevel, UnitType} from "../../../loaders/vocabulary.ts";

/** A unit of the last list before a year, on present boundaries. */
export interface ListedUnit {
  current_commune_code: string;
  year: number;
  unit_code: string | null;
  unit_name: string;
  unit_type: UnitType;
  former_commune_code: string | null;
  managed_level: ManagedLevel;
  managed_by: string | null;
  exclusion_reason: ExclusionReason | null;
  is_simulated: boolean;
}

export interface ListedModel {
  current_commune_code: string;
  model_name: string;
  unit_name: string | null;
  is_simulated: boolean;
}

/** Whose list: the communes' own, or the one of a province for the units it manages. */
export type ListedBy = "local" | "province";

/** Kinds of units in the order of the form's headings. */
const BLOCK_ORDER = sql`list_position(['khu_dan_cu', 'co_quan', 'doanh_nghiep', 'co_so_giao_duc', 'commune'], block)`;

/**
 * Units that stand on the last lists before `year`, in the order of the lists: of each commune and kind of unit the latest year that has
 * any, since a part may have been sent anew by itself. Former communes as units ended on 30/6/2025; a unit that a later list holds elsewhere
 * is left to that list.
 */
export async function listedUnits(db: Kysely<PublicTables>, year: number, by: ListedBy): Promise<ListedUnit[]> {
  const {rows} = await sql<ListedUnit>`
    with counted as (
      select u.*, s.is_simulated, s.area_level = 'province' as is_of_province, ${blockOf(sql`u.unit_type`)} as block,
        max(u.year) over (partition by u.unit_id) as last_year
      from unit_years u inner join submissions s using (submission_id)
      where u.year < ${year} and u.current_commune_code <> 'unassigned'
        and not (u.commune_valid_from is null and ${isCommuneType(sql`u.unit_type`)})
    ),
    listed as (
      select * from counted
      qualify year = max(year) over (partition by current_commune_code, block, coalesce(is_of_province, false))
    )
    select current_commune_code, year, unit_code, unit_name, unit_type, former_commune_code, managed_level, managed_by,
      exclusion_reason, is_simulated
    from listed
    where last_year = year and coalesce(is_of_province, false) = ${by === "province"}
    order by current_commune_code, ${BLOCK_ORDER}, commune_valid_from nulls first, commune_code, sheet, row_number, unit_id
  `.execute(db);
  return rows;
}

/** Models (mô hình) of the last year before `year` in which a commune reported any. */
export async function listedModels(db: Kysely<PublicTables>, year: number): Promise<ListedModel[]> {
  const {rows} = await sql<ListedModel>`
    select m.current_commune_code, m.model_name, m.unit_name, s.is_simulated
    from model_years m inner join submissions s using (submission_id)
    where m.year < ${year} and m.current_commune_code <> 'unassigned' and s.area_level is distinct from 'province'
    qualify m.year = max(m.year) over (partition by m.current_commune_code)
    order by m.current_commune_code, m.commune_valid_from nulls first, m.commune_code, m.sheet, m.row_number, m.model_id
  `.execute(db);
  return rows;
}
