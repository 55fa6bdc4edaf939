import {type BookType, utils, write} from "@e965/xlsx";
import {describe, expect, it} from "vitest";
import {readLegacy} from "../../../loaders/read/readLegacy.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import type {Sheet} from "../../../loaders/read/workbook.ts";
import {biffStream, cell, compoundFile, fields, font, format, style, xlsFile} from "./biffFile.ts";
import {refused} from "./xlsxFile.ts";

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  return readLegacy(bytes, "xls").sheets;
}

function sheetOf(bytes: Uint8Array): Sheet {
  const [sheet] = sheetsOf(bytes);
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

describe(".xls, Excel 97–2003", () => {
  it("texts, numbers, yes and no, and errors stand where they were written", () => {
    const {name, cells} = sheetOf(
      xlsFile({
        sheets: [
          {
            name: "Khu dân cư",
            records: [
              cell.label(0, 0, " Thôn Đoàn Kết "),
              cell.number(0, 255, 1376),
              cell.boolOrError(1, 0, 1, false),
              cell.boolOrError(1, 1, 0x2a, true),
              cell.number(65_535, 2, 88.73)
            ]
          }
        ]
      })
    );
    expect(name).toBe("Khu dân cư");
    expect(cells).toMatchObject([
      {row: 1, column: 1, kind: "text", text: " Thôn Đoàn Kết ", number: null},
      {row: 1, column: 256, kind: "number", text: "1376", number: 1376},
      {row: 2, column: 1, kind: "boolean", text: "TRUE", number: 1},
      {row: 2, column: 2, kind: "error", text: "#N/A", number: null},
      {row: 65_536, column: 3, kind: "number", number: 88.73}
    ]);
  });

  it("formulas give their stored results, whatever their tokens are", () => {
    const records = [...cell.formula(0, 0, 42.5), ...cell.formula(0, 1, "Đạt"), ...cell.formula(0, 2, "")];
    expect(sheetOf(xlsFile({sheets: [{name: "A", records}]})).cells).toMatchObject([
      {column: 1, kind: "number", number: 42.5, isFormula: true},
      {column: 2, kind: "text", text: "Đạt", isFormula: true}
    ]);
  });

  it("number formats tell days and percentages, fonts tell legacy encodings", () => {
    const globals = [
      font("Arial"),
      font("Arial"),
      font("Arial"),
      font("Arial"),
      font(".VnTime"),
      format(164, 'dd"/"mm"/"yyyy'),
      format(165, "0.0%"),
      style(0, 0),
      style(5, 164),
      style(0, 165),
      style(0, 14)
    ];
    const records = [0, 1, 2, 3, 9].map((number, column) => cell.number(0, column, 45_839, number));
    const {cells} = sheetOf(xlsFile({globals, sheets: [{name: "A", records}]}));
    expect(cells.map(({isDate, isPercent, font: name}) => [isDate, isPercent, name])).toEqual([
      [false, false, "Arial"],
      [true, false, ".VnTime"],
      [false, true, "Arial"],
      [true, false, "Arial"],
      [false, false, null]
    ]);
  });

  it("a format of one file means nothing in the next", () => {
    const records = [cell.number(0, 0, 45_839, 0)];
    const dated = xlsFile({globals: [font("A"), format(164, "dd/mm"), style(0, 164)], sheets: [{name: "A", records}]});
    const undated = xlsFile({globals: [font("A"), style(0, 164)], sheets: [{name: "A", records}]});
    expect([sheetOf(dated), sheetOf(undated)].map(({cells}) => cells[0]?.isDate)).toEqual([true, false]);
  });

  it("merged ranges, hidden rows and columns, hidden sheets; sheets that are charts are left out", () => {
    const hiddenRow = fields(["u16", 1], ["u16", 0], ["u16", 3], ["u16", 300], ["u32", 0], ["u32", 0x20]);
    const hiddenColumns = fields(["u16", 1], ["u16", 255], ["u16", 0], ["u16", 0], ["u16", 1], ["u16", 0]);
    const merge = fields(["u16", 1], ["u16", 0], ["u16", 1], ["u16", 0], ["u16", 2]);
    const records = [
      [0x0208, hiddenRow] as const,
      [0x007d, hiddenColumns] as const,
      cell.label(0, 0, "a"),
      cell.label(1, 2, "b"),
      [0x00e5, merge] as const
    ];
    const sheets = sheetsOf(
      xlsFile({
        sheets: [
          {name: "A", records},
          {name: "Biểu đồ", records: [], kind: 2},
          {name: "B", records: [cell.label(0, 0, "c")], hidden: 1},
          {name: "C", records: [], hidden: 2}
        ]
      })
    );
    expect(sheets.map(({name, isHidden}) => [name, isHidden])).toEqual([["A", false], ["B", true], ["C", true]]); // prettier-ignore
    expect(sheets[0]).toMatchObject({
      merges: [{top: 1, bottom: 2, left: 1, right: 3}],
      hiddenRows: [2],
      hiddenColumns: [2, 3]
    });
  });

  it("days that count from 1904 are told", () => {
    const date1904 = [0x0022, fields(["u16", 1])] as const;
    const bytes = xlsFile({globals: [date1904], sheets: [{name: "A", records: [cell.number(0, 0, 1)]}]});
    expect(readLegacy(bytes, "xls").uses1904Dates).toBe(true);
  });

  it("sheets come in the workbook's order, wherever they stand in the file", () => {
    const book = utils.book_new();
    for (const name of ["Ba", "Một", "Hai"]) utils.book_append_sheet(book, utils.aoa_to_sheet([[name]]), name);
    const bytes = new Uint8Array(write(book, {type: "array", bookType: "biff8"}) as ArrayBuffer);
    expect(sheetsOf(bytes).map(({name, cells}) => [name, cells[0]?.text])).toEqual([["Ba", "Ba"], ["Một", "Một"], ["Hai", "Hai"]]); // prettier-ignore
  });

  it("control characters and half letters do not come in", () => {
    const records = [cell.label(0, 0, "a\0b\u0007c\ud800d"), cell.label(0, 1, "đ\n\t")];
    expect(sheetOf(xlsFile({sheets: [{name: "A", records}]})).cells.map(({text}) => text)).toEqual([
      "abc\ufffdd",
      "đ\n\t"
    ]);
  });
});

describe(".xls, older", () => {
  it.each(["biff5", "biff4", "biff3", "biff2"])("%s is read", (bookType) => {
    const sheet = utils.aoa_to_sheet([["Thon 1", 7.5], ["Thon 2", {t: "n", v: 45_000, z: "dd/mm/yyyy"}]]); // prettier-ignore
    const options = {type: "array", bookType: bookType as BookType} as const;
    const bytes = new Uint8Array(write(utils.book_new(sheet, "A"), options) as ArrayBuffer);
    const result = readWorkbook(bytes, {fileName: "a.xls", readOther: readLegacy});
    if (!result.ok) throw new Error(result.refusal.message);
    expect(result.workbook.sheets[0]?.cells).toMatchObject([
      {row: 1, column: 1, text: "Thon 1"},
      {row: 1, column: 2, number: 7.5, isDate: false},
      {row: 2, column: 1, text: "Thon 2"},
      {row: 2, column: 2, number: 45_000, isDate: true}
    ]);
  });

  it("Excel 5–95 texts are in the code page that the file names", () => {
    const windows1258 = Uint8Array.from([0x54, 0xf0, 0xf4, 0xf2]); // T đ ô ̣̀ (a tone mark of its own)
    const label = fields(["u16", 0], ["u16", 0], ["u16", 0], ["u16", windows1258.length], windows1258);
    const stream = biffStream({
      version: 0x0500,
      globals: [[0x0042, fields(["u16", 1258])]],
      sheets: [{name: "A", records: [[0x0204, label]]}]
    });
    const text = sheetOf(compoundFile({Book: stream})).cells[0]?.text;
    expect(text).toBe(new TextDecoder("windows-1258").decode(windows1258));
    expect(text).toContain("đô");
  });
});

it("without the reader of .xls such a file is refused, and says how to save it", () => {
  const {rule, remedy} = refused(xlsFile({sheets: [{name: "A", records: []}]}), "a.xls");
  expect(rule).toBe("file_format_not_read");
  expect(remedy).toContain(".xlsx");
});
