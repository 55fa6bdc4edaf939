/** Properties of style sheets that decide how an SVG looks. */
const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "stroke-opacity",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
  "letter-spacing",
  "text-anchor",
  "paint-order"
];

/** Leaves out what style sheets leave out. */
const HIDDEN = ["display", "visibility"];

/**
 * A copy of a laid-out SVG with what style sheets say of it written into its attributes, so that it can leave the page. Colours are
 * those of where it stands.
 */
export function styledSvg(svg: SVGElement): SVGElement {
  const copy = svg.cloneNode(true) as SVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  [svg, ...svg.querySelectorAll<SVGElement>("*")].forEach((node, i) => {
    const to = copies[i];
    if (to === undefined) return;
    const computed = getComputedStyle(node);
    to.removeAttribute("style");
    for (const name of PROPERTIES) {
      const value = computed.getPropertyValue(name);
      if (value !== "") to.setAttribute(name, value.replaceAll('"', name === "font-family" ? "'" : ""));
    }
    for (const name of HIDDEN) {
      const value = computed.getPropertyValue(name);
      if (value === "none" || value === "hidden") to.setAttribute(name, value);
    }
  });
  const {width, height} = svg.getBoundingClientRect();
  copy.setAttribute("width", `${width}`);
  copy.setAttribute("height", `${height}`);
  return copy;
}
