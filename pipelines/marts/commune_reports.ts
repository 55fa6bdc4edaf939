import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Which commune owes its lists in which year, and what came. Grain: commune_code, commune_valid_from, year.
 *
 * Expected: see `int_expected_communes` (former communes until 2024, present ones from 2025; the home area always, other places from their
 * first file on). A former commune that sent something for 2025 has a row too, not expected. Reported: a current annual unit list or
 * summary from the commune or its district; the province's own file is another body's report. `first_received_date` is of the first annual
 * version, replaced ones too: a correction does not make a report late. `expected_unit_count`: eligible units known plus those expected.
 */
export const communeReports: Model = {
  name: "commune_reports",
  columns: PUBLIC_TABLES.commune_reports,
  grain: ["commune_code", "commune_valid_from", "year"],
  query: (db) =>
    sql`
      with reports as (
        select is_former, commune_code, year, max(commune_valid_from) as commune_valid_from,
          coalesce(bool_or(is_current) filter (where period = 'nam'), false) as is_reported,
          min(received_date) filter (where period = 'nam') as first_received_date,
          max(received_date) filter (where period = 'nam' and is_current) as current_received_date,
          case when bool_and(is_final) filter (where period = 'nam' and is_current) then 'chinh_thuc'
            when bool_or(is_current and period = 'nam') then 'so_bo' end as stage,
          last(submission_id order by received_date nulls first, submission_id) filter (where period = 'nam' and is_current)
            as submission_id,
          coalesce(bool_or(is_current) filter (where period = '6_thang'), false) as is_half_year_reported,
          min(received_date) filter (where period = '6_thang') as half_year_first_received_date,
          last(submission_id order by received_date nulls first, submission_id) filter (where period = '6_thang' and is_current)
            as half_year_submission_id
        from int_parts
        where is_received and channel = 'local' and form in ('unit_list', 'summary')
        group by is_former, commune_code, year
      ),
      known_units as (
        select commune_valid_from is null as is_former, commune_code, year, count(*) as n from unit_years where is_eligible
        group by commune_valid_from is null, commune_code, year
        union all
        select is_former, commune_code, year, total_count from int_summary_rows where is_used
        union all
        select year < ${FIRST_PRESENT_YEAR}, commune_code, year, expected_count from int_expected
      ),
      unit_counts as (select is_former, commune_code, year, sum(n) as n from known_units group by is_former, commune_code, year)
      select coalesce(e.commune_code, r.commune_code) as commune_code,
        coalesce(e.commune_valid_from, r.commune_valid_from) as commune_valid_from, coalesce(e.year, r.year) as year,
        e.commune_code is not null as is_expected, coalesce(r.is_reported, false) as is_reported,
        r.first_received_date, r.current_received_date, r.stage, r.submission_id,
        coalesce(r.is_half_year_reported, false) as is_half_year_reported, r.half_year_first_received_date,
        r.half_year_submission_id, coalesce(u.n, 0) as expected_unit_count
      from int_expected_communes e
      full join reports r on r.is_former = e.is_former and r.commune_code = e.commune_code and r.year = e.year
      left join unit_counts u on u.is_former = coalesce(e.is_former, r.is_former)
        and u.commune_code = coalesce(e.commune_code, r.commune_code) and u.year = coalesce(e.year, r.year)
    `.compile(db)
};
