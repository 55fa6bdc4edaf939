import {read, utils} from "@e965/xlsx";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {csvFile, harmless} from "../../../../src/components/export/csvFile.ts";
import type {ExportTable} from "../../../../src/components/export/exportTable.ts";
import {fileNameOf} from "../../../../src/components/export/fileName.ts";
import {withResolution} from "../../../../src/components/export/pngResolution.ts";
import {tableDataIn} from "../../../../src/components/export/tableData.ts";
import {xlsxFile} from "../../../../src/components/export/xlsxFile.ts";
import {dataTable} from "../../../../src/components/dataTable.ts";
import {formatCount} from "../../../../src/components/format.ts";

const table: ExportTable = {
  name: "Tỷ lệ được công nhận, Thanh Hóa, 2025, sơ bộ",
  columns: [
    {header: "Mã xã", kind: "text"},
    {header: "Xã", kind: "text"},
    {header: "Đạt", kind: "count"},
    {header: "Tỷ lệ", kind: "share"},
    {header: "Ngày", kind: "day"}
  ],
  rows: [
    ["14797", "Hạc Thành", 5609, 5609 / 7108, "2025-11-18"],
    ["04543", '=HYPERLINK("http://x";"bấm")', null, null, null]
  ],
  notes: ["Năm 2025", "Số liệu mô phỏng"]
};

describe("a CSV file", () => {
  const text = new TextDecoder("utf-8", {ignoreBOM: true}).decode(csvFile(table));
  it("begins with the mark of UTF-8, parts cells by semicolons and has decimal commas", () => {
    expect(text.startsWith("\ufeffMã xã;Xã;Đạt;Tỷ lệ (%);Ngày\r\n")).toBe(true);
    expect(text).toContain("14797;Hạc Thành;5609;78,911086;18/11/2025\r\n");
  });
  it("leaves missing values empty and makes formulas harmless", () => {
    expect(text).toContain(`04543;"'=HYPERLINK(""http://x"";""bấm"")";;;`);
  });
  it("never lets a text begin as a formula", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "＝"), (rest, start) => {
        expect(harmless(start + rest).startsWith("'")).toBe(true);
      })
    );
  });
});

describe("a workbook", () => {
  const bytes = xlsxFile(table, {day: "2025-11-18", subject: "Số liệu mô phỏng"});
  const book = read(bytes, {cellNF: true, cellStyles: true});
  it("opens with real numbers, shares as percent, days as days", () => {
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
    expect(sheet["C2"]).toMatchObject({t: "n", v: 5609});
    expect(sheet["D2"]).toMatchObject({t: "n", v: 5609 / 7108, z: "0.00%"});
    expect(sheet["E2"]).toMatchObject({t: "n", v: 45979});
    expect(sheet["A2"]).toMatchObject({t: "s", v: "14797"});
    expect(sheet["C3"]).not.toHaveProperty("v");
  });
  it("keeps a text that looks like a formula as text", () => {
    expect((book.Sheets[book.SheetNames[0] ?? ""] ?? {})["B3"]).toMatchObject({t: "s"});
  });
  it("says on its second sheet what it is, its filters and that it is simulated", () => {
    expect(book.SheetNames[1]).toBe("Ghi chú");
    const notes = utils.sheet_to_json<string[]>(book.Sheets["Ghi chú"] ?? {}, {header: 1}).flat();
    expect(notes).toEqual(expect.arrayContaining([table.name, "Năm 2025", "Số liệu mô phỏng"]));
  });
  it("is the same bytes for the same table", () => {
    const again = xlsxFile(table, {day: "2025-11-18", subject: "Số liệu mô phỏng"});
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });
  it("takes any name and any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({unit: "grapheme-ascii"}), (name, text) => {
        const columns = [{header: "x", kind: "text" as const}];
        const one = read(xlsxFile({name, columns, rows: [[text]], notes: []}, {day: null, subject: name}));
        expect(one.SheetNames).toHaveLength(2);
      }),
      {numRuns: 50}
    );
  });
});

describe("a file name", () => {
  it("says what is in it, without accents", () => {
    expect(fileNameOf(table.name)).toBe("ty-le-duoc-cong-nhan_thanh-hoa_2025_so-bo");
    expect(fileNameOf("Đã đạt 78,9%")).toBe("da-dat-78-9");
    expect(fileNameOf("///")).toBe("so-lieu");
  });
  it("holds only what every system takes", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (name) => {
        expect(fileNameOf(name)).toMatch(/^[a-z0-9_-]{1,100}$/);
      })
    );
  });
});

describe("a PNG", () => {
  const png = Uint8Array.from(
    atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    (letter) => letter.charCodeAt(0)
  );
  it("says its resolution once, before the image", () => {
    const twice = withResolution(withResolution(png, 96), 300);
    const view = new DataView(twice.buffer);
    expect(String.fromCharCode(...twice.subarray(37, 41))).toBe("pHYs");
    expect(view.getUint32(41)).toBe(11811);
    expect(twice.length).toBe(png.length + 21);
  });
  it("is refused when it is none", () => {
    expect(() => withResolution(new Uint8Array(20), 300)).toThrow("not a PNG");
  });
});

describe("a table on the page", () => {
  it("leaves by its fields, else by its words; whole numbers are numbers, a dash is nothing", () => {
    const node = dataTable(
      [
        {name: "Hạc Thành", n: 1188, d: 1200},
        {name: "Tĩnh Gia", n: null, d: 9}
      ],
      [
        {title: "Xã", heading: true, value: ({name}) => name},
        {title: "Đạt", numeric: true, value: ({n}) => (n === null ? null : formatCount(n))},
        {title: "Tỷ lệ", value: () => "99%", fields: [{header: "Phải xét", kind: "count", of: ({d}) => d}]}
      ],
      {caption: "x"}
    );
    expect(tableDataIn(node)?.()).toEqual({
      columns: [
        {header: "Xã", kind: "text"},
        {header: "Đạt", kind: "count"},
        {header: "Phải xét", kind: "count"}
      ],
      rows: [
        ["Hạc Thành", 1188, 1200],
        ["Tĩnh Gia", null, 9]
      ]
    });
  });
});
