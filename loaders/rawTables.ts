import type {RowOf} from "./columnTypes.ts";

/**
 * The raw tables: what the loaders say of each submitted file, row by row, before any rule of counting.
 * `sheet` and `row_number` (from 1, as in Excel) lead back to the cells; `raw_columns` gives the column of each field.
 */

/** One received file. Grain: submission_id. Of `file` and `sha256`, see `loaders/submissions`. */
export const RAW_SUBMISSION_COLUMNS = {
  submission_id: "VARCHAR not null",
  file: "VARCHAR not null",
  sha256: "VARCHAR not null",
  /** Forms found in the file, joined by "+" in the order of FORMS; "" when none was recognised. */
  form: "VARCHAR not null",
  period: "VARCHAR",
  year: "INTEGER",
  /** Who sent it: commune, district or province; null when unknown. */
  area_level: "VARCHAR",
  area_code: "VARCHAR",
  received_date: "DATE",
  sender: "VARCHAR",
  stage: "VARCHAR not null",
  status: "VARCHAR not null",
  is_simulated: "BOOLEAN not null",
  rows_read: "INTEGER not null",
  rows_accepted: "INTEGER not null",
  rows_rejected: "INTEGER not null"
} as const;

/** Where a row of a form stands and what it belongs to; shared by units, models, facts and summaries. */
const ROW_ORIGIN = {
  submission_id: "VARCHAR not null",
  sheet: "VARCHAR not null",
  row_number: "INTEGER not null",
  year: "INTEGER not null",
  period: "VARCHAR not null",
  stage: "VARCHAR not null",
  /** Commune as reported; with commune_valid_from (null: the register until 30/6/2025) it names one commune. */
  commune_code: "VARCHAR not null",
  commune_valid_from: "DATE"
} as const;

/** One row of Danh sách đơn vị. Grain: submission_id, sheet, row_number. Null is missing, never zero or "no". */
export const RAW_UNIT_COLUMNS = {
  ...ROW_ORIGIN,
  unit_code: "VARCHAR",
  unit_name: "VARCHAR not null",
  /** Name for comparing: see `loaders/reference/nameKey.ts`. */
  name_key: "VARCHAR not null",
  unit_type: "VARCHAR not null",
  former_commune_code: "VARCHAR",
  managed_level: "VARCHAR not null",
  managed_by: "VARCHAR",
  exclusion_reason: "VARCHAR",
  is_registered: "BOOLEAN",
  registered_date: "DATE",
  resolution_date: "DATE",
  plan_date: "DATE",
  is_certified: "BOOLEAN",
  decision_number: "VARCHAR",
  score: "DOUBLE",
  class: "VARCHAR",
  effective_model_count: "INTEGER",
  informed_count: "INTEGER",
  informed_total: "INTEGER",
  titled_subunit_count: "INTEGER",
  subunit_count: "INTEGER",
  /** False: "không thuộc diện" xét danh hiệu; null: not said. */
  is_title_eligible: "BOOLEAN",
  disciplined_count: "INTEGER",
  warned_or_heavier_count: "INTEGER",
  education_month_count: "INTEGER",
  is_exemplary_registered: "BOOLEAN",
  is_exemplary_reached: "BOOLEAN",
  is_award_registered: "BOOLEAN",
  award_registered_date: "DATE",
  dossier_sent_date: "DATE",
  merit_certificate_count: "INTEGER",
  is_block_leader: "BOOLEAN",
  complex_case_count: "INTEGER",
  petition_count: "INTEGER",
  note: "VARCHAR"
} as const;
export type RawUnit = RowOf<typeof RAW_UNIT_COLUMNS>;

/** One row of Mô hình. Grain: submission_id, sheet, row_number. */
export const RAW_MODEL_COLUMNS = {
  ...ROW_ORIGIN,
  model_name: "VARCHAR not null",
  name_key: "VARCHAR not null",
  unit_name: "VARCHAR",
  class: "VARCHAR",
  site_count: "INTEGER",
  team_count: "INTEGER",
  is_replicated_province: "BOOLEAN",
  /** 0 to 1. */
  plan_done_share: "DOUBLE"
} as const;
export type RawModel = RowOf<typeof RAW_MODEL_COLUMNS>;

/** One fact of Thông tin chung. Grain: submission_id, sheet, row_number. The value stands in the column of its kind. */
export const RAW_FACT_COLUMNS = {
  ...ROW_ORIGIN,
  /** Id from `data/forms/commune_facts.yaml`: households, officials, pupils, ntm_19_2, … */
  fact: "VARCHAR not null",
  reached_count: "INTEGER",
  total_count: "INTEGER",
  is_met: "BOOLEAN",
  value_date: "DATE"
} as const;
export type RawFact = RowOf<typeof RAW_FACT_COLUMNS>;

/** One unit type of one row of Biểu tổng hợp. Grain: submission_id, sheet, row_number, unit_type. */
export const RAW_SUMMARY_COLUMNS = {
  ...ROW_ORIGIN,
  unit_type: "VARCHAR not null",
  total_count: "INTEGER",
  registered_count: "INTEGER",
  certified_count: "INTEGER",
  xuat_sac_count: "INTEGER",
  kha_count: "INTEGER",
  trung_binh_count: "INTEGER",
  yeu_count: "INTEGER"
} as const;
export type RawSummary = RowOf<typeof RAW_SUMMARY_COLUMNS>;

/** Which column of a sheet holds a field (a summary field is `<unit_type>.<count>`). Grain: submission_id, sheet, field, column_letter. */
export const RAW_COLUMN_COLUMNS = {
  submission_id: "VARCHAR not null",
  sheet: "VARCHAR not null",
  form: "VARCHAR not null",
  field: "VARCHAR not null",
  column_letter: "VARCHAR not null",
  header_text: "VARCHAR not null"
} as const;
export type RawColumn = RowOf<typeof RAW_COLUMN_COLUMNS>;

/** Text of a cell where it differs from the value it was read as. Grain: submission_id, sheet, row_number, field. */
export const RAW_VALUE_COLUMNS = {
  submission_id: "VARCHAR not null",
  sheet: "VARCHAR not null",
  row_number: "INTEGER not null",
  field: "VARCHAR not null",
  raw_text: "VARCHAR not null",
  /** Rule that was applied, e.g. "tick_blank_is_no"; null for plain normalisation. */
  rule: "VARCHAR"
} as const;
export type RawValue = RowOf<typeof RAW_VALUE_COLUMNS>;

/** One problem in a file. Grain: issue_id. Message and remedy are Vietnamese sentences for the sender. */
export const RAW_ISSUE_COLUMNS = {
  issue_id: "VARCHAR not null",
  submission_id: "VARCHAR not null",
  commune_code: "VARCHAR",
  severity: "VARCHAR not null",
  rule: "VARCHAR not null",
  sheet: "VARCHAR",
  cell: "VARCHAR",
  row_number: "INTEGER",
  field: "VARCHAR",
  raw_value: "VARCHAR",
  message: "VARCHAR not null",
  remedy: "VARCHAR not null"
} as const;
export type RawIssue = RowOf<typeof RAW_ISSUE_COLUMNS>;
