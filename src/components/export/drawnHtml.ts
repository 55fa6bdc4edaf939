import {svgElement} from "../element.ts";
import {styledSvg} from "./styledSvg.ts";

/** What a person works with and a picture has no use for. */
const LEFT_OUT =
  ".visually-hidden, .link-button, .segmented, .chips, .control, nav button, input, select, script, style";

/** Room under and beside the last mark, in px. */
const MARGIN = 1;

/**
 * Draws a laid-out piece of a page as SVG: grounds, borders, texts line by line, and the SVG drawings in it, each where the browser put
 * it. So every chart made of HTML has a picture too.
 */
export function drawnHtml(root: HTMLElement): SVGSVGElement {
  const origin = root.getBoundingClientRect();
  const drawing = new Drawing(origin.left, origin.top);
  drawing.visit(root);
  const width = Math.max(root.scrollWidth, drawing.right, 1);
  const height = Math.max(origin.height, drawing.bottom, 1) + MARGIN;
  return svgElement("svg", {width, height, viewBox: `0 0 ${width} ${height}`}, drawing.hatch(), ...drawing.marks);
}

class Drawing {
  readonly marks: SVGElement[] = [];
  right = 0;
  bottom = 0;
  readonly #left: number;
  readonly #top: number;
  #hatched: string | null = null;

  constructor(left: number, top: number) {
    this.#left = left;
    this.#top = top;
  }

  visit(node: HTMLElement | SVGElement): void {
    if (node.matches(LEFT_OUT)) return;
    const style = getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return;
    if (node instanceof SVGElement) {
      this.#svg(node);
      return;
    }
    this.#box(node, style);
    const isFolded = node instanceof HTMLDetailsElement && !node.open;
    for (const child of node.childNodes) {
      if (isFolded && !(child instanceof HTMLElement && child.localName === "summary")) continue;
      if (child instanceof Text) this.#text(child, style);
      else if (child instanceof HTMLElement || child instanceof SVGElement) this.visit(child);
    }
  }

  /** The pattern of missing figures, where a ground is hatched. */
  hatch(): SVGElement | null {
    if (this.#hatched === null) return null;
    const pattern = svgElement(
      "pattern",
      {id: "ground-hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)"},
      svgElement("line", {x1: 0.75, x2: 0.75, y1: 0, y2: 5, stroke: this.#hatched, "stroke-width": 1.5})
    );
    return svgElement("defs", {}, pattern);
  }

  #svg(node: SVGElement): void {
    const {left, top, width, height} = node.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const copy = styledSvg(node);
    copy.setAttribute("x", `${left - this.#left}`);
    copy.setAttribute("y", `${top - this.#top}`);
    copy.setAttribute("overflow", "visible");
    this.#mark(copy, left + width, top + height);
  }

  #box(node: HTMLElement, style: CSSStyleDeclaration): void {
    const {left, top, width, height} = node.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const place = {x: left - this.#left, y: top - this.#top, width, height};
    const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
    const rx = style.borderTopLeftRadius.endsWith("%") ? Math.min(width, height) / 2 : radius;
    const draw = (fill: string): void =>
      this.#mark(svgElement("rect", {...place, rx: rx || null, fill}), left + width, top + height);
    if (isSeen(style.backgroundColor)) draw(style.backgroundColor);
    if (style.backgroundImage.includes("repeating-linear-gradient")) {
      this.#hatched ??=
        /rgba?\([^)]*[1-9][^)]*\)/.exec(style.backgroundImage.replaceAll("rgba(0, 0, 0, 0)", ""))?.[0] ?? "#938f85";
      draw("url(#ground-hatch)");
    }
    this.#borders(style, place, rx);
  }

  #borders(style: CSSStyleDeclaration, {x, y, width, height}: Place, radius: number): void {
    const sides = (["top", "right", "bottom", "left"] as const).map((side) => ({
      side,
      size: Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0,
      line: style.getPropertyValue(`border-${side}-style`),
      colour: style.getPropertyValue(`border-${side}-color`)
    }));
    const seen = sides.filter(
      ({size, line, colour}) => size > 0 && !["none", "hidden"].includes(line) && isSeen(colour)
    );
    const [first] = seen;
    if (first === undefined) return;
    const dash = (line: string, size: number): string | null =>
      line === "dashed" ? `${3 * size} ${2 * size}` : line === "dotted" ? `${size} ${size}` : null;
    if (seen.length === 4 && seen.every(({size, colour}) => size === first.size && colour === first.colour)) {
      const inset = first.size / 2;
      this.marks.push(
        svgElement("rect", {
          x: x + inset,
          y: y + inset,
          width: width - first.size,
          height: height - first.size,
          rx: radius || null,
          fill: "none",
          stroke: first.colour,
          "stroke-width": first.size,
          "stroke-dasharray": dash(first.line, first.size)
        })
      );
      return;
    }
    for (const {side, size, line, colour} of seen) {
      const at = size / 2;
      const [x1, y1, x2, y2] =
        side === "top"
          ? [x, y + at, x + width, y + at]
          : side === "bottom"
            ? [x, y + height - at, x + width, y + height - at]
            : side === "left"
              ? [x + at, y, x + at, y + height]
              : [x + width - at, y, x + width - at, y + height];
      this.marks.push(
        svgElement("line", {x1, y1, x2, y2, stroke: colour, "stroke-width": size, "stroke-dasharray": dash(line, size)})
      );
    }
  }

  #text(node: Text, style: CSSStyleDeclaration): void {
    const size = Number.parseFloat(style.fontSize);
    for (const {words, left, right, top, bottom} of linesOf(node)) {
      const baseline = top + (bottom - top) / 2 + 0.3675 * size;
      const written = style.textTransform === "uppercase" ? words.toLocaleUpperCase("vi") : words;
      const text = svgElement(
        "text",
        {
          x: left - this.#left,
          y: baseline - this.#top,
          fill: style.color,
          "font-size": size,
          "font-weight": style.fontWeight,
          "font-family": style.fontFamily.replaceAll('"', "'"),
          "letter-spacing": style.letterSpacing === "normal" ? null : style.letterSpacing
        },
        written
      );
      this.#mark(text, right, bottom);
    }
  }

  #mark(mark: SVGElement, right: number, bottom: number): void {
    this.marks.push(mark);
    this.right = Math.max(this.right, right - this.#left);
    this.bottom = Math.max(this.bottom, bottom - this.#top);
  }
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Line {
  words: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The lines of a text as the browser broke it. */
function linesOf(node: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const match of node.data.matchAll(/\S+/g)) {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const rects = [...range.getClientRects()].filter(({width}) => width > 0);
    const [first] = rects;
    if (first === undefined) continue;
    const last = lines.at(-1);
    if (last !== undefined && rects.length === 1 && Math.abs(last.top - first.top) < 2 && first.left >= last.left) {
      last.words += ` ${match[0]}`;
      last.right = first.right;
    } else if (rects.length === 1) {
      lines.push({words: match[0], left: first.left, right: first.right, top: first.top, bottom: first.bottom});
    } else lines.push(...brokenWord(node, match.index, match[0]));
  }
  return lines;
}

/** A word that fills more than one line, letter by letter. */
function brokenWord(node: Text, start: number, word: string): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  Array.from(word).reduce((at, letter) => {
    range.setStart(node, at);
    range.setEnd(node, at + letter.length);
    const {left, right, top, bottom, width} = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - top) < 2) {
      last.words += letter;
      last.right = right;
    } else if (width > 0) lines.push({words: letter, left, right, top, bottom});
    return at + letter.length;
  }, start);
  return lines;
}

function isSeen(colour: string): boolean {
  return colour !== "transparent" && !/^rgba\(.*,\s*0\)$/.test(colour) && colour !== "";
}
