/** What a public edition keeps of a table: every row, none, or some, with columns put in place of others. */
export type PublicRule = "all" | "none" | {columns?: Readonly<Record<string, string>>; where?: string};

/** Smallest denominator a public edition shows: under it a reader could tell who is meant. */
export const SMALLEST_PUBLIC = 5;

/** Indicators of discipline: internal whatever their size. */
export const INTERNAL_INDICATORS: readonly string[] = ["disciplined_count", "warned_or_heavier_count"];

const LARGE_ENOUGH = `(denominator = 0 or denominator >= ${SMALLEST_PUBLIC})`;
const INTERNAL = INTERNAL_INDICATORS.map((id) => `'${id}'`).join(", ");

/** A pair reached / total, both left out where the total is small. */
const pair = (name: string): Record<string, string> => ({
  [`${name}_reached`]: `case when ${name}_total >= ${SMALLEST_PUBLIC} then ${name}_reached end`,
  [`${name}_total`]: `case when ${name}_total >= ${SMALLEST_PUBLIC} then ${name}_total end`
});

/**
 * Every table a page may read, and what of it may be known outside. Internal are names of units, whatever is said of one unit, discipline,
 * petitions, incidents, texts of cells, senders and names of files, and figures with a denominator under 5. A table that is not listed does
 * not exist in the public warehouse: a page that asks for it fails loudly when it is built.
 */
export const PUBLIC_RULES: Readonly<Record<string, PublicRule>> = {
  areas: "all",
  build_settings: "all",
  commune_lineage: "all",
  commune_reports: "all",
  communes: "all",
  governing_plans: "all",
  int_commune_areas: "all",
  plans: "all",
  reporting_status: "all",
  submission_parts: "all",
  targets: "all",
  commune_years: {columns: {...pair("households"), ...pair("officials"), ...pair("pupils")}},
  indicator_values: {where: `${LARGE_ENOUGH} and indicator not in (${INTERNAL})`},
  submissions: {columns: {file: "left(sha256, 12)", sender: "null::varchar"}},
  summary_years: {where: `total_count >= ${SMALLEST_PUBLIC}`},
  target_results: {
    where: `${LARGE_ENOUGH} and subject_level in ('country', 'province', 'district', 'commune')
      and target_id not in (select target_id from inside.targets where indicator in (${INTERNAL}))`
  },
  award_results: "none",
  issues: "none",
  model_years: "none",
  sheet_columns: "none",
  unit_lineage: "none",
  unit_matches: "none",
  unit_years: "none",
  units: "none",
  value_sources: "none"
};
