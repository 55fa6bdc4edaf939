import fc from "fast-check";
import {describe, expect, it} from "vitest";
import writeXlsxFile from "write-excel-file/node";
import {cellAddress, columnOf, parseAddress, rowOf} from "../../../loaders/read/cellAddress.ts";
import {parseDelimited} from "../../../loaders/read/delimited.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import {firstSheet, xlsx} from "./xlsxFile.ts";

const vietnamese = fc.string({
  unit: fc.constantFrom(...Array.from("aăâđêôơưÁẶỆ Thôn1\t\n<>&\"'_x000D_;,😀")),
  maxLength: 30
});

describe("whatever is written is read back", () => {
  it("by the program that writes our own workbooks", async () => {
    const value = fc.oneof(vietnamese, fc.double({noNaN: true, noDefaultInfinity: true}), fc.integer(), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, {maxLength: 6}), {minLength: 1, maxLength: 8}), async (rows) => {
        const file = await writeXlsxFile(
          rows.map((row) => row.map((item) => (item === "" ? null : {value: item}))),
          {sheet: "A"}
        ).toBuffer();
        const {cells} = firstSheet(new Uint8Array(file));
        const read = new Map(cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
        for (const [r, row] of rows.entries()) {
          for (const [c, item] of row.entries()) {
            const cell = read.get(cellAddress(r + 1, c + 1));
            if (item === "") expect(cell).toBeUndefined();
            else if (typeof item === "string") expect(cell).toMatchObject({kind: "text", text: item});
            else expect(cell).toMatchObject({kind: typeof item, number: Number(item) + 0});
          }
        }
      }),
      {numRuns: 60}
    );
  });

  it("delimited text, whatever stands in the fields", () => {
    const field = fc.string({unit: fc.constantFrom(...Array.from('ab",;\t\r\n đ')), maxLength: 8});
    fc.assert(
      fc.property(
        fc.array(fc.array(field, {minLength: 1, maxLength: 5}), {minLength: 1, maxLength: 6}),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, lineEnd) => {
          const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const text = rows.map((row) => row.map(quote).join(delimiter) + lineEnd).join("");
          expect(parseDelimited(text, delimiter)).toEqual({ok: true, rows});
        }
      )
    );
  });

  it("every address of the grid", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1_048_576}), fc.integer({min: 1, max: 16_384}), (row, column) => {
        const packed = parseAddress(cellAddress(row, column));
        expect([rowOf(packed), columnOf(packed)]).toEqual([row, column]);
      })
    );
  });
});

describe("whatever arrives is read or refused, never an error", () => {
  it("random bytes, with the beginnings of known formats", () => {
    const start = fc.constantFrom("", "PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "<", "\xff\xfe", '"');
    fc.assert(
      fc.property(start, fc.uint8Array({maxLength: 300}), (beginning, rest) => {
        const bytes = new Uint8Array([...Array.from(beginning, (letter) => letter.charCodeAt(0)), ...rest]);
        const result = readWorkbook(bytes, {fileName: "a"});
        if (!result.ok) expect(result.refusal.message).toMatch(/^\p{Lu}.*\.$/su);
      })
    );
  });

  it("a workbook with bytes changed anywhere", () => {
    const bytes = xlsx(
      `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>`
    );
    const change = fc.record({at: fc.nat({max: bytes.length - 1}), to: fc.nat({max: 255})});
    fc.assert(
      fc.property(fc.array(change, {minLength: 1, maxLength: 4}), (changes) => {
        const changed = bytes.slice();
        for (const {at, to} of changes) changed[at] = to;
        expect(typeof readWorkbook(changed, {fileName: "a"}).ok).toBe("boolean");
      }),
      {numRuns: 500}
    );
  });

  it("a sheet of random markup", () => {
    const piece = fc.constantFrom("<row>", "</row>", `<row r="2">`, "<c>", "</c>", `<c r="B2" t="s">`, "<v>0</v>", "<f/>", "<is>", "</is>", "<t>a</t>", "&amp;", "<![CDATA[x]]>", "<!--c-->", "<?p?>"); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
        const result = readWorkbook(xlsx(`<sheetData>${pieces.join("")}</sheetData>`), {fileName: "a"});
        expect(typeof result.ok).toBe("boolean");
      }),
      {numRuns: 500}
    );
  });
});
