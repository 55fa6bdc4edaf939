import type {RowOf} from "../loaders/columnTypes.ts";

/**
 * The public tables of `build/warehouse.duckdb`: names and columns other people build on.
 * DATE for days, INTEGER for counts, BOOLEAN with null for unknown, shares from 0 to 1 as DOUBLE (for reading, never for deciding).
 */
export const PUBLIC_TABLES = {
  /** Country, provinces, districts and communes with their validity. Grain: area_level, area_code, valid_from. */
  areas: {
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    valid_from: "DATE",
    valid_to: "DATE",
    name: "VARCHAR not null",
    type: "VARCHAR not null",
    parent_level: "VARCHAR",
    parent_code: "VARCHAR"
  },
  /** Grain: code, valid_from. */
  communes: {
    code: "VARCHAR not null",
    valid_from: "DATE",
    name: "VARCHAR not null",
    type: "VARCHAR not null",
    province_code: "VARCHAR not null",
    district_code: "VARCHAR",
    valid_to: "DATE"
  },
  /** Grain: old_code, new_code. */
  commune_lineage: {
    old_code: "VARCHAR not null",
    new_code: "VARCHAR not null",
    extent: "VARCHAR not null",
    clause: "VARCHAR not null"
  },
  /** Every received file. Grain: submission_id. */
  submissions: {
    submission_id: "VARCHAR not null",
    file: "VARCHAR not null",
    sha256: "VARCHAR not null",
    form: "VARCHAR not null",
    period: "VARCHAR",
    year: "INTEGER",
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
  },
  /** What each file holds, and whether a newer file replaced it. unit_type is "" for models and facts. Grain: submission_id, commune_code, form, unit_type. */
  submission_parts: {
    submission_id: "VARCHAR not null",
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    form: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    year: "INTEGER not null",
    period: "VARCHAR not null",
    is_current: "BOOLEAN not null",
    superseded_by: "VARCHAR",
    /** Current, and not a half-year part beaten by the year's own: what the tables of the year are made of. */
    is_counted: "BOOLEAN not null"
  },
  /** What these tables were built for. Grain: one row. */
  build_settings: {
    as_of: "DATE",
    home_level: "VARCHAR not null",
    home_code: "VARCHAR not null"
  },
  /** Which commune owes its lists in which year, and what came. Grain: commune_code, commune_valid_from, year. */
  commune_reports: {
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    year: "INTEGER not null",
    is_expected: "BOOLEAN not null",
    /** A current annual list or summary of the commune is there (half-year ones and the province's own file apart). */
    is_reported: "BOOLEAN not null",
    /** Of the first annual version, a superseded one too; null when none came or its day is unknown. */
    first_received_date: "DATE",
    current_received_date: "DATE",
    stage: "VARCHAR",
    /** The latest current annual file. */
    submission_id: "VARCHAR",
    is_half_year_reported: "BOOLEAN not null",
    half_year_first_received_date: "DATE",
    half_year_submission_id: "VARCHAR",
    /** Eligible units known or expected: what "x of y units" counts against. */
    expected_unit_count: "INTEGER not null"
  },
  /** Grain: submission_id, sheet, field, column_letter. */
  sheet_columns: {
    submission_id: "VARCHAR not null",
    sheet: "VARCHAR not null",
    form: "VARCHAR not null",
    field: "VARCHAR not null",
    column_letter: "VARCHAR not null",
    header_text: "VARCHAR not null"
  },
  /** Grain: issue_id. */
  issues: {
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
  },
  /** Every unit that was ever reported, with its latest name. Grain: unit_id. current_commune_code is "unassigned" where a split commune leaves it open. */
  units: {
    unit_id: "VARCHAR not null",
    unit_name: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    managed_by: "VARCHAR",
    former_commune_code: "VARCHAR",
    current_commune_code: "VARCHAR not null"
  },
  /** Grain: old_unit_id, new_unit_id. */
  unit_lineage: {
    old_unit_id: "VARCHAR not null",
    new_unit_id: "VARCHAR not null"
  },
  /**
   * Units that ended and units that appeared in the next list of their commune under a close name: open questions, settled by people in
   * `reference/unit_lineage.csv`. Years: the last with the old unit, the first with the new one. Grain: old_unit_id, new_unit_id.
   */
  unit_matches: {
    old_unit_id: "VARCHAR not null",
    new_unit_id: "VARCHAR not null",
    current_commune_code: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    old_name: "VARCHAR not null",
    old_year: "INTEGER not null",
    new_name: "VARCHAR not null",
    new_year: "INTEGER not null",
    /** 1 is the same name, the less the farther. */
    score: "DOUBLE not null",
    /** In what the names differ, Vietnamese. */
    why: "VARCHAR not null"
  },
  /** What the current files say of each unit in each year. Grain: unit_id, year. */
  unit_years: {
    unit_id: "VARCHAR not null",
    year: "INTEGER not null",
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    current_commune_code: "VARCHAR not null",
    /** Mã đơn vị as the sender gives it. */
    unit_code: "VARCHAR",
    unit_name: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    managed_by: "VARCHAR",
    former_commune_code: "VARCHAR",
    is_eligible: "BOOLEAN not null",
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
    note: "VARCHAR",
    stage: "VARCHAR not null",
    submission_id: "VARCHAR not null",
    sheet: "VARCHAR not null",
    row_number: "INTEGER not null"
  },
  /** Biểu tổng hợp as submitted. Grain: commune_code, year, unit_type. */
  summary_years: {
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    current_commune_code: "VARCHAR not null",
    year: "INTEGER not null",
    unit_type: "VARCHAR not null",
    total_count: "INTEGER",
    registered_count: "INTEGER",
    certified_count: "INTEGER",
    xuat_sac_count: "INTEGER",
    kha_count: "INTEGER",
    trung_binh_count: "INTEGER",
    yeu_count: "INTEGER",
    stage: "VARCHAR not null",
    submission_id: "VARCHAR not null",
    sheet: "VARCHAR not null",
    row_number: "INTEGER not null"
  },
  /** Grain: model_id, year. */
  model_years: {
    model_id: "VARCHAR not null",
    year: "INTEGER not null",
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    current_commune_code: "VARCHAR not null",
    model_name: "VARCHAR not null",
    unit_name: "VARCHAR",
    unit_id: "VARCHAR",
    class: "VARCHAR",
    site_count: "INTEGER",
    team_count: "INTEGER",
    is_replicated_province: "BOOLEAN",
    plan_done_share: "DOUBLE",
    stage: "VARCHAR not null",
    submission_id: "VARCHAR not null",
    sheet: "VARCHAR not null",
    row_number: "INTEGER not null"
  },
  /** Facts a commune reports of itself. Grain: commune_code, commune_valid_from, year. */
  commune_years: {
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    current_commune_code: "VARCHAR not null",
    year: "INTEGER not null",
    households_reached: "INTEGER",
    households_total: "INTEGER",
    officials_reached: "INTEGER",
    officials_total: "INTEGER",
    pupils_reached: "INTEGER",
    pupils_total: "INTEGER",
    is_ntm_19_2: "BOOLEAN",
    is_ntm_advanced_19_2: "BOOLEAN",
    resolution_date: "DATE",
    plan_date: "DATE",
    half_year_report_date: "DATE",
    annual_report_date: "DATE",
    festival_date: "DATE",
    is_festival_held: "BOOLEAN",
    is_forum_held: "BOOLEAN",
    stage: "VARCHAR not null",
    submission_id: "VARCHAR not null"
  },
  /** Every indicator of every area, both boundary views. Grain: area_level, area_code, boundary, year, indicator, unit_group, managed_level. */
  indicator_values: {
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    indicator: "VARCHAR not null",
    unit_group: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    numerator: "INTEGER not null",
    denominator: "INTEGER not null",
    share: "DOUBLE",
    /** u: units of the denominator with no outcome yet. */
    unknown_count: "INTEGER not null",
    /** v: units expected from communes that have not submitted, or whose membership of the denominator is unknown. */
    unreported_count: "INTEGER not null",
    low_share: "DOUBLE",
    high_share: "DOUBLE",
    /** Some of what is unknown may be of any size: nothing bounds the share but 0 and 1. */
    is_unbounded: "BOOLEAN not null",
    is_final: "BOOLEAN not null",
    source: "VARCHAR not null"
  },
  /** Grain: target_id. */
  targets: {
    target_id: "VARCHAR not null",
    plan_id: "VARCHAR not null",
    kind: "VARCHAR not null",
    indicator: "VARCHAR not null",
    unit_group: "VARCHAR not null",
    /** Managing levels the clause covers, joined by "+", or "all". */
    managed_levels: "VARCHAR not null",
    subject_level: "VARCHAR not null",
    comparator: "VARCHAR not null",
    measure: "VARCHAR not null",
    value: "DOUBLE not null",
    aspirational: "BOOLEAN not null",
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    year_from: "INTEGER not null",
    year_to: "INTEGER",
    clause: "VARCHAR not null",
    locator: "VARCHAR not null",
    /** The sentence as the plan writes it. */
    quote: "VARCHAR not null",
    title: "VARCHAR not null",
    interpretation: "VARCHAR"
  },
  /** Grain: target_id, subject_level, subject_id, boundary, unit_group, year. */
  target_results: {
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
    low_share: "DOUBLE",
    high_share: "DOUBLE",
    verdict: "VARCHAR not null",
    units_needed: "INTEGER",
    is_impossible: "BOOLEAN not null"
  },
  /** Plans and norms themselves. Grain: plan_id. */
  plans: {
    plan_id: "VARCHAR not null",
    kind: "VARCHAR not null",
    title: "VARCHAR not null",
    document: "VARCHAR not null",
    issuer: "VARCHAR not null",
    level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    signed_date: "DATE",
    year_from: "INTEGER not null",
    year_to: "INTEGER"
  },
  /** Which plan governs an area in a year. Grain: area_level, area_code, boundary, year. */
  governing_plans: {
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    plan_id: "VARCHAR not null",
    basis: "VARCHAR not null"
  },
  /** Who owes which report when. Grain: plan_id, duty, area_level, area_code, year. */
  reporting_status: {
    plan_id: "VARCHAR not null",
    duty: "VARCHAR not null",
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    year: "INTEGER not null",
    due_date: "DATE",
    received_date: "DATE",
    status: "VARCHAR not null"
  },
  /** Grain: award_id, candidate_level, candidate_id, year, condition. */
  award_results: {
    award_id: "VARCHAR not null",
    candidate_level: "VARCHAR not null",
    candidate_id: "VARCHAR not null",
    year: "INTEGER not null",
    condition: "VARCHAR not null",
    outcome: "VARCHAR not null",
    reason: "VARCHAR not null"
  }
} as const;

export type PublicTables = {[T in keyof typeof PUBLIC_TABLES]: RowOf<(typeof PUBLIC_TABLES)[T]>};
