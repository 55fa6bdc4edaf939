import {describe, expect, test} from "vitest";
import type {Cell} from "../../../loaders/read/workbook.ts";
import {toTcvn3, toVni} from "../read/legacyText/encode.ts";
import {read, sheet, TITLE, type Value} from "./build.ts";

const GRID: readonly (readonly Value[])[] = [
  ...TITLE,
  ["STT", "Tên đơn vị", "Loại hình", "Kết quả xét", "Phân loại"],
  [1, "Thôn Đông", "Khu dân cư", "Chưa đạt", "Giỏi"],
  [2, "Thôn Đoài", "Khu dân cư", "Đạt", "Khá"]
];
/** The grid as it is typed in a legacy encoding. */
const typed = (encode: (text: string) => string, font: string | null): Value[][] =>
  GRID.map((row) =>
    row.map((value): Value =>
      typeof value === "string" ? ({text: encode(value), font} satisfies Partial<Cell>) : value
    )
  );

describe("a sheet in a legacy encoding", () => {
  test("is told once, with its font and what to do; by its letters alone it is a warning", () => {
    const [named] = read(sheet("KDC", typed(toTcvn3, ".VnTime"))).issues;
    expect(named).toMatchObject({rule: "legacy_encoding", severity: "info", sheet: "KDC", cell: "A1"});
    expect(named?.message).toBe("Trang “KDC” dùng phông chữ TCVN3 (.VnTime); đã chuyển 14 ô sang Unicode.");
    const [guessed] = read(sheet("KDC", typed(toVni, null))).issues;
    expect(guessed).toMatchObject({rule: "legacy_encoding", severity: "warning"});
    expect(guessed?.message).toContain("theo bảng mã VNI mà không ghi phông");
  });

  test("reads like the same sheet in Unicode; the trace and the issues keep what the file stores", () => {
    const plain = read(sheet("KDC", GRID));
    for (const encode of [toTcvn3, toVni]) {
      const reading = read(sheet("KDC", typed(encode, encode === toVni ? "VNI-Times" : ".VnTime")));
      expect(reading.units).toEqual(plain.units);
      expect(reading.columns).toEqual(plain.columns);
      expect(reading.values).toContainEqual(
        expect.objectContaining({row_number: 5, field: "is_certified", raw_text: encode("Đạt")})
      );
      const fault = reading.issues.find(({rule}) => rule === "unknown_class");
      expect(fault).toMatchObject({cell: "E4", raw_value: encode("Giỏi")});
      expect(fault?.message).toContain("“Giỏi”");
    }
  });

  test("keeps its own name in rows and issues, also where the name is in the encoding", () => {
    const name = toTcvn3("Danh sách đơn vị");
    const reading = read(sheet(name, typed(toTcvn3, ".VnTime")));
    expect(new Set([...reading.units, ...reading.columns, ...reading.values].map((row) => row.sheet))).toEqual(
      new Set([name])
    );
    expect(reading.issues[0]).toMatchObject({sheet: name});
    expect(reading.issues[0]?.message).toContain("Trang “Danh sách đơn vị”");
  });
});
