import {describe, expect, test} from "vitest";
import {error, found, read, sheet, TITLE, type Value} from "./build.ts";

/** Rules that random workbooks showed the reader to break once: each in the smallest file that shows it. */

const UNFILLED: Value = {kind: "text", text: "", isFormula: true};

describe("headers of several rows", () => {
  test("a second row that only says a column more precisely is part of the header", () => {
    const reading = read(
      sheet("Tổng hợp", [
        ...TITLE,
        ["Xã", "Loại hình", "Tổng số", "Đăng ký", "Trung bình"],
        [null, null, null, null, "Số lượng"],
        ["Phường Sầm Sơn", "Khu dân cư", 12, 9, 3]
      ])
    );
    expect(reading).toMatchObject({rows_read: 1, rows_rejected: 0});
    expect(reading.summaries).toMatchObject([{total_count: 12, trung_binh_count: 3}]);
  });

  test("the unit type over the counts is found where it is the only one", () => {
    const reading = read(
      sheet(
        "Tổng hợp",
        [...TITLE, ["Xã", "Cơ quan", null], [null, "Tổng số", "Đăng ký"], ["Phường Sầm Sơn", 12, 9]],
        ["A3:A4", "B3:C3"]
      )
    );
    expect(reading.summaries).toMatchObject([{unit_type: "co_quan", total_count: 12, registered_count: 9}]);
  });

  test("a row of headers under merged ones is no data, though no form knows its words", () => {
    const reading = read(
      sheet(
        "DS",
        [
          ...TITLE,
          ["Tên đơn vị", "Đăng ký", "Thông tin khác", null],
          [null, null, "Dân số", "Địa chỉ"],
          ["Thôn 1", "x", 120, "Bờ sông"]
        ],
        ["A3:A4", "B3:B4", "C3:D3"]
      )
    );
    expect(reading.units.map(({unit_name, row_number}) => [unit_name, row_number])).toEqual([["Thôn 1", 5]]);
  });

  test("the uppermost row of a merged header is no title: its year is none of the file's", () => {
    const reading = read(
      sheet(
        "DS",
        [
          ["PHƯỜNG SẦM SƠN"],
          ["Thông tin chung", null, "Đăng ký năm 2024"],
          ["Tên đơn vị", "Loại hình", null],
          ["Thôn 1", "Khu dân cư", "x"]
        ],
        ["A2:B2", "C2:C3"]
      ),
      {folderYear: 2025}
    );
    expect(reading.year).toBe(2025);
  });

  test("a header of two rows that is repeated on the next page is no data, a merged one neither", () => {
    const header: Value[][] = [
      ["Tên mô hình", "Xếp loại", "Quy mô"],
      [null, null, "Số điểm"]
    ];
    const rows: Value[][] = [
      ...TITLE.map((row) => [...row]),
      ...header,
      ["Camera an ninh", "Tốt", 3],
      ...header,
      ["Tiếng kẻng", "Khá", 2]
    ];
    const reading = read(sheet("Mô hình", rows, ["A3:A4", "B3:B4"]));
    expect(reading.rows_read).toBe(2);
    expect(reading.models.map(({site_count}) => site_count)).toEqual([3, 2]);
  });

  test("titles that stand again over a header that is repeated are no data", () => {
    const header: Value[][] = [["Phần A"], ["Tên mô hình", "Xếp loại", "Số điểm"]];
    const rows: Value[][] = [
      ...TITLE.map((row) => [...row]),
      ...header,
      ["Camera an ninh", "Tốt", 3],
      ...header,
      ["Tiếng kẻng", "Khá", 2],
      ["Phần A", "Khá", 1]
    ];
    const reading = read(sheet("Mô hình", rows, ["A3:C3"]));
    expect(reading.models.map(({model_name}) => model_name)).toEqual(["Camera an ninh", "Tiếng kẻng", "Phần A"]);
  });

  test("a heading below the header does not become the header of a column that has none", () => {
    const reading = read(
      sheet("DS", [
        ...TITLE,
        ["Email", "Nhà trường", "Đăng ký", "Phân loại"],
        ["DOANH NGHIỆP"],
        ["a@b.vn", "Công ty Sao Mai", "x", "Khá"]
      ])
    );
    expect(reading.units).toMatchObject([{unit_name: "Công ty Sao Mai", unit_type: "doanh_nghiep"}]);
  });

  test("a heading of communes below the column of numbers does not become the column of communes", () => {
    const header = ["Số thứ tự", "Tên đơn vị", "Đăng ký", "Kết quả", "Phân loại"];
    const reading = read(
      sheet("DS", [...TITLE, header, ["XÃ, PHƯỜNG, THỊ TRẤN"], ["1.", "Phường Sầm Sơn", "x", "Đạt", "Khá"]])
    );
    expect(reading.units).toMatchObject([{unit_type: "phuong", row_number: 5}]);
  });

  test("a total with its counts as text, as in a CSV file, is no header of a summary", () => {
    const reading = read(
      sheet("DS", [
        ...TITLE,
        ["Nhà trường", "Đăng ký", "Đạt"],
        ["Trường THCS Lê Lợi", "x", "x"],
        ["Tổng", "1", "1"],
        ["Trường THPT số 2", "x", null]
      ])
    );
    expect(reading.form).toBe("unit_list");
    expect(reading.units).toHaveLength(2);
  });

  test("two columns “Mục” and “Số liệu”, or a header that repeats the year, make a sheet of facts of a single row", () => {
    for (const header of [
      ["Mục", "Số liệu"],
      ["Tên chỉ tiêu năm 2025", "Trả lời"]
    ]) {
      expect(read(sheet("TTC", [...TITLE, header, ["Hộ gia đình", "59/61"]])).facts).toMatchObject([
        {reached_count: 59, total_count: 61}
      ]);
    }
  });
});

describe("headings and ends of tables", () => {
  const header = ["STT", "Tên đơn vị", "Loại hình", "Đăng ký"];

  test("a commune's heading holds for the headings of types below it, as a type's does for the communes below it", () => {
    const unit = (name: string): Value[] => [1, name, null, "x"];
    const byCommune = read(
      sheet("DS", [
        ["HUYỆN TRẠM TẤU, TỈNH YÊN BÁI, NĂM 2024"],
        header,
        ["I. Xã Bản Mù"],
        ["A. KHU DÂN CƯ"],
        unit("Sao Mai 1"),
        ["B. CƠ QUAN"],
        unit("Sao Mai 2"),
        ["II. Xã Bản Công"],
        ["A. KHU DÂN CƯ"],
        unit("Sao Mai 3")
      ])
    );
    expect(byCommune.rows_rejected).toBe(0);
    const [first, second, third] = byCommune.units.map(({commune_code, unit_type}) => [commune_code, unit_type]);
    expect(first?.[0]).toBe(second?.[0]);
    expect([first?.[1], second?.[1], third?.[1]]).toEqual(["khu_dan_cu", "co_quan", "khu_dan_cu"]);
    expect(third?.[0]).not.toBe(first?.[0]);
  });

  test("a heading of the commune Lăng names a commune, and no làng", () => {
    const rows = [
      ["HUYỆN TÂY GIANG, TỈNH QUẢNG NAM, NĂM 2020"],
      header,
      ["A. Xã Lăng"],
      [1, "Trạm Y tế", "Cơ quan", "x"]
    ];
    expect(read(sheet("DS", rows)).units).toMatchObject([{commune_code: "20449", unit_type: "co_quan"}]);
  });

  test("a heading that names the row's present commune names no former one", () => {
    const reading = read(
      sheet("DS", [["TỈNH CAO BẰNG, NĂM 2026"], header, ["A. Xã Đông Khê"], [1, "Thôn 1", "Khu dân cư", "x"]])
    );
    expect(reading.units).toMatchObject([{former_commune_code: null}]);
  });

  test("a day in words in a row of few cells does not end the table", () => {
    const reading = read(
      sheet("TTC", [
        ...TITLE,
        ["Nội dung", "Ngày"],
        ["Nghị quyết", "ngày 29 tháng 12 năm 2024"],
        ["Kế hoạch", "ngày 5 tháng 1 năm 2025"],
        [null, "Sầm Sơn, ngày 10 tháng 11 năm 2025"]
      ])
    );
    expect(reading.facts.map(({value_date}) => value_date)).toEqual(["2024-12-29", "2025-01-05"]);
  });

  test("“Cấp xã” is every type of commune: a ward under it is a ward", () => {
    const rows = [...TITLE, ["STT", "Tên đơn vị", "Đăng ký"], [1, "Phường Sầm Sơn", "x"]];
    expect(read(sheet("Cấp xã", rows)).units).toMatchObject([{unit_type: "phuong"}]);
  });

  test("“Ban Quản lý chợ” is no bản, with its accents; without any it may be", () => {
    const rows = [...TITLE, ["Tên đơn vị", "Đăng ký"], ["Ban Quản lý chợ", "x"], ["Bản Mù", "x"], ["Ban Mu", "x"]];
    expect(read(sheet("DS", rows)).units.map(({unit_type}) => unit_type)).toEqual([
      "co_quan",
      "khu_dan_cu",
      "khu_dan_cu"
    ]);
  });
});

describe("formulas without a value and errors are told of wherever they stand", () => {
  const header = ["STT", "Tên đơn vị", "Loại hình", "Xã", "Diện loại trừ", "Thuộc xã trước 1/7/2025", "Đăng ký"];
  const row = (values: Partial<Record<number, Value>>): Value[] =>
    [1, "Thôn 1", "Khu dân cư", "Phường Sầm Sơn", null, null, "x"].map((value, at) => values[at] ?? value);

  test("in the columns of type, exclusion and former commune: the row is kept", () => {
    const reading = read(
      sheet("DS", [
        ...TITLE,
        header,
        row({2: UNFILLED}),
        row({4: UNFILLED}),
        row({4: error("#REF!")}),
        row({5: UNFILLED}),
        row({5: error("#N/A")})
      ])
    );
    expect(reading.rows_accepted).toBe(5);
    const errors = reading.issues.filter(({severity}) => severity === "value_error");
    expect(found({...reading, issues: errors})).toEqual([
      "formula_without_value C4",
      "formula_without_value E5",
      "error_cell E6",
      "formula_without_value F7",
      "error_cell F8"
    ]);
  });

  test("in the column of the commune: kept where the file is of one commune, refused where nothing else tells", () => {
    const own = read(sheet("DS", [...TITLE, header, row({3: UNFILLED})]));
    expect(own).toMatchObject({rows_accepted: 1, issues: [{severity: "value_error", cell: "D4"}]});
    const province = read(
      sheet("DS", [["TỈNH THANH HÓA, NĂM 2025"], header, row({3: UNFILLED}), row({3: error("#N/A")})])
    );
    expect(province).toMatchObject({rows_accepted: 0, rows_rejected: 2});
    expect(found(province)).toEqual(["formula_without_value D3", "error_cell D4"]);
  });

  test("an error is no commune of an earlier year", () => {
    const reading = read(sheet("DS", [["HUYỆN TRẠM TẤU, TỈNH YÊN BÁI, NĂM 2023"], header, row({3: error("#VALUE!")})]));
    expect(reading.units).toEqual([]);
  });

  test("a fact or a summary row of formulas alone is read, and told of", () => {
    const facts = read(
      sheet("TTC", [...TITLE, ["Nội dung", "Kết quả"], ["Hộ gia đình", UNFILLED], ["Học sinh", "3/4"]])
    );
    expect(facts).toMatchObject({rows_read: 2, facts: [{reached_count: null}, {reached_count: 3}]});
    const summary = read(
      sheet("Tổng hợp", [
        ...TITLE,
        ["Xã", "Loại hình", "Tổng số", "Đạt"],
        ["Phường Sầm Sơn", "Cơ quan", UNFILLED, UNFILLED]
      ])
    );
    expect(summary).toMatchObject({rows_read: 1, rows_accepted: 1});
    expect(found(summary)).toEqual(["formula_without_value C4", "formula_without_value D4"]);
  });
});

test("“Xã Đồng Tâm, Tỉnh Tuyên Quang” does not say “tạm tính”, nor “sau tháng 6” half a year; words without accents still count", () => {
  const rows: Value[][] = [
    ["Tên đơn vị", "Loại hình", "Đăng ký"],
    ["Thôn 1", "Khu dân cư", "x"]
  ];
  const of = (title: string, file = "2025/tep.xlsx"): object => read(sheet("DS", [[title], ...rows]), {file});
  expect(of("Xã Đồng Tâm, Tỉnh Tuyên Quang, NĂM 2025")).toMatchObject({stage: "chinh_thuc", period: "nam"});
  expect(of("PHƯỜNG SẦM SƠN, kết quả sau tháng 6 NĂM 2025")).toMatchObject({period: "nam"});
  expect(of("PHƯỜNG SẦM SƠN, SỐ LIỆU TẠM TÍNH SÁU THÁNG ĐẦU NĂM 2025")).toMatchObject({
    stage: "so_bo",
    period: "6_thang"
  });
  expect(of("PHƯỜNG SẦM SƠN, NĂM 2025", "2025/Đồng Tâm_so_bo.xlsx")).toMatchObject({stage: "so_bo"});
});

describe("names of areas", () => {
  const list = (title: string, unit: Value[] = ["Thôn 1", "Khu dân cư", "x"]): ReturnType<typeof read> =>
    read(sheet("DS", [[title], ["Tên đơn vị", "Loại hình", "Đăng ký"], unit]));

  test("a name of two parts joined by a dash is found in titles and headings", () => {
    expect(list("PHƯỜNG LANG BIANG - ĐÀ LẠT, TỈNH LÂM ĐỒNG, NĂM 2025").rows_rejected).toBe(0);
    expect(list("UBND XÃ BẢN MÙ - HUYỆN TRẠM TẤU - TỈNH YÊN BÁI, NĂM 2024").rows_rejected).toBe(0);
    const heading = read(
      sheet("DS", [
        ["TỈNH LÂM ĐỒNG, NĂM 2025"],
        ["STT", "Tên đơn vị", "Đăng ký"],
        ["I. Phường Lâm Viên - Đà Lạt"],
        [1, "Thôn 1", "x"]
      ])
    );
    expect(heading.rows_rejected).toBe(0);
  });

  test("a name that is a number is found in titles; “6 tháng” after “phường” is none", () => {
    expect(list("PHƯỜNG 2 BẢO LỘC, TỈNH LÂM ĐỒNG, NĂM 2025").rows_rejected).toBe(0);
    const district = read(
      sheet("DS", [
        ["QUẬN 10, THÀNH PHỐ HỒ CHÍ MINH, NĂM 2021"],
        ["Tên đơn vị", "Xã", "Đăng ký"],
        ["Văn phòng UBND", "Phường 1", "x"]
      ])
    );
    expect(district).toMatchObject({area_level: "district", units: [{managed_level: "huyen"}]});
    expect(list("BÁO CÁO CỦA CÁC XÃ, PHƯỜNG 6 THÁNG ĐẦU NĂM 2025").issues).toMatchObject([{rule: "missing_commune"}]);
  });

  test("a district of a province that is a city is a district in 2025", () => {
    const reading = read(
      sheet("DS", [
        ["QUẬN 1, THÀNH PHỐ HỒ CHÍ MINH, NĂM 2025"],
        ["Tên đơn vị", "Xã", "Đăng ký"],
        ["Khu phố 1", "Phường Tân Định", "x"]
      ])
    );
    expect(reading.units).toMatchObject([{commune_valid_from: null}]);
  });

  test("of communes of one name the file's own is meant", () => {
    const receipt = {
      received_date: null,
      sender: null,
      stage: null,
      year: 2026,
      commune: "Xã Thanh Sơn, tỉnh Ninh Bình"
    };
    const reading = read(
      sheet("DS", [["DANH SÁCH"], ["Tên đơn vị", "Xã", "Đăng ký"], ["Thôn 1", "Xã Thanh Sơn", "x"]]),
      {receipt}
    );
    expect(reading.units).toMatchObject([{commune_code: "14434"}]);
  });
});
