import {describe, expect, test} from "vitest";
import {TITLE, error, found, read, sheet, type Value} from "./build.ts";

const HEADER = [
  "STT",
  "Mã đơn vị",
  "Tên đơn vị",
  "Loại hình",
  "Diện loại trừ",
  "Kết quả xét",
  "Số quyết định",
  "Phân loại",
  "Điểm"
];
const list = (...rows: Value[][]) => read(sheet("DS", [...TITLE, HEADER, ...rows]));

describe("values of a unit held against each other", () => {
  test("certified yet Yếu, and Xuất sắc yet not certified, are warnings; nothing is changed", () => {
    const reading = list(
      [1, null, "Thôn 1", "KDC", null, "Đạt", "12/QĐ", "Yếu"],
      [2, null, "Thôn 2", "KDC", null, "Chưa đạt", null, "Xuất sắc"]
    );
    expect(reading.units).toMatchObject([
      {is_certified: true, class: "yeu"},
      {is_certified: false, class: "xuat_sac"}
    ]);
    expect(found(reading)).toEqual(["certified_yet_weak H4", "excellent_not_certified H5"]);
    expect(reading.issues.every(({severity}) => severity === "warning")).toBe(true);
  });

  test("Đạt without a decision number is a warning in final figures, none in provisional ones", () => {
    const row = [1, null, "Thôn 1", "KDC", null, "Đạt", null, "Khá"];
    expect(found(list(row))).toEqual(["missing_decision G4"]);
    expect(found(read(sheet("DS", [["SỐ LIỆU SƠ BỘ"], ...TITLE, HEADER, row])))).toEqual([]);
  });

  test("a list without a column for decisions is not asked for them", () => {
    const reading = read(sheet("DS", [...TITLE, ["Tên đơn vị", "Loại hình", "Kết quả xét"], ["Thôn 1", "KDC", "Đạt"]]));
    expect(found(reading)).toEqual([]);
  });
});

describe("units of one name", () => {
  test("stay two, with a warning that names the other cell", () => {
    const reading = list([1, null, "Thôn Hoà Bình", "KDC"], [2, null, "THÔN HÒA BÌNH", "KDC"]);
    expect(reading.units).toHaveLength(2);
    expect(found(reading)).toContain("duplicate_unit C5");
    expect(reading.issues.find(({rule}) => rule === "duplicate_unit")?.message).toContain("C4");
  });

  test("are two units without a word if their codes, types or former communes differ", () => {
    const reading = list([1, "A1", "Sao Mai", "DN"], [2, "A2", "Sao Mai", "DN"], [3, null, "Sao Mai", "CQ"]);
    expect(found(reading)).toEqual([]);
  });

  test("on two sheets name the sheet", () => {
    const grid = [...TITLE, ["STT", "Tên đơn vị", "Loại hình", "Phân loại"], [1, "Thôn 1", "KDC", "Khá"]];
    const reading = read([sheet("Một", grid), sheet("Hai", grid)]);
    expect(reading.issues[0]?.message).toContain("B4 (trang Một)");
  });

  test("a code used twice is told of", () => {
    expect(found(list([1, "A1", "Sao Mai", "DN"], [2, "A1", "Sao Hôm", "DN"]))).toEqual(["duplicate_code B5"]);
  });
});

describe("units outside Thông tư 124", () => {
  test("are kept with their reason and a warning, by name", () => {
    const reading = list([1, null, "Trường Mầm non Hoa Sen", "CSGD"], [2, null, "Trường TH&THCS Lê Lợi", "CSGD"]);
    expect(reading.units.map(({exclusion_reason}) => exclusion_reason)).toEqual(["mam_non", null]);
    expect(reading.issues).toMatchObject([{rule: "excluded_kind", severity: "warning", cell: "C4"}]);
    expect(reading.values).toContainEqual({
      sheet: "DS",
      row_number: 4,
      field: "exclusion_reason",
      raw_text: "",
      rule: "excluded_by_name"
    });
  });

  test("small enterprises by the column", () => {
    const reading = list([1, null, "Công ty Sao Mai", "DN", "Doanh nghiệp siêu nhỏ"]);
    expect(reading.units[0]?.exclusion_reason).toBe("doanh_nghiep_nho");
    expect(found(reading)).toEqual(["excluded_kind C4"]);
  });

  test("for another reason are told of at the reason", () => {
    const reading = list([1, null, "Công ty Sao Mai", "DN", "Mới thành lập"]);
    expect(reading.units[0]?.exclusion_reason).toBe("khac");
    expect(found(reading)).toEqual(["excluded_other_reason E4"]);
  });

  test("a residential area is not excluded by its name", () => {
    expect(list([1, null, "Khu tập thể Trường Tiểu học", "KDC"]).units[0]?.exclusion_reason).toBeNull();
  });
});

describe("a cell that cannot be read", () => {
  test.each<[string, Value, number, string]>([
    ["an unknown class", "Giỏi", 7, "unknown_class H4"],
    ["an unknown result", "Đạt một phần", 5, "unknown_result F4"],
    ["a score over 100", 840, 8, "score_over_100 I4"],
    ["an error", error("#N/A"), 8, "error_cell I4"],
    ["a formula without value", {isFormula: true}, 8, "formula_without_value I4"]
  ])("%s leaves the value out and the unit in", (_, value, column, issue) => {
    const row: Value[] = [1, null, "Thôn 1", "KDC", null, "Chưa đạt", null, "Khá", 80];
    row[column] = value;
    const reading = list(row);
    expect(reading).toMatchObject({rows_read: 1, rows_accepted: 1, rows_rejected: 0});
    expect(reading.units).toHaveLength(1);
    expect(found(reading)).toEqual([issue]);
    expect(reading.issues[0]?.severity).toBe("value_error");
  });

  test("every message names the header as the file writes it, every remedy begins with a verb", () => {
    const header = ["TT", "Tên ĐV", "Loại", "Kết quả thẩm định", "Xếp loại PT"];
    const {issues} = read(sheet("DS", [...TITLE, header, [1, "Thôn 1", "KDC", "Đạt một phần", "Giỏi"]]));
    expect(issues.map(({message}) => message)).toEqual([
      expect.stringContaining("“Kết quả thẩm định”"),
      expect.stringContaining("“Xếp loại PT”")
    ]);
  });
});
