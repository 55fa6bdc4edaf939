import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Who did each duty in time. Grain: plan_id, duty, area_level, area_code, year. "Trước ngày D" is kept up to D − 1, "trong Quý I" up
 * to 31/3. `khong_theo_doi`: no day is set, the day of receipt is unknown, or the files cannot tell whether it was done; an annual
 * report that did not come is known to be missing, a half-year one only if someone sent theirs. An annual report to which a plan
 * sets a day is not asked for a second time without one.
 */
export const reportingStatus: Model = {
  name: "reporting_status",
  columns: PUBLIC_TABLES.reporting_status,
  grain: ["plan_id", "duty", "area_level", "area_code", "year"],
  query: (db) =>
    sql`
      with dated_annual as (
        select distinct area_level, area_code, year from int_respondents where evidence = 'annual_report' and due_date is not null
      ),
      known as (
        select r.*, coalesce(e.is_done, false) as is_done, e.is_done is not null as is_told, e.done_date,
          s.as_of is null or s.as_of > r.due_date or (s.as_of = r.due_date and not r.is_day_included) as is_over,
          bool_or(coalesce(e.is_done, false)) over (partition by r.plan_id, r.duty, r.year) as is_tracked
        from int_respondents r
        cross join build_settings s
        left join int_duty_evidence e using (evidence, area_level, area_code, register, year)
        where not (r.evidence = 'annual_report' and r.due_date is null and exists (
          select 1 from dated_annual d where d.area_level = r.area_level and d.area_code = r.area_code and d.year = r.year
        ))
      )
      select plan_id, duty, area_level, area_code, year, due_date, done_date as received_date,
        case
          when due_date is null then 'khong_theo_doi'
          when is_done and done_date is null then 'khong_theo_doi'
          when is_done and (done_date < due_date or (done_date = due_date and is_day_included)) then 'dung_han'
          when is_done then 'tre'
          when not is_over then 'chua_den_han'
          when evidence = 'annual_report' then 'chua_nop'
          when evidence = 'half_year_report' and is_tracked then 'chua_nop'
          when evidence = 'registration' and is_told then 'chua_nop'
          else 'khong_theo_doi'
        end as status
      from known
    `.compile(db)
};
