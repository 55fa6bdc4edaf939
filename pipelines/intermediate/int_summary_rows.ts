import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {blockOf} from "../database/words.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * The Biểu tổng hợp row that stands for each commune, year and unit type. Grain: is_former, commune_code, year, unit_type.
 * A commune's or district's own summary goes before one the province compiled. `is_used`: nothing better exists: a local unit list always
 * wins, a province's list only over the province's own summary (it lists the units the province manages, not all). Without a total there
 * is no denominator, so the row is kept but not used. A summary names no managing level: residential areas are the commune's, communes the
 * district's (the province's from 2025), other units the reporter's own.
 */
export const intSummaryRows: Model = {
  name: "int_summary_rows",
  columns: {
    is_former: "BOOLEAN not null",
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    year: "INTEGER not null",
    unit_type: "VARCHAR not null",
    block: "VARCHAR not null",
    channel: "VARCHAR not null",
    /** The level a blank one means: see the rule above. */
    managed_level: "VARCHAR not null",
    total_count: "INTEGER",
    registered_count: "INTEGER",
    certified_count: "INTEGER",
    xuat_sac_count: "INTEGER",
    kha_count: "INTEGER",
    trung_binh_count: "INTEGER",
    yeu_count: "INTEGER",
    stage: "VARCHAR not null",
    submission_id: "VARCHAR not null",
    sheet: "VARCHAR not null",
    row_number: "INTEGER not null",
    is_used: "BOOLEAN not null"
  },
  grain: ["is_former", "commune_code", "year", "unit_type"],
  query: (db) =>
    sql`
      with chosen as (
        select r.*, p.is_former, p.channel, p.part_key as block, s.area_level
        from raw_summaries r
        inner join stg_submissions s on s.submission_id = r.submission_id
        inner join int_parts p on p.submission_id = r.submission_id and p.commune_code = r.commune_code
          and p.is_former = (r.commune_valid_from is null) and p.year = r.year and p.period = r.period
          and p.unit_type = r.unit_type and p.part_key = ${blockOf(sql`r.unit_type`)} and p.form = 'summary' and p.is_counted
        qualify row_number() over (
          partition by p.is_former, r.commune_code, r.year, r.unit_type order by p.channel, r.submission_id, r.sheet, r.row_number
        ) = 1
      ),
      lists as (
        select is_former, commune_code, year, part_key as block, bool_or(channel = 'local') as is_local
        from int_parts where form = 'unit_list' and is_counted
        group by is_former, commune_code, year, part_key
      )
      select c.is_former, c.commune_code, c.commune_valid_from, c.year, c.unit_type, c.block, c.channel,
        case when c.block = 'khu_dan_cu' then 'xa'
          when c.block = 'commune' then case when c.is_former and c.year < ${FIRST_PRESENT_YEAR} then 'huyen' else 'tinh' end
          when c.area_level = 'district' then 'huyen' when c.area_level = 'province' then 'tinh' else 'xa'
        end as managed_level,
        c.total_count, c.registered_count, c.certified_count, c.xuat_sac_count, c.kha_count, c.trung_binh_count, c.yeu_count,
        c.stage, c.submission_id, c.sheet, c.row_number,
        c.total_count is not null and (l.is_local is null or (not l.is_local and c.channel = 'local')) as is_used
      from chosen c
      left join lists l on l.is_former = c.is_former and l.commune_code = c.commune_code and l.year = c.year and l.block = c.block
    `.compile(db)
};
