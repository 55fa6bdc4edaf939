import {describe, expect, test} from "vitest";
import {found, read, sheet, TITLE, type Value} from "../build.ts";

const HEADER = ["STT", "Tên đơn vị", "Loại hình", "Đăng ký", "Đạt", "Chưa đạt", "Số mô hình hiệu quả"];
const unit = (n: number, name: string, type: string, ...rest: Value[]): Value[] => [n, name, type, "x", ...rest];
const RULES = ["headline_differs", "total_row_differs"];
const told = (rows: Value[][], titles: readonly (readonly Value[])[] = TITLE, name = "DS") =>
  found(read(sheet(name, [...titles, HEADER, ...rows]))).filter((text) => RULES.some((rule) => text.startsWith(rule)));

const ROWS = [
  ["I. KHU DÂN CƯ"],
  unit(1, "Thôn 1", "KDC", "x", null, 2),
  unit(2, "Thôn 2", "KDC", null, "x", 1),
  ["II. CƠ QUAN"],
  unit(3, "Trạm Y tế", "CQ", "x", null, 1)
];

describe("a count of rows in the text of a total", () => {
  test.each<[string, boolean]>([
    ["Tổng cộng: 3 đơn vị", false],
    ["Tổng cộng: 4 đơn vị", true],
    ["Tổng cộng: 03 đơn vị", false],
    ["Tổng cộng 4", true],
    ["Tổng số: 3 (ba) đơn vị", false],
    ["Tổng số: 4 (bốn) đơn vị", true],
    ["Tổng cộng: 3 đơn vị (2 khu dân cư, 1 cơ quan)", false],
    ["Tổng cộng: 3 đơn vị (3 khu dân cư, 1 cơ quan)", true],
    ["Tổng cộng: 3 đơn vị, trong đó 2 đơn vị đạt", false],
    ["Tổng cộng: 3 đơn vị, 12 tháng", false],
    ["Tổng cộng", false],
    ["Cộng khối cơ quan: 1 đơn vị", false]
  ])("“%s”", (text, isTold) => {
    expect(told([...ROWS, [text]])).toEqual(isTold ? ["headline_differs A9"] : []);
  });

  test("may be of its group, of the table so far, and stand above its rows", () => {
    const [head, one, two, head2, three] = ROWS as [Value[], Value[], Value[], Value[], Value[]];
    expect(
      told([["Tổng cộng: 3 đơn vị"], head, one, two, ["Cộng: 2 đơn vị"], head2, three, ["Cộng: 1 đơn vị"]])
    ).toEqual([]);
    expect(told([head, one, two, ["Cộng: 3 đơn vị"], head2, three, ["Cộng: 1 đơn vị"]])).toEqual([]);
    expect(told([head, one, two, ["Cộng: 5 đơn vị"], head2, three])).toEqual(["headline_differs A7"]);
  });

  test("quotes the text and says how many rows there are", () => {
    const reading = read(sheet("DS", [...TITLE, HEADER, ...ROWS, ["Tổng cộng: 14 đơn vị"]]));
    expect(reading.issues).toMatchObject([
      {
        rule: "headline_differs",
        severity: "warning",
        cell: "A9",
        message: "“Tổng cộng: 14 đơn vị”: trong bảng có 3 dòng; tính theo các dòng của bảng."
      }
    ]);
    expect(reading).toMatchObject({rows_read: 3, rows_accepted: 3});
  });
});

describe("a count beside the heading of a group", () => {
  test.each<[Value[], boolean]>([
    [["I. KHU DÂN CƯ (2)"], false],
    [["I. KHU DÂN CƯ (12)"], true],
    [["I. KHU DÂN CƯ (2 đơn vị)"], false],
    [["I. KHU DÂN CƯ (gồm 5 thôn)"], true],
    [["I. KHU DÂN CƯ: 5 đơn vị"], true],
    [["I", "KHU DÂN CƯ (3)"], false],
    [["I", "KHU DÂN CƯ (5)"], true]
  ])("%j", (heading, isTold) => {
    const cell = heading.length === 2 ? "B4" : "A4";
    expect(told([heading, ...ROWS.slice(1)])).toEqual(isTold ? [`headline_differs ${cell}`] : []);
  });

  test("a number that belongs to a name or a law is none", () => {
    expect(told([["I. KHU DÂN CƯ (Thông tư 124)"], ...ROWS.slice(1)])).toEqual([]);
  });
});

describe("a count in the title", () => {
  test.each<[string, boolean]>([
    ["DANH SÁCH 3 ĐƠN VỊ ĐỀ NGHỊ XÉT NĂM 2025, PHƯỜNG SẦM SƠN", false],
    ["DANH SÁCH 14 ĐƠN VỊ ĐỀ NGHỊ XÉT NĂM 2025, PHƯỜNG SẦM SƠN", true],
    ["DANH SÁCH PHƯỜNG SẦM SƠN NĂM 2025 (gồm 2 khu dân cư)", false],
    ["DANH SÁCH PHƯỜNG SẦM SƠN NĂM 2025 (gồm 7 khu dân cư)", true],
    ["DANH SÁCH ĐƠN VỊ PHƯỜNG SẦM SƠN NĂM 2025, kèm Báo cáo số 15/BC-UBND ngày 10/11/2025", false],
    ["BAN CHỈ ĐẠO 138 PHƯỜNG SẦM SƠN, NĂM 2025", false]
  ])("“%s”", (title, isTold) => {
    expect(told(ROWS, [[title]])).toEqual(isTold ? ["headline_differs A1"] : []);
  });

  test("over one sheet per type may be of the whole file", () => {
    const title = ["DANH SÁCH 3 ĐƠN VỊ ĐỀ NGHỊ XÉT NĂM 2025, PHƯỜNG SẦM SƠN"];
    const sheets = [sheet("KDC", [title, HEADER, ...ROWS.slice(1, 3)]), sheet("CQ", [title, HEADER, ...ROWS.slice(4)])];
    expect(found(read(sheets))).not.toContainEqual(expect.stringContaining("headline_differs"));
  });
});

describe("the numbers of a total row", () => {
  const total = (...values: Value[]): Value[][] => [...ROWS, ["Tổng cộng", ...values]];

  test("ticks are counted, counts are summed", () => {
    expect(told(total(null, null, 3, 2, 1, 4))).toEqual([]);
    expect(told(total(null, null, 3, 3, 1, 5))).toEqual(["total_row_differs E9", "total_row_differs G9"]);
  });

  test("beside the label stands the number of rows", () => {
    expect(told(total(3))).toEqual([]);
    expect(told(total(4))).toEqual(["headline_differs B9"]);
  });

  test("a column with a cell that cannot be read is not held against its total", () => {
    const rows = [...ROWS.slice(0, -1), unit(3, "Trạm Y tế", "CQ", "x", null, "ba")];
    const reading = found(read(sheet("DS", [...TITLE, HEADER, ...rows, ["Tổng cộng", null, null, 3, 2, 1, 9]])));
    expect(reading).toEqual(["not_a_count G8"]);
  });

  test("a total may be of its group; a row of percentages is none", () => {
    const [head, one, two, head2, three] = ROWS as [Value[], Value[], Value[], Value[], Value[]];
    expect(
      told([head, one, two, ["Cộng", null, null, 2, 1, 1, 3], head2, three, ["Tỷ lệ", null, null, 100, 67]])
    ).toEqual([]);
  });

  test("a row that was refused counts: it stands in the table", () => {
    const rows: Value[][] = [...ROWS, [4, null, "KDC", "x"], ["Tổng cộng: 4 đơn vị"]];
    expect(told(rows)).toEqual([]);
  });
});

test("the totals of Biểu tổng hợp, group by group", () => {
  const grid = (district: number, all: number): Value[][] => [
    ["BIỂU TỔNG HỢP HUYỆN BẮC QUANG, TỈNH HÀ GIANG NĂM 2024"],
    ["STT", "Xã, thị trấn", "Khu dân cư", null, null],
    [null, null, "Tổng số", "Đăng ký", "Đạt"],
    [1, "Xã Tân Quang", 10, 10, 8],
    [2, "Xã Tân Lập", "1.376", 5, 5],
    ["Cộng", null, district, 15, 13],
    ["Tổng cộng", null, all, 15, 13]
  ];
  const totals = (district: number, all: number): string[] =>
    found(read(sheet("Tổng hợp", grid(district, all), ["C2:E2"]))).filter((text) => text.startsWith("total_row"));
  expect(totals(1386, 1386)).toEqual([]);
  expect(totals(1387, 1386)).toEqual(["total_row_differs C6"]);
  expect(totals(1386, 11)).toEqual(["total_row_differs C7"]);
});

test("many headings and totals cost no time", () => {
  const rows = Array.from({length: 3000}, (_, i): Value[][] => [
    [`${["I", "II", "III"][i % 3] ?? "I"}. KHU DÂN CƯ (1)`],
    unit(i + 1, `Thôn ${i}`, "KDC", "x", null, 1),
    ["Cộng", null, null, 1, 1, 0, 1]
  ]).flat();
  const started = performance.now();
  expect(told(rows)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
});
