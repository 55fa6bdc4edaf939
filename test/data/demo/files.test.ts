import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {columnLetter} from "../../../loaders/read/cellAddress.ts";
import {dateSerial, writtenDay} from "../../../loaders/write/plannedSheet.ts";
import {DEMO_STYLES, type DemoSheet} from "../../../data/demo/files/styles.ts";
import {encodeWindows1258} from "../../../data/demo/files/windows1258.ts";
import {writeCsv} from "../../../data/demo/files/writeCsv.ts";
import {writeXlsx} from "../../../loaders/write/writeXlsx.ts";
import {createRandom} from "../../../data/demo/random.ts";
import {apportion} from "../../../data/demo/world/apportion.ts";
import {fileWord} from "../../../data/demo/world/areaTitles.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";

const sheet: DemoSheet = {
  name: "Danh sách",
  widths: [6, 30, 12, 9],
  rows: [
    {row: 1, cells: [{column: 1, value: "Số liệu mô phỏng", style: "mark"}]},
    {
      row: 3,
      cells: [
        {column: 1, value: 1, style: "centre"},
        {column: 2, value: 'Thôn "Đông" & <Tây>', style: "text"},
        {column: 3, value: dateSerial("2025-02-14"), style: "date"},
        {column: 4, value: 88.5, style: "decimal"}
      ]
    },
    {row: 4, cells: [{column: 4, value: {kind: "formula", formula: "SUM(D3:D3)", value: 88.5}, style: "totalNumber"}]}
  ],
  merges: ["A1:D1"],
  frozenRows: 1
};
const properties = {title: "Thử", subject: "Số liệu mô phỏng", creator: "UBND xã", created: "2025-11-10"};

describe("writeXlsx", () => {
  test("gives these very bytes on every machine, in every time zone", () => {
    const zone = process.env["TZ"];
    const hash = (): string =>
      createHash("sha256")
        .update(writeXlsx([sheet], DEMO_STYLES, properties))
        .digest("hex");
    const before = hash();
    process.env["TZ"] = "Asia/Ho_Chi_Minh";
    const after = hash();
    process.env["TZ"] = zone;
    expect(after).toBe(before);
    expect(before).toBe("9a41c1694467190c2b5b3dfcce185fb1c7a9212d19d204c5b4965d0a8d12da15");
  });

  test("keeps texts, numbers, days, formulas with their value, merges and addresses", () => {
    const result = readWorkbook(writeXlsx([sheet], DEMO_STYLES, properties), {fileName: "a.xlsx"});
    if (!result.ok) throw new Error(result.refusal.message);
    const [read] = result.workbook.sheets;
    expect(read?.name).toBe("Danh sách");
    expect(read?.merges).toEqual([{top: 1, left: 1, bottom: 1, right: 4}]);
    const cells = new Map(read?.cells.map((cell) => [`${columnLetter(cell.column)}${cell.row}`, cell]));
    expect(cells.get("B3")?.text).toBe('Thôn "Đông" & <Tây>');
    expect(cells.get("C3")).toMatchObject({number: 45702, isDate: true});
    expect(cells.get("D3")).toMatchObject({number: 88.5, isFormula: false});
    expect(cells.get("D4")).toMatchObject({number: 88.5, isFormula: true});
    expect(cells.get("A1")?.font).toBe("Times New Roman");
  });
});

describe("writeCsv", () => {
  test.each(["utf-8", "utf-16le", "windows-1258"] as const)(
    "%s keeps rows at their numbers and words whole",
    (encoding) => {
      const result = readWorkbook(writeCsv(sheet, encoding), {fileName: "a.csv"});
      if (!result.ok) throw new Error(result.refusal.message);
      const texts = new Map(
        result.workbook.sheets[0]?.cells.map((cell) => [
          `${columnLetter(cell.column)}${cell.row}`,
          cell.text.normalize("NFC")
        ])
      );
      expect(texts.get("A1")).toBe("Số liệu mô phỏng");
      expect(texts.get("B3")).toBe('Thôn "Đông" & <Tây>');
      expect(texts.get("C3")).toBe("14/02/2025");
      expect(texts.get("D3")).toBe("88,5");
    }
  );
});

test("Windows-1258 holds every Vietnamese letter", () => {
  const letters = "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ";
  const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
  const text = Array.from(letters)
    .flatMap((letter) => tones.map((tone) => (letter + tone).normalize("NFC")))
    .join(" ");
  expect(new TextDecoder("windows-1258").decode(encodeWindows1258(text)).normalize("NFC")).toBe(text);
  expect(() => encodeWindows1258("✓")).toThrow("not in Windows-1258: ✓");
});

test("days are Excel's serial numbers and people's dd/mm/yyyy", () => {
  expect(dateSerial("1900-03-01").serial).toBe(61);
  expect(dateSerial("2025-07-01").serial).toBe(45839);
  expect(writtenDay("2025-07-01")).toBe("01/07/2025");
});

test("columns after Z have two letters", () => {
  expect([1, 26, 27, 52, 53, 703].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "AAA"]);
});

test("file names are plain letters", () => {
  expect(fileWord("phường Đông Sơn", " ")).toBe("phuong Dong Son");
});

describe("random draws", () => {
  test("depend on seed and key alone, not on the order of draws", () => {
    const one = createRandom(7);
    const first = [one.uniform("a"), one.normal("b"), one.integer("c", 1, 6)];
    const two = createRandom(7);
    expect([two.integer("c", 1, 6), two.normal("b"), two.uniform("a")].toReversed()).toEqual(first);
    expect(createRandom(8).uniform("a")).not.toBe(first[0]);
  });

  test("are even: mean one half, and a normal of mean 0 and deviation 1", () => {
    const random = createRandom(1);
    const count = 20_000;
    const keys = Array.from({length: count}, (_, index) => `key/${index}`);
    const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / count;
    expect(mean(keys.map(random.uniform))).toBeCloseTo(0.5, 1.7);
    const normals = keys.map(random.normal);
    expect(Math.abs(mean(normals))).toBeLessThan(0.03);
    expect(Math.abs(mean(normals.map((value) => value * value)) - 1)).toBeLessThan(0.05);
  });

  test("a shuffled list keeps its items", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, key) => {
        expect(createRandom(3).shuffle(key, items).sort()).toEqual([...items].sort());
      })
    );
  });
});

test("pieces shared out add up, and none gets less than the least", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({min: 0.01, max: 10, noNaN: true}), {minLength: 1, maxLength: 40}),
      fc.nat(500),
      fc.nat(5),
      (weights, extra, least) => {
        const total = weights.length * least + extra;
        const shares = apportion(total, weights, least);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(least);
      }
    )
  );
});
