import type {Kysely} from "kysely";
import {runSteps, type Step} from "./database/runSteps.ts";
import {intAreaCounts} from "./intermediate/int_area_counts.ts";
import {intCommuneAreas} from "./intermediate/int_commune_areas.ts";
import {intCommuneCounts} from "./intermediate/int_commune_counts.ts";
import {intCoverage} from "./intermediate/int_coverage.ts";
import {intExpected} from "./intermediate/int_expected.ts";
import {intExpectedCommunes} from "./intermediate/int_expected_communes.ts";
import {intFactRows} from "./intermediate/int_fact_rows.ts";
import {intOwnUnits} from "./intermediate/int_own_units.ts";
import {intParts} from "./intermediate/int_parts.ts";
import {intReportAreas} from "./intermediate/int_report_areas.ts";
import {intReportCounts} from "./intermediate/int_report_counts.ts";
import {intSilences} from "./intermediate/int_silences.ts";
import {intSummaryRows} from "./intermediate/int_summary_rows.ts";
import {intUnitCodes} from "./intermediate/int_unit_codes.ts";
import {intUnitPlacements} from "./intermediate/int_unit_placements.ts";
import {intUnitRepeats} from "./intermediate/int_unit_repeats.ts";
import {intUnitRows} from "./intermediate/int_unit_rows.ts";
import {intUnitsExpected} from "./intermediate/int_units_expected.ts";
import {areas} from "./marts/areas.ts";
import {type BuildSettings, buildSettings} from "./marts/build_settings.ts";
import {communeLineage} from "./marts/commune_lineage.ts";
import {communeReports} from "./marts/commune_reports.ts";
import {communeYears} from "./marts/commune_years.ts";
import {communes} from "./marts/communes.ts";
import {indicatorValues} from "./marts/indicator_values.ts";
import {issues} from "./marts/issues.ts";
import {modelYears} from "./marts/model_years.ts";
import {sheetColumns} from "./marts/sheet_columns.ts";
import {submissionParts} from "./marts/submission_parts.ts";
import {submissions} from "./marts/submissions.ts";
import {summaryYears} from "./marts/summary_years.ts";
import {unitLineage} from "./marts/unit_lineage.ts";
import {unitYears} from "./marts/unit_years.ts";
import {units} from "./marts/units.ts";
import {valueSources} from "./marts/value_sources.ts";
import {unitMatches} from "./matches/unitMatches.ts";
import {loadUnitLineage} from "./staging/loadUnitLineage.ts";
import {stgCommunes} from "./staging/stg_communes.ts";
import {stgLineage} from "./staging/stg_lineage.ts";
import {stgSubmissions} from "./staging/stg_submissions.ts";

/** Every table and view: each reads only what stands above it. */
const steps = (settings: BuildSettings): readonly Step[] => [
  areas,
  communes,
  communeLineage,
  buildSettings(settings),
  submissions,
  sheetColumns,
  unitLineage,
  stgSubmissions,
  stgCommunes,
  stgLineage,
  intParts,
  submissionParts,
  intCommuneAreas,
  intUnitCodes,
  intUnitRows,
  intUnitRepeats,
  intUnitPlacements,
  unitYears,
  units,
  unitMatches,
  intSummaryRows,
  summaryYears,
  modelYears,
  intFactRows,
  communeYears,
  intCoverage,
  intSilences,
  intUnitsExpected,
  intExpectedCommunes,
  intOwnUnits,
  intExpected,
  communeReports,
  intCommuneCounts,
  intAreaCounts,
  intReportCounts,
  intReportAreas,
  indicatorValues,
  issues,
  valueSources
];

/**
 * Builds all derived tables (staging, intermediate, public) from the raw ones in `db`; the same raw tables give the same rows.
 * A `Workspace` serves as the second argument: its `as_of` and home area are used, and `reference/unit_lineage.csv` where there is one.
 * @throws Error naming the table, when a query and its contract disagree.
 */
export async function buildTables(
  db: Kysely<never>,
  {settings, reference}: {settings: BuildSettings; reference?: string}
): Promise<void> {
  if (reference !== undefined) await loadUnitLineage(db, reference);
  await runSteps(db, steps(settings));
}
