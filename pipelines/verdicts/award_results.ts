import {type RawBuilder, sql} from "kysely";
import {type Answer, ANSWERS} from "./awardAnswers.ts";
import type {Model} from "../database/model.ts";
import {isCommuneType} from "../database/words.ts";
import type {Award, ConditionTest, Plan} from "../plans/planSchema.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** One award condition, before its candidates. Grain: award_id, condition. */
export const INT_CONDITION_COLUMNS = {
  award_id: "VARCHAR not null",
  plan_id: "VARCHAR not null",
  candidates: "VARCHAR not null",
  condition: "VARCHAR not null",
  test: "VARCHAR not null",
  minimum: "INTEGER not null"
} as const;

/** The conditions of a plan's awards, with the fewest that suffice (1 where none is written). */
export function conditionRows(plan: Plan): {
  award_id: string;
  plan_id: string;
  candidates: Award["candidates"];
  condition: string;
  test: ConditionTest;
  minimum: number;
}[] {
  return plan.awards.flatMap(({id, candidates, conditions}) =>
    conditions.map((condition) => ({
      award_id: id,
      plan_id: plan.id,
      candidates,
      condition: condition.id,
      test: condition.test,
      minimum: condition.minimum ?? 1
    }))
  );
}

const choose = (part: (answer: Answer) => RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case test ${sql.join(
    Object.entries(ANSWERS).map(([test, answer]) => sql`when ${test} then ${part(answer)}`),
    sql` `
  )} end`;

/**
 * Every candidate of an award against each of its conditions: met, not met, unknown, and why. Grain: award_id, candidate_level,
 * candidate_id, year, condition. Candidates are the units, communes (by their own row) and models of the plan's own area while
 * it exists; persons are in no file and get no row. Reads int_conditions.
 */
export const awardResults: Model = {
  name: "award_results",
  columns: PUBLIC_TABLES.award_results,
  grain: ["award_id", "candidate_level", "candidate_id", "year", "condition"],
  query: (db) =>
    sql`
      with plan_communes as (
        select plan_id, year, area_code, register = 'former' as is_former from int_plan_areas
        where boundary = 'as_reported' and area_level = 'commune' and relation in ('self', 'within')
          and plan_id in (select plan_id from int_conditions where candidates <> 'none')
      ),
      models as (
        select p.plan_id, m.* from plan_communes p
        inner join model_years m on m.year = p.year and m.commune_code = p.area_code
          and (m.commune_valid_from is null) = p.is_former
      ),
      own_models as (
        select plan_id, year, unit_id, count(*) filter (class = 'tot') as good_count,
          count(*) filter (class is null) as unclassed_count, count(*) filter (is_replicated_province) as replicated_count,
          count(*) filter (is_replicated_province is null) as unsaid_count
        from models where unit_id is not null group by all
      ),
      commune_models as (
        select plan_id, year, commune_code, count(*) filter (class = 'tot') as good_count,
          count(*) filter (class is null) as unclassed_count, count(*) filter (is_replicated_province) as replicated_count,
          count(*) filter (is_replicated_province is null) as unsaid_count,
          count(*) filter (unit_id is null and coalesce(class = 'tot', true)) as homeless_good_count,
          count(*) filter (unit_id is null and coalesce(is_replicated_province, true)) as homeless_replicated_count
        from models group by all
      ),
      unit_candidates as (
        select p.plan_id, u.year, u.unit_type, ${isCommuneType(sql`u.unit_type`)} as is_commune, u.unit_id, u.commune_code,
          u.is_certified, u.class, u.is_block_leader, u.merit_certificate_count, u.complex_case_count, u.petition_count,
          u.plan_date, u.is_award_registered, null::double as plan_done_share
        from plan_communes p
        inner join unit_years u on u.year = p.year and u.commune_code = p.area_code
          and (u.commune_valid_from is null) = p.is_former
        where u.is_eligible
        qualify not is_commune or row_number() over (partition by p.plan_id, u.year, u.commune_code, is_commune order by u.unit_id) = 1
      ),
      -- A commune answers with all models of its area, a unit with its own; models that name no listed unit could be anyone's.
      tallied_units as (
        select u.*,
          case when c.plan_id is not null then if(u.is_commune, c.good_count, coalesce(o.good_count, 0)) end as good_model_count,
          if(u.is_commune, c.unclassed_count, coalesce(o.unclassed_count, 0)) as unclassed_model_count,
          case when c.plan_id is not null then if(u.is_commune, c.replicated_count, coalesce(o.replicated_count, 0)) end
            as replicated_model_count,
          if(u.is_commune, c.unsaid_count, coalesce(o.unsaid_count, 0)) as unsaid_replication_count,
          if(u.is_commune, 0, c.homeless_good_count) as homeless_good_count,
          if(u.is_commune, 0, c.homeless_replicated_count) as homeless_replicated_count
        from unit_candidates u
        left join commune_models c on c.plan_id = u.plan_id and c.year = u.year and c.commune_code = u.commune_code
        left join own_models o on o.plan_id = u.plan_id and o.year = u.year and o.unit_id = u.unit_id
      ),
      candidates as (
        select plan_id, year, case when is_commune then 'commune' else 'unit' end as candidate_level,
          case when is_commune then commune_code else unit_id end as candidate_id, unit_type, is_commune,
          is_certified, class, is_block_leader, merit_certificate_count, complex_case_count, petition_count, plan_date,
          is_award_registered, plan_done_share, good_model_count, unclassed_model_count, homeless_good_count,
          replicated_model_count, unsaid_replication_count, homeless_replicated_count
        from tallied_units
        union all
        select plan_id, year, 'model', model_id, null, false, null, class, null, null, null, null, null, null,
          plan_done_share, null, null, null, null, null, null
        from models
      ),
      tested as (
        select k.award_id, c.candidate_level, c.candidate_id, c.year, k.condition,
          ${choose((answer) => answer.isMet)} as is_met, ${choose((answer) => answer.found)} as reason
        from int_conditions k
        inner join candidates c on c.plan_id = k.plan_id and case k.candidates
          when 'communes' then c.candidate_level = 'commune'
          when 'organisations' then c.unit_type in ('co_quan', 'doanh_nghiep', 'co_so_giao_duc')
          when 'enterprises' then c.unit_type = 'doanh_nghiep'
          when 'units' then c.candidate_level in ('unit', 'commune')
          when 'models' then c.candidate_level = 'model'
          else false end
      )
      select award_id, candidate_level, candidate_id, year, condition,
        case when is_met then 'dat' when not is_met then 'chua_dat' else 'chua_ro' end as outcome, reason
      from tested
    `.compile(db)
};
