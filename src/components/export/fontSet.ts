import type {Font, Glyph, Path} from "opentype.js";
import {drawnSign} from "./drawnSigns.ts";
import {parseFont} from "./parseFont.ts";

/** One file of a font family: a WOFF 1 with a part of its characters. */
export interface FontFace {
  /** `text`: letters; `digits`: the ten digits of one width that stand before them. */
  family: "text" | "digits";
  weight: number;
  bytes: Uint8Array;
}

/** How a text is set. */
export interface TextStyle {
  /** In px. */
  size: number;
  weight: number;
  /** Digits of one width, as in tables; titles keep the digits of the text face. */
  hasEvenDigits: boolean;
  /** Added after each letter, in px. */
  letterSpacing: number;
}

/** A text as outlines: path data from x = 0 on the baseline y = 0, and how far it runs. */
export interface OutlinedText {
  d: string;
  width: number;
}

/** Digits of the companion face are drawn a little larger, as the style sheet says (`size-adjust`). */
const DIGIT_SCALE = 1.015;

interface Placed {
  font: Font;
  glyph: Glyph;
  scale: number;
}

/** The faces a picture is set in. Needs nothing of the browser: Word reports use it in Node. */
export class FontSet {
  readonly #faces: {family: FontFace["family"]; weight: number; font: Font}[];

  /** @param faces in any order; of a character that several faces hold the first one is taken. */
  constructor(faces: readonly FontFace[]) {
    this.#faces = faces.map(({family, weight, bytes}) => ({
      family,
      weight,
      font: parseFont(new Uint8Array(bytes).buffer)
    }));
    if (this.#faces.length === 0) throw new Error("no font to draw letters with");
  }

  /** Width of a text in px. */
  width(text: string, style: TextStyle): number {
    return this.#run(text, style).width;
  }

  /** A text as one path; a character no face holds is drawn as the face's own empty box. */
  outline(text: string, style: TextStyle): OutlinedText {
    const {parts, width} = this.#run(text, style);
    return {d: parts.map(({x, draw}) => draw(x)).join(""), width};
  }

  #run(text: string, style: TextStyle): {parts: {x: number; draw: (x: number) => string}[]; width: number} {
    const {size, letterSpacing} = style;
    const parts: {x: number; draw: (x: number) => string}[] = [];
    let x = 0;
    let before: Placed | null = null;
    for (const character of text.normalize("NFC")) {
      const sign = drawnSign(character);
      const placed = sign === null ? this.#glyph(character === "\u00a0" ? " " : character, style) : null;
      if (sign !== null) {
        parts.push({x, draw: (at) => sign.draw(at, size)});
        x += sign.width * size + letterSpacing;
      } else if (placed !== null) {
        const {font, glyph, scale} = placed;
        const em = (scale * size) / font.unitsPerEm;
        if (before !== null && before.font === font) x += font.getKerningValue(before.glyph, glyph) * em;
        parts.push({x, draw: (at) => pathData(glyph.getPath(at, 0, scale * size))});
        x += glyph.advanceWidth * em + letterSpacing;
      }
      before = placed;
    }
    return {parts, width: x};
  }

  #glyph(character: string, {weight, hasEvenDigits}: TextStyle): Placed {
    const isDigit = hasEvenDigits && /\d/.test(character);
    const faces = this.#nearest(isDigit ? "digits" : "text", weight);
    const face = faces.find(({font}) => font.charToGlyphIndex(character) > 0) ?? faces[0];
    if (face === undefined) throw new Error(`no font for "${character}"`);
    return {font: face.font, glyph: face.font.charToGlyph(character), scale: isDigit ? DIGIT_SCALE : 1};
  }

  /** Faces of the weight nearest to the one asked for. */
  #nearest(family: FontFace["family"], weight: number): {font: Font}[] {
    const own = this.#faces.filter((face) => face.family === family);
    const faces = own.length > 0 ? own : this.#faces;
    const least = Math.min(...faces.map((face) => Math.abs(face.weight - weight)));
    return faces.filter((face) => Math.abs(face.weight - weight) === least);
  }
}

/** Path data with two decimals. The library's own loses the space before a number that rounds to −0. */
function pathData({commands}: Path): string {
  return commands
    .map(({type, x1, y1, x2, y2, x, y}) => {
      const numbers = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
      return type + numbers.map((value) => Number(value.toFixed(2)) + 0).join(" ");
    })
    .join("");
}
