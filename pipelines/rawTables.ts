import type {Columns, RowOf} from "../loaders/columnTypes.ts";
import {RAW_REGISTER_TABLES} from "../loaders/reference/rawRegisterTables.ts";
import {
  RAW_COLUMN_COLUMNS,
  RAW_FACT_COLUMNS,
  RAW_ISSUE_COLUMNS,
  RAW_MODEL_COLUMNS,
  RAW_SUBMISSION_COLUMNS,
  RAW_SUMMARY_COLUMNS,
  RAW_UNIT_COLUMNS,
  RAW_VALUE_COLUMNS
} from "../loaders/rawTables.ts";

/** What the pipelines read: the loaders' tables, the register of areas, and the lineage of units settled by people. */
export const RAW_TABLES = {
  raw_submissions: RAW_SUBMISSION_COLUMNS,
  raw_units: RAW_UNIT_COLUMNS,
  raw_models: RAW_MODEL_COLUMNS,
  raw_facts: RAW_FACT_COLUMNS,
  raw_summaries: RAW_SUMMARY_COLUMNS,
  raw_columns: RAW_COLUMN_COLUMNS,
  raw_values: RAW_VALUE_COLUMNS,
  raw_issues: RAW_ISSUE_COLUMNS,
  ...RAW_REGISTER_TABLES,
  /** `reference/unit_lineage.csv`: a unit merged or renamed; no new unit: it ended. */
  raw_unit_lineage: {
    old_unit_id: "VARCHAR not null",
    new_unit_id: "VARCHAR"
  },
  /** Pairs of `reference/unit_lineage.csv` that a person found not to be one unit. */
  raw_unit_rejections: {
    old_unit_id: "VARCHAR not null",
    new_unit_id: "VARCHAR not null"
  }
} as const satisfies Record<string, Columns>;

export type RawTables = {[T in keyof typeof RAW_TABLES]: RowOf<(typeof RAW_TABLES)[T]>};
