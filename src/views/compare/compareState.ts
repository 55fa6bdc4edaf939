import type {UnitGroup} from "../../../loaders/vocabulary.ts";
import {type Compare, COMPARED_LEVELS, type CompareYear} from "../../data/queries/compareShape.js";
import type {OverviewTarget} from "../../data/queries/overviewShape.ts";
import type {UrlState} from "../../components/urlState.js";
import {communeGroups} from "./communeGroups.js";

/** What orders the rows: units to go, the subject's rate, the name, the number of units, the commune's own certificate, or a column's rate. */
export interface CompareOrder {
  key: string;
  isFalling: boolean;
}

/** What the reader chose, every value known to the data. */
export interface CompareState {
  year: number;
  planId: string | null;
  type: CompareType;
  /** "all": the levels a target covers. */
  level: CompareLevel;
  /** Target the page speaks of; null in a year no target speaks of. */
  targetId: string | null;
  /** "all": the target's own units; else a type of them. */
  group: UnitGroup;
  order: CompareOrder;
  /** Codes of communes put beside each other. */
  picked: string[];
  /** Id of a group of communes alike; null: all. */
  alike: string | null;
  /** Words searched in the names. */
  words: string;
  isWhole: boolean;
  hasIntervals: boolean;
}

export type CompareType = "all" | "xa" | "phuong" | "dac_khu";
export type CompareLevel = "all" | (typeof COMPARED_LEVELS)[number];

export const COMPARED_TYPES: readonly CompareType[] = ["all", "xa", "phuong", "dac_khu"];
/** Unit types a rate can be narrowed to, in the order of the filter and of the grid. */
export const DETAIL_GROUPS = [
  "khu_dan_cu",
  "co_quan",
  "doanh_nghiep",
  "co_so_giao_duc"
] as const satisfies readonly UnitGroup[];
/** Communes that can stand beside each other at once. */
export const MOST_PICKED = 6;

/** Keys of the order that are no column's. */
export const ORDER_KEYS = {need: "can-them", rate: "ty-le", name: "ten", units: "don-vi", own: "chinh-xa"} as const;

/** In the link: every row is shown, not the first alone. */
export const WHOLE_IN_LINK = "tat-ca";

/** The year a link names; the default one if it names none that is there. */
export function compareYearOf({site}: Compare, link: UrlState): number {
  return site.years.find((year) => `${year}` === link.nam) ?? site.default_year ?? 0;
}

/** Plans and norms whose targets say something of communes that year, the governing plan first, norms last. */
export function plansOfYear({targets, site}: Compare, {year, results}: CompareYear): string[] {
  const found = targets.filter(({target_id}) => results[target_id] !== undefined);
  const governing = site.governing.find((plan) => plan.year === year)?.plan_id;
  const rank = ({plan_id, kind}: OverviewTarget): number => (plan_id === governing ? 0 : kind === "plan" ? 1 : 2);
  return [...new Set([...found].sort((a, b) => rank(a) - rank(b)).map(({plan_id}) => plan_id))];
}

/** Targets of a plan that say something of communes that year, rates of certified units first where the plan opens with them. */
export function targetsOfPlan({targets}: Compare, {results}: CompareYear, planId: string | null): OverviewTarget[] {
  return targets.filter(({target_id, plan_id}) => plan_id === planId && results[target_id] !== undefined);
}

/** The target a page opens on: the plan's rate of certified units, else its first rate. */
export function mainTarget(targets: readonly OverviewTarget[]): OverviewTarget | null {
  const rates = targets.filter(({measure}) => measure === "percent");
  return rates.find(({indicator}) => indicator.startsWith("certified_of_")) ?? rates[0] ?? targets[0] ?? null;
}

/** The state of a link: what it names and the data do not know falls back to the default. */
export function compareState(file: Compare, year: CompareYear, link: UrlState): CompareState {
  const plans = plansOfYear(file, year);
  const planId = plans.find((id) => id === link["ke-hoach"]) ?? plans[0] ?? null;
  const targets = targetsOfPlan(file, year, planId);
  const target = targets.find(({target_id}) => target_id === link["chi-tieu"]) ?? mainTarget(targets);
  const isNarrowable = target === null || target.measure === "percent";
  return {
    year: year.year,
    planId,
    type: COMPARED_TYPES.find((type) => type === link["loai-xa"]) ?? "all",
    level: COMPARED_LEVELS.find((level) => level === link.cap) ?? "all",
    targetId: target?.target_id ?? null,
    group: (isNarrowable && DETAIL_GROUPS.find((group) => group === link.loai)) || "all",
    order: orderOf(link.xep, targets),
    picked: pickedOf(file, link.chon),
    alike: communeGroups(file, year).find(({id}) => id === link.nhom)?.id ?? null,
    words: (link.tim ?? "").trim(),
    isWhole: link["pham-vi"] === WHOLE_IN_LINK,
    hasIntervals: link.khoang === "co"
  };
}

/** The order of a page that was not told one: the most units to go first. */
export const FIRST_ORDER: CompareOrder = {key: ORDER_KEYS.need, isFalling: true};

function orderOf(text: string | undefined, targets: readonly OverviewTarget[]): CompareOrder {
  const isFalling = text?.startsWith("-") ?? false;
  const key = text?.replace(/^-/, "") ?? "";
  const keys = [...Object.values(ORDER_KEYS), ...DETAIL_GROUPS, ...targets.map(({target_id}) => target_id)];
  return keys.some((known) => known === key) ? {key, isFalling} : FIRST_ORDER;
}

/** The order as a link holds it; undefined for the first. */
export function linkOfOrder({key, isFalling}: CompareOrder): string | undefined {
  if (key === FIRST_ORDER.key && isFalling === FIRST_ORDER.isFalling) return undefined;
  return `${isFalling ? "-" : ""}${key}`;
}

function pickedOf({communes}: Compare, text: string | undefined): string[] {
  const known = new Set(communes.map(({code}) => code));
  const codes = (text ?? "").split(",").filter((code) => known.has(code));
  return [...new Set(codes)].slice(0, MOST_PICKED);
}

/** The communes chosen, with one taken in or out; a seventh takes nothing in. */
export function togglePicked(picked: readonly string[], code: string): string[] {
  if (picked.includes(code)) return picked.filter((one) => one !== code);
  return picked.length >= MOST_PICKED ? [...picked] : [...picked, code];
}
