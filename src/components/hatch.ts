import {svgElement} from "./element.js";

let patterns = 0;

/**
 * The hatch that means "missing", for an SVG: put `defs` into the drawing and use `fill` on its marks.
 * 45°, 5 px apart, in the colour of missing values.
 */
export function hatch(): {defs: SVGDefsElement; fill: string} {
  const id = `hatch-${++patterns}`;
  const pattern = svgElement(
    "pattern",
    {id, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"},
    svgElement("rect", {width: 5, height: 5, fill: "var(--page)"}),
    svgElement("line", {x1: 0.75, x2: 0.75, y1: 0, y2: 5, stroke: "var(--hat)", "stroke-width": 1.5})
  );
  return {defs: svgElement("defs", {}, pattern), fill: `url(#${id})`};
}

/** The dots that mean "no such unit here", apart from the hatch: 6 px apart, in grey. Used like `hatch`. */
export function dots(): {defs: SVGDefsElement; fill: string} {
  const id = `dots-${++patterns}`;
  const pattern = svgElement(
    "pattern",
    {id, width: 6, height: 6, patternUnits: "userSpaceOnUse"},
    svgElement("rect", {width: 6, height: 6, fill: "var(--page)"}),
    svgElement("circle", {cx: 3, cy: 3, r: 0.8, fill: "var(--mut)"})
  );
  return {defs: svgElement("defs", {}, pattern), fill: `url(#${id})`};
}
