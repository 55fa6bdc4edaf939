import {element, svgElement} from "./element.js";
import type {Shape} from "./mapShapes.js";
import {walk} from "./mapWalk.js";

/** A drawn map that a person can walk over. */
export interface WalkableMap {
  svg: SVGSVGElement;
  shapes: readonly Shape[];
  /** The link of each shape, in the same order. */
  links: readonly SVGAElement[];
  /** What is said of each commune: name, then the rest. */
  words: ReadonlyMap<string, readonly [name: string, rest: string]>;
  width: number;
}

/**
 * Makes the map one tab stop with arrow keys by direction, and writes beside a commune what is known of it while it is hovered or
 * focused. A first touch reads, a second on the same commune opens it.
 * @returns the map with its readout.
 */
export function withReadout({svg, shapes, links, words, width}: WalkableMap): HTMLElement {
  const byCode = new Map(shapes.map((shape, i) => [shape.code, {shape, link: links[i]}]));
  const ring = svgElement("path", {class: "map-ring", fill: "none", "pointer-events": "none"});
  const readout = element("div", {class: "map-readout", hidden: true, "aria-hidden": "true"});
  svg.append(ring);
  let entry = links[0];
  entry?.setAttribute("tabindex", "0");

  const show = (code: string): void => {
    const shape = byCode.get(code)?.shape;
    const [name, rest] = words.get(code) ?? [];
    if (!shape || name === undefined) return;
    ring.setAttribute("d", shape.d);
    readout.replaceChildren(element("strong", {}, name), rest ?? "");
    readout.style.left = `${Math.round((1000 * shape.x) / width) / 10}%`;
    readout.style.top = `${Math.round(shape.y)}px`;
    readout.classList.toggle("is-left", shape.x > width / 2);
    readout.hidden = false;
  };
  const hide = (): void => {
    ring.removeAttribute("d");
    readout.hidden = true;
  };
  let touched: string | null = null;
  svg.addEventListener("pointerover", (event) => {
    const code = codeOf(event);
    if (code !== null && event.pointerType !== "touch") show(code);
  });
  svg.addEventListener("pointerleave", hide);
  svg.addEventListener("focusin", (event) => {
    const code = codeOf(event);
    if (code === null) return;
    entry?.setAttribute("tabindex", "-1");
    entry = byCode.get(code)?.link;
    entry?.setAttribute("tabindex", "0");
    show(code);
  });
  svg.addEventListener("focusout", hide);
  svg.addEventListener("keydown", (event) => {
    const from = byCode.get(codeOf(event) ?? "")?.shape;
    const next = from ? walk(shapes, from, event.key) : null;
    if (next === null) return;
    event.preventDefault();
    byCode.get(next)?.link?.focus();
  });
  svg.addEventListener("click", (event) => {
    const code = codeOf(event);
    if (event.pointerType !== "touch" || code === touched) return;
    event.preventDefault();
    touched = code;
    if (code === null) hide();
    else show(code);
  });
  return element("div", {class: "commune-map"}, svg, readout);
}

function codeOf({target}: Event): string | null {
  return target instanceof Element ? (target.closest("[data-code]")?.getAttribute("data-code") ?? null) : null;
}
