import type {ExportColumn, ExportTable} from "./exportTable.ts";

/**
 * A table as CSV that opens right in a Vietnamese Excel: UTF-8 with a mark (without it Excel reads the machine's old code page), ";"
 * between cells (the comma is the decimal sign there, and Excel then takes ";" for lists), decimal comma, days as dd/mm/yyyy. No line
 * "sep=;": with it Excel no longer heeds the mark.
 */
export function csvFile({columns, rows}: ExportTable): Uint8Array {
  const lines = [
    columns.map(({header, kind}) => cell(kind === "share" ? `${header} (%)` : header)),
    ...rows.map((row) => columns.map((column, i) => cell(written(row[i] ?? null, column))))
  ];
  return new TextEncoder().encode(`\ufeff${lines.map((line) => line.join(";")).join("\r\n")}\r\n`);
}

function written(value: string | number | null, {kind}: ExportColumn): string {
  if (value === null) return "";
  if (typeof value === "number") return decimal(kind === "share" ? 100 * value : value);
  if (kind === "day") return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split("-").reverse().join("/") : value;
  return harmless(value);
}

/** At most six decimals, decimal comma, no dots: Excel reads it as a number. */
function decimal(value: number): string {
  return `${Number(value.toFixed(6))}`.replace(".", ",");
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection): submitted names are not to run.
 */
export function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  return /[";\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
