import type {Verdict} from "../../loaders/vocabulary.ts";
import {element} from "./element.js";
import {type Comparator, formatCount, formatRange, formatShare, formatTarget} from "./format.js";

/** A share against its target in percent, and the range it can still end in. */
export interface PercentRail {
  measure: "percent";
  numerator: number;
  denominator: number;
  /** Least and most once everyone has reported, as fractions; left out where nothing is open. */
  low?: readonly [numerator: number, denominator: number] | undefined;
  high?: readonly [numerator: number, denominator: number] | undefined;
  comparator: Comparator;
  /** Target in percent. */
  target: number;
  verdict: Verdict;
}

/** A count against its target, one segment per unit. */
export interface CountRail {
  measure: "count";
  count: number;
  comparator: Comparator;
  target: number;
  verdict: Verdict;
}

export interface RailOptions {
  /** Ends of the track in percent; left out: ±10 points around the target, widened in tens to hold value and range. */
  domain?: readonly [low: number, high: number] | undefined;
  /** Without words, for a row of a table. */
  compact?: boolean | undefined;
  /** What has to happen before the range is settled: "khi đủ 166 xã". */
  rangeWords?: string | undefined;
}

/** Draws where a value stands against its target: a cut axis, so nothing fills it from the left; counts have one segment per unit. */
export function rail(value: PercentRail | CountRail, options: RailOptions = {}): HTMLElement {
  return value.measure === "percent" ? percentRail(value, options) : countRail(value, options);
}

/** Ends of the track: ±10 points around the target, widened in tens until they hold every value, within 0 and 100. */
export function railDomain(target: number, values: readonly number[]): [low: number, high: number] {
  let low = target - 10;
  let high = target + 10;
  while (low > 0 && values.some((value) => value < low)) low -= 10;
  while (high < 100 && values.some((value) => value > high)) high += 10;
  return [Math.max(0, low), Math.min(100, high)];
}

function percentRail(value: PercentRail, {domain, compact = false, rangeWords}: RailOptions): HTMLElement {
  const {numerator, denominator, low, high, comparator, target, verdict} = value;
  const percents = [[numerator, denominator] as const, low, high].filter((f) => f !== undefined && f[1] > 0) as [
    number,
    number
  ][];
  const [from, to] =
    domain ??
    railDomain(
      target,
      percents.map(([n, d]) => (100 * n) / d)
    );
  const at = (percent: number): number => Math.min(100, Math.max(0, (100 * (percent - from)) / (to - from)));
  const isOpen =
    low !== undefined && high !== undefined && low[1] > 0 && high[1] > 0 && low[0] * high[1] !== high[0] * low[1];
  const range = isOpen ? formatRange(low, high, {target, comparator}) : null;
  const track = element("span", {class: "rail-track"});
  if (isOpen) {
    const [start, end] = [at((100 * low[0]) / low[1]), at((100 * high[0]) / high[1])];
    track.append(
      element("span", {class: "rail-range hatched", style: `left:${round(start)}%;width:${round(end - start)}%`})
    );
  }
  track.append(element("span", {class: "rail-tick", style: `left:${round(at(target))}%`}));
  if (denominator > 0) {
    const style = `left:${round(at((100 * numerator) / denominator))}%`;
    track.append(element("span", {class: `rail-dot verdict-${verdict}`, style}));
  }
  const said = [
    denominator > 0 ? formatShare(numerator, denominator, {target, comparator}) : "chưa có số liệu",
    `chỉ tiêu ${formatTarget(comparator, target)}`,
    range === null ? null : `có thể ${range}${rangeWords === undefined ? "" : ` ${rangeWords}`}`
  ];
  const node = frame(said, compact, track, targetWords(comparator, target, "percent", at(target)));
  if (!compact) {
    node.append(
      element(
        "span",
        {class: "rail-ends"},
        element("span", {}, `${formatCount(from)}%`),
        element("span", {}, range === null ? null : [range.replace("%", ""), rangeWords].filter(Boolean).join(" ")),
        element("span", {}, `${formatCount(to)}%`)
      )
    );
  }
  return node;
}

/** More units than this are drawn as one line: segments would be too thin to count. */
const MOST_SEGMENTS = 12;

function countRail({count, comparator, target, verdict}: CountRail, {compact = false}: RailOptions): HTMLElement {
  const total = Math.max(count, target) + 1;
  const at = (100 * target) / total;
  const track = element("span", {class: `rail-track rail-count verdict-${verdict}`});
  const segments = total > MOST_SEGMENTS ? 1 : total;
  for (let k = 0; k < segments; ++k) {
    const done = Math.min(1, Math.max(0, (count - (k * total) / segments) / (total / segments)));
    track.append(element("span", {class: "rail-segment"}, element("span", {style: `width:${round(100 * done)}%`})));
  }
  track.append(element("span", {class: "rail-tick", style: `left:${round(at)}%`}));
  const said = [formatCount(count), `chỉ tiêu ${formatTarget(comparator, target, "count")}`];
  const node = frame(said, compact, track, targetWords(comparator, target, "count", at));
  if (!compact) {
    const labels = segments === 1 ? [0, total] : Array.from({length: segments}, (_, k) => k + 1);
    const ends = element("span", {class: segments === 1 ? "rail-ends" : "rail-units"});
    ends.append(...labels.map((label) => element("span", {}, formatCount(label))));
    node.append(ends);
  }
  return node;
}

function frame(said: (string | null)[], compact: boolean, track: HTMLElement, words: HTMLElement): HTMLElement {
  const label = said.filter((part) => part !== null).join(", ");
  return element(
    "span",
    {class: compact ? "rail rail-compact" : "rail", role: "img", "aria-label": label},
    compact ? null : words,
    track
  );
}

/** The words over the tick: shifted by their own share of the width, so they never leave the track. */
function targetWords(comparator: Comparator, target: number, measure: "percent" | "count", at: number): HTMLElement {
  const style = `left:${round(at)}%;transform:translateX(-${round(at)}%)`;
  return element("span", {class: "rail-words"}, element("span", {style}, formatTarget(comparator, target, measure)));
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
