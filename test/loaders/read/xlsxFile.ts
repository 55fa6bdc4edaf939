import {strToU8, zipSync} from "fflate";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import type {Cell, Refusal, Sheet, Workbook} from "../../../loaders/read/workbook.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Parts of a workbook as text or bytes, by path. */
export type Parts = Record<string, string | Uint8Array>;

/** Parts of the smallest workbook: one sheet whose content (inside `<worksheet>`) is given, and whatever else is given. */
export function xlsxParts(sheet: string, more: Parts = {}): Parts {
  return {
    "_rels/.rels": relationships({rId1: ["officeDocument", "xl/workbook.xml"]}),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships({
      rId1: ["worksheet", "worksheets/sheet1.xml"],
      rId2: ["sharedStrings", "sharedStrings.xml"],
      rId3: ["styles", "styles.xml"]
    }),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"/>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"/>`,
    ...more
  };
}

/** A relationships part: id → [type, target]. */
export function relationships(links: Record<string, readonly [type: string, target: string]>, base = OFFICE): string {
  const items = Object.entries(links).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`
  );
  return `<Relationships xmlns="${PACKAGE}">${items.join("")}</Relationships>`;
}

export function zip(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([path, content]): [string, Uint8Array] => [
    path,
    typeof content === "string" ? strToU8(content) : content
  ]);
  return zipSync(Object.fromEntries(entries));
}

export function xlsx(sheet: string, more: Parts = {}): Uint8Array {
  return zip(xlsxParts(sheet, more));
}

/** Reads bytes that must be accepted. */
export function accepted(bytes: Uint8Array, fileName = "a.xlsx"): Workbook {
  const result = readWorkbook(bytes, {fileName});
  if (!result.ok) throw new Error(`refused: ${result.refusal.message}`);
  return result.workbook;
}

export function firstSheet(bytes: Uint8Array, fileName?: string): Sheet {
  const [sheet] = accepted(bytes, fileName).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** The only cell of a sheet that holds nothing else. */
export function onlyCell(bytes: Uint8Array): Cell {
  const {cells} = firstSheet(bytes);
  const [cell] = cells;
  if (cell === undefined || cells.length > 1) throw new Error(`got ${cells.length} cells, expected 1`);
  return cell;
}

/** Reads bytes that must be refused. */
export function refused(bytes: Uint8Array, fileName = "a.xlsx"): Refusal {
  const result = readWorkbook(bytes, {fileName});
  if (result.ok) throw new Error("accepted");
  return result.refusal;
}
