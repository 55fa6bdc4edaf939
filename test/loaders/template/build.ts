import {read as readBook, type WorkBook} from "@e965/xlsx";
import {strFromU8, unzipSync} from "fflate";
import {SaxesParser} from "saxes";
import {columnLetter} from "../../../loaders/read/cellAddress.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import type {Workbook} from "../../../loaders/read/workbook.ts";
import type {TemplateFill, TemplateUnit} from "../../../loaders/template/templateFill.ts";
import {templateForms} from "../../../loaders/template/templateForms.ts";
import type {Forms} from "../../../loaders/validate/form.ts";
import type {Reading} from "../../../loaders/validate/reading.ts";
import {validateWorkbook} from "../../../loaders/validate/validateWorkbook.ts";
import {forms, register} from "../validate/build.ts";

export const handedOut = templateForms(forms);

/** A unit of Hạc Thành as a residential area; the rest as said. */
export function unit(about: Partial<TemplateUnit>): TemplateUnit {
  return {
    unit_code: null,
    unit_name: "Phố 1",
    unit_type: "khu_dan_cu",
    commune: null,
    former_commune: "Phường Điện Biên",
    managed_level: "xa",
    managed_by: "UBND phường Hạc Thành",
    exclusion_reason: null,
    ...about
  };
}

/** The form of phường Hạc Thành for 2026 with these units. */
export function fillOf(units: readonly TemplateUnit[], about: Partial<TemplateFill> = {}): TemplateFill {
  return {
    year: 2026,
    owner: {
      level: "commune",
      code: "14797",
      title: "Phường Hạc Thành",
      name: "Hạc Thành",
      province: "Tỉnh Thanh Hóa"
    },
    isSimulated: false,
    unitYears: [2025],
    units,
    models: [],
    formerCommunes: ["Phường Điện Biên", "Phường Trường Thi", "Phường An Hưng"],
    communes: [],
    deadlines: [{title: "Công nhận khu dân cư", when: "trước ngày 15/11/2026", source: "Thông tư 124, Điều 9"}],
    excluded: "Thông tư 124: không áp dụng cho tiểu học, mầm non.",
    sendTo: "Ban Chỉ đạo 138 tỉnh",
    day: "2026-11-18",
    ...about
  };
}

/** What our own reader makes of a workbook. */
export function opened(bytes: Uint8Array): Workbook {
  const result = readWorkbook(bytes, {fileName: "bieu.xlsx"});
  if (!result.ok) throw new Error(result.refusal.message);
  return result.workbook;
}

/** What the loaders read in a workbook; nothing is known of it but its bytes. */
export function readBack(bytes: Uint8Array, ownForms: Forms = forms): Reading {
  const context = {file: "bieu.xlsx", folderYear: null, receipt: null, register, forms: ownForms};
  return validateWorkbook(opened(bytes), context);
}

/** The workbook as the library of others reads it. */
export function openedByOthers(bytes: Uint8Array): WorkBook {
  return readBook(bytes, {cellStyles: true});
}

/** One drop-down list or bound of a sheet, as its XML says. */
export interface WrittenValidation {
  type: string;
  ranges: string[];
  formula: string;
  error: string;
  errorTitle: string;
  prompt: string;
}

/** The validations of a sheet by its place in the workbook, parsed by an XML parser of others. @throws Error for XML that is not well formed. */
export function validationsOf(bytes: Uint8Array, sheetNumber: number): WrittenValidation[] {
  const part = unzipSync(bytes)[`xl/worksheets/sheet${sheetNumber}.xml`];
  if (part === undefined) throw new Error(`no sheet ${sheetNumber}`);
  const found: WrittenValidation[] = [];
  const parser = new SaxesParser();
  let isFormula = false;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({name, attributes}) => {
    isFormula = name === "formula1";
    if (name !== "dataValidation") return;
    const {type = "", sqref = "", error = "", errorTitle = "", prompt = ""} = attributes as Record<string, string>;
    found.push({type, ranges: sqref.split(" "), formula: "", error, errorTitle, prompt});
  });
  parser.on("text", (text) => {
    const last = found.at(-1);
    if (isFormula && last !== undefined) last.formula += text;
  });
  parser.on("closetag", () => (isFormula = false));
  parser.write(strFromU8(part)).close();
  return found;
}

/** Words of a list "'Danh mục'!$A$1:$A$7", as they stand there. */
export function listWords(bytes: Uint8Array, formula: string): string[] {
  const [, sheetName = "", from = "", to = ""] = /^'(.+)'!\$A\$(\d+):\$A\$(\d+)$/.exec(formula) ?? [];
  const sheet = opened(bytes).sheets.find(({name}) => name === sheetName);
  const cells = sheet?.cells.filter(({row, column}) => column === 1 && row >= Number(from) && row <= Number(to)) ?? [];
  return cells.map(({text}) => text);
}

/** Where a title stands in the head of a sheet: row and column, counted from 1. */
export function headOf(
  bytes: Uint8Array,
  sheetName: string,
  title: string
): {row: number; column: number; letter: string} {
  const sheet = opened(bytes).sheets.find(({name}) => name === sheetName);
  const cell = sheet?.cells.find(({text}) => text === title);
  if (cell === undefined) throw new Error(`no column ${title} in ${sheetName}`);
  return {row: cell.row, column: cell.column, letter: columnLetter(cell.column)};
}
