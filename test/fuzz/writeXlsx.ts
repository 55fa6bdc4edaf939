import {strToU8, zipSync} from "fflate";
import {cellAddress} from "../../loaders/read/cellAddress.ts";
import {relationships} from "../loaders/read/xlsxFile.ts";
import {serialOf, type Written, type WrittenSheet} from "./written.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** How programs differ in writing one and the same workbook. */
export interface XlsxStyle {
  strings: "shared" | "inline" | "rich" | "formula";
  /** Element names with a prefix, as some libraries write them. */
  hasPrefix: boolean;
  /** Cells without addresses: the reader counts. */
  isUnaddressed: boolean;
  uses1904Dates: boolean;
  dateFormat: "builtin" | "custom";
  isCompressed: boolean;
}

const PLAIN = 0;
const DATE = 1;
const PERCENT = 2;

/** Bytes of an .xlsx file with these sheets. */
export function writeXlsx(sheets: readonly WrittenSheet[], style: XlsxStyle): Uint8Array {
  const strings = new Map<string, number>();
  const x = style.hasPrefix ? "x:" : "";
  const xmlns = style.hasPrefix ? `xmlns:x="${MAIN}"` : `xmlns="${MAIN}"`;
  const links: Record<string, readonly [string, string]> = {
    rId900: ["sharedStrings", "sharedStrings.xml"],
    rId901: ["styles", "styles.xml"]
  };
  const parts: Record<string, string> = {};
  const named = sheets.map((sheet, index) => {
    links[`rId${index + 1}`] = ["worksheet", `worksheets/sheet${index + 1}.xml`];
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<${x}worksheet ${xmlns}>${body(sheet, style, strings, x)}</${x}worksheet>`;
    return `<${x}sheet name="${escaped(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  });
  const system = style.uses1904Dates ? `<${x}workbookPr date1904="1"/>` : "";
  parts["xl/workbook.xml"] =
    `<${x}workbook ${xmlns} xmlns:r="${OFFICE}">${system}<${x}sheets>${named.join("")}</${x}sheets></${x}workbook>`;
  parts["_rels/.rels"] = relationships({rId1: ["officeDocument", "xl/workbook.xml"]});
  parts["xl/_rels/workbook.xml.rels"] = relationships(links);
  parts["xl/styles.xml"] = styles(style, xmlns, x);
  const items = [...strings.keys()].map((words) => `<${x}si>${runs(words, style.strings === "rich", x)}</${x}si>`);
  parts["xl/sharedStrings.xml"] = `<${x}sst ${xmlns}>${items.join("")}</${x}sst>`;
  const files = Object.entries(parts).map(
    ([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)] as const
  );
  return zipSync(Object.fromEntries(files), {level: style.isCompressed ? 6 : 0});
}

function styles({dateFormat}: XlsxStyle, xmlns: string, x: string): string {
  const day = dateFormat === "builtin" ? 14 : 164;
  const formats =
    dateFormat === "builtin"
      ? ""
      : `<${x}numFmts count="1"><${x}numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></${x}numFmts>`;
  const xfs = [0, day, 10].map((id) => `<${x}xf numFmtId="${id}" fontId="0"/>`).join("");
  const fonts = `<${x}fonts count="1"><${x}font><${x}name val="Times New Roman"/></${x}font></${x}fonts>`;
  return `<${x}styleSheet ${xmlns}>${formats}${fonts}<${x}cellXfs count="3">${xfs}</${x}cellXfs></${x}styleSheet>`;
}

function body(sheet: WrittenSheet, style: XlsxStyle, strings: Map<string, number>, x: string): string {
  const columns = [...sheet.hiddenColumns].map((at) => `<${x}col min="${at}" max="${at}" width="9" hidden="1"/>`);
  const rows = [...sheet.rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const hidden = sheet.hiddenRows.has(row) ? ` hidden="1"` : "";
      const last = Math.max(0, ...cells.keys());
      const all = Array.from({length: last}, (_, i) => i + 1).filter((at) => style.isUnaddressed || cells.has(at));
      const written = all.map((column) => {
        const address = style.isUnaddressed ? "" : ` r="${cellAddress(row, column)}"`;
        const cell = cells.get(column);
        return cell === undefined ? `<${x}c/>` : writeCell(cell, address, style, strings, x);
      });
      return `<${x}row r="${row}"${hidden}>${written.join("")}</${x}row>`;
    });
  const merges = sheet.merges.map(
    ([top, left, bottom, right]) => `<${x}mergeCell ref="${cellAddress(top, left)}:${cellAddress(bottom, right)}"/>`
  );
  return [
    columns.length === 0 ? "" : `<${x}cols>${columns.join("")}</${x}cols>`,
    `<${x}sheetData>${rows.join("")}</${x}sheetData>`,
    merges.length === 0 ? "" : `<${x}mergeCells>${merges.join("")}</${x}mergeCells>`
  ].join("");
}

function writeCell(cell: Written, address: string, style: XlsxStyle, strings: Map<string, number>, x: string): string {
  const made = (attributes: string, inside: string): string => `<${x}c${address}${attributes}>${inside}</${x}c>`;
  const value = (content: string | number): string => `<${x}v>${content}</${x}v>`;
  switch (cell.kind) {
    case "number":
      return made("", value(cell.number));
    case "percent":
      return made(` s="${PERCENT}"`, value(cell.share));
    case "date":
      return made(` s="${DATE}"`, value(serialOf(cell.day, style.uses1904Dates)));
    case "boolean":
      return made(` t="b"`, value(cell.value ? 1 : 0));
    case "error":
      return made(` t="e"`, value(escaped(cell.text)));
    case "formula":
      return formula(cell.value, address, style, x);
    case "text": {
      const {text} = cell;
      if (style.strings === "inline") return made(` t="inlineStr"`, `<${x}is>${runs(text, false, x)}</${x}is>`);
      if (style.strings === "formula") return made(` t="str"`, value(escaped(text)));
      const known = strings.get(text) ?? strings.size;
      strings.set(text, known);
      return made(` s="${PLAIN}" t="s"`, value(known));
    }
  }
}

/** A formula with its cached value, or without one. */
function formula(value: Written | null, address: string, style: XlsxStyle, x: string): string {
  const f = `<${x}f>A1+1</${x}f>`;
  if (value === null) return `<${x}c${address}>${f}</${x}c>`;
  const plain = {...style, strings: "formula"} as const;
  return writeCell(value, address, plain, new Map(), x).replace(`<${x}v>`, `${f}<${x}v>`);
}

/** Text in one piece, or in two runs of rich text. */
function runs(words: string, isRich: boolean, x: string): string {
  const t = (piece: string): string => `<${x}t xml:space="preserve">${escaped(piece)}</${x}t>`;
  if (!isRich || words.length < 4) return t(words);
  const middle = Math.floor(words.length / 2);
  return `<${x}r>${t(words.slice(0, middle))}</${x}r><${x}r>${t(words.slice(middle))}</${x}r>`;
}

/** Text inside XML; line ends as Excel writes them. */
function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "_x000D_");
}
