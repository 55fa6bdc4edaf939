import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {normShortfall} from "../../../loaders/validate/rows/normShortfall.ts";
import {found, read, sheet, type Value} from "./build.ts";

const HEADER = ["STT", "Tên đơn vị", "Loại hình", "Xã", "Cấp quản lý", "Diện loại trừ", "Đăng ký", "Kết quả xét"];
const district = (...rows: Value[][]) =>
  read(sheet("DS", [["DANH SÁCH ĐƠN VỊ HUYỆN BẮC QUANG, TỈNH HÀ GIANG NĂM 2024"], HEADER, ...rows]));
const unit = (
  name: string,
  type: string,
  result: Value,
  {registered = "x", level = "xã", excluded = null as Value, commune = "Xã Tân Quang"} = {}
): Value[] =>
  // prettier-ignore
  [1, name, type, commune, level, excluded, registered, result];
const commune = (result: Value, name = "Xã Tân Quang"): Value[] => [1, name, "Xã", name, "huyện", null, "x", result];
const areas = (certified: number, all: number): Value[][] =>
  Array.from({length: all}, (_, i) => unit(`Thôn ${i + 1}`, "KDC", i < certified ? "Đạt" : "Chưa đạt"));
const SCHOOL = unit("Trường THCS Tân Quang", "CSGD", "Đạt");
const told = (...rows: Value[][]): string[] =>
  district(...rows).issues.filter(({rule}) => rule === "commune_below_norm").map(({message}) => message); // prettier-ignore

describe("a commune certified against the units it manages (Thông tư 124, Điều 5 khoản 4)", () => {
  test("70 % of the registered certified is enough, one fewer is not", () => {
    expect(told(commune("Đạt"), ...areas(6, 9), SCHOOL)).toEqual([]);
    expect(told(commune("Đạt"), ...areas(5, 9), SCHOOL)).toEqual([
      "“Xã Tân Quang” được công nhận đạt nhưng mới 6/10 đơn vị đăng ký đạt; Thông tư 124, Điều 5 khoản 4 cần 100% đăng ký, trong đó từ 70% đạt."
    ]);
  });

  test("one unit known not to have registered settles it", () => {
    const rows = [commune("Đạt"), ...areas(9, 9), unit("Trạm Y tế", "CQ", null, {registered: "Không"})];
    expect(told(...rows)).toEqual([expect.stringContaining("mới 9/10 đơn vị đăng ký; Thông tư")]);
  });

  test("says nothing of a commune that is not certified, nor where a result is open", () => {
    expect(told(commune("Chưa đạt"), ...areas(1, 9), SCHOOL)).toEqual([]);
    expect(told(commune("Đạt"), ...areas(5, 9), unit("Trạm Y tế", "CQ", null))).toEqual([]);
  });

  test("nor where the file lists residential areas alone: others may stand elsewhere", () => {
    expect(told(commune("Đạt"), ...areas(1, 9))).toEqual([]);
  });

  test("units of other levels and those outside the Circular are not counted", () => {
    const others = Array.from({length: 9}, (_, i) => unit(`Chi cục ${i}`, "CQ", "Chưa đạt", {level: "tỉnh"}));
    const excluded = unit("Trường Mầm non Hoa Sen", "CSGD", "Chưa đạt", {registered: "Không", excluded: "Mầm non"});
    expect(told(commune("Đạt"), ...areas(7, 9), SCHOOL, ...others, excluded)).toEqual([]);
  });

  test("decides by whole numbers: never by a rounded rate", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 3000}), fc.nat(3000), (registered, n) => {
        const certified = Math.min(n, registered);
        const counts = {total: registered, registered, unregistered: 0, certified, hasUnknown: false};
        const least = Math.ceil((registered * 7) / 10);
        expect(normShortfall(counts) === null).toBe(certified >= least);
      })
    );
  });
});

describe("the row of the commune itself", () => {
  const told = (...rows: Value[][]) => district(...rows).issues.filter(({rule}) => rule === "commune_unit_missing");
  test("is missed where the file lists other communes as units", () => {
    const issues = told(commune("Đạt"), SCHOOL, ...areas(9, 9), unit("Thôn 1", "KDC", "Đạt", {commune: "Xã Tân Lập"}));
    expect(issues).toMatchObject([
      {severity: "warning", message: expect.stringContaining("(1 nơi): Tân Lập.") as string}
    ]);
  });
  test("is not asked for where all are listed, or none: another body may list them", () => {
    expect(told(commune("Đạt"), ...areas(9, 9), SCHOOL)).toEqual([]);
    expect(told(...areas(9, 9), SCHOOL)).toEqual([]);
  });
});

describe("values of one unit", () => {
  const LIST = [
    "STT",
    "Tên đơn vị",
    "Loại hình",
    "Diện loại trừ",
    "Kết quả xét",
    "Số bị kỷ luật",
    "Số bị cảnh cáo trở lên"
  ];
  const list = (...row: Value[]) =>
    found(read(sheet("DS", [["DANH SÁCH ĐƠN VỊ PHƯỜNG SẦM SƠN NĂM 2025"], LIST, [1, ...row]])));

  test.each<[number | null, number | null, boolean]>([
    [2, 1, false],
    [1, 1, false],
    [1, 2, true],
    [null, 2, false]
  ])("%s disciplined, %s of them warned or heavier", (disciplined, warned, isTold) => {
    const issues = list("Trạm Y tế", "CQ", null, "Chưa đạt", disciplined, warned);
    expect(issues).toEqual(isTold ? ["warned_over_disciplined G3"] : []);
  });

  test("certified though outside the Circular", () => {
    expect(list("Trường Mầm non Hoa Sen", "CSGD", null, "Đạt")).toEqual([
      "excluded_kind B3",
      "excluded_yet_certified E3"
    ]);
    expect(list("Trường Mầm non Hoa Sen", "CSGD", null, null)).toEqual(["excluded_kind B3"]);
  });

  test.each<[string, string, boolean]>([
    ["Trường THCS Lê Lợi", "CQ", true],
    ["Trường THCS Lê Lợi", "CSGD", false],
    ["Thôn 5", "CQ", true],
    ["Công ty CP Sao Mai", "CSGD", true],
    ["Trường Sơn", "KDC", false],
    ["Phòng Giáo dục", "CQ", false],
    ["UBND phường Sầm Sơn", "CQ", false],
    ["Trường Chính trị tỉnh", "CQ", false]
  ])("“%s” under the type %s", (name, type, isTold) => {
    expect(list(name, type, null, "Chưa đạt")).toEqual(isTold ? ["type_differs_from_name C3"] : []);
  });

  test("a type that comes from a heading is held against the name too, at the name", () => {
    const rows = [["DANH SÁCH ĐƠN VỊ PHƯỜNG SẦM SƠN NĂM 2025"], ["STT", "Tên đơn vị", "Kết quả xét"], ["I. CƠ QUAN"], [1, "Trường THCS Lê Lợi", "Đạt"]]; // prettier-ignore
    expect(found(read(sheet("DS", rows)))).toEqual(["type_differs_from_name B4"]);
  });
});

describe("effective models of a unit against the sheet of models", () => {
  const told = (count: Value, models: Value[][]) =>
    found(
      read([
        sheet("KDC", [
          ["DANH SÁCH ĐƠN VỊ PHƯỜNG SẦM SƠN NĂM 2025"],
          ["STT", "Tên đơn vị", "Loại hình", "Kết quả xét", "Số mô hình hiệu quả"],
          [1, "Thôn 1", "KDC", "Chưa đạt", count]
        ]),
        sheet("Mô hình", [["MÔ HÌNH PHƯỜNG SẦM SƠN NĂM 2025"], ["STT", "Tên mô hình", "Đơn vị / địa bàn", "Phân loại"], ...models]) // prettier-ignore
      ])
    );
  const models: Value[][] = [
    [1, "Camera an ninh", "Thôn 1", "Tốt"],
    [2, "Tiếng kẻng", "thôn 01", "Khá"],
    [3, "Họ đạo", "Thôn 1", "Yếu"]
  ];
  test("more in the sheet than the unit counts is told of; those rated Yếu are not effective", () => {
    expect(told(1, models)).toEqual(["model_count_differs E3"]);
    expect(told(2, models)).toEqual([]);
  });
  test("a sheet that leaves the unit out says nothing, nor does a unit without a number", () => {
    expect(told(5, [[1, "Camera", "Thôn 2", "Tốt"]])).toEqual([]);
    expect(told(null, models)).toEqual([]);
  });
});
