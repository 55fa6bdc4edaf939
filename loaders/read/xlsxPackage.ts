import {damaged, notSpreadsheet, otherFormat} from "./refusal.ts";
import {isTrue, parseXml} from "./xml.ts";
import {readZipDirectory, type ZipDirectory} from "./zipDirectory.ts";
import {unpackEntry} from "./zipEntry.ts";

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

/** Excel allows 31 characters, other programs more. */
const MAX_SHEET_NAME = 255;

interface Relationship {
  /** Last word of the type's address, equal in transitional and strict files: "worksheet", "styles". */
  type: string;
  target: string;
  isExternal: boolean;
}

/**
 * Opens the package: from its root relationships to the workbook, from there to the sheets.
 * @throws RefusalError if it is another kind of ZIP, or a sheet named by the workbook is not there.
 */
export function openXlsxPackage(bytes: Uint8Array): XlsxPackage {
  const directory = readZipDirectory(bytes);
  const unpack = (part: string): Uint8Array => {
    const entry = directory.get(part.toLowerCase());
    if (entry === undefined) throw damaged(`thiếu thành phần "${part}"`);
    return unpackEntry(bytes, entry);
  };
  const relationshipsOf = (part: string): Map<string, Relationship> => {
    const slash = part.lastIndexOf("/") + 1;
    const path = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    return directory.has(path.toLowerCase()) ? readRelationships(path, unpack(path)) : new Map<string, Relationship>();
  };
  const workbookPart = findWorkbook(directory, relationshipsOf(""));
  const relationships = relationshipsOf(workbookPart);
  const partOfType = (type: string): string | null => {
    const found = [...relationships.values()].find((one) => one.type === type && !one.isExternal);
    return found === undefined ? null : resolvePart(workbookPart, found.target);
  };
  const workbook = readWorkbookPart(workbookPart, unpack(workbookPart));
  const sheets = workbook.sheets.flatMap(({name, isHidden, relationshipId}): SheetPart[] => {
    const relationship = relationships.get(relationshipId);
    if (relationship === undefined || relationship.isExternal) throw damaged(`trang tính "${name}" không có nội dung`);
    if (relationship.type !== "worksheet") return [];
    return [{name, isHidden, part: resolvePart(workbookPart, relationship.target)}];
  });
  if (sheets.length === 0) throw damaged("sổ làm việc không có trang tính nào");
  return {
    sheets,
    sharedStrings: partOfType("sharedStrings"),
    styles: partOfType("styles"),
    uses1904Dates: workbook.uses1904Dates,
    unpack
  };
}

function findWorkbook(directory: ZipDirectory, roots: ReadonlyMap<string, Relationship>): string {
  const root = [...roots.values()].find((one) => one.type === "officeDocument" && !one.isExternal);
  const part = root === undefined ? "xl/workbook.xml" : resolvePart("", root.target);
  if (part.toLowerCase().endsWith(".bin")) throw otherFormat("tệp .xlsb (Excel nhị phân)");
  if (part.startsWith("word/")) throw notSpreadsheet("tệp Word");
  if (part.startsWith("ppt/")) throw notSpreadsheet("tệp PowerPoint");
  if (directory.has("content.xml") && directory.has("mimetype")) throw otherFormat("tệp .ods (LibreOffice)");
  if (directory.has(part.toLowerCase())) return part;
  if (root !== undefined) throw damaged(`thiếu thành phần "${part}"`);
  throw notSpreadsheet("tệp nén (.zip)", "Giải nén rồi gửi từng bảng tính .xlsx hoặc .csv bên trong.");
}

function readRelationships(part: string, bytes: Uint8Array): Map<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  parseXml(part, bytes, {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const id = attributes.get("Id");
      const type = attributes.get("Type") ?? "";
      const target = attributes.get("Target");
      if (id === undefined || target === undefined) throw damaged(`"${part}" có liên kết thiếu Id hoặc Target`);
      relationships.set(id, {
        type: type.slice(type.lastIndexOf("/") + 1),
        target,
        isExternal: attributes.get("TargetMode") === "External"
      });
    },
    close: () => undefined,
    text: () => undefined
  });
  return relationships;
}

interface WorkbookPart {
  sheets: {name: string; isHidden: boolean; relationshipId: string}[];
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
        if (sheetName.length > MAX_SHEET_NAME) throw damaged("tên trang tính quá dài");
        if (relationshipId === undefined) throw damaged(`trang tính "${sheetName}" không có nội dung`);
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

/** Path of a relationship's target: "/xl/a.xml" from the root, "a.xml" or "../a.xml" from the folder of `source`. */
function resolvePart(source: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : source.slice(0, source.lastIndexOf("/") + 1) + target;
  const steps: string[] = [];
  for (const step of decodePercents(path).split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) throw unsafe(target);
    } else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function unsafe(target: string): Error {
  return damaged(`liên kết "${target}" chỉ ra ngoài tệp`);
}

function decodePercents(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
