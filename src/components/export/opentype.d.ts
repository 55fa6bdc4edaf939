/** The part of opentype.js that outlines use; the package carries no types. */
declare module "opentype.js" {
  /** One step of an outline; which numbers are there depends on `type`. */
  export interface PathCommand {
    type: "M" | "L" | "Q" | "C" | "Z";
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
    x?: number;
    y?: number;
  }
  export interface Path {
    commands: readonly PathCommand[];
  }
  export interface Glyph {
    index: number;
    advanceWidth: number;
    getPath(x: number, y: number, size: number): Path;
  }
  export interface Font {
    unitsPerEm: number;
    charToGlyphIndex(character: string): number;
    charToGlyph(character: string): Glyph;
    /** In units of the font, negative where a pair moves together. */
    getKerningValue(left: Glyph, right: Glyph): number;
  }
  /** Reads a font from the bytes of a TTF, OTF or WOFF 1 file. */
  export function parse(bytes: ArrayBuffer): Font;
}
