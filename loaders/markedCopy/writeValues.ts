import {strToU8, zipSync} from "fflate";
import {cellAddress, columnLetter} from "../read/cellAddress.ts";
import type {Cell, Sheet, Workbook} from "../read/workbook.ts";
import {cellText, escapeXml} from "./xlsx/xmlPart.ts";

/**
 * Writes what was read of a workbook of another format as an .xlsx: values with their kind (number, date, percentage), fonts by
 * name, merges, hidden rows, columns and sheets. Formulas become their values; formats are not known.
 */
export function writeValues({sheets, uses1904Dates}: Workbook): Uint8Array {
  const styles = new Styles();
  const parts = sheets.map((sheet) => sheetXml(sheet, styles));
  const names = sheetNames(sheets);
  const list = sheets.map(
    ({isHidden}, i) =>
      `<sheet name="${escapeXml(names[i] ?? "")}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`
  );
  const links = sheets.map((_, i) => link(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`));
  const kinds = sheets.map((_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, "worksheet"));
  const texts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", "sheet.main")}${kinds.join("")}${override("/xl/styles.xml", "styles")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${link("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${uses1904Dates ? '<workbookPr date1904="1"/>' : ""}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}${link("rIdStyles", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": styles.toXml()
  };
  parts.forEach((xml, i) => (texts[`xl/worksheets/sheet${i + 1}.xml`] = xml));
  const files = Object.entries(texts).map(([name, text]): [string, Uint8Array] => [name, strToU8(HEADER + text)]);
  return zipSync(Object.fromEntries(files), {level: 6, mtime: new Date(2025, 0, 1, 12, 0, 0)});
}

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
}

/** The styles that the cells need, each once. */
class Styles {
  readonly #indexes = new Map<string, number>([["0 ", 0]]);
  readonly #fonts = new Map<string, number>([["", 0]]);

  indexOf({isDate, isPercent, font}: Cell): number {
    const name = font ?? "";
    if (!this.#fonts.has(name)) this.#fonts.set(name, this.#fonts.size);
    const key = `${isDate ? 14 : isPercent ? 10 : 0} ${name}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  toXml(): string {
    const fonts = [...this.#fonts.keys()].map((name) => {
      return `<font><sz val="11"/>${name === "" ? "" : `<name val="${escapeXml(name)}"/>`}</font>`;
    });
    const styles = [...this.#indexes.keys()].map((key) => {
      const space = key.indexOf(" ");
      const font = this.#fonts.get(key.slice(space + 1)) ?? 0;
      return `<xf numFmtId="${key.slice(0, space)}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
    });
    return `<styleSheet xmlns="${MAIN}"><fonts count="${fonts.length}">${fonts.join("")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join("")}</cellXfs></styleSheet>`;
  }
}

const WIDTHS = {least: 6, most: 40};

function sheetXml({cells, merges, hiddenRows, hiddenColumns}: Sheet, styles: Styles): string {
  const hidden = new Set(hiddenRows);
  const widths = new Map<number, number>(hiddenColumns.map((column) => [column, WIDTHS.least]));
  const rows: string[] = [];
  let at = 0;
  const close = (): void => {
    if (at > 0) rows.push("</row>");
  };
  for (const cell of cells) {
    if (cell.row !== at) {
      close();
      at = cell.row;
      rows.push(`<row r="${at}"${hidden.has(at) ? ' hidden="1"' : ""}>`);
    }
    rows.push(cellXml(cell, styles));
    const width = Math.min(WIDTHS.most, cell.text.length + 2);
    widths.set(cell.column, Math.max(WIDTHS.least, width, widths.get(cell.column) ?? 0));
  }
  close();
  const hiddenSet = new Set(hiddenColumns);
  const columns = [...widths]
    .sort(([a], [b]) => a - b)
    .map(([column, width]) => {
      const hides = hiddenSet.has(column) ? ' hidden="1"' : "";
      return `<col min="${column}" max="${column}" width="${width}" customWidth="1"${hides}/>`;
    });
  const ranges = merges.map(
    ({top, left, bottom, right}) => `<mergeCell ref="${cellAddress(top, left)}:${columnLetter(right)}${bottom}"/>`
  );
  return `<worksheet xmlns="${MAIN}">${columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`}<sheetData>${rows.join("")}</sheetData>${ranges.length === 0 ? "" : `<mergeCells count="${ranges.length}">${ranges.join("")}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: Cell, styles: Styles): string {
  const open = `<c r="${cellAddress(cell.row, cell.column)}" s="${styles.indexOf(cell)}"`;
  const {kind, text, number} = cell;
  if (kind === "number") return `${open}><v>${Number(text) === number ? escapeXml(text) : String(number)}</v></c>`;
  if (kind === "boolean") return `${open} t="b"><v>${number}</v></c>`;
  if (kind === "error") return `${open} t="e"><v>${escapeXml(text)}</v></c>`;
  return text === "" ? `${open}/>` : `${open} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** Names that Excel takes: 31 characters, without its own signs, each once whatever the case. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({name}) => {
    const plain = name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31) || "Trang";
    let free = plain;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${plain.slice(0, 27)} ${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
