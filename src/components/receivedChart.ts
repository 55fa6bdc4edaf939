import {utcDay, utcMonth, utcMonday, utcFormat, scaleLinear, scaleUtc} from "d3";
import type {DutyYear} from "../data/queries/progress.ts";
import {DONE_STATES, OPEN_STATES} from "../views/dutyStates.js";
import {cumulative} from "../views/progressView.js";
import {deedVerb, dueSentence, respondentNoun, sumStates} from "../sentences/progressSentences.js";
import {svgElement} from "./element.js";
import {formatCount, formatDate} from "./format.js";
import {hatch} from "./hatch.js";
import {spreadLabels} from "./spreadLabels.js";

const HEIGHT = 288;
const MARGIN = {top: 30, bottom: 26, left: 38};
/** Room of the labels at the right end: what stands before them and the width of a letter, in px. */
const LABELS = {before: 18, letter: 6.9};

/**
 * Draws how many had done a duty by which day, as steps: teal up to the last good day, orange after it; the due day is an ink rule, what
 * is still owed hatched at the right end, the expected total the upper edge. Those whose day is unknown are named, not drawn.
 */
export function receivedChart(duty: DutyYear, {width = 640}: {width?: number} = {}): SVGSVGElement {
  const steps = cumulative(duty.received);
  const days = steps.map(({day}) => toDate(day));
  const last = duty.last_day === null ? [] : [toDate(duty.last_day)];
  const ends = [...days, ...last].sort((a, b) => a.getTime() - b.getTime());
  const [first = new Date(Date.UTC(duty.year, 0, 1)), end = first] = [ends[0], ends.at(-1)];
  const pad = Math.max(1, Math.round((end.getTime() - first.getTime()) / 86_400_000 / 20));
  const labels = endLabels(duty);
  const right = width - LABELS.before - LABELS.letter * Math.max(...labels.map(({text}) => text.length));
  const bottom = HEIGHT - MARGIN.bottom;
  const x = scaleUtc([utcDay.offset(first, -pad), utcDay.offset(end, pad)], [MARGIN.left, right]);
  const y = scaleLinear([0, Math.max(1, duty.expected)], [bottom, MARGIN.top]);
  const svg = svgElement("svg", {
    width,
    height: HEIGHT,
    viewBox: `0 0 ${width} ${HEIGHT}`,
    role: "img",
    "aria-label": describe(duty),
    "font-size": 12
  });
  for (const tick of y.ticks(4)) {
    if (!Number.isInteger(tick)) continue;
    svg.append(
      rule(MARGIN.left, y(tick), right, y(tick), {stroke: tick === 0 ? "var(--ink3)" : "var(--grid)"}),
      words(formatCount(tick), MARGIN.left - 8, y(tick) + 4, {anchor: "end", fill: "var(--ink3)"})
    );
  }
  svg.append(rule(MARGIN.left, y(duty.expected), right, y(duty.expected), {stroke: "var(--ink3)", dash: "2 3"}));
  const span = (end.getTime() - first.getTime()) / 86_400_000;
  const unit = span > 75 ? utcMonth : span > 16 ? utcMonday : utcDay;
  const most = Math.max(2, Math.floor((right - MARGIN.left) / 56));
  const ticks = x.ticks(unit);
  const each = Math.ceil(ticks.length / most);
  ticks.forEach((tick, i) => {
    if (i % each !== 0) return;
    svg.append(
      rule(x(tick), bottom, x(tick), bottom + 5, {stroke: "var(--ink3)"}),
      words(utcFormat("%-d/%-m")(tick), x(tick), bottom + 19, {anchor: "middle", fill: "var(--ink2)"})
    );
  });
  svg.append(...curve(steps, duty, {x, y, right}), ...dueRule(duty, {x, bottom, right}), ...endMarks(duty, {y, right}));
  svg.append(...labelMarks(labels, {y, right}));
  return svg;
}

interface Scales {
  x: (date: Date) => number;
  y: (count: number) => number;
  right: number;
}

function curve(steps: ReturnType<typeof cumulative>, {last_day}: DutyYear, {x, y, right}: Scales): SVGElement[] {
  const inTime = steps.filter(({day}) => last_day === null || day <= last_day);
  const late = steps.filter(({day}) => last_day !== null && day > last_day);
  const path = (points: typeof steps, from: {at: number; total: number}, to: number): string =>
    points.reduce(
      (d, {day, total}) => `${d}H${round(x(toDate(day)))}V${round(y(total))}`,
      `M${round(from.at)},${round(y(from.total))}`
    ) + `H${round(to)}`;
  const before = inTime.at(-1)?.total ?? 0;
  const turn = last_day === null ? right : x(toDate(last_day));
  const marks: SVGElement[] = [];
  const stroke = (d: string, colour: string): void => {
    marks.push(svgElement("path", {d, fill: "none", stroke: colour, "stroke-width": 2.75, "stroke-linejoin": "round"}));
  };
  if (inTime.length > 0)
    stroke(
      path(inTime, {at: x(toDate(inTime[0]?.day ?? "")), total: 0}, turn),
      last_day === null ? "var(--ink)" : "var(--ok)"
    );
  if (late.length > 0 || (last_day !== null && inTime.length > 0))
    stroke(path(late, {at: turn, total: before}, right), late.length > 0 ? "var(--no)" : "var(--ok)");
  return marks;
}

function dueRule(duty: DutyYear, {x, bottom, right}: Pick<Scales, "x" | "right"> & {bottom: number}): SVGElement[] {
  if (duty.last_day === null) return [];
  const at = x(toDate(duty.last_day));
  const inTime = duty.received.reduce((sum, [day, count]) => sum + (day <= (duty.last_day ?? "") ? count : 0), 0);
  const isLeft = at > (MARGIN.left + right) / 2;
  // Under the curve right of the rule nothing is drawn.
  const hasRoom = right - at > 96;
  return [
    rule(at, MARGIN.top - 10, at, bottom, {stroke: "var(--ink)", width: 2}),
    words(dueSentence(duty), at + (isLeft ? -8 : 8), MARGIN.top - 14, {anchor: isLeft ? "end" : "start", weight: 600}),
    ...(inTime > 0
      ? [
          words(`${formatCount(inTime)} đúng hạn`, at + (hasRoom ? 8 : -8), bottom - 8, {
            anchor: hasRoom ? "start" : "end",
            fill: "var(--ok)",
            weight: 600
          })
        ]
      : [])
  ];
}

/** What is still owed, hatched from the last total up to the expected one. */
function endMarks({counts, expected}: DutyYear, {y, right}: Pick<Scales, "y" | "right">): SVGElement[] {
  const open = sumStates(counts, OPEN_STATES);
  if (open === 0) return [];
  const {defs, fill} = hatch();
  const top = y(expected);
  return [
    defs,
    svgElement("rect", {
      x: right + 2,
      y: top,
      width: 8,
      height: Math.max(2, y(expected - open) - top),
      fill,
      stroke: "var(--hat)"
    })
  ];
}

interface EndLabel {
  text: string;
  /** Count it stands at, and how many lines under it. */
  count: number;
  line: number;
  fill: string;
  weight: number;
}

function endLabels(duty: DutyYear): EndLabel[] {
  const {counts, expected, last_day, undated} = duty;
  const open = sumStates(counts, OPEN_STATES);
  const late = counts.tre ?? 0;
  const total = duty.received.reduce((sum, [, count]) => sum + count, 0);
  const label = (text: string, count: number, fill: string, {line = 0, weight = 600} = {}): EndLabel => ({
    text,
    count,
    line,
    fill,
    weight
  });
  const labels = [label(`${formatCount(expected)} ${respondentNoun(duty)}`, expected, "var(--ink2)", {weight: 400})];
  if (open > 0) labels.push(label(`${formatCount(open)} chưa`, expected - open / 2, "var(--ink)"));
  if (total > 0) {
    const colour = last_day === null ? "var(--ink)" : late > 0 ? "var(--no)" : "var(--ok)";
    labels.push(label(`${formatCount(total)} đã ${deedVerb(duty)}`, total, colour));
    if (late > 0) labels.push(label(`${formatCount(late)} trễ`, total, colour, {line: 1}));
  }
  if (undated > 0)
    labels.push(label(`${formatCount(undated)} không rõ ngày`, total, "var(--ink2)", {line: 2, weight: 400}));
  return labels;
}

function labelMarks(labels: readonly EndLabel[], {y, right}: Pick<Scales, "y" | "right">): SVGElement[] {
  const placed = spreadLabels(
    labels.map(({count, line}) => y(count) + 16 * line),
    16,
    [MARGIN.top - 4, HEIGHT - MARGIN.bottom - 6]
  );
  return labels.map(({text, fill, weight}, i) => words(text, right + 16, (placed[i] ?? 0) + 4, {fill, weight}));
}

function describe(duty: DutyYear): string {
  const noun = respondentNoun(duty);
  const done = sumStates(duty.counts, DONE_STATES);
  const unknown = duty.undated > 0 ? `; ${formatCount(duty.undated)} không rõ ngày` : "";
  const steps = cumulative(duty.received);
  const [first, last] = [steps[0], steps.at(-1)];
  const when = first && last ? `, từ ${formatDate(first.day)} đến ${formatDate(last.day)}` : "";
  return `${duty.title}: ${formatCount(done)} trong ${formatCount(duty.expected)} ${noun} đã xong${when}${unknown}. ${dueSentence(duty)}.`;
}

function rule(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  {stroke, width = 1, dash}: {stroke: string; width?: number; dash?: string}
): SVGLineElement {
  return svgElement("line", {
    x1: round(x1),
    y1: round(y1),
    x2: round(x2),
    y2: round(y2),
    stroke,
    "stroke-width": width,
    "stroke-dasharray": dash
  });
}

function words(
  text: string,
  x: number,
  y: number,
  {anchor = "start", fill = "var(--ink)", weight = 400}: {anchor?: string; fill?: string; weight?: number} = {}
): SVGTextElement {
  return svgElement("text", {x: round(x), y: round(y), fill, "font-weight": weight, "text-anchor": anchor}, text);
}

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
