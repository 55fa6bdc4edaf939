import {formatCount, formatNumber, formatPoints, formatShare, formatTarget} from "../components/format.js";
import {belowWords, riseWords} from "./communesTitle.js";
import type {Goal} from "./figures.js";

/** A commune in a sentence, with its rate. */
export interface NamedRate {
  name: string;
  n: number;
  d: number;
  /** Units to go; null where nothing is asked. */
  needed: number | null;
}

/** Communes whose share of what is lacking the page's title tells. */
const LEADING = 10;

/** What the communes compared are called: "xã", "phường", "đặc khu". */
const NOUNS: Readonly<Record<string, string>> = {all: "xã", xa: "xã", phuong: "phường", dac_khu: "đặc khu"};

export function communeNoun(type: string): string {
  return NOUNS[type] ?? "xã";
}

/** Title of the page: how much of what is lacking lies in how few communes. @param options.head names what a clause counts. */
export function compareTitle(
  rates: readonly NamedRate[],
  goal: Goal | null,
  {noun, year, head = ""}: {noun: string; year: number; head?: string}
): string {
  if (rates.length === 0) return `Chưa có kết quả để so sánh ${noun} năm ${year}`;
  if (goal === null) return endsTitle(rates, noun);
  if (goal.measure === "count") return countTitle(rates, goal, {noun, head});
  const behind = needing(rates);
  const most = behind[0];
  if (!most) return `Không ${noun} nào còn ${belowWords(goal)}`;
  const total = sumNeeded(behind);
  if (behind.length >= 2 * LEADING) {
    const share = Math.round((100 * sumNeeded(behind.slice(0, LEADING))) / total);
    return `${LEADING} ${noun} chiếm ${share}% số đơn vị mà các ${noun} ${belowWords(goal)} cần thêm`;
  }
  const first = behind.filter(({needed}) => needed === most.needed);
  const lead = first.length === 1 ? most.name : `${formatCount(first.length)} ${noun}`;
  const each = first.length === 1 ? "" : ", mỗi nơi";
  return `${lead} cần thêm nhiều nhất${each} ${formatCount(most.needed ?? 0)} đơn vị để ${riseWords(goal)}`;
}

/** Where the clause asks for a number and not for a rate: how many have it. */
export function countTitle(
  rates: readonly NamedRate[],
  goal: Goal,
  {noun, head}: {noun: string; head: string}
): string {
  const met = rates.filter(({needed}) => needed === 0).length;
  const asked = `${formatTarget(goal.comparator, goal.value, "count")} ${head.toLocaleLowerCase("vi")}`;
  return `${formatCount(met)} trong ${formatCount(rates.length)} ${noun} có ${asked}`;
}

/** Title of the grid: how many stand below the level, and what they lack together. */
export function gridTitle(rates: readonly NamedRate[], goal: Goal | null, noun: string): string {
  if (rates.length === 0) return `Chưa ${noun} nào có kết quả`;
  if (goal === null || goal.measure === "count") return `${formatCount(rates.length)} ${noun} có kết quả`;
  const behind = needing(rates);
  if (behind.length === 0) return `Cả ${formatCount(rates.length)} ${noun} có kết quả đều đã tới mức`;
  return `${formatCount(behind.length)} ${nounOf(noun)} còn ${belowWords(goal)} và cần thêm ${formatCount(sumNeeded(behind))} đơn vị`;
}

/** One row of the strip in a sentence: its label and the rate in its middle. */
export interface StripMiddle {
  label: string;
  /** Median in percent; null without a commune. */
  median: number | null;
  goal: Goal | null;
}

/** Title of the strip: the rate whose middle lies farthest below its level. */
export function stripTitle(rows: readonly StripMiddle[], noun: string): string {
  const known = rows.filter((row): row is StripMiddle & {median: number} => row.median !== null);
  const gapOf = ({median, goal}: {median: number; goal: Goal | null}): number => median - (goal?.value ?? 0);
  const worst = [...known].sort((a, b) => gapOf(a) - gapOf(b))[0];
  if (!worst) return "Chưa có kết quả để vẽ dải phân bố";
  if (worst.goal !== null && gapOf(worst) >= 0)
    return `Hơn nửa số ${noun} đã tới mức ở ${known.length === 1 ? "tỷ lệ này" : `cả ${known.length} tỷ lệ`}`;
  const label = worst.label.slice(0, 1).toLocaleLowerCase("vi") + worst.label.slice(1);
  return `Nửa số ${noun} có tỷ lệ ${label} từ ${percent(worst.median)} trở xuống`;
}

/** Title of the funnel: communes below the level by more than chance, by the wider band. */
export function funnelTitle(below: number, {goal, noun}: {goal: Goal; noun: string}): string {
  const level = percent(goal.value);
  if (below === 0) return `Không ${noun} nào thấp hơn ${level} quá mức dao động ngẫu nhiên`;
  return `${formatCount(below)} ${noun} thấp hơn ${level} quá mức dao động ngẫu nhiên`;
}

/** Title of the ranking: the lowest and the highest, counted where several share the place. */
export function endsTitle(rates: readonly NamedRate[], noun: string): string {
  const ordered = [...rates].sort((a, b) => a.n * b.d - b.n * a.d);
  const [low, high] = [ordered[0], ordered.at(-1)];
  if (!low || !high) return `Chưa ${noun} nào có kết quả`;
  const named = (end: NamedRate): string => {
    const same = rates.filter((one) => one.n * end.d === end.n * one.d).length;
    const share = formatShare(end.n, end.d);
    return same === 1 ? `${end.name} ${share}` : `${share} ở ${formatCount(same)} ${noun}`;
  };
  return `Cao nhất ${named(high)}, thấp nhất ${named(low)}`;
}

/** Title of the communes put beside each other: the farthest apart, in points and in units to go. */
export function pickedTitle(rates: readonly NamedRate[]): string {
  const ordered = rates.filter(({d}) => d > 0).sort((a, b) => a.n * b.d - b.n * a.d);
  const [low, high] = [ordered[0], ordered.at(-1)];
  if (!low || !high || low === high) return "Chưa đủ hai xã có kết quả để so sánh";
  const points = 100 * (high.n / high.d - low.n / low.d);
  if (low.n * high.d === high.n * low.d) return `${rates.length} xã có cùng tỷ lệ ${formatShare(low.n, low.d)}`;
  const gap = `${low.name} thấp hơn ${high.name} ${formatPoints(points).replace("+", "")} điểm %`;
  const units = (low.needed ?? 0) - (high.needed ?? 0);
  if (low.needed === null || high.needed === null || units === 0) return gap;
  return units > 0
    ? `${gap}, cần thêm nhiều hơn ${formatCount(units)} đơn vị`
    : `${gap} nhưng cần thêm ít hơn ${formatCount(-units)} đơn vị`;
}

/** Said wherever bands and ranges of chance are drawn. */
export const CHANCE_NOTE =
  "Khoảng 95% (Wilson) cho thấy tỷ lệ của ít đơn vị dao động mạnh; đây là số liệu đầy đủ, khoảng này không quyết định đạt hay chưa đạt.";

export const FUNNEL_NOTE = "Dải dùng để phân tích, không quyết định đạt hay chưa đạt.";

function needing(rates: readonly NamedRate[]): NamedRate[] {
  return rates.filter(({needed}) => (needed ?? 0) > 0).sort((a, b) => (b.needed ?? 0) - (a.needed ?? 0));
}

function sumNeeded(rates: readonly NamedRate[]): number {
  return rates.reduce((sum, {needed}) => sum + (needed ?? 0), 0);
}

function nounOf(noun: string): string {
  return noun === "xã" ? "xã, phường" : noun;
}

function percent(value: number): string {
  return `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}%`;
}
