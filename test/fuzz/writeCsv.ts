import {dayText, type Written, type WrittenSheet} from "./written.ts";
import {writeNumber} from "../../loaders/validate/values/numberText.ts";

/** How programs differ in writing one and the same table as text. */
export interface CsvStyle {
  delimiter: "," | ";" | "\t";
  encoding: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1258";
  lineEnd: "\r\n" | "\n";
  isAllQuoted: boolean;
  /** Excel's own hint on the first line. */
  hasSep: boolean;
}

/** Bytes of a text file with the one sheet; a text the code page cannot hold is written in UTF-8. */
export function writeCsv(sheet: WrittenSheet, style: CsvStyle): Uint8Array {
  const last = Math.max(0, ...sheet.rows.keys());
  const width = Math.max(1, ...[...sheet.rows.values()].map((cells) => Math.max(...cells.keys())));
  const lines = Array.from({length: last}, (_, index) => {
    const cells = sheet.rows.get(index + 1);
    const fields = Array.from({length: width}, (__, at) => {
      const cell = cells?.get(at + 1);
      return cell === undefined ? "" : quoted(cellText(cell), style);
    });
    return fields.join(style.delimiter);
  });
  const hint = style.hasSep ? `sep=${style.delimiter}${style.lineEnd}` : "";
  return encode(hint + lines.map((line) => line + style.lineEnd).join(""), style.encoding);
}

/** What a spreadsheet in Vietnamese writes for a cell. */
function cellText(cell: Written): string {
  switch (cell.kind) {
    case "text":
    case "error":
      return cell.text;
    case "number":
      return String(cell.number).replace(".", ",");
    case "percent":
      return `${writeNumber(Math.round(cell.share * 1e8) / 1e6)}%`;
    case "date":
      return dayText(cell.day);
    case "boolean":
      return cell.value ? "TRUE" : "FALSE";
    case "formula":
      return cell.value === null ? "" : cellText(cell.value);
  }
}

function quoted(words: string, {delimiter, isAllQuoted}: CsvStyle): string {
  const needs = isAllQuoted || words.includes(delimiter) || /["\r\n]/.test(words);
  return needs ? `"${words.replaceAll('"', '""')}"` : words;
}

function encode(words: string, encoding: CsvStyle["encoding"]): Uint8Array {
  if (encoding === "windows-1258") return encode1258(words) ?? new TextEncoder().encode(words);
  if (encoding === "utf-8") return new TextEncoder().encode(words);
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\ufeff${words}`);
  const bytes = new Uint8Array(2 + words.length * 2);
  const view = new DataView(bytes.buffer);
  const isLittle = encoding === "utf-16le";
  view.setUint16(0, 0xfeff, isLittle);
  for (let i = 0; i < words.length; i++) view.setUint16(2 + i * 2, words.charCodeAt(i), isLittle);
  return bytes;
}

const CODE_PAGE = new Map(
  Array.from({length: 256}, (_, byte) => [new TextDecoder("windows-1258").decode(Uint8Array.of(byte)), byte] as const)
);

/** Windows-1258 writes the tone after its letter as a character of its own; null if it lacks one of the characters. */
function encode1258(words: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const letter of words.normalize("NFC")) {
    const own = CODE_PAGE.get(letter);
    if (own !== undefined) {
      bytes.push(own);
      continue;
    }
    const marks = Array.from(letter.normalize("NFD"));
    const tone = marks.findLast((mark) => /[\u0300\u0301\u0303\u0309\u0323]/.test(mark)) ?? "";
    const base = CODE_PAGE.get(
      marks
        .filter((mark) => mark !== tone)
        .join("")
        .normalize("NFC")
    );
    const sign = CODE_PAGE.get(tone);
    if (base === undefined || sign === undefined) return null;
    bytes.push(base, sign);
  }
  return Uint8Array.from(bytes);
}
