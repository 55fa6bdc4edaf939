import {read, utils, type WorkBook} from "@e965/xlsx";
import {beforeAll, describe, expect, it} from "vitest";
import {writeWorkbook} from "../../../src/report/workbook/writeWorkbook.ts";
import {cleanText} from "../../../src/report/content/cleanText.ts";
import {faultsOf, named, type Parts, partsOf, textOf} from "./officeFile.ts";
import {HOSTILE, smallReport, TABLE} from "./smallReport.ts";

const name = cleanText(HOSTILE);
const table = {...TABLE, rows: [...TABLE.rows.slice(0, 2), [name, 1, null, null, null]], totals: []};
const {marks} = smallReport();
let bytes: Uint8Array;
let parts: Parts;
let book: WorkBook;

beforeAll(() => {
  bytes = writeWorkbook({
    title: "Kết quả năm 2025, Tỉnh Thanh Hóa",
    creator: "BAN CHỈ ĐẠO 138",
    marks,
    sheets: [
      {name: "Tổng hợp", title: "Tổng hợp", tables: [TABLE, TABLE]},
      {name: "Đơn vị", title: "Đơn vị năm 2025", tables: [table], frozenColumns: 1}
    ],
    notes: ["Ô trống là chưa có số liệu."]
  });
  parts = partsOf(bytes);
  book = read(bytes, {cellDates: false});
});

describe("the workbook of a report", () => {
  it("is a sound package that another program reads, with its sheets and Ghi chú", () => {
    expect(faultsOf(bytes)).toEqual([]);
    expect(book.SheetNames).toEqual(["Tổng hợp", "Đơn vị", "Ghi chú"]);
  });

  it("holds real numbers: counts, shares of 0 to 1, days; blank where nothing is known", () => {
    const sheet = book.Sheets["Đơn vị"];
    expect(sheet?.["B6"]).toMatchObject({t: "n", v: 1376});
    expect(sheet?.["C6"]).toMatchObject({t: "n", v: 0.7996, w: "79.96%"});
    expect(sheet?.["D6"]).toMatchObject({t: "n", v: -1.25});
    expect(sheet?.["E6"]).toMatchObject({t: "n", w: "18/11/2025"});
    expect(sheet?.["B7"]).toBeUndefined();
  });

  it("says on every sheet that figures are simulated and provisional", () => {
    for (const sheet of book.SheetNames) {
      const rows = utils.sheet_to_json<string[]>(book.Sheets[sheet] ?? {}, {header: 1});
      expect(rows[1]?.[0], sheet).toBe("Số liệu mô phỏng · Sơ bộ");
    }
  });

  it("keeps the head of a list in view and lets it be filtered", () => {
    const sheet = textOf(parts, "xl/worksheets/sheet2.xml");
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="5" topLeftCell="B6"[^>]*state="frozen"/);
    expect(sheet).toContain('<autoFilter ref="A5:E8"/>');
    expect(textOf(parts, "xl/workbook.xml")).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'Đơn vị'!$A$5:$E$8</definedName>`
    );
  });

  it("keeps text that looks like a formula text", () => {
    const sheet = book.Sheets["Đơn vị"];
    expect(sheet?.["A8"]).toMatchObject({t: "s", v: name});
    expect(sheet?.["A8"]).not.toHaveProperty("f");
    expect(sheet?.["A7"]).toMatchObject({t: "s", v: "+84 Thôn"});
    // Excel keeps it text when someone edits the cell.
    const xml = textOf(parts, "xl/worksheets/sheet2.xml");
    const style = Number(/<c r="A8" s="(\d+)"/.exec(xml)?.[1]);
    const formats = [
      ...(textOf(parts, "xl/styles.xml")
        .split("<cellXfs")[1]
        ?.matchAll(/<xf [^>]*>/g) ?? [])
    ];
    expect(formats[style]?.[0]).toContain('quotePrefix="1"');
    expect(named(parts, /^xl\/worksheets/).some((part) => textOf(parts, part).includes("<f>"))).toBe(false);
  });
});
