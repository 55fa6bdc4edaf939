import {describe, expect, it} from "vitest";
import type {Issue} from "../../../loaders/validate/reading.ts";
import {checkItems, countItems} from "../../../src/views/checkItems.ts";

const issue = (severity: string, sheet: string | null, cell: string | null, more: Partial<Issue> = {}): Issue => ({
  commune_code: null,
  severity,
  rule: "r",
  sheet,
  cell,
  row_number: cell === null ? null : Number(/\d+/.exec(cell)?.[0]),
  field: null,
  raw_value: null,
  message: "Sai.",
  remedy: "Ghi lại.",
  ...more
});
const SHEETS = [
  {name: "KDC", headerRows: [3]},
  {name: "Mô hình", headerRows: [1]}
];
const said = (issues: readonly Issue[]): unknown[] =>
  checkItems(issues, SHEETS).map(({number, kind, sheet, cell}) => [number, kind, sheet, cell]);

describe("checkItems", () => {
  it("numbers what must be mended first, then what is worth a look; notes have no number", () => {
    expect(
      said([
        issue("info", "KDC", "C3"),
        issue("warning", "KDC", "B5"),
        issue("value_error", "KDC", "F7"),
        issue("row_error", "KDC", "B9")
      ])
    ).toEqual([
      [1, "fix", "KDC", "F7"],
      [2, "fix", "KDC", "B9"],
      [3, "review", "KDC", "B5"],
      [null, "note", "KDC", "C3"]
    ]);
  });

  it("goes through the file as a person does: the file itself, sheet by sheet its cells, then what concerns the whole sheet", () => {
    expect(
      said([
        issue("value_error", "Mô hình", "A2"),
        issue("value_error", "KDC", null),
        issue("value_error", "KDC", "AA10"),
        issue("value_error", "KDC", "Z10"),
        issue("value_error", "KDC", "B9"),
        issue("row_error", null, null)
      ])
    ).toEqual([
      [1, "fix", null, null],
      [2, "fix", "KDC", "B9"],
      [3, "fix", "KDC", "Z10"],
      [4, "fix", "KDC", "AA10"],
      [5, "fix", "KDC", null],
      [6, "fix", "Mô hình", "A2"]
    ]);
  });

  it("one cell is one entry, as grave as the gravest of its problems", () => {
    const [item, ...more] = checkItems(
      [
        issue("warning", "KDC", "F7", {message: "Nên xem."}),
        issue("value_error", "KDC", "F7", {message: "Sai.", raw_value: "Giỏi"}),
        issue("value_error", "KDC", "F7", {message: "Sai.", raw_value: "Giỏi"})
      ],
      SHEETS
    );
    expect(more).toEqual([]);
    expect(item?.kind).toBe("fix");
    expect(item?.quote).toBe("Giỏi");
    expect(item?.problems.map(({message}) => message)).toEqual(["Nên xem.", "Sai."]);
  });

  it("the same address on two sheets is two cells", () => {
    expect(said([issue("warning", "KDC", "A2"), issue("warning", "Mô hình", "A2")])).toHaveLength(2);
  });

  it("quotes an empty cell as empty, nothing where no cell is meant, nothing for a header", () => {
    const quotes = checkItems(
      [issue("warning", "KDC", "H12"), issue("warning", "KDC", null), issue("warning", "KDC", "C3")],
      SHEETS
    ).map(({cell, quote}) => [cell, quote]);
    expect(quotes).toEqual([
      ["C3", null],
      ["H12", ""],
      [null, null]
    ]);
  });

  it("counts entries of the file and of a sheet", () => {
    const items = checkItems([issue("warning", "KDC", "A2"), issue("row_error", null, null)], SHEETS);
    expect(countItems(items)).toEqual({fix: 1, review: 1, note: 0});
    expect(countItems(items, "KDC")).toEqual({fix: 0, review: 1, note: 0});
  });
});
