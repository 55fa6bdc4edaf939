import {encrypted, notSpreadsheet, RefusalError} from "./refusal.ts";
import type {WorkbookFormat} from "./workbook.ts";
import {readZipDirectory, type ZipDirectory} from "./zipDirectory.ts";
import {unpackEntry} from "./zipEntry.ts";

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

/** How a workbook without a container begins, as Excel 2 to 5 write it: a BOF record ([MS-XLS] 2.4.21) of its version. */
// eslint-disable-next-line no-control-regex
const BARE_WORKBOOK = /^\x09[\0\x02\x04\x08][\x04\x06\x08\x10]\0/;

/**
 * Tells the format by the file's first bytes, of a ZIP by its directory; its name and extension do not count.
 * @throws RefusalError naming what was found, if it is no spreadsheet.
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
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) return zipFormat(bytes);
  if (start.startsWith(COMPOUND_FILE)) return compoundFormat(bytes);
  if (BARE_WORKBOOK.test(start)) return "xls";
  const known = OTHER_KINDS.find(([magic]) => start.startsWith(magic));
  if (known !== undefined) throw notSpreadsheet(known[1]);
  return textFormat(start, bytes);
}

function zipFormat(bytes: Uint8Array): WorkbookFormat {
  const directory = readZipDirectory(bytes);
  if (directory.has("content.xml") && (directory.has("mimetype") || directory.has("meta-inf/manifest.xml"))) {
    const mimetype = directory.get("mimetype");
    const kind = mimetype === undefined ? "" : latin1(unpackEntry(bytes, mimetype).subarray(0, 100));
    const other = OPEN_DOCUMENTS.find(([type]) => kind.includes(`opendocument.${type}`));
    if (other !== undefined) throw notSpreadsheet(other[1]);
    return "ods";
  }
  return directory.has("xl/workbook.bin") || hasBinaryWorkbook(directory) ? "xlsb" : "xlsx";
}

const OPEN_DOCUMENTS: readonly (readonly [type: string, found: string])[] = [
  ["text", "tệp văn bản OpenDocument (.odt)"],
  ["presentation", "tệp trình chiếu OpenDocument (.odp)"],
  ["graphics", "tệp hình vẽ OpenDocument (.odg)"]
];

/** A workbook part may have another path; its relationships stand beside it under its name. */
function hasBinaryWorkbook(directory: ZipDirectory): boolean {
  return [...directory.keys()].some((part) => /(?:^|\/)_rels\/[^/]*workbook[^/]*\.bin\.rels$/.test(part));
}

/** Entries of a compound file that tell what it is if it is no workbook. */
const COMPOUND_ENTRIES: readonly (readonly [name: string, refuse: () => Error])[] = [
  ["EncryptedPackage", encrypted],
  ["WordDocument", () => notSpreadsheet("tệp Word 97–2003 (.doc)")],
  ["PowerPoint Document", () => notSpreadsheet("tệp PowerPoint 97–2003 (.ppt)")]
];
const CHUNK = 2 ** 20;

/** Excel 97–2003 workbooks and encrypted .xlsx share one container; the encrypted one has an entry of that name, in UTF-16. */
function compoundFormat(bytes: Uint8Array): WorkbookFormat {
  const names = COMPOUND_ENTRIES.map(([name]) => Array.from(name, (letter) => `${letter}\0`).join(""));
  const decoder = new TextDecoder("latin1");
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const text = decoder.decode(bytes.subarray(from, from + CHUNK + 64));
    const found = names.findIndex((name) => text.includes(name));
    const refuse = COMPOUND_ENTRIES[found]?.[1];
    if (refuse !== undefined) throw refuse();
  }
  return "xls";
}

/** Text is CSV unless it is markup: a web page or XML. */
function textFormat(start: string, bytes: Uint8Array): WorkbookFormat {
  const markup = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (!/^<[a-z!?]/i.test(markup)) return isMailedPage(markup) ? refusePage() : "csv";
  const head = latin1(bytes.subarray(0, 8192)).replaceAll("\0", "");
  if (head.includes("urn:schemas-microsoft-com:office:spreadsheet") && !/<html/i.test(head)) return "xml";
  if (/<office:document[\s>]/.test(head) && head.includes("opendocument.spreadsheet")) return "ods";
  if (/<(?:!doctype html|html|table|head|meta|body|div|style|script)[\s>]/i.test(head)) return refusePage();
  throw notSpreadsheet("tệp XML");
}

/** Excel's "single file web page" (.mht) is a mail that holds a web page. */
function isMailedPage(text: string): boolean {
  return /^(?:MIME-Version|From|Content-Type): /i.test(text) && /multipart\/related|text\/html/i.test(text);
}

function refusePage(): never {
  throw notSpreadsheet(
    "trang web (HTML)",
    "Mở tệp bằng Excel (bỏ qua lời báo khác kiểu), chọn Lưu thành (Save As) kiểu Excel Workbook (.xlsx) rồi gửi tệp mới."
  );
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
