import {openPackage, type OpcPackage, partOfType, type Relationship, resolvePart} from "./opcPackage.ts";
import {damaged, notSpreadsheet} from "./refusal.ts";
import {isTrue, parseXml} from "./xml.ts";

/** A worksheet as the workbook names it. */
export interface SheetPart {
  name: string;
  isHidden: boolean;
  /** Path of its part inside the package. */
  part: string;
}

/** The parts of an .xlsx or .xlsm file that hold what a form says. */
export interface XlsxPackage {
  sheets: readonly SheetPart[];
  sharedStrings: string | null;
  styles: string | null;
  uses1904Dates: boolean;
  /** Unpacks a part. */
  unpack: (part: string) => Uint8Array;
}

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  name: string;
  isHidden: boolean;
  relationshipId: string;
}

/** Excel allows 31 characters, other programs more. */
const MAX_SHEET_NAME = 255;

/**
 * Opens the package: from its root relationships to the workbook, from there to the sheets.
 * @throws RefusalError if it is another kind of ZIP, or a sheet named by the workbook is not there.
 */
export function openXlsxPackage(bytes: Uint8Array): XlsxPackage {
  const opc = openPackage(bytes);
  const {unpack} = opc;
  const workbookPart = findWorkbook(opc);
  const relationships = opc.relationshipsOf(workbookPart);
  const workbook = readWorkbookPart(workbookPart, unpack(workbookPart));
  return {
    sheets: findSheetParts(workbookPart, workbook.sheets, relationships),
    sharedStrings: partOfType(workbookPart, relationships, "sharedStrings"),
    styles: partOfType(workbookPart, relationships, "styles"),
    uses1904Dates: workbook.uses1904Dates,
    unpack
  };
}

/**
 * Parts of the listed sheets; chart and dialog sheets are left out.
 * @throws RefusalError if a sheet has no part of its own, or if there is no sheet.
 */
export function findSheetParts(
  workbookPart: string,
  listed: readonly ListedSheet[],
  relationships: ReadonlyMap<string, Relationship>
): SheetPart[] {
  const sheets = listed.flatMap(({name, isHidden, relationshipId}): SheetPart[] => {
    if (name.length > MAX_SHEET_NAME) throw damaged("tên trang tính quá dài");
    const relationship = relationships.get(relationshipId);
    if (relationship === undefined || relationship.isExternal) throw damaged(`trang tính "${name}" không có nội dung`);
    if (relationship.type !== "worksheet") return [];
    return [{name, isHidden, part: resolvePart(workbookPart, relationship.target)}];
  });
  const parts = new Set(sheets.map(({part}) => part.toLowerCase()));
  if (parts.size < sheets.length) throw damaged("hai trang tính chung một nội dung");
  if (sheets.length === 0) throw damaged("sổ làm việc không có trang tính nào");
  return sheets;
}

/** Path of the workbook part. @throws RefusalError saying what else the ZIP is. */
export function findWorkbook({has, relationshipsOf}: OpcPackage): string {
  const root = partOfType("", relationshipsOf(""), "officeDocument");
  const part = root ?? "xl/workbook.xml";
  if (part.startsWith("word/")) throw notSpreadsheet("tệp Word");
  if (part.startsWith("ppt/")) throw notSpreadsheet("tệp PowerPoint");
  if (has(part)) return part;
  if (root !== null) throw damaged(`thiếu thành phần "${part}"`);
  throw notSpreadsheet("tệp nén (.zip)", "Giải nén rồi gửi từng bảng tính .xlsx hoặc .csv bên trong.");
}

interface WorkbookPart {
  sheets: ListedSheet[];
  uses1904Dates: boolean;
}

function readWorkbookPart(part: string, bytes: Uint8Array): WorkbookPart {
  const workbook: WorkbookPart = {sheets: [], uses1904Dates: false};
  let isInSheets = false;
  parseXml(part, bytes, {
    open: (name, attributes) => {
      if (name === "sheets") isInSheets = true;
      else if (name === "workbookPr") workbook.uses1904Dates = isTrue(attributes.get("date1904"));
      else if (name === "sheet" && isInSheets) {
        const relationshipId = attributes.getPrefixed("id");
        const sheetName = attributes.get("name") ?? "";
        if (relationshipId === undefined) throw damaged(`trang tính "${sheetName.slice(0, 50)}" không có nội dung`);
        const isHidden = attributes.get("state") === "hidden" || attributes.get("state") === "veryHidden";
        workbook.sheets.push({name: sheetName, isHidden, relationshipId});
      }
    },
    close: (name) => {
      if (name === "sheets") isInSheets = false;
    },
    text: () => undefined
  });
  return workbook;
}
