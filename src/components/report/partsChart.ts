import type {ReportChart} from "../../report/reportShape.ts";
import {svgElement} from "../element.js";

const ROW = 30;
const BAR = 18;
const LEFT = 118;
const TOP = 30;
/** Fill and letters of each part, best first, as on the map. */
const LOOKS = [
  ["var(--m6)", "var(--on-m6)"],
  ["var(--m5)", "var(--on-m5)"],
  ["var(--m3)", "var(--on-m3)"],
  ["var(--m1)", "var(--on-m1)"]
] as const;

/** Bars that are wholes: each part with its share, the names of the parts above. */
export function partsChart({categories, series, description}: ReportChart, {width}: {width: number}): SVGSVGElement {
  const height = TOP + ROW * categories.length;
  const room = Math.max(120, width - LEFT);
  const svg = svgElement("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": description,
    "font-size": 12
  });
  let key = LEFT;
  series.forEach(({name}, i) => {
    svg.append(
      svgElement("rect", {x: key, y: 4, width: 12, height: 12, fill: LOOKS[i]?.[0]}),
      svgElement("text", {x: key + 17, y: 14, fill: "var(--ink2)"}, name)
    );
    key += 32 + name.length * 6.6;
  });
  categories.forEach((category, row) => {
    const y = TOP + row * ROW;
    svg.append(
      svgElement("text", {x: LEFT - 8, y: y + 13, "text-anchor": "end", fill: "var(--ink)"}, category)
    );
    let x = LEFT;
    series.forEach(({values, labels}, i) => {
      const part = ((values[row] ?? 0) / 100) * room;
      const [fill, ink] = LOOKS[i] ?? LOOKS[0];
      svg.append(svgElement("rect", {x: round(x), y, width: round(Math.max(0, part - 1)), height: BAR, fill}));
      const label = labels[row] ?? null;
      if (label !== null && part > 7 * label.length)
        svg.append(
          svgElement("text", {x: round(x + part / 2), y: y + 13, "text-anchor": "middle", fill: ink}, label)
        );
      x += part;
    });
  });
  return svg;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
