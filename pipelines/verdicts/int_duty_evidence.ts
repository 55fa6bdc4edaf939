import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {isCommuneType} from "../database/words.ts";

/**
 * What the submitted files show of each duty. Grain: evidence, area_level, area_code, register, year. `is_done`: true done, false
 * known to be left undone, null nothing is said. Sources: `annual_report`, `half_year_report` the files themselves;
 * `plan_issued` Thông tin chung; `award_registration`, `award_dossier` the commune's own row; `registration` all units of the four
 * types under the commune's authority, done on the day of the last one.
 */
export const dutyEvidence: Model = {
  name: "int_duty_evidence",
  columns: {
    evidence: "VARCHAR not null",
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    register: "VARCHAR not null",
    year: "INTEGER not null",
    is_done: "BOOLEAN",
    done_date: "DATE"
  },
  grain: ["evidence", "area_level", "area_code", "register", "year"],
  query: (db) =>
    sql`
      with reports as (
        select *, case when commune_valid_from is null then 'former' else 'current' end as register from commune_reports
      ),
      district_files as (
        select case period when 'nam' then 'annual_report' else 'half_year_report' end as evidence, area_code, year,
          min(received_date) as done_date
        from submissions, build_settings
        where area_level = 'district' and status in ('accepted', 'partly_accepted') and period is not null and year is not null
          and (received_date is null or as_of is null or received_date <= as_of)
        group by all
      ),
      facts as (
        select *, case when commune_valid_from is null then 'former' else 'current' end as register from commune_years
      ),
      half_years as (
        select register, commune_code, year, bool_or(is_done) as is_done, min(done_date) as done_date
        from (
          select register, commune_code, year, is_half_year_reported as is_done, half_year_first_received_date as done_date
          from reports
          union all
          select register, commune_code, year, true, half_year_report_date from facts where half_year_report_date is not null
        )
        group by all
      ),
      own_rows as (
        select case when commune_valid_from is null then 'former' else 'current' end as register, commune_code, year,
          min(award_registered_date) as award_registered_date, min(dossier_sent_date) as dossier_sent_date
        from unit_years where ${isCommuneType(sql`unit_type`)} group by all
      ),
      registrations as (
        select year, is_registered, registered_date,
          case when commune_valid_from is null then commune_code else former_commune_code end as former_code,
          case when commune_valid_from is null then null else commune_code end as current_code
        from unit_years where is_eligible and managed_level = 'xa' and not ${isCommuneType(sql`unit_type`)}
      ),
      registered_communes as (
        select register, code, year,
          case
            when count(*) filter (is_registered and registered_date is not null) = count(*) then true
            when count(*) filter (not is_registered) > 0 then false
          end as is_done,
          max(registered_date) as last_date
        from (
          select 'former' as register, former_code as code, year, is_registered, registered_date from registrations
          union all
          select 'current', current_code, year, is_registered, registered_date from registrations
        )
        where code is not null group by all
      )
      select 'annual_report' as evidence, 'commune' as area_level, commune_code as area_code, register, year,
        is_reported as is_done, case when is_reported then first_received_date end as done_date
      from reports
      union all select 'half_year_report', 'commune', commune_code, register, year, is_done, done_date from half_years
      union all select evidence, 'district', area_code, 'former', year, true, done_date from district_files
      union all select 'plan_issued', 'commune', commune_code, register, year, true, plan_date from facts where plan_date is not null
      union all select 'award_registration', 'commune', commune_code, register, year, true, award_registered_date
        from own_rows where award_registered_date is not null
      union all select 'award_dossier', 'commune', commune_code, register, year, true, dossier_sent_date
        from own_rows where dossier_sent_date is not null
      union all select 'registration', 'commune', code, register, year, is_done, case when is_done then last_date end
        from registered_communes
    `.compile(db)
};
