import {type RawBuilder, sql} from "kysely";
import {UNIT_MEASURES} from "./unitMeasures.ts";
import {literals} from "../database/words.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * The counts of one subject under one target, before the verdict. All four counts null: nothing was reported at all. `open_count`:
 * units not finally decided, null when that cannot be told. `is_unbounded`: an unknown may be of any size. Grain: target_id, subject_level, subject_id, boundary, year.
 */
export const TARGET_COUNT_COLUMNS = {
  target_id: "VARCHAR not null",
  subject_level: "VARCHAR not null",
  subject_id: "VARCHAR not null",
  boundary: "VARCHAR not null",
  unit_group: "VARCHAR not null",
  year: "INTEGER not null",
  basis: "VARCHAR not null",
  numerator: "INTEGER",
  denominator: "INTEGER",
  unknown_count: "INTEGER",
  unreported_count: "INTEGER",
  open_count: "INTEGER",
  is_unbounded: "BOOLEAN not null"
} as const;

export const TARGET_COUNT_GRAIN = ["target_id", "subject_level", "subject_id", "boundary", "year"] as const;

/** Whether a target (`t`, int_targets) is read from single rows of unit_years, not from indicator_values. */
export const isReadFromUnits: RawBuilder<boolean> = sql<boolean>`
  (t.subject in ('unit', 'commune') and t.indicator in (${literals(UNIT_MEASURES)}))
`;

/** (target_id, unit_type) and (target_id, managed_level) of every target: for joins by equality. "all" stays one level of its own. */
export const targetTypes = sql`(select target_id, unnest(string_split(unit_types, '+')) as unit_type from int_targets)`;
export const targetLevels = sql`(
  select target_id, unnest(string_split(managed_levels, '+')) as managed_level from int_targets
)`;
export const targetGroups = sql`(select target_id, unnest(string_split(unit_group, '+')) as unit_group from int_targets)`;

/**
 * Whether a clause that names each commune binds this one (`a`, int_plan_areas): not when the plan's area has ended, and not a
 * present commune in a year when it did not exist yet.
 */
export const bindsCommune: RawBuilder<string> = sql<string>`
  case when a.relation in ('self', 'within') and not (a.boundary = 'current' and a.year < ${sql.lit(FIRST_PRESENT_YEAR)})
    then 'rang_buoc' else 'doi_chieu' end
`;

/** What the communes' own files of a year say of their arrival, by the register of the code. */
export const communeReports = sql`(
  select 'commune' as area_level, commune_code as area_code, year, is_expected, is_reported,
    case when commune_valid_from is null then 'former' else 'current' end as register
  from commune_reports
)`;
