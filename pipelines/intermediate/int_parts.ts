import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {blockOf} from "../database/words.ts";

/**
 * What each file holds, part by part, and which version of each part stands. Grain: submission_id, commune_code, is_former, year, period,
 * form, unit_type, part_key. A part is a block of a unit list or summary, a commune's models, or one fact of a commune.
 *
 * A newer file replaces only the parts it holds: per channel, commune, year, period, form and part_key the file that is final, then the
 * latest received (an unknown day first), then the larger sha256 stands. Then a present commune's list or summary replaces what its
 * former communes sent for the same year, whatever the period: from 1/7/2025 it speaks for their units. For the commune itself as a unit
 * this holds between a province's and a local file too, or an ended commune would stand beside its successor. A day on which a former
 * commune acted stays true. A year's tables take the annual part, else the half-year one (`is_counted`).
 */
export const intParts: Model = {
  name: "int_parts",
  columns: {
    submission_id: "VARCHAR not null",
    channel: "VARCHAR not null",
    commune_code: "VARCHAR not null",
    is_former: "BOOLEAN not null",
    commune_valid_from: "DATE",
    year: "INTEGER not null",
    period: "VARCHAR not null",
    form: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    part_key: "VARCHAR not null",
    is_final: "BOOLEAN not null",
    received_date: "DATE",
    is_received: "BOOLEAN not null",
    /** 1 is the newest; null when the file does not count. */
    version: "INTEGER",
    is_current: "BOOLEAN not null",
    superseded_by: "VARCHAR",
    is_counted: "BOOLEAN not null"
  },
  grain: ["submission_id", "commune_code", "is_former", "year", "period", "form", "unit_type", "part_key"],
  query: (db) =>
    sql`
      with parts as (
        ${partsOf("raw_units", "unit_list", "unit_type", blockOf(sql`unit_type`))}
        union all ${partsOf("raw_summaries", "summary", "unit_type", blockOf(sql`unit_type`))}
        union all ${partsOf("raw_models", "models", "''", sql`''`)}
        union all ${partsOf("raw_facts", "commune_facts", "''", sql`fact`)}
      ),
      staged as (
        select p.* exclude (is_final), s.channel, s.received_date, s.is_received, s.sha256,
          bool_and(p.is_final) over (partition by p.submission_id, p.commune_code, p.is_former, p.year, p.period, p.form, p.part_key)
            as is_final,
          case when p.form in ('unit_list', 'summary') then 'units' else p.form end as family
        from parts p inner join stg_submissions s on s.submission_id = p.submission_id
      ),
      ranked as (
        select *,
          case when is_received then dense_rank() over versions end as version,
          case when is_received then first_value(submission_id) over versions end as newest_id
        from staged
        window versions as (
          partition by is_received, channel, commune_code, is_former, year, period, form, part_key
          order by is_final desc, received_date desc nulls last, sha256 desc, submission_id desc
        )
      ),
      newest as (
        select distinct channel, commune_code, is_former, year, family, part_key, submission_id, received_date
        from ranked where version = 1
      ),
      succeeded as (
        select former.is_former, former.channel, former.commune_code, former.year, former.family, former.part_key,
          first(successor.submission_id order by successor.received_date desc nulls last, successor.submission_id) as successor_id
        from newest former
        inner join stg_lineage l on l.old_code = former.commune_code
        inner join newest successor on successor.commune_code = l.new_code and successor.year = former.year
          and successor.family = former.family and successor.part_key = former.part_key
          and (successor.channel = former.channel or former.part_key = 'commune')
        where former.is_former and not successor.is_former and not ends_with(former.part_key, '_date')
        group by all
      ),
      judged as (
        select r.*, coalesce(r.version = 1 and s.successor_id is null, false) as is_current,
          case when r.version > 1 then r.newest_id when r.version = 1 then s.successor_id end as superseded_by
        from ranked r
        left join succeeded s on s.is_former = r.is_former and s.channel = r.channel and s.commune_code = r.commune_code
          and s.year = r.year and s.family = r.family and s.part_key = r.part_key
      )
      select submission_id, channel, commune_code, is_former, commune_valid_from, year, period, form, unit_type, part_key, is_final,
        received_date, is_received, version, is_current, superseded_by,
        is_current and (
          period = 'nam'
          or not bool_or(is_current and period = 'nam') over (partition by channel, commune_code, is_former, year, form, part_key)
        ) as is_counted
      from judged
    `.compile(db)
};

/** Distinct parts of one raw table; a part is final when every row of it is. */
const partsOf = (table: string, form: string, unitType: string, partKey: ReturnType<typeof sql>) => sql`
  select submission_id, commune_code, commune_valid_from is null as is_former, max(commune_valid_from) as commune_valid_from,
    year, period, ${sql.lit(form)} as form, ${sql.raw(unitType)} as unit_type, ${partKey} as part_key,
    bool_and(stage = 'chinh_thuc') as is_final
  from ${sql.table(table)}
  group by submission_id, commune_code, commune_valid_from is null, year, period, ${sql.raw(unitType)}, ${partKey}
`;
