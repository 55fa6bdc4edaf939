import {describe, expect, test} from "vitest";
import {TITLE, found, read, sheet, type Value} from "./build.ts";

type Grid = readonly (readonly Value[])[];
const units = (grid: Grid, title: Grid = TITLE) => read(sheet("KDC", [...title, ...grid]));
const PROVISIONAL: Grid = [["BAN CHỈ ĐẠO 138 PHƯỜNG SẦM SƠN"], ["KẾT QUẢ NĂM 2025 (SỐ LIỆU SƠ BỘ)"]];
const SINGLE: Grid = [
  ["STT", "Tên đơn vị", "Đạt", "Phân loại"],
  [1, "Thôn 1", "x", "Khá"],
  [2, "Thôn 2", null, "Khá"]
];

describe("a column of words or numbers", () => {
  test("blank is missing: never zero, never chưa đạt, never Yếu", () => {
    const {units: rows} = units([
      ["STT", "Tên đơn vị", "Kết quả xét", "Phân loại", "Điểm", "Số bị kỷ luật"],
      [1, "Thôn 1", "Đạt", "Khá", 80, 0],
      [2, "Thôn 2", null, null, null, null]
    ]);
    expect(rows[1]).toMatchObject({is_certified: null, class: null, score: null, disciplined_count: null});
    expect(rows[0]?.disciplined_count).toBe(0);
  });
});

describe("a tick column", () => {
  const registered = (...marks: Value[]): Grid => [
    ["STT", "Tên đơn vị", "Đăng ký", "Dẫn đầu khối"],
    ...marks.map((mark, index) => [index + 1, `Thôn ${index + 1}`, mark, index === 0 ? "x" : null])
  ];

  test("that holds one tick is used: blank in Đăng ký is no, and the rule is in the trace", () => {
    const reading = units(registered("x", null));
    expect(reading.units.map(({is_registered}) => is_registered)).toEqual([true, false]);
    expect(reading.values).toContainEqual({
      sheet: "KDC",
      row_number: 5,
      field: "is_registered",
      raw_text: "",
      rule: "tick_blank_is_no"
    });
  });

  test("without any tick is missing, with one warning for the column", () => {
    const reading = units(registered(null, null));
    expect(reading.units.map(({is_registered}) => is_registered)).toEqual([null, null]);
    expect(found(reading)).toEqual(["unused_tick_column C3"]);
    expect(reading.issues[0]).toMatchObject({severity: "warning", field: "is_registered"});
  });

  test("of another kind leaves blank missing though it is used", () => {
    expect(units(registered("x", "x")).units.map(({is_block_leader}) => is_block_leader)).toEqual([true, null]);
  });

  test("with answers in words keeps them; what is blank among them is missing", () => {
    const reading = units(registered("Không", null));
    expect(reading.units.map(({is_registered}) => is_registered)).toEqual([false, null]);
    expect(found(reading)).toEqual([]);
  });

  test("with an unreadable mark is not filled by the rule", () => {
    const reading = units(registered("x", "?"));
    expect(reading.units[1]?.is_registered).toBeNull();
    expect(found(reading)).toEqual(["unknown_tick C5"]);
  });

  test("is used or unused by each commune for itself", () => {
    const grid: Grid = [
      ["DANH SÁCH ĐƠN VỊ HUYỆN TRẠM TẤU NĂM 2024"],
      ["STT", "Tên đơn vị", "Xã", "Đăng ký"],
      [1, "Thôn 1", "Bản Mù", "x"],
      [2, "Thôn 2", "Bản Mù", null],
      [3, "Thôn 1", "Xà Hồ", null]
    ];
    const reading = units(grid, []);
    expect(reading.units.map(({is_registered}) => is_registered)).toEqual([true, false, null]);
    expect(reading.issues).toMatchObject([{rule: "unused_tick_column"}]);
    expect(reading.issues[0]?.message).toContain("ở Xà Hồ");
  });

  test("takes a day for a tick", () => {
    const [row] = units(registered("14/02/2025")).units;
    expect(row).toMatchObject({is_registered: true, registered_date: "2025-02-14"});
  });
});

describe("a single column Đạt", () => {
  test("blank is no when the figures are final", () => {
    const reading = units(SINGLE);
    expect(reading.units.map(({is_certified}) => is_certified)).toEqual([true, false]);
    expect(reading.values.map(({rule}) => rule)).toContain("single_tick_blank_is_no");
  });

  test("blank is missing when they are provisional", () => {
    const reading = units(SINGLE, PROVISIONAL);
    expect(reading.stage).toBe("so_bo");
    expect(reading.units.map(({is_certified}) => is_certified)).toEqual([true, null]);
  });

  test("without any tick is missing in final figures too", () => {
    const reading = units([SINGLE[0] ?? [], [1, "Thôn 1", null, "Khá"]]);
    expect(reading.units[0]?.is_certified).toBeNull();
    expect(found(reading)).toEqual(["unused_tick_column C3"]);
  });

  test("is also one headed Kết quả that holds ticks and no words", () => {
    const grid: Grid = [
      ["STT", "Tên đơn vị", "Kết quả xét"],
      [1, "Thôn 1", "x"],
      [2, "Thôn 2", null]
    ];
    expect(units(grid).units.map(({is_certified}) => is_certified)).toEqual([true, false]);
    expect(units(grid, PROVISIONAL).units.map(({is_certified}) => is_certified)).toEqual([true, null]);
  });
});

describe("a pair Đạt | Chưa đạt and the four class ticks", () => {
  const pair = (...marks: Value[][]): Grid => [
    ["STT", "Tên đơn vị", "Đạt", "Chưa đạt", "Xuất sắc", "Khá", "Trung bình", "Yếu"],
    ...marks.map((mark, index) => [index + 1, `Thôn ${index + 1}`, ...mark])
  ];

  test("none is missing, one is the value", () => {
    const reading = units(pair(["x", null, "x"], [null, "x", null, null, null, "x"], [null, null]));
    expect(reading.units).toMatchObject([
      {is_certified: true, class: "xuat_sac"},
      {is_certified: false, class: "yeu"},
      {is_certified: null, class: null}
    ]);
  });

  test("two are a value error that names both, and the unit stays", () => {
    const reading = units(pair(["x", "x", null, "x", "x"], ["x"]));
    expect(reading.units[0]).toMatchObject({unit_name: "Thôn 1", is_certified: null, class: null});
    expect(found(reading)).toEqual(["two_ticks D4", "two_ticks G4"]);
    expect(reading.issues[1]?.message).toContain("Khá, Trung bình");
  });

  test("the choice's own word is a tick", () => {
    expect(units(pair(["Đạt", null, null, "Khá"])).units[0]).toMatchObject({is_certified: true, class: "kha"});
  });

  test("a score in a class column is no tick", () => {
    const reading = units(pair(["x", null, null, 86], ["x", null, "x"]));
    expect(reading.units[0]?.class).toBeNull();
    expect(found(reading)).toEqual(["unknown_tick F4"]);
  });
});

describe("a unit that did not register", () => {
  const grid = (result: Value): Grid => [
    ["STT", "Tên đơn vị", "Đăng ký", "Kết quả xét"],
    [1, "Thôn 1", "x", "Đạt"],
    [2, "Thôn 2", null, result]
  ];

  test("and has no result is not certified, provisional or final", () => {
    for (const title of [TITLE, PROVISIONAL]) {
      const reading = units(grid(null), title);
      expect(reading.units[1]).toMatchObject({is_registered: false, is_certified: false});
      expect(reading.values.map(({rule}) => rule)).toContain("not_registered_is_not_certified");
    }
  });

  test("but has a result keeps it, with a warning if it is Đạt", () => {
    const reading = units(grid("Đạt"));
    expect(reading.units[1]).toMatchObject({is_registered: false, is_certified: true});
    expect(found(reading)).toEqual(["certified_not_registered C5"]);
  });

  test("and whose result cannot be read stays without one", () => {
    expect(units(grid("Đạt một phần")).units[1]?.is_certified).toBeNull();
  });
});

describe("counts in pairs", () => {
  const header = [
    "STT",
    "Tên đơn vị",
    "Phân loại",
    "Người được phổ biến / Tổng số người",
    "Đầu mối đạt danh hiệu",
    "Tổng số đầu mối"
  ];

  test("a fraction fills both fields, each traced to the cell", () => {
    const reading = units([header, [1, "Thôn 1", "Khá", "59/61", 3, 4]]);
    expect(reading.units[0]).toMatchObject({
      informed_count: 59,
      informed_total: 61,
      titled_subunit_count: 3,
      subunit_count: 4
    });
    expect(reading.units[0]?.is_title_eligible).toBe(true);
    expect(reading.columns.filter(({column_letter}) => column_letter === "D").map(({field}) => field)).toEqual([
      "informed_count",
      "informed_total"
    ]);
  });

  test("“không thuộc diện” is no count: the unit is not eligible for titles", () => {
    const reading = units([header, [1, "Thôn 1", "Khá", null, "Không thuộc diện", null]]);
    expect(reading.units[0]).toMatchObject({is_title_eligible: false, titled_subunit_count: null, subunit_count: null});
    expect(found(reading)).toEqual([]);
  });

  test("a part greater than its whole is left out, the whole is kept", () => {
    const reading = units([header, [1, "Thôn 1", "Khá", null, 5, 4]]);
    expect(reading.units[0]).toMatchObject({titled_subunit_count: null, subunit_count: 4});
    expect(found(reading)).toEqual(["part_over_whole E4"]);
  });
});

describe("a form sent back as it was handed out", () => {
  const header = ["STT", "Tên đơn vị", "Cơ quan quản lý", "Đăng ký", "Kết quả xét", "Phân loại", "Dẫn đầu khối"];

  test("is told once, not column by column; its units are loaded with nothing known", () => {
    const reading = units([header, [1, "Thôn 1", "UBND phường"], [2, "Thôn 2", "UBND phường"]]);
    expect(found(reading)).toEqual(["form_not_filled"]);
    expect(reading.issues[0]).toMatchObject({severity: "warning", sheet: "KDC", row_number: 3});
    expect(reading.units).toMatchObject([{is_registered: null}, {is_registered: null}]);
  });

  test("is one no more once a single cell is filled in", () => {
    const reading = units([header, [1, "Thôn 1"], [2, "Thôn 2", null, null, "Đạt"]]);
    expect(found(reading)).toEqual(["unused_tick_column D3", "unused_tick_column G3"]);
  });

  test("is not meant by a short list of a sender's own", () => {
    const reading = units([header.slice(0, 4), [1, "Thôn 1", "UBND phường"]]);
    expect(found(reading)).toEqual(["unused_tick_column D3"]);
  });
});
