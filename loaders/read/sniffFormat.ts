import {encrypted, notSpreadsheet, otherFormat, RefusalError} from "./refusal.ts";
import type {WorkbookFormat} from "./workbook.ts";

/** First bytes of files that people send by mistake, and what to call them. */
const OTHER_KINDS: readonly (readonly [magic: string, found: string])[] = [
  ["%PDF", "tệp PDF"],
  ["{\\rtf", "tệp văn bản RTF"],
  ["\xff\xd8\xff", "ảnh JPEG"],
  ["\x89PNG", "ảnh PNG"],
  ["GIF8", "ảnh GIF"],
  ["Rar!", "tệp nén RAR"],
  ["7z\xbc\xaf", "tệp nén 7z"],
  ["\x1f\x8b", "tệp nén gzip"],
  ["MZ", "chương trình Windows"]
];

const COMPOUND_FILE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/**
 * Tells the format by the file's first bytes; its name and extension do not count.
 * @throws RefusalError naming what was found, if it is neither a ZIP nor text.
 */
export function sniffFormat(bytes: Uint8Array): WorkbookFormat {
  if (bytes.length === 0) {
    throw new RefusalError({
      rule: "file_empty",
      message: "Tệp rỗng (0 byte).",
      remedy: "Kiểm tra tệp gốc đã được lưu chưa, rồi gửi lại."
    });
  }
  const start = latin1(bytes.subarray(0, 512));
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return "xlsx";
  if (start.startsWith(COMPOUND_FILE)) throw compoundFile(bytes);
  const known = OTHER_KINDS.find(([magic]) => start.startsWith(magic));
  if (known !== undefined) throw notSpreadsheet(known[1]);
  const markup = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (markup.startsWith("<")) {
    if (markup.includes("urn:schemas-microsoft-com:office:spreadsheet")) throw otherFormat("tệp XML Spreadsheet 2003");
    throw notSpreadsheet(/<(?:!doctype html|html|table|head|meta)/i.test(markup) ? "trang web (HTML)" : "tệp XML");
  }
  return "csv";
}

/** Excel 97–2003 workbooks and encrypted .xlsx share one container; the encrypted one has an entry of that name. */
function compoundFile(bytes: Uint8Array): RefusalError {
  const hasEntry = (name: string): boolean => {
    const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
    for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
      if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
    }
    return false;
  };
  if (hasEntry("EncryptedPackage")) return encrypted();
  if (hasEntry("WordDocument")) return notSpreadsheet("tệp Word 97–2003 (.doc)");
  return otherFormat("tệp .xls (Excel 97–2003)");
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
