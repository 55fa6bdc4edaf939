import {escapeXml} from "../../../loaders/write/escapeXml.ts";
import type {FontSet} from "./fontSet.ts";
import {resolved, type Tokens} from "./lightTokens.ts";
import {outlineText} from "./outlineText.ts";

/** What a picture is drawn with. */
export interface PictureStyle {
  fonts: FontSet;
  tokens: Tokens;
}

/** What an element passes on to those inside it. */
interface Inherited {
  size: number;
  weight: number;
  hasEvenDigits: boolean;
  letterSpacing: number;
  anchor: "start" | "middle" | "end";
  fill: string;
  stroke: string;
  strokeWidth: number;
  isHalo: boolean;
}

const FIRST: Inherited = {
  size: 12,
  weight: 400,
  hasEvenDigits: true,
  letterSpacing: 0,
  anchor: "start",
  fill: "#000000",
  stroke: "none",
  strokeWidth: 1,
  isHalo: false
};

const DRAWN = new Set(
  "svg g a path line rect circle ellipse polygon polyline text tspan defs pattern clipPath mask linearGradient radialGradient stop use".split(
    " "
  )
);
const KEPT = new Set(
  (
    "id overflow x y x1 y1 x2 y2 cx cy r rx ry d points width height viewBox preserveAspectRatio transform fill stroke opacity offset " +
    "fill-opacity fill-rule stroke-width stroke-dasharray stroke-dashoffset stroke-linejoin stroke-linecap stroke-opacity " +
    "clip-path clip-rule mask patternUnits patternContentUnits patternTransform gradientUnits gradientTransform stop-color stop-opacity clipPathUnits"
  ).split(" ")
);

/**
 * A drawing as SVG text that looks the same anywhere: letters as outlines, colours of the light theme, links, classes, names and
 * everything else that is not drawn left out. Attributes and inline styles decide; style sheets must have been written into them.
 */
export function plainSvg(node: Element, style: PictureStyle): string {
  return element(node, FIRST, style);
}

function element(node: Element, above: Inherited, style: PictureStyle): string {
  const name = node.localName;
  if (!DRAWN.has(name)) return "";
  const attributes = attributesOf(node, style);
  if (attributes.get("display") === "none" || attributes.get("visibility") === "hidden") return "";
  const own = inherited(attributes, above);
  if (name === "text") return text(node, own, attributes, style);
  const inner = [...node.children].map((child) => element(child, own, style)).join("");
  const kept = [...attributes].filter(([key]) => KEPT.has(key)).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const href = node.getAttribute("href");
  if (name === "use" && href?.startsWith("#") === true) kept.push(` href="${escapeXml(href)}"`);
  const as = name === "a" ? "g" : name;
  if (as === "g" && inner === "") return "";
  return `<${as}${kept.join("")}${inner === "" ? "/>" : `>${inner}</${as}>`}`;
}

/** Attributes, those of an inline style over the others, colours resolved. */
function attributesOf(node: Element, {tokens}: PictureStyle): Map<string, string> {
  const found = new Map<string, string>();
  for (const {name, value} of node.attributes) found.set(name, value);
  for (const part of (found.get("style") ?? "").split(";")) {
    const [name = "", value] = part.split(/:(.*)/s);
    if (value !== undefined) found.set(name.trim(), value.trim());
  }
  found.delete("style");
  for (const [name, value] of found)
    if (/\b(var|color|color-mix)\(/.test(value)) found.set(name, resolved(value, tokens));
  return found;
}

function inherited(attributes: ReadonlyMap<string, string>, above: Inherited): Inherited {
  const number = (name: string): number | null => {
    const value = Number.parseFloat(attributes.get(name) ?? "");
    return Number.isFinite(value) ? value : null;
  };
  const anchor = attributes.get("text-anchor");
  const family = attributes.get("font-family");
  const weight = attributes.get("font-weight");
  return {
    size: number("font-size") ?? above.size,
    weight: weight === "bold" ? 700 : (number("font-weight") ?? (weight === "normal" ? 400 : above.weight)),
    hasEvenDigits: family === undefined ? above.hasEvenDigits : /\bNum\b/.test(family),
    letterSpacing: number("letter-spacing") ?? (attributes.has("letter-spacing") ? 0 : above.letterSpacing),
    anchor: anchor === "start" || anchor === "middle" || anchor === "end" ? anchor : above.anchor,
    fill: attributes.get("fill") ?? above.fill,
    stroke: attributes.get("stroke") ?? above.stroke,
    strokeWidth: number("stroke-width") ?? above.strokeWidth,
    isHalo: attributes.has("paint-order") ? (attributes.get("paint-order") ?? "").startsWith("stroke") : above.isHalo
  };
}

/** A piece of a text of one look; pieces that begin a chunk say where it stands. */
interface Piece {
  words: string;
  look: Inherited;
  start: {x: number; y: number} | null;
  shift: {x: number; y: number};
}

function text(node: Element, own: Inherited, attributes: Map<string, string>, style: PictureStyle): string {
  const pieces: Piece[] = [];
  const place = {x: numberOf(attributes.get("x")), y: numberOf(attributes.get("y"))};
  collect(node, own, {start: place, shift: shiftOf(attributes, own.size)}, pieces, style);
  const paths: string[] = [];
  let at = {x: 0, y: 0};
  pieces.forEach((piece, i) => {
    const {words, look, start, shift} = piece;
    if (start !== null) {
      const next = pieces.findIndex((other, k) => k > i && other.start !== null);
      const chunk = pieces.slice(i, next < 0 ? pieces.length : next);
      const width = chunk.reduce((sum, one) => sum + one.shift.x + style.fonts.width(one.words, one.look), 0);
      const before = look.anchor === "middle" ? width / 2 : look.anchor === "end" ? width : 0;
      at = {x: start.x - before, y: start.y};
    }
    at = {x: at.x + shift.x, y: at.y + shift.y};
    const halo =
      look.isHalo && look.stroke !== "none" ? {halo: {stroke: escapeXml(look.stroke), width: look.strokeWidth}} : {};
    if (look.fill !== "none")
      paths.push(
        outlineText(
          style.fonts,
          words,
          {...look, x: at.x, y: at.y, anchor: "start"},
          {fill: escapeXml(look.fill), ...halo}
        )
      );
    at = {x: at.x + style.fonts.width(words, look), y: at.y};
  });
  const transform = attributes.get("transform");
  const opacity = attributes.get("opacity");
  const kept = `${transform === undefined ? "" : ` transform="${escapeXml(transform)}"`}${opacity === undefined ? "" : ` opacity="${opacity}"`}`;
  const inner = paths.join("");
  return kept === "" || inner === "" ? inner : `<g${kept}>${inner}</g>`;
}

function collect(
  node: Element,
  look: Inherited,
  {start, shift}: Pick<Piece, "start" | "shift">,
  pieces: Piece[],
  style: PictureStyle
): void {
  let pending: Pick<Piece, "start" | "shift"> = {start, shift};
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      const words = (child.textContent ?? "").replace(/\s+/g, " ");
      if (words.trim() === "" && (pending.start !== null || pieces.length === 0)) continue;
      pieces.push({words, look, ...pending});
      pending = {start: null, shift: {x: 0, y: 0}};
    } else if (child.nodeType === 1 && (child as Element).localName === "tspan") {
      const tspan = child as Element;
      const attributes = attributesOf(tspan, style);
      const own = inherited(attributes, look);
      const before = pending.start;
      const hasPlace = attributes.has("x") || attributes.has("y");
      const own_shift = shiftOf(attributes, own.size);
      const placed = hasPlace
        ? {
            x: attributes.has("x") ? numberOf(attributes.get("x")) : (before?.x ?? 0),
            y: attributes.has("y") ? numberOf(attributes.get("y")) : (before?.y ?? lastY(pieces))
          }
        : before;
      const moved = {x: pending.shift.x + own_shift.x, y: pending.shift.y + own_shift.y};
      collect(tspan, own, {start: placed, shift: moved}, pieces, style);
      pending = {start: null, shift: {x: 0, y: 0}};
    }
  }
}

/** Baseline the text stands on so far: a piece that names only x stays on it. */
function lastY(pieces: readonly Piece[]): number {
  let y = 0;
  for (const {start, shift} of pieces) y = (start?.y ?? y) + shift.y;
  return y;
}

function shiftOf(attributes: ReadonlyMap<string, string>, size: number): {x: number; y: number} {
  const length = (value: string | undefined): number =>
    value?.endsWith("em") === true ? Number.parseFloat(value) * size : numberOf(value);
  return {x: length(attributes.get("dx")), y: length(attributes.get("dy"))};
}

function numberOf(value: string | undefined): number {
  const number = Number.parseFloat(value ?? "");
  return Number.isFinite(number) ? number : 0;
}
