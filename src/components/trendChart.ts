import {scaleLinear, scalePoint} from "d3";
import type {Verdict} from "../../loaders/vocabulary.ts";
import {svgElement} from "./element.js";
import {formatShare, formatTarget} from "./format.js";
import {spreadLabels} from "./spreadLabels.js";
import {drawnPoints, percent, type TrendData} from "./trendData.js";
import {boundaryBreak, mainValues, round, seriesMarks, targetLine, text, textWidth} from "./trendMarks.js";

export type {TrendData, TrendPoint, TrendSeries} from "./trendData.js";

const LABEL_GAP = 16;
const COLOURS: Readonly<Record<Verdict, string>> = {
  dat: "var(--ok)",
  chua_dat: "var(--no)",
  chua_ket_luan: "var(--un)",
  thieu_so_lieu: "var(--ink)",
  khong_ap_dung: "var(--ink)"
};

/**
 * Draws the area's yearly rate in its verdict's colour over grey series of its parts, with the target, the boundary change and direct
 * labels. Years with no decided unit break the line; a provisional year ends in a hollow point.
 */
export function trendChart(
  data: TrendData,
  {width = 370, height = 340}: {width?: number; height?: number} = {}
): SVGSVGElement {
  const labels = endLabels(data);
  const labelWidth = Math.max(60, ...labels.map(({text}) => textWidth(text)));
  const margin = {top: data.break ? 46 : 14, right: Math.min(labelWidth + 16, width * 0.42), bottom: 26, left: 42};
  const [low, high] = domain(data);
  const x = scalePoint<number>(data.years, [margin.left + 14, width - margin.right - 4]);
  const y = scaleLinear([low, high], [height - margin.bottom, margin.top]);
  const at = (year: number): number => x(year) ?? margin.left;
  const svg = svgElement("svg", {
    class: "trend",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": describe(data),
    "font-size": 12
  });

  const right = width - margin.right;
  for (const tick of y.ticks(5).filter((value) => value % 10 === 0)) {
    const isBase = tick === low;
    svg.append(
      svgElement("line", {
        class: isBase ? "axis" : "grid",
        x1: margin.left,
        x2: right,
        y1: round(y(tick)),
        y2: round(y(tick)),
        stroke: isBase ? "var(--ink3)" : "var(--grid)"
      }),
      text(tick === high ? `${tick}%` : `${tick}`, margin.left - 8, y(tick) + 4, {anchor: "end", fill: "var(--ink3)"})
    );
  }
  for (const year of data.years) {
    const isShown = year === data.year;
    svg.append(
      svgElement("line", {
        x1: round(at(year)),
        x2: round(at(year)),
        y1: y(low),
        y2: y(low) + 5,
        stroke: "var(--ink3)"
      }),
      text(`${year}`, at(year), y(low) + 19, {
        anchor: "middle",
        fill: isShown ? "var(--ink)" : "var(--ink2)",
        weight: isShown ? 600 : 400
      })
    );
  }
  if (data.break) svg.append(boundaryBreak(data.break, data.years, {at, top: margin.top, bottom: y(low), right}));
  if (data.target) svg.append(targetLine(data.target, data, {at, y, left: margin.left, right}));
  for (const series of data.context)
    svg.append(seriesMarks(series, data, {at, y, stroke: "var(--mut)", strokeWidth: 1.5, radius: 3}));
  const colour = data.main.verdict === null ? "var(--ink)" : COLOURS[data.main.verdict];
  svg.append(seriesMarks(data.main, data, {at, y, stroke: colour, strokeWidth: 2.75, radius: 3.5}));
  svg.append(mainValues(data, {at, y, colour}));

  const placed = spreadLabels(
    labels.map(({value}) => y(value)),
    LABEL_GAP,
    [margin.top, y(low) - 6]
  );
  labels.forEach(({text: words, kind}, i) => {
    svg.append(
      text(words, right + 8, (placed[i] ?? 0) + 4, {
        fill: kind === "main" ? colour : kind === "target" ? "var(--ink)" : "var(--ink2)",
        weight: kind === "context" ? 400 : 600,
        className: "end-label"
      })
    );
  });
  return svg;
}

interface EndLabel {
  text: string;
  value: number;
  kind: "main" | "target" | "context";
}

function endLabels({main, context, target}: TrendData): EndLabel[] {
  const labels: EndLabel[] = [];
  if (target) {
    const words = formatTarget(target.comparator, target.value).replace("%", "");
    labels.push({text: `${target.years.length ? "Chỉ tiêu" : "Mốc"} ${words}`, value: target.value, kind: "target"});
  }
  for (const [series, kind] of [[main, "main"] as const, ...context.map((one) => [one, "context"] as const)]) {
    const last = drawnPoints(series).at(-1);
    if (!last) continue;
    const limit = kind === "main" && target ? {target: target.value, comparator: target.comparator} : {};
    const figure = formatShare(last.numerator, last.denominator, {unit: "", ...limit});
    labels.push({text: `${series.label} ${figure}`, value: percent(last), kind});
  }
  return labels;
}

/** Tens around every figure and the target, at least 30 points high, at most 0 to 100. */
function domain({main, context, target}: TrendData): [number, number] {
  const values = [main, ...context].flatMap((series) => drawnPoints(series).map(percent));
  if (target) values.push(target.value);
  if (values.length === 0) return [0, 100];
  const high = Math.min(100, Math.ceil((Math.max(...values) + 6) / 10) * 10);
  const low = Math.max(0, Math.floor((Math.min(...values) - 1) / 10) * 10);
  return [Math.max(0, Math.min(low, high - 30)), high];
}

function describe({main, target}: TrendData): string {
  const points = drawnPoints(main).map(
    ({year, ...point}) => `${year} ${formatShare(point.numerator, point.denominator)}`
  );
  const goal = target ? ` Mức ${formatTarget(target.comparator, target.value)}.` : "";
  return points.length ? `${main.label}: ${points.join("; ")}.${goal}` : `${main.label}: chưa có số liệu.${goal}`;
}
