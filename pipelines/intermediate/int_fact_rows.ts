import {sql} from "kysely";
import {RAW_FACT_COLUMNS} from "../../loaders/rawTables.ts";
import type {Model} from "../database/model.ts";

/**
 * The rows of Thông tin chung that count. Grain: is_former, commune_code, year, fact. Each fact stands on its own newest file; the
 * commune's or district's word goes before the province's.
 */
export const intFactRows: Model = {
  name: "int_fact_rows",
  columns: {...RAW_FACT_COLUMNS, is_former: "BOOLEAN not null", received_date: "DATE"},
  grain: ["is_former", "commune_code", "year", "fact"],
  query: (db) =>
    sql`
      select f.*, p.is_former, p.received_date
      from raw_facts f
      inner join int_parts p on p.submission_id = f.submission_id and p.commune_code = f.commune_code
        and p.is_former = (f.commune_valid_from is null) and p.year = f.year and p.period = f.period
        and p.form = 'commune_facts' and p.part_key = f.fact and p.is_counted
      qualify row_number() over (
        partition by p.is_former, f.commune_code, f.year, f.fact order by p.channel, f.submission_id, f.sheet, f.row_number
      ) = 1
    `.compile(db)
};
