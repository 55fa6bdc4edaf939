import {strToU8} from "fflate";
import {utils, write, type BookType} from "@e965/xlsx";
import {zip} from "../loaders/read/xlsxFile.ts";
import {hostile, type HostileCase, HONEST_ROWS, noise, truncations} from "./cases.ts";
import {deflateRepeated, joined, rawZip} from "./rawZip.ts";

const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

function honest(bookType: BookType): Uint8Array {
  const rows = [
    ...HONEST_ROWS.map((cells) => [...cells]),
    ...Array.from({length: 300}, (_, i) => [i + 3, `Phố ${i + 3}`, "Khu dân cư"])
  ];
  const book = utils.book_new(utils.aoa_to_sheet(rows), "Danh sách");
  return new Uint8Array(write(book, {type: "array", bookType, compression: true}) as ArrayBuffer);
}

const content = (rows: string, before = ""): string =>
  `<office:document-content>${before}<office:body><office:spreadsheet><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
const ods = (rows: string): Uint8Array => zip({mimetype: MIMETYPE, "content.xml": content(rows)});
const text = (words: string, attributes = ""): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${words}</text:p></table:table-cell>`;
const row = (cells: string, attributes = ""): string => `<table:table-row${attributes}>${cells}</table:table-row>`;

const ODS_CASES: readonly HostileCase[] = [
  hostile("an .ods row with content, a million times", "a.ods", "file_too_large", () =>
    ods(row(text("x"), ` table:number-rows-repeated="1048576"`))
  ),
  hostile("an .ods cell with content, over a whole sheet", "a.ods", "file_too_large", () =>
    ods(row(text("x", ` table:number-columns-repeated="16384"`), ` table:number-rows-repeated="1048576"`))
  ),
  hostile("an .ods filled to its end with empty rows, as programs do", "a.ods", "read", () =>
    ods(
      row(text("x")) +
        row(`<table:table-cell table:number-columns-repeated="16384"/>`, ` table:number-rows-repeated="1048575"`)
    )
  ),
  hostile("an .ods with rows beyond the last", "a.ods", "file_damaged", () =>
    ods(row("<table:table-cell/>", ` table:number-rows-repeated="9999999999"`) + row(text("x")))
  ),
  hostile("an .ods with a repetition that is no number", "a.ods", "file_damaged", () =>
    ods(row(text("x"), ` table:number-rows-repeated="__proto__"`))
  ),
  hostile("an .ods with a thousand million spaces in one mark", "a.ods", "file_too_large", () =>
    ods(row(text(`<text:s text:c="999999999"/>`.repeat(2))))
  ),
  hostile("an .ods with entities that multiply", "a.ods", "file_unsafe", () =>
    zip({mimetype: MIMETYPE, "content.xml": `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>${content("")}`})
  ),
  hostile("an .ods of 1 GB", "a.ods", "file_too_large", () =>
    rawZip([
      {name: "mimetype", method: 0, packed: strToU8(MIMETYPE), size: MIMETYPE.length},
      {
        name: "content.xml",
        ...deflateRepeated("<office:document-content>", " ".repeat(2 ** 20), 1024, "</office:document-content>")
      }
    ])
  ),
  hostile("an .ods with a password", "a.ods", "file_encrypted", () =>
    zip({
      mimetype: MIMETYPE,
      "content.xml": noise(9_000),
      "META-INF/manifest.xml": `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
    })
  ),
  hostile("an .ods with tables inside tables", "a.ods", "read", () =>
    ods(
      row(
        `<table:table-cell><table:table><table:table-row>${text("x")}</table:table-row></table:table></table:table-cell>${text("y")}`
      )
    )
  ),
  hostile("an .ods with a style that builds on itself", "a.ods", "read", () =>
    zip({
      mimetype: MIMETYPE,
      "content.xml": content(
        row(text("x", ` table:style-name="a"`)).repeat(1_000),
        `<office:automatic-styles><style:style style:name="a" style:family="table-cell" style:parent-style-name="a"/></office:automatic-styles>`
      )
    })
  ),
  hostile("an .ods with a sheet named __proto__", "a.ods", "read", () =>
    zip({mimetype: MIMETYPE, "content.xml": content(row(text("x"))).replace(`"A"`, `"__proto__"`)})
  ),
  ...truncations("an .ods", "a.ods", "file_damaged", () => honest("ods"))
];

/** A part of an .xlsb: records of a type and content. */
function binaryPart(...records: readonly (readonly [type: number, content: readonly number[]])[]): Uint8Array {
  return joined(
    records.map(([type, bytes]) => {
      const length = bytes.length;
      const head = type < 0x80 ? [type] : [(type & 0x7f) | 0x80, type >> 7];
      const size = length < 0x80 ? [length] : [(length & 0x7f) | 0x80, (length >> 7) & 0x7f];
      return Uint8Array.from([...head, ...size, ...bytes]);
    })
  );
}

const u32 = (value: number): number[] => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];

function xlsb(sheet: Uint8Array): Uint8Array {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationships><Relationship Id="${id}" Type="x/${type}" Target="${target}"/></Relationships>`;
  const wide = (words: string): number[] => [
    ...u32(words.length),
    ...Array.from({length: words.length}, (_, i) => [words.charCodeAt(i) & 255, words.charCodeAt(i) >> 8]).flat()
  ];
  return zip({
    "_rels/.rels": relationship("a", "officeDocument", "xl/workbook.bin"),
    "xl/workbook.bin": binaryPart([156, [...u32(0), ...u32(1), ...wide("r1"), ...wide("A")]]),
    "xl/_rels/workbook.bin.rels": relationship("r1", "worksheet", "worksheets/sheet1.bin"),
    "xl/worksheets/sheet1.bin": sheet
  });
}

const rowHeader = (number: number): readonly [number, readonly number[]] => [
  0,
  [...u32(number), ...u32(0), 0, 0, 0, 0, 0]
];

const XLSB_CASES: readonly HostileCase[] = [
  hostile("an .xlsb with row 4,000,000,000", "a.xlsb", "file_damaged", () =>
    xlsb(binaryPart(rowHeader(4_000_000_000), [5, [...u32(0), ...u32(0), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]]))
  ),
  hostile("an .xlsb with column 4,000,000,000", "a.xlsb", "file_damaged", () =>
    xlsb(binaryPart(rowHeader(0), [5, [...u32(4_000_000_000), ...u32(0), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]]))
  ),
  hostile("an .xlsb with a text of four thousand million letters", "a.xlsb", "file_damaged", () =>
    xlsb(binaryPart(rowHeader(0), [6, [...u32(0), ...u32(0), ...u32(0xfffffff0), 1, 2]]))
  ),
  hostile("an .xlsb with a shared string that is not there", "a.xlsb", "file_damaged", () =>
    xlsb(binaryPart(rowHeader(0), [7, [...u32(0), ...u32(0), ...u32(4_000_000_000)]]))
  ),
  hostile("an .xlsb with a merge beyond the grid", "a.xlsb", "file_damaged", () =>
    xlsb(binaryPart([176, [...u32(0), ...u32(4_000_000_000), ...u32(0), ...u32(1)]]))
  ),
  hostile("an .xlsb with hidden columns up to 4,000,000,000", "a.xlsb", "read", () =>
    xlsb(binaryPart([60, [...u32(0), ...u32(4_000_000_000), ...u32(0), ...u32(0), 1, 0]]))
  ),
  hostile("an .xlsb with a record longer than its part", "a.xlsb", "file_damaged", () =>
    xlsb(Uint8Array.from([0, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3]))
  ),
  hostile("an .xlsb with a sheet of random bytes", "a.xlsb", "file_damaged", () => xlsb(noise(200_000))),
  ...truncations("an .xlsb", "a.xlsb", "file_damaged", () => honest("xlsb"))
];

const XML = "urn:schemas-microsoft-com:office:spreadsheet";
const book = (table: string): Uint8Array =>
  strToU8(
    `<Workbook xmlns="${XML}" xmlns:ss="${XML}"><Worksheet ss:Name="A"><Table>${table}</Table></Worksheet></Workbook>`
  );

const TEXT_CASES: readonly HostileCase[] = [
  hostile("an XML workbook with row 4,000,000,000", "a.xml", "file_damaged", () =>
    book(`<Row ss:Index="4000000000"><Cell><Data ss:Type="String">x</Data></Cell></Row>`)
  ),
  hostile("an XML workbook with a merge of 4,000,000,000 columns", "a.xml", "file_damaged", () =>
    book(`<Row><Cell ss:MergeAcross="4000000000"><Data ss:Type="String">x</Data></Cell></Row>`)
  ),
  hostile("an XML workbook that hides 4,000,000,000 columns", "a.xml", "read", () =>
    book(`<Column ss:Hidden="1" ss:Span="4000000000"/><Row><Cell><Data ss:Type="String">x</Data></Cell></Row>`)
  ),
  hostile("an XML workbook with entities that multiply", "a.xml", "file_unsafe", () =>
    strToU8(`<!DOCTYPE a [<!ENTITY b "bb">]><Workbook xmlns="${XML}">&b;</Workbook>`)
  ),
  ...truncations("an XML workbook", "a.xml", "file_damaged", () => honest("xlml")),
  hostile("a web page named .xls", "a.xls", "file_not_spreadsheet", () =>
    strToU8("<html><body><table><tr><td>Thôn 1</td></tr></table></body></html>")
  ),
  hostile("a mailed web page named .xls", "a.xls", "file_not_spreadsheet", () =>
    strToU8(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n--a`)
  ),
  hostile("an empty file", "a.xlsx", "file_empty", () => new Uint8Array()),
  hostile("random bytes", "a.xlsx", "file_not_spreadsheet", () => noise(300_000)),
  hostile("zeros", "a.xlsx", "file_not_spreadsheet", () => new Uint8Array(300_000)),
  hostile("a CSV of 16 million separators", "a.csv", "file_too_large", () => strToU8(",".repeat(16_000_000))),
  hostile("a CSV of 2 million blank lines", "a.csv", "file_too_large", () => strToU8("\n".repeat(2_000_000))),
  hostile("a CSV of 30 MB in one field", "a.csv", "file_too_large", () => strToU8("x".repeat(30 * 2 ** 20))),
  hostile("a CSV with a quotation mark that is never closed", "a.csv", "file_damaged", () =>
    strToU8(`"${"a,b\n".repeat(2_000_000)}`)
  ),
  hostile("a CSV of 4 million cells", "a.csv", "file_too_large", () => strToU8("1,2,3,4\n".repeat(1_000_000))),
  hostile("a CSV of 60 MB", "a.csv", "file_too_large", () => strToU8("a,b,c\n".repeat(10_000_000)))
];

export const OTHER_CASES: readonly HostileCase[] = [...ODS_CASES, ...XLSB_CASES, ...TEXT_CASES];
