import {strToU8} from "fflate";
import {type CellValue, writtenDay} from "../../../loaders/write/plannedSheet.ts";
import {type DemoSheet} from "./styles.ts";
import {encodeWindows1258} from "./windows1258.ts";

/** How a CSV file is saved: what Excel writes today, what it calls "Unicode Text", and what old tools write. */
export type CsvEncoding = "utf-8" | "utf-16le" | "windows-1258";

function cellText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value).replace(".", ",");
  if (value.kind === "formula") return String(value.value);
  return writtenDay(new Date((value.serial - 25_569) * 86_400_000).toISOString().slice(0, 10));
}

function encode(text: string, encoding: CsvEncoding): Uint8Array {
  if (encoding === "windows-1258") return encodeWindows1258(text);
  if (encoding === "utf-8") return strToU8(`\uFEFF${text}`);
  const marked = `\uFEFF${text}`;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < marked.length; index += 1) view.setUint16(index * 2, marked.charCodeAt(index), true);
  return bytes;
}

/** One sheet as CSV, title rows included: ";" between cells (a tab in UTF-16, as Excel does), decimal comma, days as dd/mm/yyyy. */
export function writeCsv(sheet: DemoSheet, encoding: CsvEncoding): Uint8Array {
  const delimiter = encoding === "utf-16le" ? "\t" : ";";
  const needsQuotes = encoding === "utf-16le" ? /["\t\r\n]/ : /[";\r\n]/;
  const lines: string[] = [];
  for (const {row, cells} of sheet.rows) {
    while (lines.length < row - 1) lines.push("");
    const fields = sheet.widths.map(() => "");
    for (const {column, value} of cells) fields[column - 1] = cellText(value);
    lines.push(
      fields.map((field) => (needsQuotes.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(delimiter)
    );
  }
  return encode(`${lines.join("\r\n")}\r\n`, encoding);
}
