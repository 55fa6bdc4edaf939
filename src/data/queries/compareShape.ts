import type {UnitGroup, Verdict} from "../../../loaders/vocabulary.ts";
import type {IndicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import type {CommuneValues} from "./communeValues.ts";
import type {HomeCommune} from "./home.ts";
import type {OverviewTarget} from "./overviewShape.ts";
import type {Site} from "./site.ts";

/** Unit groups whose rates of communes can be compared: of every unit, of what norms speak of, of each type. */
export const COMPARED_GROUPS = [
  "all",
  "base",
  "organisations",
  "khu_dan_cu",
  "co_quan",
  "doanh_nghiep",
  "co_so_giao_duc"
] as const satisfies readonly UnitGroup[];

/** Managing levels (cấp quản lý) the units can be narrowed to, in the order of the filter. */
export const COMPARED_LEVELS = ["xa", "huyen", "tinh"] as const;

/** Verdicts as the columns below number them. */
export const VERDICT_ORDER = [
  "dat",
  "chua_dat",
  "chua_ket_luan",
  "thieu_so_lieu",
  "khong_ap_dung"
] as const satisfies readonly Verdict[];

/** What one target says of every commune in one year: columns in the order of the communes; null where it says nothing. */
export interface CompareResults {
  basis: "rang_buoc" | "doi_chieu";
  n: (number | null)[];
  d: (number | null)[];
  /** Undecided, unreported units; left out where all are 0. */
  u?: number[];
  v?: number[];
  /** Place in VERDICT_ORDER. */
  verdict: (number | null)[];
  needed: (number | null)[];
}

/** What a target says of the home area: the gap the closing list is to close. */
export interface CompareHome {
  n: number;
  d: number;
  verdict: Verdict;
  units_needed: number | null;
}

/** Everything of one year. */
export interface CompareYear {
  year: number;
  /** By target. */
  results: Record<string, CompareResults>;
  /** By target, where it is judged for the home area too. */
  home: Record<string, CompareHome>;
  /** By `compareKey`: counts of every rate by unit group and managing level, present boundaries. */
  values: CommuneValues;
  /** Eligible units known or expected of each commune: what "ước 35 đơn vị" and the size classes count. */
  expected: number[];
}

/** One year of one rate, all communes: numerators and denominators. */
export interface CompareTrendYear {
  year: number;
  n: number[];
  d: number[];
}

/** Everything So sánh xã shows; the other years are in files of their own. */
export interface Compare {
  site: Pick<Site, "home" | "years" | "default_year" | "as_of" | "is_simulated" | "reports" | "governing">;
  indicators: Pick<IndicatorMetadata, "id" | "title" | "short_title" | "formula">[];
  /** Targets of the home area's plans and norms under which communes are judged or compared. */
  targets: OverviewTarget[];
  communes: HomeCommune[];
  /** Groups of communes that people settled, and the place of each commune's group in `names`. */
  own_groups: {names: string[]; of: (number | null)[]};
  /** By `trendKey`: the same rate over the years, on present boundaries. */
  trends: Record<string, CompareTrendYear[]>;
  first: CompareYear | null;
}

/** Where the counts of a rate stand in `CompareYear.values`. */
export function compareKey(indicator: string, group: string, level: string): string {
  return `${indicator}|${group}|${level}`;
}

/** Where the years of a target's rate stand; `group` is the target's own, or a unit type. */
export function trendKey(targetId: string, group: string): string {
  return `${targetId}|${group}`;
}
