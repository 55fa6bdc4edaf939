import {cellAddress} from "../read/cellAddress.ts";
import {quoted} from "../validate/cellText.ts";
import type {Issue} from "../validate/reading.ts";
import type {FileCheck} from "./checkFile.ts";

/** The problems with the texts of their cells as people read them, where the file stores them in a legacy encoding. */
export function inUnicode({issues, workbook, shown}: Pick<FileCheck, "issues" | "workbook" | "shown">): Issue[] {
  const turned = new Map<string, string>();
  for (const [index, {cells}] of (shown?.sheets ?? []).entries()) {
    const name = workbook?.sheets[index]?.name ?? "";
    for (const cell of cells)
      if (cell.stored !== undefined) turned.set(`${name}\n${cellAddress(cell.row, cell.column)}`, cell.text);
  }
  return issues.map((issue) => {
    const text = turned.get(`${issue.sheet ?? ""}\n${issue.cell ?? ""}`);
    return text === undefined || issue.raw_value === null ? issue : {...issue, raw_value: quoted(text)};
  });
}
