import type {FontSet, TextStyle} from "./fontSet.ts";

/** Where a text stands. */
export interface TextPlace {
  x: number;
  /** Of the baseline. */
  y: number;
  anchor?: "start" | "middle" | "end";
}

/** How letters are filled; `halo` is drawn around and under them. */
export interface TextPaint {
  fill: string;
  halo?: {stroke: string; width: number} | undefined;
}

/** A text as SVG paths, in the colours given; "" for a text without ink. */
export function outlineText(
  fonts: FontSet,
  text: string,
  {x, y, anchor = "start", ...style}: TextPlace & TextStyle,
  {fill, halo}: TextPaint
): string {
  const {d, width} = fonts.outline(text, style);
  if (d === "") return "";
  const left = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const place = `transform="translate(${round(left)} ${round(y)})" d="${d}"`;
  // Two paths: not every program that draws SVG knows `paint-order`.
  const under =
    halo === undefined
      ? ""
      : `<path ${place} fill="none" stroke="${halo.stroke}" stroke-width="${halo.width}" stroke-linejoin="round"/>`;
  return `${under}<path ${place} fill="${fill}"/>`;
}

/** Words in lines no wider than `width`; a longer word stands alone. */
export function wrapText(fonts: FontSet, text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && fonts.width(joined, style) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
