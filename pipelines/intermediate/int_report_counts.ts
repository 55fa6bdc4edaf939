import {type RawBuilder, sql} from "kysely";
import type {Model} from "../database/model.ts";
import {literals} from "../database/words.ts";
import {REPORTED_INDICATORS} from "../indicators/counts.ts";
import type {Reported, ReportedIndicator, ReportedTerm} from "../indicators/indicator.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * Counts of what communes report of themselves (Thông tin chung, Mô hình), where they arise. Grain: indicator, year, is_former, commune_code.
 *
 * A commune that owes its report and whose total is not known counts in `unreported_count` with its last known total, a present one with
 * those of its former communes (a split one with its whole: that can only widen the bounds); where one of them is not known, as 1 of
 * unknown size (`is_unbounded`).
 */
export const intReportCounts: Model = {
  name: "int_report_counts",
  columns: {
    indicator: "VARCHAR not null",
    year: "INTEGER not null",
    is_former: "BOOLEAN not null",
    commune_code: "VARCHAR not null",
    current_commune_code: "VARCHAR not null",
    district_code: "VARCHAR",
    province_code: "VARCHAR not null",
    current_province_code: "VARCHAR not null",
    numerator: "BIGINT not null",
    denominator: "BIGINT not null",
    unknown_count: "BIGINT not null",
    unreported_count: "BIGINT not null",
    is_silent: "BOOLEAN not null",
    is_unbounded: "BOOLEAN not null",
    is_final: "BOOLEAN not null"
  },
  grain: ["indicator", "year", "is_former", "commune_code"],
  query: (db) =>
    sql`
      with reported as (
        ${sql.join(REPORTED_INDICATORS.flatMap(termRows), sql` union all `)}
      ),
      asked as (
        ${sql.join(REPORTED_INDICATORS.flatMap(termsAsked), sql` union all `)}
      ),
      -- A commune that has ended is not expected any more, but what it sent counts.
      awaited as (
        select a.indicator, a.term, a.is_single, e.is_former, e.commune_code, e.year
        from asked a inner join int_expected_communes e on a.types is null or list_contains(a.types, e.type)
        union
        select r.indicator, r.term, a.is_single, r.is_former, r.commune_code, r.year
        from reported r inner join asked a on a.indicator = r.indicator and a.term = r.term
      ),
      -- All that is reported is awaited: what a commune last said stands in a row before.
      answered as (
        select w.*, r.n, r.d, r.u, r.is_final, last_value(r.d ignore nulls) over (
            partition by w.indicator, w.term, w.is_former, w.commune_code order by w.year
            rows between unbounded preceding and 1 preceding
          ) as own_last
        from awaited w
        left join reported r on r.indicator = w.indicator and r.term = w.term and r.is_former = w.is_former
          and r.commune_code = w.commune_code and r.year = w.year
      ),
      former_last as (
        select indicator, term, commune_code, max_by(d, year) as d from reported where is_former and d is not null group by all
      ),
      inherited_last as (
        select a.indicator, a.term, false as is_former, l.new_code as commune_code,
          case when count(*) = count(f.d) then sum(f.d) end as d
        from asked a
        cross join (select * from stg_lineage where new_code in (select commune_code from awaited where not is_former)) l
        left join former_last f on f.indicator = a.indicator and f.term = a.term and f.commune_code = l.old_code
        group by all
      ),
      counted as (
        select w.indicator, w.is_former, w.commune_code, w.year,
          case when w.n is null or w.d is null then 0 else least(w.n, w.d) end as numerator, coalesce(w.d, 0) as denominator,
          case when w.n is null then coalesce(w.d, 0) else coalesce(w.u, 0) end as unknown_count,
          case when w.d is not null then 0 when w.is_single then 1 else coalesce(w.own_last, i.d, 1) end as unreported_count,
          w.d is null as is_silent, w.d is null and not w.is_single and coalesce(w.own_last, i.d) is null as is_unbounded,
          coalesce(w.d is not null and w.is_final, false) as is_final
        from answered w
        left join inherited_last i on i.is_former = w.is_former and i.indicator = w.indicator and i.term = w.term
          and i.commune_code = w.commune_code
      )
      select c.indicator, c.year, c.is_former, c.commune_code, a.current_commune_code,
        case when c.year < ${FIRST_PRESENT_YEAR} then a.district_code end as district_code,
        case when c.year < ${FIRST_PRESENT_YEAR} then a.province_code else a.current_province_code end as province_code,
        a.current_province_code, sum(c.numerator) as numerator, sum(c.denominator) as denominator,
        sum(c.unknown_count) as unknown_count, sum(c.unreported_count) as unreported_count,
        bool_or(c.is_silent) as is_silent, bool_or(c.is_unbounded) as is_unbounded, bool_and(c.is_final) as is_final
      from counted c
      inner join int_commune_areas a on a.is_former = c.is_former and a.commune_code = c.commune_code
      group by all
    `.compile(db)
};

/** One row for each term of an indicator: which communes it asks, and whether each of them counts as one. */
function termsAsked({id, reported}: ReportedIndicator): RawBuilder<unknown>[] {
  const {communeTypes, table, terms} = reported;
  const types = communeTypes === undefined ? sql`null::varchar[]` : sql`[${literals(communeTypes)}]`;
  return terms.map(
    (term, i) => sql`
      select ${sql.lit(id)} as indicator, ${sql.lit(i)} as term, ${types} as types,
        ${sql.lit(table === "commune_years" && isSingle(term))} as is_single
    `
  );
}

/** True for a question that each commune answers for itself: it counts as one whether it answers or not. */
function isSingle({cells}: ReportedTerm): boolean {
  return cells.every(({role}) => role === "numerator");
}

/** Per commune and year: n of d, u of them unknown. n and d null: not said. */
function termRows({id, reported}: ReportedIndicator): RawBuilder<unknown>[] {
  return reported.terms.map(
    (term, i) => sql`
    select ${sql.lit(id)} as indicator, ${sql.lit(i)} as term, ${rowsOf(reported, term)}
  `
  );
}

function rowsOf({table, communeTypes}: Reported, {numerator, denominator}: ReportedTerm): RawBuilder<unknown> {
  const place = sql`t.commune_valid_from is null as is_former, t.commune_code, t.year`;
  if (table === "model_years") {
    return sql`
      ${place}, coalesce(sum(${numerator}), 0) as n, sum(${denominator}) as d,
        count(*) filter (where (${numerator}) is null) as u, bool_and(stage = 'chinh_thuc') as is_final
      from model_years t group by t.commune_valid_from is null, t.commune_code, t.year
    `;
  }
  const concerned =
    communeTypes === undefined
      ? sql``
      : sql`inner join int_commune_areas a on a.is_former = (t.commune_valid_from is null) and a.commune_code = t.commune_code
          and a.type in (${literals(communeTypes)})`;
  return sql`
    ${place}, ${numerator} as n, ${denominator} as d, 0 as u, stage = 'chinh_thuc' as is_final
    from commune_years t ${concerned}
  `;
}
