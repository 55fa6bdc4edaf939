import type {Verdict} from "../../loaders/vocabulary.ts";
import {element} from "./element.js";
import {type Comparator, formatCount, formatRange, formatShare} from "./format.js";
import {rail} from "./rail.js";
import {richText} from "./richText.js";
import type {Traceable} from "./trace/figureKey.js";
import {tracedFigure, tracedWords} from "./trace/tracedFigure.js";
import {verdictMark} from "./verdictMark.js";

/** What one card says of one target of the plan, or of an indicator without one. */
export interface VerdictCardData {
  title: string;
  /** Null: no plan judges this figure. */
  verdict: Verdict | null;
  /** Said in place of the verdict: "Đối chiếu", "Kế hoạch không giao riêng". */
  tag: string | null;
  measure: "percent" | "count";
  /** Null while nothing is known. */
  numerator: number | null;
  denominator: number | null;
  /** Printed after a count: "152/166"; null: nothing. */
  of: number | null;
  unknown_count: number;
  unreported_count: number;
  comparator: Comparator | null;
  /** In percent or in units. */
  target: number | null;
  /** First line: the gap in units; second: the change. `**…**` is strong. */
  gap: string;
  change: string;
  /** "khi đủ 166 xã", said of the range. */
  range_words: string | null;
  clause: {text: string; href: string | null; rest: string} | null;
  /** What the figure is traced by; null or left out where no table holds it. */
  trace?: Traceable | null;
}

/** Draws one verdict card: indicator and verdict, figure with gap and change, rail, clause with numerator and denominator. */
export function verdictCard(data: VerdictCardData): HTMLElement {
  const {title, verdict, tag, gap, change, clause} = data;
  return element(
    "section",
    {class: "card"},
    element(
      "div",
      {class: "card-head"},
      element("h2", {}, title),
      verdict ? verdictMark(verdict) : tag === null ? null : element("span", {class: "card-tag"}, tag)
    ),
    element(
      "div",
      {class: "card-main"},
      figure(data),
      element(
        "p",
        {class: "card-gap"},
        element("span", {}, ...richText(gap)),
        change === "" ? null : element("span", {}, ...richText(change))
      )
    ),
    cardRail(data),
    element(
      "div",
      {class: "card-foot"},
      clause &&
        element(
          "span",
          {},
          clause.href === null ? clause.text : element("a", {href: clause.href}, clause.text),
          clause.rest
        ),
      data.measure === "percent" && data.denominator
        ? element(
            "span",
            {class: "card-fraction"},
            `${formatCount(data.numerator ?? 0)}/${formatCount(data.denominator)}`
          )
        : null
    )
  );
}

function figure({measure, numerator, denominator, of, target, comparator, trace}: VerdictCardData): HTMLElement {
  if (numerator === null || (measure === "percent" && !denominator)) {
    return element("span", {class: "card-figure is-missing"}, "–");
  }
  if (measure === "count") {
    const total = of === null ? null : element("span", {class: "of"}, `/${formatCount(of)}`);
    return element("span", {class: "card-figure"}, tracedWords(trace, formatCount(numerator)), total);
  }
  const limit = target === null ? {} : {target, comparator: comparator ?? ">="};
  const share = formatShare(numerator, denominator ?? 0, {unit: "", ...limit});
  const parts = [share, element("small", {}, "%")];
  const traced = trace && tracedFigure(trace.figure, {label: `${share}%, ${trace.label}`}, ...parts);
  return element("span", {class: "card-figure"}, ...(traced ? [traced] : parts));
}

/** Where no target is set: only the range the figure can still end in. */
function rangeOf({
  numerator,
  denominator,
  unknown_count: u,
  unreported_count: v,
  range_words
}: VerdictCardData): string {
  if (numerator === null || !denominator || u + v === 0) return "";
  const range = formatRange([numerator, denominator + v], [numerator + u + v, denominator + v]);
  return `Có thể ${range} ${range_words ?? ""}`.trim();
}

function cardRail(data: VerdictCardData): HTMLElement {
  const {measure, target, comparator, verdict, range_words} = data;
  if (target === null || comparator === null) return element("p", {class: "card-rail card-range"}, rangeOf(data));
  const numerator = data.numerator ?? 0;
  const common = {comparator, target, verdict: verdict ?? "khong_ap_dung"} as const;
  if (measure === "count") {
    return element("div", {class: "card-rail"}, rail({measure, count: numerator, ...common}));
  }
  const denominator = data.denominator ?? 0;
  const {unknown_count: u, unreported_count: v} = data;
  const isOpen = u + v > 0 && denominator > 0;
  const range = isOpen
    ? {low: [numerator, denominator + v] as const, high: [numerator + u + v, denominator + v] as const}
    : {};
  const options = range_words === null ? {} : {rangeWords: range_words};
  return element("div", {class: "card-rail"}, rail({measure, numerator, denominator, ...range, ...common}, options));
}
