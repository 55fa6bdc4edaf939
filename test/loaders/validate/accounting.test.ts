import fc from "fast-check";
import {expect, test} from "vitest";
import type {Reading} from "../../../loaders/validate/reading.ts";
import {date, error, percent, read, sheet, type Value} from "./build.ts";

/** Words that headers, titles, headings, totals, signatures and cells are made of, in no order. */
const WORDS: readonly Value[] = [
  ..."STT|TT|Tên đơn vị|Tên mô hình|Nội dung|Loại hình|Xã|Huyện|Năm|Mã xã|Đăng ký|Kết quả xét|Đạt|Chưa đạt|Phân loại".split(
    "|"
  ),
  ..."Xuất sắc|Khá|Trung bình|Yếu|Điểm|Tổng số|Số quyết định|Ngày đăng ký|Ghi chú|Cấp quản lý|Diện loại trừ|Giá trị".split(
    "|"
  ),
  ..."Khu dân cư|Cơ quan|Cơ quan, doanh nghiệp|I. KHU DÂN CƯ|II|B. TRƯỜNG HỌC|Tổng cộng|Cộng|Toàn xã|Nơi nhận:".split(
    "|"
  ),
  ..."TM. ỦY BAN NHÂN DÂN|Thôn 1|Thôn 2|Trường Mầm non|Công ty|x|X|Có|Không|-|1.376|59/59|12 người|31/02/2025".split(
    "|"
  ),
  ..."14/02/2025|Hộ gia đình|Ngày nghị quyết|2019-2020|Bản Mù|Xã Trạm Tấu|Sầm Sơn|16531|HUYỆN TRẠM TẤU|Xã Không Có".split(
    "|"
  ),
  ..."PHƯỜNG SẦM SƠN NĂM 2025|NĂM 2024|(Số liệu sơ bộ)|(1)|(2)|(3)|__proto__|constructor|${x}|=1+1|\u00a0|".split("|"),
  0,
  1,
  2,
  3,
  1.376,
  840,
  -1,
  true,
  date(45_702),
  date(1e12),
  percent(0.95),
  error("#N/A"),
  {isFormula: true}
];

const value = fc.oneof({weight: 4, arbitrary: fc.constantFrom(...WORDS)}, {weight: 1, arbitrary: fc.constant(null)});
const grid = fc.array(fc.array(value, {maxLength: 10}), {maxLength: 14});
/** A grid with a header that some form knows, so that rows are read. */
const headed = fc
  .tuple(
    fc.constantFrom<Value[]>(
      ["STT", "Tên đơn vị", "Loại hình", "Xã", "Đăng ký", "Kết quả xét", "Phân loại", "Điểm", "Năm"],
      ["STT", "Tên mô hình", "Xã", "Phân loại", "Số điểm", "Nhân rộng"],
      ["STT", "Nội dung", "Xã", "Kết quả", "Tổng số", "Ngày"],
      ["STT", "Xã", "Huyện", "Loại hình", "Tổng số", "Đăng ký", "Đạt", "Khá"]
    ),
    grid,
    grid
  )
  .map(([header, above, below]) => [...above.slice(0, 3), header, ...below]);
const merges = fc.array(
  fc
    .tuple(
      fc.integer({min: 1, max: 14}),
      fc.integer({min: 0, max: 8}),
      fc.integer({min: 0, max: 3}),
      fc.integer({min: 0, max: 3})
    )
    .map(([row, column, down, right]) => {
      const letter = (at: number): string => String.fromCharCode(65 + at);
      return `${letter(column)}${row}:${letter(column + right)}${row + down}`;
    }),
  {maxLength: 4}
);

function hold(reading: Reading): void {
  const {rows_read, rows_accepted, rows_rejected, units, models, facts, summaries, issues, columns} = reading;
  expect(rows_read).toBe(rows_accepted + rows_rejected);
  const rows = new Set(summaries.map(({sheet: name, row_number}) => `${name}!${row_number}`));
  expect(units.length + models.length + facts.length + rows.size).toBeLessThanOrEqual(rows_accepted);
  expect(units.length + models.length + facts.length).toBeGreaterThanOrEqual(
    summaries.length > 0 ? 0 : rows_accepted - rows.size
  );
  if (rows_rejected > 0) expect(issues.some(({severity}) => severity === "row_error")).toBe(true);
  const keys = columns.map(({sheet: name, form, field, column_letter}) =>
    [name, form, field, column_letter].join("\n")
  );
  expect(new Set(keys).size).toBe(keys.length);
  const texts = reading.values.map(({sheet: name, row_number, field}) => [name, row_number, field].join("\n"));
  expect(new Set(texts).size).toBe(texts.length);
  for (const {message, remedy, cell, row_number} of issues) {
    expect(message.normalize("NFC")).toMatch(/\p{L}.*[.?]$/su);
    expect(remedy).toMatch(/^\p{Lu}.*\.$/su);
    if (cell !== null) expect(cell).toMatch(/^[A-Z]+\d+$/);
    if (cell !== null) expect(row_number).not.toBeNull();
  }
}

test("rows_read = rows_accepted + rows_rejected, and no sheet of words makes the reading fail", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(grid, headed), merges), {minLength: 1, maxLength: 3}), (sheets) => {
      const made = sheets.map(([rows, merged], index) => sheet(`Trang ${index + 1}`, rows, merged));
      hold(read(made, {folderYear: 2025}));
    }),
    {numRuns: 400}
  );
});

test("a refused row and an accepted one are never the same", () => {
  fc.assert(
    fc.property(headed, (rows) => {
      const reading = read(sheet("DS", [["PHƯỜNG SẦM SƠN, NĂM 2025"], ...rows]));
      const refused = new Set(
        reading.issues.filter(({severity}) => severity === "row_error").map(({row_number}) => row_number)
      );
      for (const {row_number} of [...reading.units, ...reading.models, ...reading.facts]) {
        expect(refused.has(row_number)).toBe(false);
      }
    }),
    {numRuns: 300}
  );
});
