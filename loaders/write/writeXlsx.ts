import {strToU8, zipSync} from "fflate";
import {columnLetter} from "../read/cellAddress.ts";
import {escapeXml} from "./escapeXml.ts";
import type {PlannedCell, PlannedSheet} from "./plannedSheet.ts";
import type {StyleSheet} from "./styleSheet.ts";
import {validationsXml} from "./validationXml.ts";

/**
 * Writes .xlsx workbooks whose bytes depend on nothing but the cells: fixed file dates, deflate in JavaScript.
 * A writer of our own because document properties carry the mark of simulated figures, totals are formulas with the value Excel last
 * showed, and forms need drop-down lists: write-excel-file has room for none of them. Runs in the browser too.
 */

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const PART_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Zip stores local time without a zone: a local noon gives the same bytes everywhere. */
function fileDate(): Date {
  return new Date(2025, 0, 1, 12, 0, 0);
}

export interface DocumentProperties {
  title: string;
  /** Shown by Excel under Subject and Comments. */
  subject: string;
  creator: string;
  /** ISO day. */
  created: string;
}

/** Texts of the workbook, each stored once. */
class SharedStrings {
  readonly #indexes = new Map<string, number>();
  #uses = 0;

  indexOf(text: string): number {
    this.#uses += 1;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    const index = this.#indexes.size;
    this.#indexes.set(text, index);
    return index;
  }

  toXml(): string {
    const items = [...this.#indexes.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
    return `${HEADER}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

/** What the sheets of one workbook share. */
interface Shared<Look extends string> {
  strings: SharedStrings;
  styles: StyleSheet<Look>;
}

function cellXml<Look extends string>(
  {column, value, style}: PlannedCell<Look>,
  row: number,
  {strings, styles}: Shared<Look>
): string {
  const start = `<c r="${columnLetter(column)}${row}" s="${styles.indexOf(style)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "string") return `${start} t="s"><v>${strings.indexOf(value)}</v></c>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (value.kind === "date") return `${start}><v>${value.serial}</v></c>`;
  return `${start}><f>${escapeXml(value.formula)}</f><v>${value.value}</v></c>`;
}

function sheetXml<Look extends string>(sheet: PlannedSheet<Look>, shared: Shared<Look>): string {
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  );
  const rows = sheet.rows.map(({row, cells, height, mayGrow}) => {
    const attributes = height === undefined ? "" : ` ht="${height}"${mayGrow === true ? "" : ' customHeight="1"'}`;
    return `<row r="${row}"${attributes}>${cells.map((cell) => cellXml(cell, row, shared)).join("")}</row>`;
  });
  const merges =
    sheet.merges.length === 0
      ? ""
      : `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
  const fits = sheet.print === undefined ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "";
  const size = sheet.print === undefined ? 'fitToHeight="0"' : `scale="${sheet.print.scale}"`;
  return `${HEADER}<worksheet xmlns="${MAIN}">${fits}<sheetViews><sheetView workbookViewId="0" zoomScale="85">${paneXml(sheet)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData>${filterXml(sheet)}${merges}${validationsXml(sheet.validations ?? [])}<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" ${size}/>${breaksXml(sheet.print?.breaksAfter ?? [])}</worksheet>`;
}

function filterXml({filter}: PlannedSheet): string {
  return filter === undefined ? "" : `<autoFilter ref="${filter}"/>`;
}

function paneXml({frozenRows, frozenColumns = 0}: PlannedSheet): string {
  if (frozenRows === 0) return "";
  if (frozenColumns === 0)
    return `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<pane xSplit="${frozenColumns}" ySplit="${frozenRows}" topLeftCell="${columnLetter(frozenColumns + 1)}${frozenRows + 1}" activePane="bottomRight" state="frozen"/>`;
}

function breaksXml(columns: readonly number[]): string {
  if (columns.length === 0) return "";
  const breaks = columns.map((column) => `<brk id="${column}" max="1048575" man="1"/>`);
  return `<colBreaks count="${columns.length}" manualBreakCount="${columns.length}">${breaks.join("")}</colBreaks>`;
}

/** "A4:H170" as names of a workbook write it: "$A$4:$H$170". */
function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

function workbookXml(sheets: readonly PlannedSheet[]): string {
  const entries = sheets.map(
    ({name, isHidden}, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${isHidden === true ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`
  );
  // Excel keeps the range of a filter as a hidden name of the sheet too.
  const filters = sheets.flatMap(({name, filter}, index) =>
    filter === undefined
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escapeXml(name)}'!${absolute(filter)}</definedName>`
        ]
  );
  const titles = sheets.flatMap(({name, frozenRows, frozenColumns = 0, repeatsFrom = 1}, index) => {
    if (frozenRows === 0) return [];
    const sheet = `'${escapeXml(name)}'!`;
    const columns = frozenColumns === 0 ? "" : `${sheet}$A:$${columnLetter(frozenColumns)},`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${columns}${sheet}$${repeatsFrom}:$${frozenRows}</definedName>`
    ];
  });
  return `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${entries.join("")}</sheets>${filters.length + titles.length === 0 ? "" : `<definedNames>${filters.join("")}${titles.join("")}</definedNames>`}</workbook>`;
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

/** Bytes of a workbook; the same cells give the same bytes on every machine. `styles` draws the looks of the cells. */
export function writeXlsx<Look extends string>(
  sheets: readonly PlannedSheet<Look>[],
  styles: StyleSheet<Look>,
  properties: DocumentProperties
): Uint8Array {
  const strings = new SharedStrings();
  const sheetParts = sheets.map((sheet) => sheetXml(sheet, {strings, styles}));
  const overrides = sheets.map(
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${PART_TYPE}.worksheet+xml"/>`
  );
  const workbookLinks = [
    ...sheets.map((_, index) =>
      relationship(`rId${index + 1}`, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`)
    ),
    relationship("rIdStyles", `${OFFICE}/relationships/styles`, "styles.xml"),
    relationship("rIdStrings", `${OFFICE}/relationships/sharedStrings`, "sharedStrings.xml")
  ];
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PART_TYPE}.sheet.main+xml"/>${overrides.join("")}<Override PartName="/xl/styles.xml" ContentType="${PART_TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${PART_TYPE}.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    "_rels/.rels": `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${relationship("rId1", `${OFFICE}/relationships/officeDocument`, "xl/workbook.xml")}${relationship("rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml")}</Relationships>`,
    "docProps/core.xml": `${HEADER}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(properties.title)}</dc:title><dc:subject>${escapeXml(properties.subject)}</dc:subject><dc:creator>${escapeXml(properties.creator)}</dc:creator><dc:description>${escapeXml(properties.subject)}</dc:description><dcterms:created xsi:type="dcterms:W3CDTF">${properties.created}T08:00:00Z</dcterms:created></cp:coreProperties>`,
    "xl/workbook.xml": workbookXml(sheets),
    "xl/_rels/workbook.xml.rels": `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${workbookLinks.join("")}</Relationships>`,
    "xl/styles.xml": styles.xml,
    "xl/sharedStrings.xml": strings.toXml()
  };
  sheetParts.forEach((part, index) => (parts[`xl/worksheets/sheet${index + 1}.xml`] = part));
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, {level: 6, mtime: fileDate()});
}
