import {type RawBuilder, sql} from "kysely";
import type {View} from "../database/createView.ts";
import {literals, unitGroupRows} from "../database/words.ts";
import {EVERY_INDICATOR, REPORTED_INDICATORS, UNIT_INDICATORS} from "../indicators/counts.ts";
import type {Indicator, ReportedIndicator, UnitIndicator} from "../indicators/indicator.ts";
import {deciding, roleOfUnit} from "../indicators/roles.ts";

/**
 * The cells behind every number, at commune level (a larger area's are those of its communes). One row per indicator, unit group, boundary
 * view, unit (or summary row) and deciding field. Roles: `numerator` and `denominator` (in it, outcome false) and `unknown` (in it, no
 * outcome) are together D; `membership_unknown` and `unreported` are together v; the cells of unreported units are those of the last list
 * (none for a present commune that no file lists, or where the last word was a summary).
 * `raw_value` is the cell's text, kept only where it differs from the value it was read as. Ask with indicator, year and commune_code.
 */
export const valueSources: View = {
  name: "value_sources",
  query: () => sql`
    with traced as (
      ${sql.join(UNIT_INDICATORS.flatMap(unitSources), sql` union all `)}
      union all ${sql.join(UNIT_INDICATORS.flatMap(summarySources), sql` union all `)}
      union all ${sql.join(UNIT_INDICATORS.map(expectedSources), sql` union all `)}
    ),
    groups as (
      select i.indicator, g.unit_group, g.unit_type
      from (${sql.join(EVERY_INDICATOR.map(indicatorGroups), sql` union all `)}) i
      inner join ${unitGroupRows} g(unit_group, unit_type) on g.unit_group = i.unit_group
    ),
    reported as (
      ${sql.join(REPORTED_INDICATORS.flatMap(reportedSources), sql` union all `)}
      union all ${sql.join(REPORTED_INDICATORS.map(silentSources), sql` union all `)}
    ),
    together as (
      select t.*, g.unit_group from traced t
      inner join groups g on g.indicator = t.indicator and g.unit_type = t.unit_type
      union all by name
      select r.*, unnest(i.unit_groups) as unit_group from reported r
      inner join (${sql.join(REPORTED_INDICATORS.map(reportedGroups), sql` union all `)}) i on i.indicator = r.indicator
    ),
    places as (
      select submission_id, sheet, field, list(column_letter order by length(column_letter), column_letter) as letters
      from sheet_columns group by submission_id, sheet, field
    )
    select t.indicator, t.unit_group, t.year, b.boundary, t.managed_level,
      case b.boundary when 'current' then t.current_commune_code else t.commune_code end as commune_code,
      t.unit_id, t.role, t.submission_id, s.file, t.sheet, t.row_number, t.field,
      array_to_string(list_transform(p.letters, lambda letter: letter || t.row_number), ', ') as cell,
      coalesce(v.raw_text, t.typed_value) as raw_value, v.rule
    from together t
    cross join (values ('as_reported'), ('current')) b(boundary)
    left join submissions s on s.submission_id = t.submission_id
    left join places p on p.submission_id = t.submission_id and p.sheet = t.sheet and p.field = t.field
    left join raw_values v on v.submission_id = t.submission_id and v.sheet = t.sheet and v.row_number = t.row_number
      and v.field = t.field
  `
};

const indicatorGroups = ({id, unit_groups}: Indicator) =>
  sql`select ${sql.lit(id)} as indicator, unnest([${literals(unit_groups)}]) as unit_group`;

const reportedGroups = ({id, unit_groups}: ReportedIndicator) =>
  sql`select ${sql.lit(id)} as indicator, [${literals(unit_groups)}] as unit_groups`;

function unitSources(indicator: UnitIndicator): RawBuilder<unknown>[] {
  const {member, fields} = deciding(indicator);
  return fields.map(
    (field) => sql`
      select ${sql.lit(indicator.id)} as indicator, year, commune_code, current_commune_code, unit_id, unit_type, managed_level,
        submission_id, sheet, row_number, ${sql.lit(field)} as field, cast(${sql.id(field)} as varchar) as typed_value,
        ${roleOfUnit(indicator)} as role
      from unit_years where coalesce(${member}, true)
    `
  );
}

/** The rows of Thông tin chung, or of Mô hình, that a commune's own word stands in. */
function reportedSources({id, reported}: ReportedIndicator): RawBuilder<unknown>[] {
  const concerned =
    reported.communeTypes === undefined ? sql`true` : sql`a.type in (${literals(reported.communeTypes)})`;
  return reported.terms.flatMap(({cells, numerator}) =>
    cells.map(({fact, field, role}) => {
      const place = sql`
        select ${sql.lit(id)} as indicator, t.year, t.commune_code, a.current_commune_code,
          t.submission_id, t.sheet, t.row_number, ${sql.lit(field)} as field, cast(t.${sql.id(field)} as varchar) as typed_value
      `;
      if (reported.table === "model_years") {
        return sql`
          ${place}, t.model_id as unit_id, 'all' as managed_level,
            case ${numerator} when 1 then 'numerator' when 0 then 'denominator' else 'unknown' end as role
          from model_years t
          inner join int_commune_areas a on a.is_former = (t.commune_valid_from is null) and a.commune_code = t.commune_code
        `;
      }
      const said = sql.id(field);
      const answered = sql`case t.${said} when true then 'numerator' when false then 'denominator' else 'unknown' end`;
      return sql`
        ${place}, null as unit_id, 'all' as managed_level, ${field === "is_met" ? answered : sql.lit(role)} as role
        from int_fact_rows t
        inner join int_commune_areas a on a.is_former = t.is_former and a.commune_code = t.commune_code
        where t.fact = ${sql.lit(fact ?? "")} and t.${said} is not null and ${concerned}
      `;
    })
  );
}

/** Communes that owe the report: no cell says anything. */
const silentSources = ({id}: ReportedIndicator): RawBuilder<unknown> => sql`
  select ${sql.lit(id)} as indicator, year, commune_code, current_commune_code, null as submission_id, null as sheet,
    null as row_number, null as field, null as typed_value, null as unit_id, 'all' as managed_level, 'unreported' as role
  from int_report_counts where is_silent and indicator = ${sql.lit(id)}
`;

/** A summary is one cell for many units: its denominator's and its numerator's. */
function summarySources(indicator: UnitIndicator): RawBuilder<unknown>[] {
  const members = indicator.population.summary;
  const outcome = "outcome" in indicator ? indicator.outcome.summary : null;
  if (members === null || outcome === null) return [];
  const cells = [
    ...members.fields.map((field) => [field, "denominator"] as const),
    ...outcome.fields.map((field) => [field, "numerator"] as const)
  ];
  return cells.map(
    ([field, role]) => sql`
      select ${sql.lit(indicator.id)} as indicator, s.year, s.commune_code, a.current_commune_code, null as unit_id, s.unit_type,
        s.managed_level, s.submission_id, s.sheet, s.row_number, s.unit_type || ${sql.lit(`.${field}`)} as field,
        cast(s.${sql.id(field)} as varchar) as typed_value, ${sql.lit(role)} as role
      from int_summary_rows s
      inner join int_commune_areas a on a.is_former = s.is_former and a.commune_code = s.commune_code
      where s.is_used
    `
  );
}

const expectedSources = ({id}: UnitIndicator): RawBuilder<unknown> => sql`
  select ${sql.lit(id)} as indicator, e.year, e.commune_code, e.current_commune_code, e.unit_id, e.unit_type, e.managed_level,
    e.submission_id, e.sheet, e.row_number, 'unit_name' as field, u.unit_name as typed_value, 'unreported' as role
  from int_units_expected e
  inner join units u on u.unit_id = e.unit_id
  union all
  select ${sql.lit(id)}, year, commune_code, commune_code, 'n' || commune_code || '.' || unit_type, unit_type, managed_level,
    null, null, null, 'unit_name', null, 'unreported'
  from int_own_units
`;
