import {strToU8} from "fflate";
import {describe, expect, it} from "vitest";
import {accepted, firstSheet, refused} from "./xlsxFile.ts";

const table = (bytes: Uint8Array): string[][] => {
  const rows: string[][] = [];
  for (const {row, column, text} of firstSheet(bytes, "a.csv").cells) (rows[row - 1] ??= [])[column - 1] = text;
  // Rows and fields that the sheet has no cell for are holes here.
  return Array.from(rows, (row: string[] | undefined) =>
    Array.from(row ?? [], (text: string | undefined) => text ?? "")
  );
};
const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return bytes;
};

describe("encodings", () => {
  const expected = [["Tên", "Đạt"], ["Thôn Đông", "có"]]; // prettier-ignore
  const text = "Tên;Đạt\nThôn Đông;có\n";

  it.each([
    ["UTF-8", strToU8(text)],
    ["UTF-8 with a mark", strToU8(`\ufeff${text}`)],
    ["UTF-8, decomposed", strToU8(text.normalize("NFD"))],
    ["UTF-16LE with a mark", utf16(`\ufeff${text}`, true)],
    ["UTF-16BE with a mark", utf16(`\ufeff${text}`, false)],
    ["UTF-16LE without a mark", utf16(text, true)],
    ["UTF-16BE without a mark", utf16(text, false)]
  ])("%s", (_, bytes) => {
    expect(table(bytes)).toEqual(expected);
  });

  it("Windows-1258, whose tone marks stand after their letters", () => {
    const bytes = new Uint8Array([
      ...strToU8("T"),
      0xea,
      ...strToU8("n;"),
      0xd0,
      ...strToU8("a"),
      0xf2,
      ...strToU8("t\n")
    ]);
    expect(table(bytes)).toEqual([["Tên", "Đạt"]]);
  });
});

describe("tables", () => {
  it.each([
    ["commas", "STT,Tên,Điểm\n1,Thôn 1,\"12,5\"\n", [["STT", "Tên", "Điểm"], ["1", "Thôn 1", "12,5"]]],
    ["semicolons, with decimal commas", "STT;Tên;Điểm\n1;Thôn 1;12,5\n2;Thôn 2;9,5", [["STT", "Tên", "Điểm"], ["1", "Thôn 1", "12,5"], ["2", "Thôn 2", "9,5"]]],
    ["tabs", "STT\tTên\n1\tThôn 1, 2; 3\n", [["STT", "Tên"], ["1", "Thôn 1, 2; 3"]]],
    ["a hint of Excel, which is no row", "sep=;\r\nTên;Điểm\r\na,b;1\r\n", [["Tên", "Điểm"], ["a,b", "1"]]],
    ["title rows above a ragged table", "DANH SÁCH, năm 2025\n\nSTT;Tên;Đạt\n1;Thôn 1\n2;Thôn 2;x\n", [["DANH SÁCH, năm 2025"], [], ["STT", "Tên", "Đạt"], ["1", "Thôn 1"], ["2", "Thôn 2", "x"]]],
    ["line breaks and quotes inside quotes", "Tên,Ghi chú\n\"Thôn \"\"Đoàn Kết\"\"\",\"dòng 1\ndòng 2\"\n", [["Tên", "Ghi chú"], ["Thôn \"Đoàn Kết\"", "dòng 1\ndòng 2"]]],
    ["a quote inside a field", "Tên;Ghi chú\nThôn \"A\";5\" ống\n", [["Tên", "Ghi chú"], ["Thôn \"A\"", "5\" ống"]]],
    ["old line ends", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]],
    ["one column", "Tên\nThôn 1\n", [["Tên"], ["Thôn 1"]]]
  ])("%s", (_, text, expected) => {
    expect(table(strToU8(text))).toEqual(expected);
  }); // prettier-ignore

  it("every cell is text: what 1.234 or 03/04/2025 means is not decided here", () => {
    const {cells} = firstSheet(strToU8("1.234,001,03/04/2025\n"));
    expect(cells.map(({kind, text, number}) => [kind, text, number])).toEqual([
      ["text", "1.234", null],
      ["text", "001", null],
      ["text", "03/04/2025", null]
    ]);
  });

  it("the sheet is named after the file, without folder and extension", () => {
    const names = ["2025/Xã A/Danh sách.v2.csv", "C:\\x\\b.txt", ".csv", "c"].map(
      (name) => firstSheet(strToU8("a"), name).name
    );
    expect(names).toEqual(["Danh sách.v2", "b", ".csv", "c"]);
  });

  it("a quotation mark that is never closed is refused with its row, not read to the end of the file", () => {
    expect(refused(strToU8('Tên;Đạt\n"Thôn 1;x\nThôn 2;x\n')).message).toContain("dòng 2");
  });

  it("text that is no table is a sheet all the same: which form it is, is not the reader's question", () => {
    expect(accepted(strToU8("hello world")).sheets[0]?.cells).toHaveLength(1);
  });
});
