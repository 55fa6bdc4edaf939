import {describe, expect, test} from "vitest";
import {STANDARD_WORDS, standardText} from "../../../loaders/validate/standardText.ts";
import {TITLE, read, sheet, type Value} from "./build.ts";

describe("what the trace leaves out", () => {
  test("a cell that says a value's standard text keeps no text of its own", () => {
    const header = [
      "Tên đơn vị",
      "Loại hình",
      "Cấp quản lý",
      "Đăng ký",
      "Kết quả xét",
      "Phân loại",
      "Ngày đăng ký",
      "Điểm"
    ];
    const rows = (["xuat_sac", "kha", "trung_binh", "yeu"] as const).map((given, index) => [
      `Sao Mai ${index}`,
      standardText("unit_type", "co_quan"),
      standardText("managed_level", "tinh"),
      standardText("tick", index > 0),
      standardText("result", index > 0),
      standardText("class", given),
      standardText("date", "2025-02-14"),
      80
    ]);
    const reading = read(sheet("DS", [...TITLE, header, ...rows]));
    expect(reading.values).toEqual([]);
    expect(reading.units[0]).toMatchObject({
      unit_type: "co_quan",
      managed_level: "tinh",
      is_registered: false,
      is_certified: false,
      class: "xuat_sac",
      registered_date: "2025-02-14"
    });
  });

  test("a text that differs is kept as written, once for each row and field", () => {
    const grid: Value[][] = [
      ["STT", "Tên đơn vị", "Loại hình", "Đạt", "Chưa đạt", "Đăng ký"],
      [1, " Thôn\u00a01", "KDC", "x", null, "X"],
      [2, "Thôn 2", "KDC", "X", "Không", "-"]
    ];
    const reading = read(sheet("DS", [...TITLE, ...grid]));
    const texts = reading.values.map(({row_number, field, raw_text, rule}) => [row_number, field, raw_text, rule]);
    expect(texts.filter(([row]) => row === 4)).toEqual([
      [4, "unit_name", " Thôn\u00a01", null],
      [4, "unit_type", "KDC", null],
      [4, "is_certified", "x", null],
      [4, "is_registered", "X", null]
    ]);
    expect(texts.filter(([row]) => row === 5)).toEqual([
      [5, "unit_type", "KDC", null],
      [5, "is_certified", "X", null],
      [5, "is_registered", "-", "tick_blank_is_no"]
    ]);
    expect(new Set(texts.map(([row, field]) => `${String(row)} ${String(field)}`)).size).toBe(texts.length);
  });

  test.each([
    ["share", 0.8873, "88,73%"],
    ["count", 1376, "1.376"],
    ["score", 84.5, "84,5"],
    ["date", null, ""]
  ] as const)("a %s of %j is written “%s”", (type, value, text) => {
    expect(standardText(type, value)).toBe(text);
  });

  test("every closed word list has its standard words", () => {
    for (const words of Object.values(STANDARD_WORDS))
      expect(Object.values(words).every((word) => word !== "")).toBe(true);
  });
});
