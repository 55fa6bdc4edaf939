import type {ReportChart} from "../../report/reportShape.ts";
import {svgElement} from "../element.js";

const ROW = 30;
const BAR = 18;
const LEFT = 118;
const NARROW_LEFT = 92;
const KEY_LINE = 18;
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
  const left = width < 420 ? NARROW_LEFT : LEFT;
  const names = keyPlaces(
    series.map(({name}) => name),
    width - left
  );
  const top = TOP + KEY_LINE * (names.at(-1)?.line ?? 0);
  const height = top + ROW * categories.length;
  const room = Math.max(120, width - left);
  const svg = svgElement("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-label": description,
    "font-size": 12
  });
  series.forEach(({name}, i) => {
    const {x = 0, line = 0} = names[i] ?? {};
    const y = 4 + KEY_LINE * line;
    svg.append(
      svgElement("rect", {x: left + x, y, width: 12, height: 12, fill: LOOKS[i]?.[0]}),
      svgElement("text", {x: left + x + 17, y: y + 10, fill: "var(--ink2)"}, name)
    );
  });
  categories.forEach((category, row) => {
    const y = top + row * ROW;
    svg.append(svgElement("text", {x: left - 8, y: y + 13, "text-anchor": "end", fill: "var(--ink)"}, category));
    let x = left;
    series.forEach(({values, labels}, i) => {
      const part = ((values[row] ?? 0) / 100) * room;
      const [fill, ink] = LOOKS[i] ?? LOOKS[0];
      svg.append(svgElement("rect", {x: round(x), y, width: round(Math.max(0, part - 1)), height: BAR, fill}));
      const label = labels[row] ?? null;
      if (label !== null && part > 7 * label.length)
        svg.append(svgElement("text", {x: round(x + part / 2), y: y + 13, "text-anchor": "middle", fill: ink}, label));
      x += part;
    });
  });
  return svg;
}

/** Where the names of the parts stand: side by side, on a new line where they run out of room. */
function keyPlaces(names: readonly string[], room: number): {x: number; line: number}[] {
  let x = 0;
  let line = 0;
  return names.map((name) => {
    const width = 32 + name.length * 6.6;
    if (x > 0 && x + width > room + 12) {
      x = 0;
      line += 1;
    }
    const place = {x, line};
    x += width;
    return place;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
