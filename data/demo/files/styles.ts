import type {CellStyle} from "./sheetPlan.ts";

/** Number formats: built-in ids of the format, and our own for days as dd/mm/yyyy. */
const GENERAL = 0;
const WHOLE = 3;
const DAY = 164;
const ONE_DECIMAL = 165;
const PERCENT = 10;

interface Look {
  font: "regular" | "bold" | "italic" | "boldItalic" | "large";
  border: boolean;
  horizontal: "left" | "center" | "right" | null;
  format: number;
  fill: boolean;
}

const FONTS = ["regular", "bold", "italic", "boldItalic", "large"] as const;

function look(font: Look["font"], horizontal: Look["horizontal"], rest: Partial<Look> = {}): Look {
  return {font, horizontal, border: false, format: GENERAL, fill: false, ...rest};
}

const LOOKS: Record<CellStyle, Look> = {
  plain: look("regular", null),
  motto: look("bold", "center"),
  sender: look("regular", "center"),
  senderBold: look("bold", "center"),
  title: look("large", "center"),
  note: look("italic", "center"),
  mark: look("boldItalic", "center"),
  head: look("bold", "center", {border: true, fill: true}),
  group: look("bold", "left", {border: true}),
  text: look("regular", "left", {border: true}),
  centre: look("regular", "center", {border: true}),
  number: look("regular", "right", {border: true, format: WHOLE}),
  decimal: look("regular", "right", {border: true, format: ONE_DECIMAL}),
  date: look("regular", "center", {border: true, format: DAY}),
  share: look("regular", "right", {border: true, format: PERCENT}),
  total: look("bold", "left", {border: true}),
  totalNumber: look("bold", "right", {border: true, format: WHOLE}),
  signature: look("bold", "center")
};

const ORDER = Object.keys(LOOKS) as CellStyle[];

/** Number of each look in the list of cell formats of `stylesXml`; 0 is the plain cell Excel needs first. */
export const STYLE_INDEX: ReadonlyMap<CellStyle, number> = new Map(ORDER.map((style, index) => [style, index]));

function fontXml(font: (typeof FONTS)[number]): string {
  const isBold = font === "bold" || font === "boldItalic" || font === "large";
  const isItalic = font === "italic" || font === "boldItalic";
  const size = font === "large" ? 14 : 12;
  return `<font>${isBold ? "<b/>" : ""}${isItalic ? "<i/>" : ""}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`;
}

function formatXml({font, border, horizontal, format, fill}: Look): string {
  const alignment = `<alignment${horizontal === null ? "" : ` horizontal="${horizontal}"`} vertical="center" wrapText="1"/>`;
  const apply = `applyFont="1" applyAlignment="1"${border ? ' applyBorder="1"' : ""}${format === GENERAL ? "" : ' applyNumberFormat="1"'}${fill ? ' applyFill="1"' : ""}`;
  return `<xf numFmtId="${format}" fontId="${FONTS.indexOf(font)}" fillId="${fill ? 2 : 0}" borderId="${border ? 1 : 0}" xfId="0" ${apply}>${alignment}</xf>`;
}

const EDGES = ["left", "right", "top", "bottom"]
  .map((edge) => `<${edge} style="thin"><color auto="1"/></${edge}>`)
  .join("");

/** The part `xl/styles.xml`: Times New Roman, thin borders, the number formats of the forms. */
export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="${DAY}" formatCode="dd/mm/yyyy"/><numFmt numFmtId="${ONE_DECIMAL}" formatCode="0.0"/></numFmts><fonts count="${FONTS.length}">${FONTS.map(fontXml).join("")}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${EDGES}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${ORDER.length}">${ORDER.map((style) => formatXml(LOOKS[style])).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
