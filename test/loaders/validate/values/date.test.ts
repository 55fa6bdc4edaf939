import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {readDate} from "../../../../loaders/validate/values/date.ts";
import {cell, date, type Value} from "../build.ts";

type Written = Exclude<Value, null>;
const SYSTEM = {uses1904Dates: false, lastYear: 2026};

describe("a day", () => {
  test.each<[Written, string | null]>([
    [date(45_702), "2025-02-14"],
    [date(45_702.75), "2025-02-14"],
    [45_702, "2025-02-14"],
    ["14/02/2025", "2025-02-14"],
    ["14/2/2025", "2025-02-14"],
    ["14-2-25", "2025-02-14"],
    ["14.02.2025", "2025-02-14"],
    ["14 / 2 / 2025", "2025-02-14"],
    ["2025-02-14", "2025-02-14"],
    ["2025-02-14T00:00:00", "2025-02-14"],
    ["14/02/2025 08:30", "2025-02-14"],
    ["ngày 14 tháng 02 năm 2025", "2025-02-14"],
    ["Số 12-NQ/CB ngày 14/02/2025", "2025-02-14"],
    ["14/02/2025.", "2025-02-14"],
    ["'14/02/2025", "2025-02-14"],
    ["14-Thg2-25", "2025-02-14"],
    ["14-Feb-25", "2025-02-14"],
    ["14 tháng 2 năm 2025", "2025-02-14"],
    ["14-Foo-25", "date_not_in_calendar"],
    ["45702", "2025-02-14"],
    ["１４/０２/２０２５", "2025-02-14"],
    ["29/02/2024", "2024-02-29"],
    ["31/02/2025", "date_not_in_calendar"],
    ["29/02/2025", "date_not_in_calendar"],
    ["31/4/2025", "date_not_in_calendar"],
    ["02/14/2025", "date_not_in_calendar"],
    ["0/1/2025", "date_not_in_calendar"],
    ["14/02/2205", "date_implausible"],
    ["14/02/1925", "date_implausible"],
    [date(99), "date_implausible"],
    ["02/2025", "not_a_date"],
    ["Quý I", "not_a_date"],
    ["2025", "not_a_date"],
    [2025, "not_a_date"],
    [date(1e12), "not_a_date"],
    ["-", null],
    ["đã nộp", "not_a_date"],
    [true, "not_a_date"]
  ])("%j is read as %j", (value, expected) => {
    const {value: read, fault} = readDate(cell(value), SYSTEM);
    expect(fault?.rule.id ?? read).toBe(expected);
  });

  test("serials of a workbook that counts from 1904 are 1462 days later", () => {
    expect(readDate(cell(date(45_702 - 1462)), {...SYSTEM, uses1904Dates: true}).value).toBe("2025-02-14");
  });

  test("month and day in the wrong order are offered the right way round", () => {
    const {fault} = readDate(cell("02/14/2025"), SYSTEM);
    expect(fault?.detail).toBe("14/02/2025");
  });

  test("every day of the century is read alike from its serial and from text", () => {
    fc.assert(
      fc.property(fc.integer({min: 36_526, max: 46_000}), (serial) => {
        const iso = readDate(cell(date(serial)), SYSTEM).value ?? "";
        const [year = "", month = "", day = ""] = iso.split("-");
        for (const text of [`${day}/${month}/${year}`, `${Number(day)}-${Number(month)}-${year}`, iso]) {
          expect(readDate(cell(text), SYSTEM).value).toBe(iso);
        }
        expect(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569).toBe(serial);
      })
    );
  });

  test("a date cell and dd/mm/yyyy are usual, other ways of writing go to the trace", () => {
    expect(readDate(cell(date(45_702)), SYSTEM).isUnusual).toBe(false);
    expect(readDate(cell("14/02/2025"), SYSTEM).isUnusual).toBe(false);
    expect(readDate(cell("14-2-25"), SYSTEM).isUnusual).toBe(true);
  });
});
