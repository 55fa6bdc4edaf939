import {markedName} from "../read/markedName.ts";
import {readXlsx} from "../read/readXlsx.ts";
import type {Workbook} from "../read/workbook.ts";
import type {Issue} from "../validate/reading.ts";
import type {SheetRoles} from "../validate/recognise/rowRole.ts";
import {markCsv} from "./markCsv.ts";
import {writeValues} from "./writeValues.ts";
import {markXlsx} from "./xlsx/markXlsx.ts";

/** A file that was read and checked: what `checkFile` returns of it, with its bytes. */
export interface CheckedBytes {
  bytes: Uint8Array;
  fileName: string;
  workbook: Workbook;
  /** How each sheet of the workbook was understood, in its order. */
  sheets: readonly SheetRoles[];
  issues: readonly Issue[];
}

/**
 * The officer's own file with its problems written into it: a column "Lỗi" beside each table says what is wrong in a row and what
 * to do, cells at fault are shown (orange: phải sửa, violet: nên xem lại), and a sheet "Lỗi của tệp" lists everything, also what
 * concerns the file as a whole. Nothing else of the file changes; sent again, it reads as without the marks. Marks of an earlier
 * check are replaced. A CSV file has the column only; .xls, .xlsb, .ods and XML files become .xlsx with the values of their cells.
 * Pure, no `node:` imports: the page Kiểm tra tệp and the commands both call it.
 */
export function markedCopy({bytes, fileName, workbook, sheets, issues}: CheckedBytes): {
  fileName: string;
  bytes: Uint8Array;
} {
  switch (workbook.format) {
    case "csv": {
      const [sheet] = workbook.sheets;
      const [roles] = sheets;
      if (sheet === undefined || roles === undefined) throw new Error("a CSV file has one sheet");
      return {fileName: markedName(fileName, ".csv"), bytes: markCsv(bytes, {sheet, roles, issues})};
    }
    case "xlsx":
      return {
        fileName: markedName(fileName, extensionOf(fileName, bytes)),
        bytes: markXlsx(bytes, {workbook, sheets, issues, isRewritten: false})
      };
    default: {
      const values = writeValues(workbook);
      const {sheets: written} = readXlsx(values);
      // Names that Excel does not take were changed: issues and links follow them.
      const names = new Map(workbook.sheets.map(({name}, i) => [name, written[i]?.name ?? name]));
      const renamed = {
        ...workbook,
        sheets: workbook.sheets.map((sheet) => ({...sheet, name: names.get(sheet.name) ?? sheet.name}))
      };
      const moved = issues.map((issue) => ({
        ...issue,
        sheet: issue.sheet === null ? null : (names.get(issue.sheet) ?? issue.sheet)
      }));
      const about = {workbook: renamed, sheets, issues: moved, isRewritten: true};
      return {fileName: markedName(fileName, ".xlsx"), bytes: markXlsx(values, about)};
    }
  }
}

/** The extension that Excel wants for the content: a workbook with macros does not open as .xlsx, nor one without as .xlsm. */
function extensionOf(fileName: string, bytes: Uint8Array): string {
  const written = /\.(xlsx|xlsm|xltx|xltm)$/i.exec(fileName)?.[0];
  return written ?? (hasMacros(bytes) ? ".xlsm" : ".xlsx");
}

function hasMacros(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(-65_536)).includes("vbaProject.bin");
}
