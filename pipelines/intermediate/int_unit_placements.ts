import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {UNASSIGNED} from "../registerOfYear.ts";

/**
 * Where the units of split communes went: the present commune whose latest list holds the same unit, else the one that holds every unit
 * it became (`reference/unit_lineage.csv`). Grain: base_id. A unit that is not here stays "unassigned": shares are never guessed.
 */
export const intUnitPlacements: Model = {
  name: "int_unit_placements",
  columns: {base_id: "VARCHAR not null", commune_code: "VARCHAR not null"},
  grain: ["base_id"],
  query: (db) =>
    sql`
      with open_units as (
        select distinct base_id from int_unit_rows where is_former and area_commune_code = ${UNASSIGNED} and block <> 'commune'
      ),
      became as (
        with recursive chain(base_id, unit_id) as (
          select base_id, base_id from open_units
          union
          select chain.base_id, l.new_unit_id from chain inner join raw_unit_lineage l on l.old_unit_id = chain.unit_id
          where l.new_unit_id is not null
        )
        select base_id, unit_id from chain
      ),
      placed as (
        select base_id as unit_id, arg_max(area_commune_code, year) as commune_code
        from int_unit_rows
        where area_commune_code <> ${UNASSIGNED}
          and base_id in (select unit_id from became)
          and (submission_id, sheet, row_number) not in (
            select (submission_id, sheet, row_number) from int_unit_repeats where not is_listed_twice
          )
        group by base_id
      )
      select b.base_id,
        coalesce(max(case when b.unit_id = b.base_id then p.commune_code end), max(p.commune_code)) as commune_code
      from became b inner join placed p on p.unit_id = b.unit_id
      group by b.base_id
      having max(case when b.unit_id = b.base_id then p.commune_code end) is not null or count(distinct p.commune_code) = 1
    `.compile(db)
};
