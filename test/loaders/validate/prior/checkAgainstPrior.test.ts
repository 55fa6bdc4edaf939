import {describe, expect, test} from "vitest";
import {checkAgainstPrior} from "../../../../loaders/validate/prior/checkAgainstPrior.ts";
import {type PriorUnit, type PriorYear, priorOf} from "../../../../loaders/validate/prior/priorYear.ts";
import type {Reading} from "../../../../loaders/validate/reading.ts";
import {nameKey} from "../../../../loaders/reference/nameKey.ts";
import {read, sheet, TITLE, type Value} from "../build.ts";

/** Sầm Sơn (16531) was made of several former wards: a former one is told by its code, Trường Sơn 14842. */
const unit = (name: string, more: Partial<PriorUnit> = {}): PriorUnit => ({
  unit_code: null,
  name,
  name_key: nameKey(name),
  later_name_keys: [],
  unit_type: "khu_dan_cu",
  former_commune_code: null,
  managed_level: "xa",
  managed_by: null,
  exclusion_reason: null,
  informed_total: null,
  ...more
});

const HEADER = ["STT", "Mã đơn vị", "Tên đơn vị", "Loại hình", "Đăng ký", "Kết quả xét", "Tổng số người"];
const row = (
  name: string,
  {code = null, type = "KDC", people = null}: {code?: Value; type?: string; people?: Value} = {}
) => [1, code, name, type, "x", "Đạt", people];
const list = (...rows: Value[][]): Reading => read(sheet("DS", [...TITLE, HEADER, ...rows]));

const priorOfReading = (reading: Reading, more: Partial<PriorYear> = {}): PriorYear => ({
  commune_code: reading.area_code ?? "",
  year: 2024,
  units: [],
  facts: [],
  models: [],
  summaries: [],
  ...more
});
const told = (reading: Reading, more: Partial<PriorYear>) =>
  checkAgainstPrior(reading, priorOfReading(reading, more)).map(({rule, cell, message}) =>
    [rule, cell, message].filter((part) => part !== null).join(" | ")
  );

describe("a file held against nothing", () => {
  test("says once that there is no earlier year", () => {
    const issues = checkAgainstPrior(list(row("Thôn 1")), null);
    expect(issues).toMatchObject([{rule: "no_prior_year", severity: "info", cell: null, sheet: null}]);
    expect(issues[0]?.message).toMatch(/^Chưa có số liệu năm trước để so sánh/);
  });
});

describe("units of the year before", () => {
  test("all there: nothing to say", () => {
    expect(told(list(row("Thôn 1"), row("Thôn Hoà Bình")), {units: [unit("Thôn 01"), unit("thôn Hòa Bình")]})).toEqual(
      []
    );
  });

  test("that are gone are named together, as are new ones", () => {
    const reading = list(row("Thôn 1"), row("Thôn Hải Yến"));
    const units = ["Thôn 1", "Thôn Bắc Kỳ", "Thôn Vinh Sơn"].map((name) => unit(name));
    expect(told(reading, {units})).toEqual([
      "unit_ended | So với danh sách năm 2024 không còn 2 khu dân cư, được coi là đã kết thúc: “Thôn Bắc Kỳ”, “Thôn Vinh Sơn”.",
      "unit_new | So với danh sách năm 2024 có thêm 1 khu dân cư: “Thôn Hải Yến”."
    ]);
  });

  test("more than eight names are counted", () => {
    const units = "ABCDEGHIKL".split("").map((letter) => unit(`Khu ${letter}${letter}${letter}`));
    expect(told(list(row("Khu AAA")), {units})[0]).toContain("“Khu KKK” và 1 đơn vị khác.");
  });

  test("of a close name are asked about at the name's cell, and are then neither gone nor new", () => {
    const units = [unit("Thôn Một"), unit("Thôn Đông Hải"), unit("Thôn 3")];
    const close = told(list(row("Thôn 1"), row("Tổ dân phố Đông Hải"), row("Thôn 3")), {units});
    expect(close).toHaveLength(2);
    expect(close).toContain(
      "unit_name_close | C5 | “Tổ dân phố Đông Hải” không nối được với đơn vị nào của năm 2024; có thể là “Thôn Đông Hải” " +
        "không còn trong danh sách: đang tính là hai đơn vị khác nhau."
    );
    expect(close).toContainEqual(
      expect.stringContaining(
        "unit_name_close | C4 | “Thôn 1” không nối được với đơn vị nào của năm 2024; có thể là “Thôn Một”"
      )
    );
  });

  test("are one with a row of their code under another name, or of a name they bear since", () => {
    const reading = list(row("Thôn Mới", {code: "K1"}), row("Thôn Hải Yến"));
    const units = [
      unit("Thôn Cũ", {unit_code: "K1"}),
      unit("Thôn Vinh Sơn", {later_name_keys: [nameKey("Thôn Hải Yến")]})
    ];
    expect(told(reading, {units})).toEqual([]);
  });

  test("of one name from two former communes are two: a row that names neither is asked about, the other is gone", () => {
    const reading = list(row("Thôn 1"));
    const units = [unit("Thôn 1", {former_commune_code: "1"}), unit("Thôn 1", {former_commune_code: "2"})];
    expect(told(reading, {units})).toEqual([
      expect.stringContaining("unit_name_close | C4 | “Thôn 1” không nối được"),
      expect.stringContaining("unit_ended | So với danh sách năm 2024 không còn 1 khu dân cư")
    ]);
  });

  test("all of one former commune need not name it", () => {
    const units = [unit("Thôn 1", {former_commune_code: "1"}), unit("Thôn 2", {former_commune_code: "1"})];
    expect(told(list(row("Thôn 1"), row("Thôn 2")), {units})).toEqual([]);
  });

  test("of a type that the file does not hold are not gone, the type is missing", () => {
    const units = [unit("Thôn 1"), unit("Trạm Y tế", {unit_type: "co_quan"})];
    expect(told(list(row("Thôn 1")), {units})).toEqual([
      "unit_type_absent | Tệp không có cơ quan nào; danh sách năm 2024 có 1 cơ quan."
    ]);
  });

  test("are not missed in a file without a list", () => {
    const facts = read(sheet("Thông tin chung", [["Nội dung", "Giá trị"], ["Xã", "Phường Sầm Sơn"], ["Năm", 2025], ["Ngày nghị quyết", "14/02/2025"]])); // prettier-ignore
    expect(told(facts, {units: [unit("Thôn 1")]})).toEqual([]);
  });
});

describe("a count ten times last year's, or a tenth of it", () => {
  test.each<[string, Value, number, boolean]>([
    ["ten times", 1376, 137, true],
    ["a tenth", 137, 1376, true],
    ["nine times", 900, 100, false],
    ["ten times of next to nothing", 40, 4, false],
    ["from zero", 500, 0, false]
  ])("people of a unit: %s", (_, people, earlier, isTold) => {
    const reading = list(row("Thôn 1", {people}));
    const issues = told(reading, {units: [unit("Thôn 1", {informed_total: earlier})]});
    expect(issues.map((text) => text.slice(0, 17))).toEqual(isTold ? ["tenfold_jump | G4"] : []);
  });

  test("says both counts with their year", () => {
    const reading = list(row("Thôn 1", {people: 1376}));
    expect(told(reading, {units: [unit("Thôn 1", {informed_total: 137})]})).toEqual([
      "tenfold_jump | G4 | “Tổng số người: Thôn 1” là 1.376, năm 2024 là 137: chênh nhau từ 10 lần trở lên."
    ]);
  });

  test("number of units of a type", () => {
    const reading = list(...Array.from({length: 60}, (_, i) => row(`Công ty số ${i + 1}`, {type: "DN"})));
    const units = Array.from({length: 5}, (_, i) => unit(`Công ty số ${i + 1}`, {unit_type: "doanh_nghiep"}));
    expect(told(reading, {units})).toContainEqual(expect.stringContaining("“Số doanh nghiệp” là 60, năm 2024 là 5"));
  });

  const FACTS = sheet("Thông tin chung", [
    ["THÔNG TIN CHUNG PHƯỜNG SẦM SƠN NĂM 2025"],
    ["Nội dung", "Đã phổ biến", "Tổng số"],
    ["Hộ gia đình", "3.100", "3.135"],
    ["Học sinh", 900, 950]
  ]);

  test("facts, at their cell: the total, else the reached", () => {
    const reading = read(FACTS);
    const facts = [
      {fact: "households", reached_count: 31000, total_count: 31350},
      {fact: "pupils", reached_count: 90, total_count: 950}
    ];
    expect(told(reading, {facts})).toEqual([
      "tenfold_jump | C3 | “Tổng số hộ gia đình” là 3.135, năm 2024 là 31.350: chênh nhau từ 10 lần trở lên.",
      "tenfold_jump | B4 | “Số học sinh đã phổ biến” là 900, năm 2024 là 90: chênh nhau từ 10 lần trở lên."
    ]);
    expect(told(reading, {facts: [{fact: "households", reached_count: 3000, total_count: 3100}]})).toEqual([]);
  });

  test("sites of a model; the sum of all sites only where no single model explains it", () => {
    const models = (...sites: number[]) =>
      sites.map((site_count, i) => ({
        name: `Mô hình ${i}`,
        name_key: nameKey(`Mô hình ${i}`),
        site_count,
        team_count: null
      }));
    const reading = read(
      sheet("Mô hình", [
        ["MÔ HÌNH CỦA PHƯỜNG SẦM SƠN NĂM 2025"],
        ["STT", "Tên mô hình", "Phân loại", "Số điểm"],
        [1, "Mô hình 0", "Tốt", 300],
        [2, "Mô hình 1", "Khá", 200]
      ])
    );
    expect(told(reading, {models: models(30, 20)})).toEqual([
      expect.stringContaining("tenfold_jump | D3 | “Số điểm: Mô hình 0” là 300, năm 2024 là 30"),
      expect.stringContaining("tenfold_jump | D4")
    ]);
    const others = models(30, 20).map((model, i) => ({...model, name_key: `khác ${i}`}));
    expect(told(reading, {models: others})).toEqual([
      "tenfold_jump | “Tổng số điểm của các mô hình” là 500, năm 2024 là 50: chênh nhau từ 10 lần trở lên."
    ]);
    expect(told(reading, {models: models(290, 210)})).toEqual([]);
  });

  test("counts of a summary, the total before the others", () => {
    const reading = read(
      sheet("Biểu tổng hợp", [
        ["BIỂU TỔNG HỢP NĂM 2025"],
        ["STT", "Xã", "Khu dân cư", null, null],
        [null, null, "Tổng số", "Đăng ký", "Đạt"],
        [1, "Phường Sầm Sơn", 120, 120, 100]
      ], ["C2:E2"]) // prettier-ignore
    );
    const summaries = [{unit_type: "khu_dan_cu", total_count: 12, registered_count: 12, certified_count: 10}];
    expect(told(reading, {commune_code: reading.summaries[0]?.commune_code ?? "", summaries})).toEqual([
      "tenfold_jump | C4 | “Tổng số khu dân cư” là 120, năm 2024 là 12: chênh nhau từ 10 lần trở lên."
    ]);
  });
});

describe("the year a file is held against", () => {
  const reading = list(row("Thôn 1"));
  const years = (...list: number[]) => list.map((year) => priorOfReading(reading, {year}));
  test("is the latest before its own", () => {
    expect(priorOf(reading, years(2023, 2024, 2025, 2026))?.year).toBe(2024);
  });
  test("is none where only its own or later years are known, or another commune's", () => {
    expect(priorOf(reading, years(2025, 2026))).toBeNull();
    expect(priorOf(reading, [priorOfReading(reading, {commune_code: "00004"})])).toBeNull();
  });
  test("is none for a file of several communes", () => {
    const two = read(sheet("DS", [["DANH SÁCH NĂM 2025, TỈNH THANH HÓA"], ["STT", "Tên đơn vị", "Loại hình", "Xã", "Đăng ký"], [1, "Thôn 1", "KDC", "Phường Sầm Sơn", "x"], [2, "Thôn 1", "KDC", "Phường Hạc Thành", "x"]])); // prettier-ignore
    expect(two.units).toHaveLength(2);
    expect(priorOf(two, years(2024))).toBeNull();
  });
});
