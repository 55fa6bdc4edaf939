import {escapeXml} from "../../../loaders/write/escapeXml.ts";
import type {TextStyle} from "./fontSet.ts";
import {outlineText, wrapText} from "./outlineText.ts";
import {type PictureStyle, plainSvg} from "./plainSvg.ts";
import {resolved} from "./lightTokens.ts";

/** What a chart says around its drawing, all of it inside the picture. */
export interface PictureWords {
  title: string;
  /** Measure, unit, filters. */
  subtitle?: string | undefined;
  note?: string | undefined;
  /** The clause of the plan that sets the target: "Mục I.1, Kế hoạch 60/KH-UBND". */
  clause?: string | undefined;
  /** "Nguồn: 158 tệp. Tính đến 18/11/2025, sơ bộ." */
  source?: string | undefined;
  /** Drawn as a mark of its own at the foot; null where figures are real. */
  mark?: string | null | undefined;
}

/** Text width of a page of a Vietnamese report (A4, margins 3 and 2 cm) in px of 1/96 inch: 1890 px at 300 dpi. */
export const PICTURE_WIDTH = 604.8;

const TITLE: TextStyle = {size: 16.5, weight: 600, hasEvenDigits: false, letterSpacing: -0.132};
const SUBTITLE: TextStyle = {size: 13, weight: 400, hasEvenDigits: true, letterSpacing: 0};
const SMALL: TextStyle = {size: 12, weight: 400, hasEvenDigits: true, letterSpacing: 0};
const MARK: TextStyle = {size: 12, weight: 600, hasEvenDigits: true, letterSpacing: 0};

/** A stack of lines and drawings from the top down. */
class Column {
  readonly parts: string[] = [];
  y = 0;
  readonly #style: PictureStyle;

  constructor(style: PictureStyle) {
    this.#style = style;
  }

  lines(
    text: string,
    {style, line, colour, width = PICTURE_WIDTH}: {style: TextStyle; line: number; colour: string; width?: number}
  ): void {
    const {fonts, tokens} = this.#style;
    for (const words of wrapText(fonts, text, width, style)) {
      const y = this.y + (line + 0.72 * style.size) / 2;
      this.parts.push(outlineText(fonts, words, {x: 0, y, ...style}, {fill: resolved(`var(${colour})`, tokens)}));
      this.y += line;
    }
  }

  /** A drawing with `width` and `height`, shrunk where it is wider than the picture. */
  drawing(svg: Element): void {
    const [width, height] = [size(svg, "width"), size(svg, "height")];
    const scale = Math.min(1, PICTURE_WIDTH / width);
    this.parts.push(
      `<g transform="translate(0 ${round(this.y)})${scale < 1 ? ` scale(${round(scale, 5)})` : ""}">${plainSvg(svg, this.#style)}</g>`
    );
    this.y += height * scale;
  }
}

/**
 * A chart as a picture of its own: title, filters, drawings one under the other, note, clause, source and mark, letters as outlines,
 * colours of the light theme on white. Nothing in it refers to anything outside.
 * @param drawings SVG elements with width and height in px; of DOM or jsdom.
 * @returns SVG text 604,8 px wide, which is 16 cm.
 */
export function pictureSvg(drawings: readonly Element[], words: PictureWords, style: PictureStyle): string {
  const {title, subtitle, note, clause, source, mark} = words;
  const {fonts, tokens} = style;
  const column = new Column(style);
  column.y = 9;
  column.lines(title, {style: TITLE, line: 22, colour: "--ink"});
  if (subtitle) {
    column.y += 2;
    column.lines(subtitle, {style: SUBTITLE, line: 18, colour: "--ink2"});
  }
  for (const drawing of drawings) {
    column.y += 8;
    column.drawing(drawing);
  }
  if (note) {
    column.y += 8;
    column.lines(note, {style: SMALL, line: 16, colour: "--ink2"});
  }
  column.y += 10;
  const markWidth = mark ? fonts.width(mark, MARK) + 16 : 0;
  const top = column.y;
  for (const words of [source, clause])
    if (words) column.lines(words, {style: SMALL, line: 16, colour: "--ink3", width: PICTURE_WIDTH - markWidth - 16});
  if (mark) {
    const x = PICTURE_WIDTH - markWidth;
    column.parts.push(
      `<rect x="${round(x)}" y="${round(top - 2)}" width="${round(markWidth)}" height="20" rx="3" fill="${resolved("var(--sim-t)", tokens)}"/>`,
      outlineText(fonts, mark, {x: x + 8, y: top + 12.3, ...MARK}, {fill: resolved("var(--sim)", tokens)})
    );
    column.y = Math.max(column.y, top + 18);
  }
  const height = Math.ceil(column.y + 4);
  const said = [title, subtitle, note, source, clause, mark].filter(Boolean).join(". ");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="16cm" height="${round((height * 16) / PICTURE_WIDTH, 4)}cm" viewBox="0 0 ${PICTURE_WIDTH} ${height}" role="img" aria-label="${escapeXml(said)}">` +
    `<title>${escapeXml(title)}</title><desc>${escapeXml(said)}</desc>` +
    `<rect width="${PICTURE_WIDTH}" height="${height}" fill="${resolved("var(--page)", tokens)}"/>` +
    `<rect width="${PICTURE_WIDTH}" height="1" fill="${resolved("var(--ink)", tokens)}"/>${column.parts.join("")}</svg>`
  );
}

/** Height of a picture in px of 1/96 inch, from its view box. */
export function pictureHeight(svg: string): number {
  const [, height] = /viewBox="0 0 [\d.]+ (\d+)"/.exec(svg) ?? [];
  if (height === undefined) throw new Error("a picture without a view box");
  return Number(height);
}

function size(svg: Element, name: "width" | "height"): number {
  const value = Number.parseFloat(svg.getAttribute(name) ?? "");
  if (!(value > 0)) throw new Error(`a drawing without ${name}`);
  return value;
}

function round(value: number, decimals = 2): number {
  return Number(value.toFixed(decimals));
}
