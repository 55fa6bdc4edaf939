import {strToU8} from "fflate";
import {relationships, xlsx, xlsxParts, type Parts} from "../loaders/read/xlsxFile.ts";
import {hostile, type HostileCase, noise, truncations} from "./cases.ts";
import {deflateRepeated, rawZip, type RawEntry} from "./rawZip.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const HEAD = "<worksheet><sheetData>";
const TAIL = "</sheetData></worksheet>";

/** Entries of an honest workbook, some parts replaced by raw ones. */
function withEntries(...replaced: readonly RawEntry[]): Uint8Array {
  const parts = xlsxParts("<sheetData/>");
  const names = new Set(replaced.map(({name}) => name));
  const honest = Object.entries(parts).filter(([name]) => !names.has(name));
  return rawZip([...honest.map(([name, content]) => stored(name, String(content))), ...replaced]);
}

function stored(name: string, content: string): RawEntry {
  const {packed, size, crc32} = deflateRepeated("", "", 0, content);
  return {name, packed, size, crc32};
}

const bomb = (name: string, head: string, piece: string, times: number, tail: string): RawEntry => ({
  name,
  ...deflateRepeated(head, piece, times, tail)
});
const megabyte = (text: string): string => text.repeat(Math.ceil(2 ** 20 / text.length));
const one = (more: Parts = {}): Uint8Array => xlsx(`<sheetData><row><c><v>1</v></c></row></sheetData>`, more);
const sheet = (rows: string, more: Parts = {}): Uint8Array => xlsx(`<sheetData>${rows}</sheetData>`, more);
const row = `<row><c><v>1</v></c></row>`;

/** Rows of cells that all differ, so that they pack as badly as honest ones. */
function variedCells(count: number): string {
  return Array.from({length: count}, (_, i) => `<c><v>${(i * 2_654_435_761) % 1_000_003}</v></c>`).join("");
}

export const XLSX_CASES: readonly HostileCase[] = [
  hostile("1 GB of spaces in a sheet", "a.xlsx", "file_too_large", () =>
    withEntries(bomb(SHEET, HEAD, megabyte(" "), 1024, TAIL))
  ),
  hostile("284 MB of cells", "a.xlsx", "file_too_large", () =>
    withEntries(bomb(SHEET, HEAD, megabyte(row), 284, TAIL))
  ),
  hostile("60 MB of cells, packed 800 times", "a.xlsx", "file_unsafe", () =>
    withEntries(bomb(SHEET, HEAD, megabyte(row), 60, TAIL))
  ),
  hostile("60 MB of white space, packed like honest text", "a.xlsx", "read", () => {
    const white = Array.from(noise(600_000), (byte) => " \t\n\r"[byte & 3]).join("");
    return withEntries(bomb(SHEET, HEAD, white, 104, TAIL));
  }),
  hostile("4 million empty rows, packed like honest text", "a.xlsx", "file_damaged", () => {
    const rows = Array.from(noise(30_000), (byte) => `<row ht="${byte}"/>`).join("");
    return withEntries(bomb(SHEET, HEAD, rows, 140, TAIL));
  }),
  hostile("more cells than are read, all different", "a.xlsx", "file_too_large", () =>
    withEntries(bomb(SHEET, `${HEAD}<row>`, `${variedCells(16_384)}</row><row>`, 62, `</row>${TAIL}`))
  ),
  hostile("600 MB in one shared string", "a.xlsx", "file_too_large", () =>
    withEntries(bomb("xl/sharedStrings.xml", "<sst><si><t>", megabyte("x"), 600, "</t></si></sst>"))
  ),
  hostile("2 GB of unused media", "a.xlsx", "file_unsafe", () =>
    withEntries(...[1, 2, 3, 4].map((i) => bomb(`xl/media/${i}.png`, "", megabyte("m"), 512, "")))
  ),
  hostile("1.2 GB of unused media, packed like honest text", "a.xlsx", "file_too_large", () => {
    const picture = Array.from(noise(20_000), (byte) => String.fromCharCode(65 + (byte & 63)))
      .join("")
      .padEnd(2 ** 20);
    return withEntries(...[1, 2, 3, 4].map((i) => bomb(`xl/media/${i}.png`, "", picture, 300, "")));
  }),
  hostile("900 MB of unused media", "a.xlsx", "file_unsafe", () =>
    withEntries(bomb("xl/media/1.png", "", megabyte("m"), 900, ""))
  ),
  hostile("entities that multiply, in a sheet", "a.xlsx", "file_unsafe", () =>
    one({[SHEET]: `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet>&c;</worksheet>`})
  ),
  hostile("entities that multiply, in the shared strings", "a.xlsx", "file_unsafe", () =>
    one({
      "xl/sharedStrings.xml": `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>`
    })
  ),
  hostile("an entity that is a file of this machine", "a.xlsx", "file_unsafe", () =>
    one({[SHEET]: `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>`})
  ),
  hostile("a dimension of the whole grid, three cells", "a.xlsx", "read", () =>
    xlsx(
      `<dimension ref="A1:XFD1048576"/><sheetData><row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row></sheetData>`
    )
  ),
  hostile("the first and the last cell of the grid", "a.xlsx", "read", () =>
    sheet(`<row><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`)
  ),
  hostile("a merge of the whole grid", "a.xlsx", "read", () =>
    xlsx(`<sheetData>${row}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)
  ),
  hostile("200,000 wide merges", "a.xlsx", "read", () =>
    xlsx(
      `<sheetData>${row}</sheetData><mergeCells>${Array.from({length: 200_000}, (_, i) => `<mergeCell ref="A${i + 1}:XFD${i + 1}"/>`).join("")}</mergeCells>`
    )
  ),
  hostile("200,000 merges of the whole grid", "a.xlsx", "read", () =>
    xlsx(`<sheetData>${row}</sheetData><mergeCells>${`<mergeCell ref="A1:XFD1048576"/>`.repeat(200_000)}</mergeCells>`)
  ),
  hostile("row 4,000,000,000", "a.xlsx", "file_damaged", () => sheet(`<row r="4000000000"><c><v>1</v></c></row>`)),
  hostile("column ZZZZZZ", "a.xlsx", "file_damaged", () => sheet(`<row><c r="ZZZZZZ1"><v>1</v></c></row>`)),
  hostile("columns up to 999,999,999", "a.xlsx", "read", () =>
    xlsx(`<cols><col min="1" max="999999999" hidden="1"/></cols><sheetData>${row}</sheetData>`)
  ),
  hostile("columns up to 999,999,999, a hundred thousand times", "a.xlsx", "read", () =>
    xlsx(`<cols>${`<col min="1" max="999999999" hidden="1"/>`.repeat(100_000)}</cols><sheetData>${row}</sheetData>`)
  ),
  hostile("a sheet named __proto__", "a.xlsx", "read", () =>
    one({"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="__proto__" r:id="rId1"/></sheets></workbook>`})
  ),
  hostile("a relationship named __proto__", "a.xlsx", "read", () =>
    one({
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="A" r:id="__proto__"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": relationships({["__proto__"]: ["worksheet", "worksheets/sheet1.xml"]})
    })
  ),
  hostile("an entry named __proto__", "a.xlsx", "read", () => one({["xl/__proto__"]: "x", ["constructor"]: "x"})),
  hostile("a cell at __proto__", "a.xlsx", "file_damaged", () => sheet(`<row><c r="__proto__"><v>1</v></c></row>`)),
  hostile("a comment at __proto__", "a.xlsx", "read", () =>
    one({
      "xl/worksheets/_rels/sheet1.xml.rels": relationships({rId1: ["comments", "../comments1.xml"]}),
      "xl/comments1.xml": `<comments><commentList><comment ref="__proto__"><text><t>x</t></text></comment></commentList></comments>`
    })
  ),
  hostile("texts and attributes named __proto__", "a.xlsx", "read", () =>
    sheet(`<row><c t="inlineStr" __proto__="1" constructor="2"><is><t>__proto__</t></is></c></row>`)
  ),
  hostile("200 kB of attribute junk", "a.xlsx", "file_damaged", () => sheet(`<row ${"a=b ".repeat(50_000)}/>`)),
  hostile("an attribute of 60 MB", "a.xlsx", "file_damaged", () => {
    const text = Array.from(noise(60_000), (byte) => byte.toString(16)).join("");
    return withEntries(bomb(SHEET, `${HEAD}<row a="`, text, 500, `"/>${TAIL}`));
  }),
  hostile("100,000 attributes on one element", "a.xlsx", "file_damaged", () =>
    sheet(`<row ${Array.from({length: 100_000}, (_, i) => `a${i}="1"`).join(" ")}/>`)
  ),
  hostile("400,000 half tags", "a.xlsx", "file_damaged", () => sheet("<c ".repeat(400_000))),
  hostile("400,000 half comments", "a.xlsx", "file_damaged", () => sheet("<!--".repeat(400_000))),
  hostile("400,000 half entities", "a.xlsx", "file_damaged", () =>
    sheet(`<row><c t="str"><v>${"&a".repeat(400_000)}</v></c></row>`)
  ),
  hostile("elements 400,000 deep", "a.xlsx", "file_damaged", () => sheet("<row>".repeat(400_000))),
  hostile("names that lead out of the file", "a.xlsx", "file_unsafe", () => one({"../../etc/passwd": "x"})),
  hostile("names with a drive", "a.xlsx", "file_unsafe", () => one({"C:\\Windows\\x": "x"})),
  hostile("a sheet that links out of the file", "a.xlsx", "file_damaged", () =>
    one({"xl/_rels/workbook.xml.rels": relationships({rId1: ["worksheet", "../../../../etc/passwd"]})})
  ),
  hostile("a sheet that links to another host", "a.xlsx", "file_damaged", () =>
    one({
      "xl/_rels/workbook.xml.rels": relationships({rId1: ["worksheet", "http://example.com/s.xml"]}).replace(
        "/>",
        ` TargetMode="External"/>`
      )
    })
  ),
  hostile("a thousand sheets that are one part", "a.xlsx", "file_damaged", () => {
    const ids = Array.from({length: 1_000}, (_, i) => `rId${i + 1}`);
    return sheet(row.repeat(1_000), {
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${ids.map((id) => `<sheet name="${id}" r:id="${id}"/>`).join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": relationships(
        Object.fromEntries(ids.map((id) => [id, ["worksheet", "worksheets/sheet1.xml"] as const]))
      )
    });
  }),
  hostile("one entry twice", "a.xlsx", "file_unsafe", () =>
    withEntries(stored(SHEET, `${HEAD}${TAIL}`), stored(SHEET, `${HEAD}${row}${TAIL}`))
  ),
  hostile("60,000 entries", "a.xlsx", "file_too_large", () =>
    withEntries(...Array.from({length: 60_000}, (_, i) => stored(`xl/m/${i}`, "")))
  ),
  hostile("a shared string that is not there", "a.xlsx", "file_damaged", () =>
    sheet(`<row><c t="s"><v>4000000000</v></c></row>`)
  ),
  hostile("284 MB that say they are 1 kB", "a.xlsx", "file_unsafe", () =>
    withEntries({...bomb(SHEET, HEAD, megabyte(row), 284, TAIL), size: 1_024})
  ),
  hostile("284 MB that say they are as large as packed", "a.xlsx", "file_damaged", () => {
    const entry = bomb(SHEET, HEAD, megabyte(row), 284, TAIL);
    return withEntries({...entry, size: entry.packed.length});
  }),
  hostile("a size of 4 GB in zip64 that is not there", "a.xlsx", "file_damaged", () =>
    withEntries({...stored(SHEET, HEAD + TAIL), size: 0xffffffff})
  ),
  hostile("entries with a password", "a.xlsx", "file_encrypted", () =>
    withEntries({...stored(SHEET, HEAD + TAIL), flags: 1})
  ),
  hostile("entries packed in a way no spreadsheet is", "a.xlsx", "file_unsafe", () =>
    withEntries({...stored(SHEET, HEAD + TAIL), method: 93})
  ),
  hostile("a sheet of random bytes", "a.xlsx", "file_damaged", () => one({[SHEET]: noise(500_000)})),
  hostile("a directory that says it has 65,535 entries", "a.xlsx", "file_too_large", () => {
    const bytes = one();
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 0xffff, true);
    return bytes;
  }),
  hostile("a ZIP of other files", "a.xlsx", "file_not_spreadsheet", () => rawZip([stored("a.txt", "x")])),
  hostile("a ZIP that is nothing but a directory", "a.xlsx", "file_not_spreadsheet", () => rawZip([])),
  hostile("a sheet of nothing", "a.xlsx", "file_damaged", () => one({[SHEET]: ""})),
  hostile("control characters in a text", "a.xlsx", "file_damaged", () =>
    sheet(`<row><c t="str"><v>a\u0001b</v></c></row>`)
  ),
  ...truncations("a workbook", "a.xlsx", "file_damaged", () =>
    sheet(Array.from({length: 200}, (_, i) => `<row><c t="str"><v>Thôn ${i * 7919}</v></c></row>`).join(""))
  ),
  hostile("a workbook after 100 kB of something else", "a.xlsx", "file_not_spreadsheet", () => {
    const bytes = one();
    const whole = new Uint8Array(100_000 + bytes.length);
    whole.set(noise(100_000));
    whole.set(strToU8("MZ"));
    whole.set(bytes, 100_000);
    return whole;
  })
];
