import {describe, expect, it} from "vitest";
import type {Sheet} from "../../../loaders/read/workbook.ts";
import {checkFile} from "../../../loaders/checkFile/checkFile.ts";
import {drawnRows} from "../../../loaders/checkFile/drawnRows.ts";
import {SheetPicture} from "../../../loaders/checkFile/sheetPicture.ts";
import {shownText} from "../../../loaders/checkFile/shownText.ts";
import {rolesOf} from "../../../loaders/validate/recognise/rowRole.ts";
import {validateSheets} from "../../../loaders/validate/validateWorkbook.ts";
import {cell, date, forms, percent, register, sheet, TITLE, workbook} from "../validate/build.ts";

const HEADER = ["STT", "Tên đơn vị", "Loại hình", "Đăng ký", "Kết quả xét", "Số quyết định", "Phân loại"];

function pictureOf(own: Sheet, leastWidth = 1): SheetPicture {
  const book = workbook(own);
  const {reading, sheets} = validateSheets(book, {file: "a.xlsx", folderYear: null, receipt: null, register, forms});
  const [found] = sheets;
  if (found === undefined) throw new Error("no sheet");
  return new SheetPicture(own, rolesOf(found), reading, book, leastWidth);
}
const list = (...rows: (string | number | null)[][]): Sheet => sheet("Danh sách", [...TITLE, HEADER, ...rows]);

describe("a sheet as it is drawn", () => {
  it("a title runs on over the empty cells at its right, a header does not", () => {
    const [title, , header] = pictureOf(list([1, "Tổ A", "Khu dân cư", "x", "Đạt", "1/QĐ", "Khá"])).rows(0, 9);
    expect(title?.role).toBe("title");
    expect(title?.cells.map(({column, columnSpan}) => [column, columnSpan])).toEqual([[1, 7]]);
    expect(header?.cells.map(({columnSpan}) => columnSpan)).toEqual(HEADER.map(() => undefined));
  });

  it("cells of a merged header span their columns, and rows of the header only", () => {
    const own = sheet(
      "Danh sách",
      [
        ...TITLE,
        ["STT", "Tên đơn vị", "Loại hình", "Kết quả xét", null],
        [null, null, null, "Đạt", "Chưa đạt"],
        [1, "Tổ A", "Khu dân cư", "x", null]
      ],
      ["A3:A6", "B3:B4", "D3:E3"]
    );
    const header = pictureOf(own).rows(2, 1)[0];
    expect(header?.cells.map(({column, columnSpan, rowSpan}) => [column, columnSpan, rowSpan])).toEqual([
      [1, undefined, 2],
      [2, undefined, 2],
      [3, undefined, undefined],
      [4, 2, undefined]
    ]);
  });

  it("a result that is not written is missing; a written one is not, nor what its lack settles", () => {
    const rows = pictureOf(
      list(
        [1, "Tổ A", "Khu dân cư", "x", null, null, null],
        [2, "Tổ B", "Khu dân cư", "x", "Chưa đạt", null, "Yếu"],
        [3, "Tổ C", "Khu dân cư", null, null, null, "Khá"]
      )
    ).rows(3, 3);
    const missing = rows.map(({cells}) => cells.filter(({isMissing}) => isMissing === true).map(({column}) => column));
    expect(missing).toEqual([[5, 6, 7], [], []]);
  });

  it("tells rows not yet judged from rows counted as not registered", () => {
    const {unjudgedRows, unregisteredRows} = pictureOf(
      list(
        [1, "Tổ A", "Khu dân cư", "x", null, null, null],
        [2, "Tổ B", "Khu dân cư", "x", "Đạt", "1/QĐ", "Khá"],
        [3, "Tổ C", "Khu dân cư", null, null, null, null]
      )
    );
    expect(unjudgedRows).toEqual([4]);
    expect(unregisteredRows).toEqual([6]);
  });

  it("is at least as wide as the column an issue points at", () => {
    expect(
      pictureOf(list([1, "Tổ A", "Khu dân cư", "x", "Đạt", "1/QĐ", "Khá"]), 9).columns.map(({letter}) => letter)
    ).toEqual(["A", "B", "C", "D", "E", "F", "G", "H", "I"]);
  });

  it("blank rows are drawn one by one up to three, a longer run as one", () => {
    expect([...drawnRows([2, 6, 11]).numbers]).toEqual([1, 2, 3, 4, 5, 6, 7, 11]);
    expect([...drawnRows([2, 6, 11]).gaps]).toEqual([[7, 10]]);
    expect(drawnRows([]).numbers).toEqual([]);
    expect(drawnRows([1_048_576]).numbers).toEqual([1, 1_048_576]);
  });
});

describe("what a person sees in a cell", () => {
  it.each([
    [date(45_702), "14/02/2025"],
    [percent(0.8873), "88,73%"],
    [{kind: "number", text: "84.5", number: 84.5}, "84,5"],
    [{kind: "number", text: "0.30000000000000004", number: 0.1 + 0.2}, "0,3"],
    [{kind: "number", text: "1376", number: 1376}, "1376"],
    ["  Tổ   A ", "Tổ A"],
    [{kind: "error", text: "#N/A"}, "#N/A"]
  ] as const)("%j", (value, expected) => {
    expect(shownText(cell(value as never), false)).toBe(expected);
  });

  it("days of a workbook that counts from 1904", () => {
    expect(shownText(cell(date(44_240)), true)).toBe("14/02/2025");
  });
});

it("holds what the file holds: the text of every filled cell stands in the picture", () => {
  const own = list(
    [1, "Tổ A", "Khu dân cư", "x", "Đạt", "1/QĐ", "Khá"],
    [2, "Tổ B", "Khu dân cư", "x", "Đạt", "1/QĐ", "Khá"]
  );
  const drawn = pictureOf(own)
    .rows(0, 99)
    .flatMap(({cells}) => cells.map(({text}) => text));
  expect(drawn).toEqual(own.cells.map(({text}) => text));
  expect(checkFile(new Uint8Array(), {fileName: "a", register, forms}).refusal?.rule).toBe("file_empty");
});
