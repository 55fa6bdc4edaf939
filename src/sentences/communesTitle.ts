import {formatCount, formatNumber} from "../components/format.js";
import {type Figure, type Goal, isKnown, meets} from "./figures.js";

type Percent = Pick<Goal, "comparator" | "value">;

/** How far below the target a commune counts as far behind, in points: the lowest class of the map. */
const FAR_POINTS = 20;

/** Title of the map: how many communes stand below the target, and how many far below. */
export function mapTitle(figures: readonly Figure[], goal: Percent | null, year: number): string {
  const known = figures.filter(isKnown);
  if (known.length === 0) return `Chưa có kết quả của xã, phường năm ${year}`;
  const count = formatCount(known.length);
  if (goal === null) return `${count} xã, phường có kết quả năm ${year}`;
  const below = known.filter(({numerator, denominator}) => !meets(numerator, denominator, goal)).length;
  if (below === 0) return `Cả ${count} xã, phường đều ${goalWords(goal)}`;
  const limit = goal.value - FAR_POINTS;
  const far = known.filter(({numerator, denominator}) => 100 * numerator < limit * denominator).length;
  const tail = far > 0 && limit > 0 ? `, ${formatCount(far)} xã dưới ${percent(limit)}` : "";
  return `${formatCount(below)} trong ${count} xã, phường còn ${belowWords(goal)}${tail}`;
}

/** The same where each commune is one unit: how many have it. */
export function yesTitle(figures: readonly Figure[], verb = "được công nhận"): string {
  const known = figures.filter(isKnown);
  const certified = known.filter(({numerator}) => numerator > 0).length;
  return `${formatCount(certified)} trong ${formatCount(known.length)} xã, phường ${verb}`;
}

/** "dưới 80%", or "chưa trên 80%" where exactly 80% does not meet the target. */
export function belowWords({comparator, value}: Percent): string {
  return comparator === ">" ? `chưa trên ${percent(value)}` : `dưới ${percent(value)}`;
}

function goalWords({comparator, value}: Percent): string {
  if (comparator === ">") return `trên ${percent(value)}`;
  return value >= 100 ? percent(value) : `từ ${percent(value)} trở lên`;
}

/** "lên 80%", or "vượt 80%" where exactly 80% does not meet the target. */
export function riseWords({comparator, value}: Percent): string {
  return `${comparator === ">" ? "vượt" : "lên"} ${percent(value)}`;
}

function percent(value: number): string {
  return `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}%`;
}

/** What the closing list holds: communes by units to go, and how many of them close the area's gap. */
export interface ClosingFacts {
  goal: Percent;
  /** Units each commune still needs, in the order of the list. */
  needed: readonly number[];
  /** How many communes from the top close the area's gap; null without a gap, or when all of them do not. */
  cut: number | null;
  /** Units the area as a whole still needs; null: no gap. */
  gap: number | null;
  /** "toàn tỉnh". */
  area: string;
}

/** Title of the closing list: "5 xã lên 80% là đủ bù 78 đơn vị còn thiếu". */
export function closingTitle({goal, needed, cut, gap}: ClosingFacts): string {
  if (needed.length === 0) return `Không xã nào ${belowWords(goal)}`;
  if (cut !== null && gap !== null)
    return `${formatCount(cut)} xã ${riseWords(goal)} là đủ bù ${formatCount(gap)} đơn vị còn thiếu`;
  const total = needed.reduce((sum, units) => sum + units, 0);
  return `${formatCount(needed.length)} xã còn ${belowWords(goal)}, cần thêm ${formatCount(total)} đơn vị`;
}

export function closingSubtitle(goal: Percent): string {
  return `Số đơn vị mỗi xã cần thêm để tự ${goal.comparator === ">" ? "vượt" : "đạt"} ${percent(goal.value)}`;
}

/** The rule that cuts the list: "Đủ 79 đơn vị, toàn tỉnh lên 80%". */
export function cutWords(facts: ClosingFacts): string {
  if (facts.cut === null) return "";
  const total = facts.needed.slice(0, facts.cut).reduce((sum, units) => sum + units, 0);
  return `Đủ ${formatCount(total)} đơn vị, ${facts.area} ${riseWords(facts.goal)}`;
}
