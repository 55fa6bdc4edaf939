import {type Random} from "../random.ts";
import {BOARD_ID, type DemoUnit} from "../world/demoUnit.ts";
import {kindOf} from "./rates.ts";
import {type Result} from "./results.ts";
import {type UnitRow} from "./unitRow.ts";

/** Effective models (mô hình hiệu quả) of the board of the economic zone: the plan of 2025 wants at least one. */
const BOARD_MODELS: Readonly<Record<number, number>> = {2022: 1, 2023: 2, 2024: 2, 2025: 3, 2026: 3};

/** Conditions of Thông tư 124 Art. 4 to 7: met when certified, and else one of them fails. */
export interface Conditions {
  cases: number;
  disciplined: number;
  warned: number;
  isInformed: boolean;
  isTitled: boolean;
  hasModel: boolean;
}

const MET: Conditions = {cases: 0, disciplined: 0, warned: 0, isInformed: true, isTitled: true, hasModel: true};

/** The conditions a unit met in a year. */
export function conditionsOf(unit: DemoUnit, result: Result, year: number, random: Random): Conditions {
  const key = `${year}/${unit.id}`;
  if (result.isCertified !== false) return MET;
  const count = random.chance(`more/${key}`, 0.2) ? 2 : 1;
  const reasons: Partial<Conditions>[] =
    unit.type === "khu_dan_cu"
      ? [{cases: count}]
      : kindOf(unit.type) === "commune"
        ? [{cases: count}, {disciplined: 1}, {cases: 1}]
        : [{cases: count}, {disciplined: 1, warned: 1}, {isInformed: false}, {isTitled: false}, {hasModel: false}];
  return {...MET, ...random.pick(`reason/${key}`, reasons)};
}

/** Numbers that fit the conditions: people told, sub-units with a title, people disciplined, months of legal education. */
export function conditionCounts(unit: DemoUnit, met: Conditions, year: number, random: Random): Partial<UnitRow> {
  const key = `${year}/${unit.id}`;
  const kind = kindOf(unit.type);
  const common = {complex_case_count: met.cases, disciplined_count: met.disciplined};
  if (kind === "kdc") return common;
  const models = met.hasModel ? random.integer(`models/${key}`, 1, kind === "commune" ? 4 : 2) : 0;
  if (kind === "commune")
    return {...common, effective_model_count: models, petition_count: random.chance(`petition/${key}`, 0.06) ? 1 : 0};
  const [least, most] = {cq: [8, 55], dn: [25, 620], gd: [260, 1480]}[kind] as [number, number];
  const people = random.integer(`people/${unit.id}`, least, most);
  const missing = 1 + Math.floor(people * (0.03 + 0.2 * random.uniform(`uninformed/${key}`)));
  const subunits = random.integer(`subunits/${unit.id}`, 2, kind === "cq" ? 6 : 12);
  const isTitleEligible = !met.isTitled || !random.chance(`untitled/${unit.id}`, 0.08);
  const titled = met.isTitled
    ? Math.max(Math.ceil((subunits * 7) / 10), subunits - random.integer(`titled/${key}`, 0, 1))
    : Math.floor(subunits / 2);
  return {
    ...common,
    effective_model_count: unit.id === BOARD_ID ? (BOARD_MODELS[year] ?? models) : models,
    informed_count: met.isInformed ? people : people - missing,
    informed_total: people,
    is_title_eligible: isTitleEligible,
    titled_subunit_count: isTitleEligible ? titled : null,
    subunit_count: isTitleEligible ? subunits : null,
    warned_or_heavier_count: met.warned,
    petition_count: random.chance(`petition/${key}`, 0.02) ? 1 : 0,
    education_month_count: kind === "gd" ? random.integer(`months/${key}`, met.isInformed ? 9 : 6, 12) : null
  };
}

/** In a few words, which condition a unit failed; null for those certified, outside the Circular or not yet considered. */
export function shortfallNote(unit: DemoUnit, result: Result, year: number, random: Random): string | null {
  if (unit.exclusion !== null || result.isCertified === true) return null;
  if (!result.isRegistered) return "Chưa đăng ký";
  const {cases, warned, disciplined, isInformed, isTitled, hasModel} = conditionsOf(unit, result, year, random);
  if (cases > 0) return `Có ${cases} vụ việc phức tạp`;
  if (warned > 0) return `${warned} người bị kỷ luật cảnh cáo`;
  if (disciplined > 0) return `${disciplined} cán bộ công an bị kỷ luật`;
  if (!isInformed) return "Chưa phổ biến đủ";
  if (!isTitled) return "Đầu mối đạt danh hiệu dưới 70%";
  return hasModel ? null : "Chưa có mô hình hiệu quả";
}
