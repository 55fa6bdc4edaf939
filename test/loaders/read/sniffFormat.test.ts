import {strToU8} from "fflate";
import {describe, expect, it} from "vitest";
import {sniffFormat} from "../../../loaders/read/sniffFormat.ts";
import {accepted, refused, xlsx, zip} from "./xlsxFile.ts";

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const compoundFile = (entry: string): Uint8Array =>
  new Uint8Array([
    ...COMPOUND,
    ...new Uint8Array(504),
    ...Array.from(entry).flatMap((letter) => [letter.charCodeAt(0), 0])
  ]);

describe("the format is told by the bytes, not by the name", () => {
  it("a workbook named .csv is a workbook, a text named .xlsx is a text", () => {
    expect(accepted(xlsx(""), "a.csv").format).toBe("xlsx");
    expect(accepted(strToU8("a;b\n1;2"), "a.xlsx").format).toBe("csv");
  });

  it("an empty file is said to be empty", () => {
    expect(refused(new Uint8Array())).toMatchObject({rule: "file_empty"});
  });

  it("an Excel 97–2003 file is to be saved as .xlsx", () => {
    const {rule, message, remedy} = refused(compoundFile("Workbook"), "a.xls");
    expect(rule).toBe("file_format_not_read");
    expect(message).toContain(".xls");
    expect(remedy).toContain(".xlsx");
  });

  it("a workbook with a password is said to have one", () => {
    expect(refused(compoundFile("EncryptedPackage"))).toMatchObject({rule: "file_encrypted"});
  });

  it.each([
    ["tệp PDF", strToU8("%PDF-1.7 …")],
    ["ảnh PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["ảnh JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["trang web", strToU8("\ufeff\n<html><table><tr><td>1</td></tr></table>")],
    ["tệp XML", strToU8(`<?xml version="1.0"?><data/>`)],
    [
      "tệp Word",
      zip({"_rels/.rels": `<r><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></r>`})
    ],
    ["tệp Word 97", compoundFile("WordDocument")],
    ["tệp nén", zip({"a.xlsx": "x"})],
    ["dữ liệu nhị phân", new Uint8Array([1, 2, 3, 0, 200, 7])]
  ])("%s is no spreadsheet", (found, bytes) => {
    const {rule, message} = refused(bytes, "a.xlsx");
    expect(rule).toBe("file_not_spreadsheet");
    expect(message).toContain(found);
  });

  it.each([
    ["xlsb", zip({"xl/workbook.bin": "x"})],
    ["xlsb", zip({"book/_rels/Workbook1.bin.rels": "<r/>"})],
    ["ods", zip({mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})],
    ["ods", strToU8(`<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>`)],
    ["xml", strToU8(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`)],
    ["xls", compoundFile("Workbook")],
    ["xls", new Uint8Array([9, 8, 8, 0, 0, 5, 0x10, 0, 1, 2, 3])],
    ["xls", new Uint8Array([9, 0, 4, 0, 2, 0, 0x10, 0])],
    ["csv", strToU8("<5;<10\n1;2")]
  ])("%s", (format, bytes) => {
    expect(sniffFormat(bytes)).toBe(format);
  });

  it("a web page named .xls says how to save it as a workbook", () => {
    const page = refused(strToU8("<html><table><tr><td>Thôn 1</td></tr></table></html>"), "a.xls");
    expect(page.message).toContain("trang web");
    expect(page.remedy).toContain("Excel Workbook (.xlsx)");
    const mail = refused(strToU8("MIME-Version: 1.0\nContent-Type: multipart/related"), "a.xls");
    expect(mail.message).toContain("trang web");
  });
});
