import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {fileBytes} from "../../../data/demo/files/fileBytes.ts";
import {planDemo} from "../../../data/demo/plan/planDemo.ts";
import {createRandom} from "../../../data/demo/random.ts";
import {areaNames} from "../../../data/demo/sheets/areaNames.ts";
import {patchColumns} from "../../../loaders/markedCopy/xlsx/patchColumns.ts";
import {writeValues} from "../../../loaders/markedCopy/writeValues.ts";
import type {Cell, Sheet, Workbook} from "../../../loaders/read/workbook.ts";
import {findMarks} from "../../../loaders/validate/marks.ts";
import {register} from "../../data/demo/demoRegister.ts";
import {date, error, percent, sheet, type Value} from "../validate/build.ts";
import {marked, type MarkedFile} from "./marked.ts";

/** Cells of the officer: all but the marks and the sheet added, in order. */
function ownCells(workbook: Workbook | null): (readonly Cell[])[] {
  return (workbook?.sheets ?? []).flatMap((one): (readonly Cell[])[] => {
    const {isAddedSheet, cells} = findMarks(one);
    return isAddedSheet ? [] : [one.cells.filter((cell) => !cells.has(cell))];
  });
}

function holds({before, after, bytes, fileName}: MarkedFile): void {
  expect(after.reading).toEqual(before.reading);
  if (before.workbook?.format === after.workbook?.format) {
    expect(ownCells(after.workbook)).toEqual(ownCells(before.workbook));
  }
  const again = marked(bytes, fileName);
  expect(again.after.workbook).toEqual(after.workbook);
  expect(again.fileName).toBe(fileName);
}

const WORDS: readonly Value[] = [
  ..."Đạt|Chưa đạt|Đạt một phần|Khá|Giỏi|Yếu|x|Có|Khu dân cư|Hộ kinh doanh|Thôn 1|Thôn 1|Trường Mầm non Hoa|I. KHU DÂN CƯ|II".split(
    "|"
  ),
  ..."Tổng cộng|Nơi nhận:|Xã Không Có|Phường Sầm Sơn|31/02/2025|ngày 14 tháng 2 năm 2025|840|1.376|Lỗi|Phải sửa|=1+1|_x0041_".split(
    "|"
  ),
  ...'Lỗi của tệp|Nên xem lại: gì đó|<b>&amp;|a;b,c|"|hai\ndòng| |${x}'.split("|"),
  0,
  1,
  1.376,
  true,
  date(45_702),
  percent(0.95),
  error("#N/A")
];
const HEADERS: readonly Value[][] = [
  ["STT", "Tên đơn vị", "Loại hình", "Đăng ký", "Ngày đăng ký", "Kết quả xét", "Phân loại", "Điểm"],
  ["STT", "Tên mô hình", "Phân loại", "Số điểm", "Nhân rộng"],
  ["STT", "Nội dung", "Kết quả", "Tổng số"],
  ["STT", "Xã", "Loại hình", "Tổng số", "Đăng ký", "Đạt", "Khá"]
];
const value = fc.oneof({weight: 5, arbitrary: fc.constantFrom(...WORDS)}, {weight: 2, arbitrary: fc.constant(null)});
const list = fc
  .tuple(
    fc.constantFrom(...HEADERS),
    fc.array(fc.array(value, {maxLength: 10}), {maxLength: 12}),
    fc.boolean(),
    fc.array(fc.tuple(fc.integer({min: 1, max: 14}), fc.integer({min: 0, max: 9}), fc.nat(3), fc.nat(3)), {
      maxLength: 3
    })
  )
  .map(([header, rows, isTitled, merges]): Omit<Sheet, "name"> => {
    const titles: Value[][] = isTitled ? [["PHƯỜNG SẦM SƠN"], ["DANH SÁCH NĂM 2025 (Số liệu mô phỏng)"]] : [];
    const ranges = merges.map(([row, column, down, right]) => {
      const letter = (at: number): string => String.fromCharCode(65 + at);
      return `${letter(column)}${row}:${letter(column + right)}${row + down}`;
    });
    return sheet("", [...titles, header, ...rows], ranges);
  });
const workbook = fc
  .tuple(
    fc.array(list, {minLength: 1, maxLength: 3}),
    fc.constantFrom("Danh sách", "KDC", "O'Hara & co", "Lỗi của tệp")
  )
  .map(([sheets, name]): Workbook => ({
    format: "xlsx",
    sheets: sheets.map((one, index) => ({...one, name: index === 0 ? name : `Trang ${index}`})),
    uses1904Dates: false
  }));

describe("whatever stands in a file", () => {
  test("its marked copy reads as the file itself, keeps every cell, and marking it again changes nothing", () => {
    let problems = 0;
    fc.assert(
      fc.property(workbook, (book) => {
        const copy = marked(writeValues(book), "tep.xlsx");
        problems += copy.before.issues.length;
        holds(copy);
      }),
      {numRuns: 150, seed: 20_251_118}
    );
    expect(problems).toBeGreaterThan(500);
  });

  test("the same for a CSV file", () => {
    const fields = fc.array(
      fc.array(fc.constantFrom(...WORDS.filter((word) => typeof word === "string"), ""), {maxLength: 9}),
      {maxLength: 10}
    );
    fc.assert(
      fc.property(
        fields,
        fc.constantFrom(...HEADERS),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.boolean(),
        (rows, header, delimiter, isTitled) => {
          const titles = isTitled ? [["PHƯỜNG SẦM SƠN NĂM 2025"]] : [];
          const quote = (field: unknown): string => `"${String(field).replaceAll('"', '""')}"`;
          const lines = [...titles, header, ...rows].map((row) => row.map(quote).join(delimiter));
          const text = `${delimiter === "|" ? "sep=|\r\n" : ""}${lines.join("\r\n")}`;
          holds(marked(new TextEncoder().encode(text), "tep.csv"));
        }
      ),
      {numRuns: 150, seed: 20_251_118}
    );
  });

  test("widths: every column keeps its own but the one of the marks", () => {
    const runs = fc
      .uniqueArray(fc.integer({min: 1, max: 30}), {maxLength: 8})
      .map((edges) => edges.sort((a, b) => a - b))
      .map((edges) =>
        edges.flatMap((edge, i) =>
          i % 2 === 0 && edges[i + 1] !== undefined ? [[edge, edges[i + 1] ?? 0] as const] : []
        )
      );
    const widthsOf = (xml: string): Map<number, string> => {
      const widths = new Map<number, string>();
      for (const [, min, max, width = ""] of xml.matchAll(/min="(\d+)" max="(\d+)" width="(\d+)"/g))
        for (let column = Number(min); column <= Number(max); column++) {
          expect(widths.has(column)).toBe(false);
          widths.set(column, width);
        }
      return widths;
    };
    fc.assert(
      fc.property(runs, fc.integer({min: 1, max: 31}), (pairs, column) => {
        const xml = pairs.map(([min, max], i) => `<col min="${min}" max="${max}" width="${i + 1}"/>`).join("");
        const expected = widthsOf(xml).set(column, "90");
        const patched = widthsOf(patchColumns(xml, column, 90, ""));
        expect([...patched]).toEqual([...expected].sort(([a], [b]) => a - b));
      })
    );
  });
});

describe("files of the demo", () => {
  const random = createRandom(138);
  const names = areaNames(register);
  const lists = planDemo(register, 138).files.filter((file) => file.kind === "lists");
  const some = lists.filter((file, index) => index % 8 === 0 || file.format !== "xlsx" || file.summarySlips.length > 0);

  test("a marked copy reads as its original", () => {
    let marks = 0;
    for (const file of some) {
      const bytes = fileBytes(file, names, random);
      if (bytes === null) throw new Error(`no bytes: ${file.file}`);
      const copy = marked(bytes, file.file.slice(file.file.lastIndexOf("/") + 1));
      expect(copy.after.reading, file.file).toEqual(copy.before.reading);
      marks += copy.before.issues.length;
    }
    expect(some.length).toBeGreaterThan(40);
    expect(marks).toBeGreaterThan(100);
  }, 180_000);
});
