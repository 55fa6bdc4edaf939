import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readCount} from "../../../../loaders/validate/values/count.ts";
import {parseNumber, writeNumber} from "../../../../loaders/validate/values/numberText.ts";
import {readScore} from "../../../../loaders/validate/values/score.ts";
import {readShare} from "../../../../loaders/validate/values/share.ts";
import {cell, date, error, percent, type Value} from "../build.ts";

type Written = Exclude<Value, null>;
const count = (value: Written): number | string | null => {
  const {value: read, fault} = readCount(cell(value), {takesFraction: true});
  return (
    fault?.rule.id ?? (read === null ? null : read.total === null ? read.count : `${String(read.count)}/${read.total}`)
  );
};

describe("a count", () => {
  test.each<[Written, number | string | null]>([
    [12, 12],
    [0, 0],
    ["12", 12],
    [" 12 ", 12],
    ["05", 5],
    ["1.376", 1376],
    ["1 376", 1376],
    ["1.234.567", 1_234_567],
    ["12 người", 12],
    ["03 mô hình", 3],
    ["１２", 12],
    ["'12", 12],
    ["1.376,0", 1376],
    ["1\u202f376", 1376],
    ["1.376 hộ", 1376],
    ["59 / 61", "59/61"],
    ["59/61 người", "59/61"],
    ["không", 0],
    ["Không có", 0],
    ["-", null],
    ["–", null],
    ["59/59", "59/59"],
    ["1.376/1.376", "1376/1376"],
    ["69/70 xã", "69/70"],
    ["60/59", "part_over_whole"],
    [1.376, "count_not_whole"],
    [12.5, "count_not_whole"],
    ["12,5", "count_not_whole"],
    ["1,376", "count_not_whole"],
    [-3, "count_negative"],
    ["-3", "count_negative"],
    [99_999_999, "count_too_large"],
    ["khoảng 20", "not_a_count"],
    ["trên 96", "not_a_count"],
    ["x", "not_a_count"],
    [percent(0.5), "not_a_count"],
    [date(45_702), "not_a_count"],
    [true, "not_a_count"],
    [error("#N/A"), "error_cell"]
  ])("%j is read as %j", (value, expected) => {
    expect(count(value)).toBe(expected);
  });

  test("1.376 as a number asks which of the two was meant", () => {
    const {fault} = readCount(cell(1.376));
    const found = {header: "Tổng số người", text: fault?.text ?? "", detail: fault?.detail ?? ""};
    expect(fault?.rule.message(found)).toBe(
      "Cột “Tổng số người”: ô chứa số lẻ 1,376, số đếm phải nguyên. 1.376 hay 1376?"
    );
  });

  test("“không thuộc diện” is no count and no zero", () => {
    expect(readCount(cell("Không thuộc diện")).value).toEqual({count: null, total: null, isNotConcerned: true});
  });

  test("a fraction is no count where the form asks for one number", () => {
    expect(readCount(cell("3/5")).fault?.rule.id).toBe("not_a_count");
  });

  test("a formula without value is a fault, an empty cell is none", () => {
    expect(readCount(cell({isFormula: true})).fault?.rule.id).toBe("formula_without_value");
    expect(readCount(undefined)).toEqual({value: null, fault: null, isUnusual: false});
  });

  test("whole numbers are read back from every way of writing them", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 9_999_999}), (number) => {
        const dotted = writeNumber(number);
        for (const text of [String(number), dotted, dotted.replaceAll(".", " "), dotted.replaceAll(".", "\u00a0")]) {
          expect(readCount(cell(text)).value?.count).toBe(number);
        }
        expect(readCount(cell(number)).value?.count).toBe(number);
      })
    );
  });

  test("no text makes a count that is not a whole number from 0", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readCount(cell(text), {takesFraction: true}).value?.count ?? 0;
        expect(Number.isInteger(read) && read >= 0).toBe(true);
      })
    );
  });
});

describe("a number as text", () => {
  test.each([
    ["1.234,5", 1234.5],
    ["88,73", 88.73],
    ["-12,5", -12.5],
    [",5", 0.5],
    ["1.23", null],
    ["1,2,3", null],
    ["12a", null],
    ["", null]
  ])("“%s” is %j", (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });

  test("what we write is read back", () => {
    fc.assert(
      fc.property(fc.integer({min: -1e9, max: 1e9}), fc.integer({min: 0, max: 999}), (whole, thousandths) => {
        const number = Number(`${whole}.${String(thousandths).padStart(3, "0")}`);
        expect(parseNumber(writeNumber(number).replace("−", "-"))).toBe(number);
      })
    );
  });
});

describe("a score", () => {
  const score = (value: Written): number | string | null => {
    const {value: read, fault} = readScore(cell(value));
    return fault?.rule.id ?? read;
  };

  test.each<[Written, number | string | null]>([
    [86, 86],
    [84.5, 84.5],
    ["84,5", 84.5],
    ["84.5", 84.5],
    ["84 điểm", 84],
    ["84/100", 84],
    ["100", 100],
    [0, 0],
    ["-", null],
    [840, "score_over_100"],
    ["100,5", "score_over_100"],
    [-1, "not_a_score"],
    ["tám mươi", "not_a_score"],
    [true, "not_a_score"]
  ])("%j is read as %j", (value, expected) => {
    expect(score(value)).toBe(expected);
  });

  test("840 is refused and 84,0 offered", () => {
    const {fault} = readScore(cell(840));
    expect(fault?.rule.remedy({header: "Điểm", text: "840", detail: fault.detail ?? ""})).toMatch(/^Ghi 84,0 /);
  });

  test("every score that is accepted lies between 0 and 100", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({noNaN: true, noDefaultInfinity: true}), fc.string()), (value) => {
        const read = readScore(cell(value)).value ?? 0;
        expect(read).toBeGreaterThanOrEqual(0);
        expect(read).toBeLessThanOrEqual(100);
      })
    );
  });
});

describe("a share", () => {
  test.each<[Written, number | string | null]>([
    ["88,73 %", 0.8873],
    ["88.73%", 0.8873],
    ["100%", 1],
    [percent(0.8873), 0.8873],
    [percent(1.2), 1.2],
    [0.95, 0.95],
    [95, 0.95],
    [1, 1],
    ["95", 0.95],
    ["0,95", 0.95],
    ["45/50", 0.9],
    ["69/70 xã", 0.9857142857],
    ["-", null],
    ["trên 96%", "not_a_share"],
    ["1/0", "not_a_share"],
    ["hết", "not_a_share"],
    [-0.1, "not_a_share"]
  ])("%j is read as %j", (value, expected) => {
    const {value: read, fault} = readShare(cell(value));
    expect(fault?.rule.id ?? read).toBe(expected);
  });

  test("a percentage with decimal comma is a hundredth of its number", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 10_000}), (hundredths) => {
        const text = `${writeNumber(hundredths / 100)}%`;
        expect(readShare(cell(text)).value).toBeCloseTo(hundredths / 10_000, 9);
      })
    );
  });
});
