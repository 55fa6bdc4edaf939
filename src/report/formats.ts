import {foldKey} from "../../loaders/validate/foldKey.ts";
import type {Report} from "./reportShape.ts";
import {writeSlides} from "./slides/writeSlides.ts";
import {writeWord} from "./word/writeWord.ts";
import {type ReportWorkbook, writeWorkbook} from "./workbook/writeWorkbook.ts";

/** Files a report can be, with what people call them. */
export const FORMATS = {docx: "Word", pptx: "PowerPoint", xlsx: "Excel"} as const;
export type ReportFormat = keyof typeof FORMATS;

/** A report and all that its files are made of. */
export interface PreparedReport {
  report: Report;
  workbook: ReportWorkbook;
}

/** The bytes of a report in one format. */
export async function writeReport({report, workbook}: PreparedReport, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return writeWord(report);
    case "pptx":
      return writeSlides(report);
    case "xlsx":
      return writeWorkbook(workbook);
  }
}

/** "bao-cao_tinh-thanh-hoa_2025.docx", "bao-cao_14797_phuong-hac-thanh_2025_6-thang.docx". */
export function reportFileName({level, area, area_code, year, period}: Report, format: ReportFormat): string {
  const name = foldKey(area).replaceAll(" ", "-");
  const code = level === "commune" ? `${area_code}_` : "";
  return `bao-cao_${code}${name}_${year}${period === "6_thang" ? "_6-thang" : ""}.${format}`;
}
