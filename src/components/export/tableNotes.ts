import {formatDate} from "../format.js";
import type {PageFacts} from "./exporterShape.ts";

/** What is said around a table on the page. */
export interface TableWords {
  title: string;
  subtitle?: string | undefined;
  note?: string | undefined;
  clause?: string | undefined;
  /** "Nguồn: 158 tệp, tính đến 18/11/2025, sơ bộ". */
  source?: string | undefined;
}

export const SIMULATED_MARK = "Số liệu mô phỏng";

/** The lines of the sheet "Ghi chú": what the table is, its filters, definitions, source and edition, and whether it is simulated. */
export function tableNotes(
  {title, subtitle, note, clause, source}: TableWords,
  {place, asOf, isSimulated}: PageFacts,
  more: readonly string[] = []
): string[] {
  return [
    title,
    subtitle === undefined || subtitle === "" ? null : `Đo gì, lọc theo gì: ${subtitle}`,
    ...more,
    note === undefined || note === "" ? null : `Ghi chú: ${note}`,
    clause === undefined || clause === "" ? null : `Căn cứ: ${clause}`,
    source ?? null,
    place === "" ? null : `Địa bàn: ${place}`,
    asOf === null ? null : `Bản số liệu tính đến ${formatDate(asOf)}`,
    isSimulated ? `${SIMULATED_MARK}: xã, phường và kế hoạch là thật, kết quả là giả lập.` : null,
    "Ô trống là chưa có số liệu, không phải 0."
  ].filter((line) => line !== null);
}
