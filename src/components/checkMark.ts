import type {ItemKind} from "../views/checkItems.js";
import {element, svgElement} from "./element.js";

/** The words beside the marks. */
export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  fix: "phải sửa",
  review: "nên xem lại",
  note: "ghi chú"
};

/** A numbered disc of an entry; the number alone is drawn, its words stand where it is used. */
export function disc(kind: ItemKind, text: string | number): HTMLElement {
  return element("span", {class: `check-disc is-${kind}`, "aria-hidden": "true"}, text);
}

/** Icon of a count: down-triangle with "!" for what must be mended, circle with "!" for what is worth a look. */
export function kindIcon(kind: "fix" | "review", {size = 14}: {size?: number} = {}): SVGSVGElement {
  const line = {stroke: "currentColor", "stroke-width": 1.5, "stroke-linecap": "round", fill: "none"};
  const shapes =
    kind === "fix"
      ? [
          svgElement("path", {
            d: "M0.4 1.4h13.2L7 13.2z",
            fill: "currentColor",
            stroke: "currentColor",
            "stroke-width": 0.8,
            "stroke-linejoin": "round"
          }),
          svgElement("path", {d: "M7 3.4v3.4M7 9.1v.1", ...line, stroke: "var(--page)", "stroke-width": 1.8})
        ]
      : [svgElement("circle", {cx: 7, cy: 7, r: 6.2, ...line}), svgElement("path", {d: "M7 3.8v3.8M7 10v.1", ...line})];
  return svgElement("svg", {width: size, height: size, viewBox: "0 0 14 14", "aria-hidden": "true"}, ...shapes);
}
