/** Number formats: built-in ids of the format, and our own for days as dd/mm/yyyy. */
export const FORMATS = {general: 0, whole: 3, percent: 10, text: 49, day: 164, oneDecimal: 165} as const;

const FONTS = ["regular", "bold", "italic", "boldItalic", "large"] as const;

/** How a cell looks. */
export interface Look {
  font: (typeof FONTS)[number];
  border: boolean;
  horizontal: "left" | "center" | "right" | null;
  format: number;
  /** ARGB of the ground; null for none. */
  fill: string | null;
  /** Text that does not wrap runs over the empty cells beside it. */
  wraps: boolean;
  /** Text that looks like a formula stays text when someone edits the cell. */
  isLiteral?: boolean;
}

/** A look of a font and place across; the rest is as said. */
export function look(font: Look["font"], horizontal: Look["horizontal"], rest: Partial<Look> = {}): Look {
  return {font, horizontal, border: false, format: FORMATS.general, fill: null, wraps: true, ...rest};
}

/** The part `xl/styles.xml`, and the number of each look in it. */
export interface StyleSheet<Name extends string> {
  xml: string;
  indexOf: (look: Name) => number;
}

const EDGES = ["left", "right", "top", "bottom"]
  .map((edge) => `<${edge} style="thin"><color auto="1"/></${edge}>`)
  .join("");

/**
 * Draws the named looks in Times New Roman with thin borders; the first one is the plain cell Excel needs first.
 * @param size of the letters in points.
 */
export function styleSheet<Name extends string>(
  looks: Readonly<Record<Name, Look>>,
  {size = 12}: {size?: number} = {}
): StyleSheet<Name> {
  const names = Object.keys(looks) as Name[];
  const indexes = new Map(names.map((name, index) => [name, index]));
  const fills = [...new Set(names.flatMap((name) => looks[name].fill ?? []))];
  const formatXml = (name: Name): string => cellFormat(looks[name], fills);
  const solid = fills.map(
    (rgb) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
  );
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="${FORMATS.day}" formatCode="dd/mm/yyyy"/><numFmt numFmtId="${FORMATS.oneDecimal}" formatCode="0.0"/></numFmts><fonts count="${FONTS.length}">${FONTS.map((font) => fontXml(font, size)).join("")}</fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid.join("")}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${EDGES}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${names.length}">${names.map(formatXml).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  return {xml, indexOf: (name) => indexes.get(name) ?? 0};
}

function fontXml(font: Look["font"], size: number): string {
  const isBold = font === "bold" || font === "boldItalic" || font === "large";
  const isItalic = font === "italic" || font === "boldItalic";
  return `<font>${isBold ? "<b/>" : ""}${isItalic ? "<i/>" : ""}<sz val="${font === "large" ? size + 2 : size}"/><name val="Times New Roman"/><family val="1"/></font>`;
}

function cellFormat({font, border, horizontal, format, fill, wraps, isLiteral = false}: Look, fills: readonly string[]): string {
  const alignment = `<alignment${horizontal === null ? "" : ` horizontal="${horizontal}"`} vertical="center"${wraps ? ' wrapText="1"' : ""}/>`;
  const apply = `applyFont="1" applyAlignment="1"${border ? ' applyBorder="1"' : ""}${format === FORMATS.general ? "" : ' applyNumberFormat="1"'}${fill === null ? "" : ' applyFill="1"'}`;
  return `<xf numFmtId="${format}" fontId="${FONTS.indexOf(font)}" fillId="${fill === null ? 0 : fills.indexOf(fill) + 2}" borderId="${border ? 1 : 0}" xfId="0" ${isLiteral ? 'quotePrefix="1" ' : ""}${apply}>${alignment}</xf>`;
}
