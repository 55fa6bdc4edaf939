import {type BookType, type CellObject, utils, write, type WorkSheet} from "@e965/xlsx";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readLegacy} from "../../../loaders/read/readLegacy.ts";
import {readWorkbook} from "../../../loaders/read/readWorkbook.ts";
import type {Cell, Workbook} from "../../../loaders/read/workbook.ts";

/** The formats by the names of the writer that is not ours, and by ours. */
const FORMATS: readonly (readonly [BookType, Workbook["format"]])[] = [
  ["xlsx", "xlsx"],
  ["xlsb", "xlsb"],
  ["biff8", "xls"],
  ["xlml", "xml"],
  ["ods", "ods"],
  ["fods", "ods"]
];

/** What a cell was written as: text, number, day, share, yes or no. */
type Value = {kind: "text"; text: string} | {kind: "number" | "date" | "percent"; number: number} | {kind: "boolean"; is: boolean}; // prettier-ignore

const text = fc
  .string({unit: fc.constantFrom(...Array.from("aăâđêôơưÁẶỆ Thôn1<>&\"'=+@{}$;,😀")), minLength: 1, maxLength: 30})
  .map((words) => `x${words}x`);
const value: fc.Arbitrary<Value | null> = fc.oneof(
  {weight: 1, arbitrary: fc.constant(null)},
  text.map((words) => ({kind: "text" as const, text: words})),
  fc.integer({min: -1_000_000, max: 1_000_000}).map((number) => ({kind: "number" as const, number})),
  fc.integer({min: -1e9, max: 1e9}).map((number) => ({kind: "number" as const, number: number / 1024})),
  fc.integer({min: 36_526, max: 47_000}).map((number) => ({kind: "date" as const, number})),
  fc.integer({min: 0, max: 1000}).map((number) => ({kind: "percent" as const, number: number / 1000})),
  fc.boolean().map((is) => ({kind: "boolean" as const, is}))
);
const grid = fc.array(fc.array(value, {minLength: 1, maxLength: 6}), {minLength: 1, maxLength: 8});

function cellObject(written: Value): CellObject {
  switch (written.kind) {
    case "text":
      return {t: "s", v: written.text};
    case "boolean":
      return {t: "b", v: written.is};
    case "date":
      return {t: "n", v: written.number, z: "dd/mm/yyyy"};
    case "percent":
      return {t: "n", v: written.number, z: "0.0%"};
    case "number":
      return {t: "n", v: written.number, z: "General"};
  }
}

function written(rows: readonly (readonly (Value | null)[])[], bookType: BookType): Uint8Array {
  const sheet: WorkSheet = {"!ref": `A1:${utils.encode_cell({r: rows.length - 1, c: 5})}`};
  for (const [r, row] of rows.entries()) {
    for (const [c, one] of row.entries()) if (one !== null) sheet[utils.encode_cell({r, c})] = cellObject(one);
  }
  return new Uint8Array(write(utils.book_new(sheet, "Danh sách"), {type: "array", bookType}) as ArrayBuffer);
}

function read(bytes: Uint8Array): Workbook {
  const result = readWorkbook(bytes, {fileName: "a", readOther: readLegacy});
  if (!result.ok) throw new Error(result.refusal.message);
  return result.workbook;
}

const expected = (one: Value): Partial<Cell> => {
  const shown = {isDate: one.kind === "date", isPercent: one.kind === "percent"};
  if (one.kind === "text") return {kind: "text", text: one.text, number: null, ...shown};
  if (one.kind === "boolean") return {kind: "boolean", number: one.is ? 1 : 0, ...shown};
  return {kind: "number", number: one.number, ...shown};
};

describe("whatever another program's writer writes is read back, every cell in its place", () => {
  it.each(FORMATS)("%s", (bookType, format) => {
    fc.assert(
      fc.property(grid, (rows) => {
        const {format: read_, sheets} = read(written(rows, bookType));
        expect(read_).toBe(format);
        expect(sheets.map(({name}) => name)).toEqual(["Danh sách"]);
        const cells = new Map((sheets[0]?.cells ?? []).map((cell) => [`${cell.row},${cell.column}`, cell]));
        for (const [r, row] of rows.entries()) {
          for (const [c, one] of row.entries()) {
            const key = `${r + 1},${c + 1}`;
            if (one === null) expect(cells.has(key)).toBe(false);
            else expect(cells.get(key)).toMatchObject(expected(one));
            cells.delete(key);
          }
        }
        expect([...cells.keys()]).toEqual([]);
      }),
      {numRuns: 60}
    );
  });
});

describe("whatever arrives is read or refused, never an error", () => {
  const rows: (Value | null)[][] = [
    [
      {kind: "text", text: "Thôn 1"},
      {kind: "number", number: 7},
      {kind: "date", number: 45_000}
    ],
    [
      {kind: "text", text: "Thôn 2"},
      {kind: "boolean", is: true},
      {kind: "percent", number: 0.5}
    ]
  ];
  it.each(FORMATS)("a %s with bytes changed anywhere", (bookType) => {
    const bytes = written(rows, bookType);
    const change = fc.record({at: fc.nat({max: bytes.length - 1}), to: fc.nat({max: 255})});
    fc.assert(
      fc.property(fc.array(change, {minLength: 1, maxLength: 5}), (changes) => {
        const changed = bytes.slice();
        for (const {at, to} of changes) changed[at] = to;
        const result = readWorkbook(changed, {fileName: "a", readOther: readLegacy});
        if (!result.ok) expect(result.refusal.message).toMatch(/^\p{Lu}.*\.$/su);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      {numRuns: 300}
    );
  });
});
