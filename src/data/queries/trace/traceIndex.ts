import {type Kysely, sql} from "kysely";
import type {Forms} from "../../../../loaders/validate/form.ts";
import {UNIT_GROUPS} from "../../../../loaders/vocabulary.ts";
import {EVERY_INDICATOR, UNIT_INDICATORS} from "../../../../pipelines/indicators/counts.ts";
import type {Indicator, UnitIndicator} from "../../../../pipelines/indicators/indicator.ts";
import {deciding} from "../../../../pipelines/indicators/roles.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import {APPLIED_RULES} from "../methodWords.ts";
import type {FormerPlaces, RoleLetter, TraceIndex, TraceIndicator, TraceTarget} from "./shape.ts";
import {LEVELS, TYPES} from "./unitColumns.ts";

type Db = Kysely<PublicTables>;

/** Targets by id, in the order their places refer to. */
export async function traceTargets(db: Db): Promise<{ids: Map<string, number>; targets: TraceTarget[]}> {
  const {rows} = await sql<TraceTarget & {target_id: string}>`
    select t.target_id, t.title, t.clause, p.document, t.indicator, t.managed_levels as managed, t.comparator, t.measure, t.value
    from targets t inner join plans p on p.plan_id = t.plan_id order by t.target_id
  `.execute(db);
  return {
    ids: new Map(rows.map(({target_id: id}, i) => [id, i])),
    targets: rows.map(({title, clause, document, indicator, managed, comparator, measure, value}) => ({
      title,
      clause,
      document,
      indicator,
      managed,
      comparator,
      measure,
      value
    }))
  };
}

export async function traceIndex(
  db: Db,
  {forms, targets, files}: {forms: Forms; targets: TraceTarget[]; files: string[]}
): Promise<TraceIndex> {
  const {rows: communes} = await sql<TraceIndex["communes"][number]>`
    select code, name, type from communes
    where valid_from is not null and code in (select current_commune_code from int_commune_counts) order by code
  `.execute(db);
  const {rows: provinces} = await sql<{code: string; name: string}>`
    select distinct on (area_code) area_code as code, name from areas
    where area_level in ('province', 'country')
      and area_code in (select area_code from indicator_values where area_level in ('province', 'country'))
    order by area_code, valid_from desc nulls last
  `.execute(db);
  const {rows: simulated} = await sql<{is_simulated: boolean}>`
    select coalesce(bool_or(s.is_simulated), false) as is_simulated
    from submissions s inner join submission_parts p on p.submission_id = s.submission_id where p.is_current
  `.execute(db);
  return {
    indicators: EVERY_INDICATOR.map(traceIndicator),
    types: TYPES,
    levels: LEVELS,
    groups: {
      ...Object.fromEntries(TYPES.map((type, i) => [type, [i]])),
      ...Object.fromEntries(
        Object.entries(UNIT_GROUPS).map(([group, {types}]) => [group, types.map((type) => TYPES.indexOf(type))])
      )
    },
    fields: fieldTitles(forms),
    rules: APPLIED_RULES,
    targets,
    communes,
    provinces: Object.fromEntries(provinces.map(({code, name}) => [code, name])),
    files,
    is_simulated: simulated[0]?.is_simulated ?? false
  };
}

function traceIndicator(indicator: Indicator): TraceIndicator {
  const {id, title, short_title, formula, definition, measure, unit_measure, unit_groups} = indicator;
  const said = {id, title, short_title, formula, definition, measure, unit_measure, unit_groups};
  if ("reported" in indicator) return {...said, kind: "reported", place: null, fields: [], summary: []};
  return {
    ...said,
    kind: "outcome" in indicator ? "outcome" : "sum",
    place: UNIT_INDICATORS.indexOf(indicator),
    fields: [...deciding(indicator).fields],
    summary: summaryFields(indicator)
  };
}

function summaryFields(indicator: UnitIndicator): [string, RoleLetter][] {
  const members = indicator.population.summary;
  const outcome = "outcome" in indicator ? indicator.outcome.summary : null;
  if (members === null || outcome === null) return [];
  return [
    ...members.fields.map((field): [string, RoleLetter] => [field, "d"]),
    ...outcome.fields.map((field): [string, RoleLetter] => [field, "n"])
  ];
}

/** Vietnamese names of everything a cell can stand for, as the forms write them; a summary's by "<type>.<count>" too. */
function fieldTitles({forms}: Forms): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const {fields} of [forms.models, forms.summary, forms.unit_list]) {
    for (const [field, {title}] of Object.entries(fields)) titles[field] ??= title;
  }
  return titles;
}

export async function formerPlaces(db: Db): Promise<FormerPlaces> {
  const {rows: communes} = await sql<{code: string; name: string; type: string; present: string[]}>`
    with seen as (
      select distinct commune_code, current_commune_code from int_commune_counts
      union
      select distinct commune_code, current_commune_code from int_report_counts where is_former
    )
    select a.commune_code as code, a.name, a.type, list(distinct s.current_commune_code order by s.current_commune_code) as present
    from seen s inner join int_commune_areas a on a.is_former and a.commune_code = s.commune_code
    group by all order by 1
  `.execute(db);
  const {rows: districts} = await sql<{code: string; name: string}>`
    select distinct on (area_code) area_code as code, name from areas
    where area_level = 'district' and area_code in (select area_code from indicator_values where area_level = 'district') order by area_code
  `.execute(db);
  return {
    communes: Object.fromEntries(communes.map(({code, name, type, present}) => [code, [name, type, present]])),
    districts: Object.fromEntries(districts.map(({code, name}) => [code, name]))
  };
}
