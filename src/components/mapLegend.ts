import {svgElement} from "./element.js";
import {formatCount, formatNumber} from "./format.js";
import type {MapScale} from "./mapScale.js";

export interface MapLegendData {
  /** "Tỷ lệ được công nhận". */
  title: string;
  scale: MapScale;
  /** Communes in each class, lowest first. */
  counts: readonly number[];
  /** What the counts count: "xã". */
  noun: string;
  /** Marks outside the classes, each with its words: "Chưa nộp: 8 xã". */
  others: readonly {fill: string; words: string}[];
  /** Said under the marks: "Bản đồ sơ đồ, ranh giới xấp xỉ". */
  note: string | null;
}

/** Width of a class in px; wider where its name stands under it. */
const STEP = 36;
const NAMED_STEP = 78;
/** Width and height of a legend with `classes` classes and `others` further marks, in px. */
export function mapLegendSize({scale, others, note}: MapLegendData): {width: number; height: number} {
  return {
    width: Math.max(stepOf(scale) * scale.fills.length + 24, 200),
    height: 62 + 20 * (others.length + (note === null ? 0 : 1))
  };
}

function stepOf({words}: MapScale): number {
  return words ? NAMED_STEP : STEP;
}

/** Draws the legend of a map as a ruler: edges under the classes, the target in bold with a tick, communes per class, then other marks. */
export function mapLegend(data: MapLegendData): SVGGElement {
  const {title, scale, counts, noun, others, note} = data;
  const group = svgElement("g", {class: "map-legend", "font-size": 12});
  const step = stepOf(scale);
  group.append(label(title, 0, 10, {weight: 600, fill: "var(--ink)", anchor: "start"}));
  scale.fills.forEach((fill, i) => {
    group.append(
      svgElement("rect", {x: i * step, y: 18, width: step - (i < scale.fills.length - 1 ? 1 : 0), height: 10, fill}),
      label(formatCount(counts[i] ?? 0), (i + 0.5) * step, 58, {fill: "var(--ink2)"})
    );
  });
  group.append(label(noun, scale.fills.length * step + 6, 58, {fill: "var(--ink2)", anchor: "start"}));
  scale.words?.forEach((words, i) => {
    group.append(label(words, (i + 0.5) * step, 43, {fill: "var(--ink2)"}));
  });
  scale.edges.forEach((edge, i) => {
    if (scale.words) return;
    const x = (i + 1) * step;
    const isTarget = i === scale.target_edge;
    const words = `${formatNumber(edge, Number.isInteger(edge) ? 0 : 1)}${isTarget || scale.target_edge === null ? "%" : ""}`;
    if (isTarget)
      group.append(svgElement("line", {x1: x, x2: x, y1: 14, y2: 31, stroke: "var(--ink)", "stroke-width": 2}));
    group.append(label(words, x, 43, {weight: isTarget ? 600 : 400, fill: isTarget ? "var(--ink)" : "var(--ink2)"}));
  });
  others.forEach(({fill, words}, i) => {
    const y = 66 + 20 * i;
    group.append(
      svgElement("rect", {x: 0.5, y: y + 0.5, width: STEP - 1, height: 11, fill, stroke: "var(--hat)"}),
      label(words, STEP + 8, y + 10, {fill: "var(--ink2)", anchor: "start"})
    );
  });
  if (note !== null) {
    group.append(label(note, 0, 76 + 20 * others.length, {fill: "var(--ink3)", anchor: "start"}));
  }
  return group;
}

function label(
  words: string,
  x: number,
  y: number,
  {fill, weight = 400, anchor = "middle"}: {fill: string; weight?: number; anchor?: string}
): SVGTextElement {
  return svgElement("text", {x, y, fill, "font-weight": weight, "text-anchor": anchor}, words);
}
