import type {UnitGroup, Verdict} from "../../../loaders/vocabulary.ts";
import type {CommuneValues} from "./communeValues.ts";
import type {HomeCommune} from "./home.ts";

export type Boundary = "current" | "as_reported";

/** Unit groups the pages can be narrowed to, in the order of the filter. */
export const PAGE_GROUPS = [
  "all",
  "khu_dan_cu",
  "co_quan",
  "doanh_nghiep",
  "co_so_giao_duc",
  "commune"
] as const satisfies readonly UnitGroup[];

/** A target that is judged for the home area, or for a board its plan names. */
export interface OverviewTarget {
  target_id: string;
  plan_id: string;
  kind: string;
  title: string;
  indicator: string;
  unit_group: string;
  subject_level: string;
  comparator: ">=" | ">" | "=";
  measure: "percent" | "count";
  value: number;
  clause: string;
  document: string;
  area_level: string;
  area_code: string;
  managed_levels: string;
  year_from: number;
  year_to: number | null;
  /** Short name of the board the clause names; null for areas. */
  board: string | null;
}

export interface OverviewResult {
  target_id: string;
  subject_level: string;
  boundary: Boundary;
  unit_group: string;
  year: number;
  basis: "rang_buoc" | "doi_chieu";
  numerator: number | null;
  denominator: number | null;
  unknown_count: number;
  unreported_count: number;
  verdict: Verdict;
  units_needed: number | null;
  is_impossible: boolean;
}

/** A figure of the home area. */
export interface OverviewFigure {
  boundary: Boundary;
  year: number;
  indicator: string;
  unit_group: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_final: boolean;
}

/** Communes that owe lists of a year, and what came: counts of the register of that year. */
export interface OverviewReports {
  year: number;
  expected: number;
  reported: number;
  /** Submitted files the figures of the year are made of. */
  files: number;
}

/** One duty to report in one year: how many areas stand where. */
export interface OverviewDuty {
  plan_id: string;
  duty: string;
  /** What in the files shows it done: "annual_report", "half_year_report", … */
  evidence: string;
  title: string;
  clause: string;
  document: string;
  year: number;
  area_level: string;
  due_date: string | null;
  dung_han: number;
  tre: number;
  chua_nop: number;
  chua_den_han: number;
  khong_theo_doi: number;
}

/** How many communes stand where under the rate a norm asks of each. */
export interface OverviewNorm {
  target_id: string;
  year: number;
  boundary: Boundary;
  dat: number;
  chua_dat: number;
  chua_ket_luan: number;
}

/** Communes of one view by units to go, as places in `communes`; the first `cut` close the gap of the home area. */
export interface OverviewClosing {
  target_id: string;
  year: number;
  boundary: Boundary;
  unit_group: string;
  order: number[];
  needed: number[];
  /** Numerators and denominators under this very target, in the same order. */
  n: number[];
  d: number[];
  cut: number | null;
}

/** The plan or norm that governs the home area in one year. */
export interface Governing {
  year: number;
  boundary: Boundary;
  plan_id: string;
  kind: string;
  document: string;
  basis: string;
}

/** Everything Tổng quan says: rows of the tables, narrowed to the home area. */
export interface Overview {
  home: {level: string; code: string; type: string; name: string};
  as_of: string | null;
  is_simulated: boolean;
  years: number[];
  default_year: number | null;
  /** The plan that governs the home area, by year. */
  governing: Governing[];
  targets: OverviewTarget[];
  results: OverviewResult[];
  figures: OverviewFigure[];
  reports: OverviewReports[];
  duties: OverviewDuty[];
  norms: OverviewNorm[];
  communes: HomeCommune[];
  former_count: number;
  closing: OverviewClosing[];
  /** Certified units of present communes, by year and unit group. */
  values: CommuneValues;
}

/** What the map of Tổng quan shows. */
export const MAP_INDICATOR = "certified_of_eligible";
