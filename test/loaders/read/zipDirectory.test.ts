import {strToU8, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {readZipDirectory} from "../../../loaders/read/zipDirectory.ts";
import {unpackEntry} from "../../../loaders/read/zipEntry.ts";
import {onlyCell, type Parts, refused, xlsx, xlsxParts, zip} from "./xlsxFile.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const honest = (more: Parts = {}): Uint8Array => xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", more);

/** Places of a field in the central directory entry of `name`: fields as in APPNOTE 4.3.12. */
function fieldOf(bytes: Uint8Array, name: string, offset: number): number {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) return at + offset;
  }
  throw new Error(`no entry ${name}`);
}

function patched(bytes: Uint8Array, name: string, offset: number, value: number, size: 16 | 32 = 32): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (size === 16) view.setUint16(fieldOf(copy, name, offset), value, true);
  else view.setUint32(fieldOf(copy, name, offset), value, true);
  return copy;
}

describe("the directory of a ZIP", () => {
  it("entries are found whatever the case of their names, stored or deflated", () => {
    const bytes = zipSync({
      "XL/A.xml": [strToU8("stored"), {level: 0}],
      "b.xml": [strToU8("x".repeat(5000)), {level: 9}]
    });
    const directory = readZipDirectory(bytes);
    const stored = directory.get("xl/a.xml");
    const deflated = directory.get("b.xml");
    if (stored === undefined || deflated === undefined) throw new Error("missing");
    expect(new TextDecoder().decode(unpackEntry(bytes, stored))).toBe("stored");
    expect(unpackEntry(bytes, deflated)).toHaveLength(5000);
  });

  it("a comment at the end does not hide the directory", () => {
    const bytes = honest();
    const longer = new Uint8Array(bytes.length + 9);
    longer.set(bytes);
    new DataView(longer.buffer).setUint16(bytes.length - 2, 9, true);
    expect(onlyCell(longer).number).toBe(1);
  });

  it.each(["../evil.xml", "/etc/passwd", "a/../../b", "a\\b.xml", "C:/x.xml", "xl/\0.xml"])(
    "name %j is refused",
    (name) => {
      expect(refused(honest({[name]: "x"}))).toMatchObject({rule: "file_unsafe"});
    }
  );

  it("two entries of one name are refused, differing in case too", () => {
    expect(refused(honest({"XL/workbook.xml": "<workbook/>"}))).toMatchObject({rule: "file_unsafe"});
    const twice = honest({"xl/workbook.xm2": "<workbook/>"});
    const at = fieldOf(twice, "xl/workbook.xm2", 46 + 14);
    twice[at] = "l".charCodeAt(0);
    expect(refused(twice).message).toContain("hai lần");
  });

  it("more than 2,000 entries are refused", () => {
    const many = Object.fromEntries(Array.from({length: 2_001}, (_, i) => [`m/${i}`, ""]));
    expect(refused(zip(many))).toMatchObject({rule: "file_too_large"});
  });

  it("an encrypted entry is refused as protected by a password", () => {
    expect(refused(patched(honest(), SHEET, 8, 1, 16))).toMatchObject({rule: "file_encrypted"});
  });

  it("a declared size of more than 64 MB is refused before anything is unpacked", () => {
    expect(refused(patched(honest(), SHEET, 24, 65 * 2 ** 20))).toMatchObject({rule: "file_too_large"});
  });

  it("entries that together declare more than 1 GB are refused", () => {
    let bytes = honest({"xl/media/1": new Uint8Array(2 ** 20), "xl/media/2": new Uint8Array(2 ** 20)});
    bytes = patched(patched(bytes, "xl/media/1", 24, 2 ** 29), "xl/media/2", 24, 2 ** 29 + 1);
    expect(refused(bytes).rule).toMatch(/file_unsafe|file_too_large/);
  });

  it("an entry that shrinks more than 200 times is refused", () => {
    expect(refused(honest({"xl/media/1.bin": new Uint8Array(11 * 2 ** 20)}))).toMatchObject({rule: "file_unsafe"});
  });

  it("a sheet that holds more, or less, than it declares is refused", () => {
    const sheet = `<worksheet><sheetData>${"<row/>".repeat(300)}</sheetData></worksheet>`;
    const bytes = xlsx("", {[SHEET]: sheet});
    expect(refused(patched(bytes, SHEET, 24, sheet.length - 1))).toMatchObject({rule: "file_unsafe"});
    expect(refused(patched(bytes, SHEET, 24, sheet.length + 1))).toMatchObject({rule: "file_unsafe"});
  });

  it("an entry that declares far less than its packed size is refused before it is unpacked", () => {
    const noise = Uint8Array.from({length: 50_000}, (_, i) => (i * 2_654_435_761) >>> 24);
    expect(refused(patched(honest({"xl/x.xml": noise}), "xl/x.xml", 24, 10))).toMatchObject({rule: "file_unsafe"});
  });

  it("changed bytes are noticed by their checksum", () => {
    const bytes = zipSync({...Object.fromEntries(Object.entries(xlsxParts("<sheetData><row><c><v>1</v></c></row></sheetData>")).map(([k, v]) => [k, typeof v === "string" ? strToU8(v) : v]))}, {level: 0}); // prettier-ignore
    const at = new TextDecoder("latin1").decode(bytes).indexOf("<v>1</v>") + 3;
    bytes[at] = "7".charCodeAt(0);
    expect(refused(bytes)).toMatchObject({rule: "file_damaged"});
  });

  it("a file that was cut off is refused, wherever it was cut", () => {
    const bytes = honest();
    for (let length = 4; length < bytes.length; length += 37) {
      expect(refused(bytes.slice(0, length)).rule).toBe("file_damaged");
    }
  });

  it("a kind of compression that no spreadsheet uses is refused", () => {
    expect(refused(patched(honest(), SHEET, 10, 14, 16))).toMatchObject({rule: "file_unsafe"});
  });

  it("sizes in a zip64 field are read; a directory that contradicts its zip64 twin is refused", () => {
    const bytes = honest();
    const at = fieldOf(bytes, SHEET, 0);
    const view = new DataView(bytes.buffer);
    const nameLength = view.getUint16(at + 28, true);
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const extra = new Uint8Array(20);
    const extraView = new DataView(extra.buffer);
    extraView.setUint16(0, 1, true);
    extraView.setUint16(2, 16, true);
    extraView.setUint32(4, size, true);
    extraView.setUint32(12, packed, true);
    const split = at + 46 + nameLength;
    const wide = new Uint8Array([...bytes.subarray(0, split), ...extra, ...bytes.subarray(split)]);
    const wideView = new DataView(wide.buffer);
    wideView.setUint32(at + 20, 0xffffffff, true);
    wideView.setUint32(at + 24, 0xffffffff, true);
    wideView.setUint16(at + 30, 20, true);
    const end = wide.length - 22;
    wideView.setUint32(end + 12, wideView.getUint32(end + 12, true) + 20, true);
    expect(onlyCell(wide).number).toBe(1);

    const twin = new Uint8Array(bytes.length + 76);
    twin.set(bytes.subarray(0, bytes.length - 22));
    twin.set(bytes.subarray(bytes.length - 22), twin.length - 22);
    const twinView = new DataView(twin.buffer);
    const from = bytes.length - 22;
    twinView.setUint32(from, 0x06064b50, true);
    twinView.setUint32(from + 32, 1, true);
    twinView.setUint32(from + 56, 0x07064b50, true);
    twinView.setUint32(from + 64, from, true);
    expect(refused(twin)).toMatchObject({rule: "file_unsafe"});
  });
});
