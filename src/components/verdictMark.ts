import type {Verdict} from "../../loaders/vocabulary.ts";
import {element, svgElement} from "./element.js";
import {VERDICT_WORDS} from "./words.js";

/**
 * A verdict as icon, word and colour. The shapes differ without colour: filled circle with tick, down-triangle with "!", half-filled
 * circle, dashed square, short dash.
 * @param options.size side of the icon in px: 14 beside text, 12 in tables.
 * @param options.word false draws the icon alone, its word kept for assistive technology.
 */
export function verdictMark(
  verdict: Verdict,
  {size = 14, word = true}: {size?: number; word?: boolean} = {}
): HTMLElement {
  const icon = verdictIcon(verdict, {size});
  const mark = element("span", {class: `verdict verdict-${verdict}`}, icon);
  mark.append(word ? VERDICT_WORDS[verdict] : element("span", {class: "visually-hidden"}, VERDICT_WORDS[verdict]));
  return mark;
}

/** The icon alone, in `currentColor`, hidden from assistive technology: put its word beside it. */
export function verdictIcon(verdict: Verdict, {size = 14}: {size?: number} = {}): SVGSVGElement {
  return svgElement(
    "svg",
    {width: size, height: size, viewBox: "0 0 14 14", fill: "none", "aria-hidden": "true", class: "verdict-icon"},
    ...SHAPES[verdict]()
  );
}

const line = {stroke: "currentColor", "stroke-width": 1.6, "stroke-linecap": "round", "stroke-linejoin": "round"};
const cut = {stroke: "var(--page)", "stroke-width": 1.8, "stroke-linecap": "round", "stroke-linejoin": "round"};

const SHAPES: Record<Verdict, () => SVGElement[]> = {
  dat: () => [
    svgElement("circle", {cx: 7, cy: 7, r: 7, fill: "currentColor"}),
    svgElement("path", {d: "M3.9 7.2 6.1 9.4 10.2 4.9", ...cut})
  ],
  chua_dat: () => [
    svgElement("path", {
      d: "M0.4 1.4h13.2L7 13.2z",
      fill: "currentColor",
      stroke: "currentColor",
      "stroke-width": 0.8,
      "stroke-linejoin": "round"
    }),
    svgElement("path", {d: "M7 3.4v3.4M7 9.1v.1", ...cut})
  ],
  chua_ket_luan: () => [
    svgElement("circle", {cx: 7, cy: 7, r: 6.2, ...line}),
    svgElement("path", {d: "M7 .8a6.2 6.2 0 0 0 0 12.4z", fill: "currentColor"})
  ],
  thieu_so_lieu: () => [
    svgElement("rect", {
      x: 1.2,
      y: 1.2,
      width: 11.6,
      height: 11.6,
      rx: 1,
      ...line,
      "stroke-dasharray": "2.2 2.4",
      "stroke-linecap": "butt"
    })
  ],
  khong_ap_dung: () => [svgElement("path", {d: "M3.5 7h7", ...line})]
};
