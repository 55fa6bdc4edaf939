import {describe, expect, test} from "vitest";
import {TITLE, error, found, read, sheet, type Value} from "./build.ts";

const HEADER = ["STT", "Tên đơn vị", "Loại hình", "Đăng ký", "Kết quả xét", "Phân loại"];
const names = (reading: ReturnType<typeof read>): string[] => reading.units.map(({unit_name}) => unit_name);
const rowOf = (...values: Value[]): Value[] => values;
const ROWS = [
  rowOf(1, "Thôn 1", "Khu dân cư", "x", "Đạt", "Khá"),
  rowOf(2, "Trạm Y tế", "Cơ quan", "x", "Chưa đạt", "Yếu")
];

describe("a header is found by its words", () => {
  test("under a title block, and its columns are noted with letters and words", () => {
    const reading = read(sheet("Sheet1", [...TITLE, [], HEADER, ...ROWS]));
    expect(reading.form).toBe("unit_list");
    expect(names(reading)).toEqual(["Thôn 1", "Trạm Y tế"]);
    expect(reading.columns.find(({field}) => field === "is_certified")).toEqual({
      sheet: "Sheet1",
      form: "unit_list",
      field: "is_certified",
      column_letter: "E",
      header_text: "Kết quả xét"
    });
  });

  test("in any order of columns, in capitals, with line breaks and without accents", () => {
    const header = ["PHAN LOAI", "KẾT QUẢ\nXÉT", "TÊN ĐƠN VỊ ", "Đăng ký\n(x)", "Loại hình"];
    const reading = read(sheet("Sheet1", [...TITLE, header, ["Khá", "Đạt", "Thôn 1", "x", "Khu dân cư"]]));
    expect(reading.units[0]).toMatchObject({
      unit_name: "Thôn 1",
      class: "kha",
      is_certified: true,
      is_registered: true
    });
  });

  test("in two merged rows: a tick column for each value of the group header", () => {
    const reading = read(
      sheet(
        "Sheet1",
        [
          ...TITLE,
          [
            "STT",
            "Tên đơn vị",
            "Đăng ký",
            'Kết quả công nhận "An toàn về ANTT"',
            null,
            "Phân loại phong trào",
            null,
            null,
            null
          ],
          [null, null, null, "Đạt", "Không đạt", "Xuất sắc", "Khá", "Trung bình", "Yếu"],
          [1, "Thôn 1", "x", "x", null, null, "x", null, null],
          [2, "Thôn 2", "x", null, "x", null, null, "x", null]
        ],
        ["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:I3"]
      )
    );
    expect(reading.units).toMatchObject([
      {is_certified: true, class: "kha"},
      {is_certified: false, class: "trung_binh"}
    ]);
    expect(reading.columns.filter(({field}) => field === "is_certified")).toMatchObject([
      {column_letter: "D", header_text: 'Kết quả công nhận "An toàn về ANTT" > Đạt'},
      {column_letter: "E"}
    ]);
  });

  test("in two rows of a CSV, where a group header stands over its first column only", () => {
    const reading = read(
      sheet("tệp", [
        ...TITLE,
        ["TT", "Tên đơn vị", "Loại hình", "Đăng ký", "Kết quả công nhận", "", "Xếp loại", "", "", ""],
        ["", "", "", "", "Đạt", "Chưa đạt", "XS", "K", "TB", "Y"],
        ["1", "Thôn 1", "KDC", "x", "x", "", "x", "", "", ""]
      ])
    );
    expect(reading.units[0]).toMatchObject({is_certified: true, class: "xuat_sac"});
  });

  test("in three merged rows", () => {
    const reading = read(
      sheet(
        "Sheet1",
        [
          ...TITLE,
          ["TT", "Tên đơn vị", "Kết quả thực hiện năm 2025", null, null, null],
          [null, null, "Công nhận ANTT", null, "Xếp loại phong trào", null],
          [null, null, "Đạt", "Chưa đạt", "Khá", "Yếu"],
          [1, "Thôn 1", "x", null, null, "x"]
        ],
        ["A3:A5", "B3:B5", "C3:F3", "C4:D4", "E4:F4"]
      )
    );
    expect(reading.units[0]).toMatchObject({is_certified: true, class: "yeu"});
  });

  test("a data row full of words that headers also hold is no second header", () => {
    const grid = [
      ...TITLE,
      HEADER.slice(1),
      ["Thôn 1", "Khu dân cư", "x", "Đạt", "Khá"],
      ["Thôn 2", "Khu dân cư", "x", "Đạt", "Khá"]
    ];
    expect(names(read(sheet("Sheet1", grid)))).toEqual(["Thôn 1", "Thôn 2"]);
  });

  test("two tables of one sheet are both read, each by its own header", () => {
    const reading = read(
      sheet("Sheet1", [
        ...TITLE,
        ["STT", "Tên khu dân cư", "Đăng ký", "Phân loại"],
        [1, "Thôn 1", "x", "Khá"],
        [],
        ["DANH SÁCH CƠ QUAN"],
        ["STT", "Tên cơ quan", "Phân loại", "Đăng ký"],
        [1, "Trạm Y tế", "Yếu", "x"]
      ])
    );
    expect(reading.units).toMatchObject([
      {unit_name: "Thôn 1", unit_type: "khu_dan_cu", class: "kha"},
      {unit_name: "Trạm Y tế", unit_type: "co_quan", class: "yeu", is_registered: true}
    ]);
  });

  test("a number of the form or a year in a header does not matter", () => {
    const header = ["TT", "Tên đơn vị", "Đăng ký năm 2025", "Điểm (100 điểm)", "Phân loại năm 2025"];
    const reading = read(sheet("Sheet1", [...TITLE, header, [1, "Thôn 1", "x", 84.5, "Khá"]]));
    expect(reading.units[0]).toMatchObject({is_registered: true, score: 84.5, class: "kha"});
  });

  test("an unknown column is kept out and told of once", () => {
    const reading = read(
      sheet("Sheet1", [...TITLE, [...HEADER, "Số hộ", "Trưởng thôn"], [...(ROWS[0] ?? []), 120, "Nguyễn Văn A"]])
    );
    expect(reading.issues.map(({rule, severity, cell}) => [rule, severity, cell])).toEqual([
      ["extra_column", "info", "G3"]
    ]);
    expect(reading.issues[0]?.message).toContain("“Số hộ”, H “Trưởng thôn”");
  });

  test("a second column of the same meaning is left out with a warning", () => {
    const reading = read(sheet("Sheet1", [...TITLE, [...HEADER, "Xếp loại"], [...(ROWS[0] ?? []), "Yếu"]]));
    expect(reading.units[0]?.class).toBe("kha");
    expect(found(reading)).toEqual(["repeated_column G3"]);
  });
});

describe("rows that are not units are passed over", () => {
  test("blank rows, repeated headers, numbering rows, totals and signatures", () => {
    const reading = read(
      sheet("Sheet1", [
        ...TITLE,
        HEADER,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ROWS[0] ?? [],
        [],
        HEADER,
        [1, 2, 3, 4, 5, 6],
        ROWS[1] ?? [],
        [null, "Tổng cộng: 2 đơn vị"],
        [null, "Cộng", null, 2, 1, null],
        [],
        [null, null, null, "Sầm Sơn, ngày 10 tháng 11 năm 2025"],
        [null, "NGƯỜI LẬP BIỂU", null, "TM. ỦY BAN NHÂN DÂN"],
        [null, "Nguyễn Thị B", null, "Lê Văn C"]
      ])
    );
    expect(names(reading)).toEqual(["Thôn 1", "Trạm Y tế"]);
    expect(reading.rows_read).toBe(2);
    expect(found(reading)).toEqual([]);
  });

  test.each(["Tổng", "Cộng", "Tổng cộng", "Toàn phường", "TỔNG SỐ", "Tổng cộng (14 đơn vị)", "Cộng khối cơ quan"])(
    "“%s” is a total",
    (words) => {
      const reading = read(sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], [null, words, null, 1, 1, 1]]));
      expect(names(reading)).toEqual(["Thôn 1"]);
    }
  );

  test.each(["Tổng công ty Xây dựng", "Công ty May", "Cộng Hòa", "Toàn Thắng", "Công an phường"])(
    "“%s” is a unit, not a total",
    (words) => {
      const row = [2, words, "Doanh nghiệp", "x", "Đạt", "Khá"];
      expect(names(read(sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], row])))).toEqual(["Thôn 1", words]);
      const unnumbered = [null, ...row.slice(1)];
      expect(names(read(sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], unnumbered])))).toEqual(["Thôn 1", words]);
    }
  );

  test("a row of the template with a number and nothing else is no row", () => {
    expect(read(sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], [2], [3]])).rows_read).toBe(1);
  });

  test("units that follow a note under the table are still read", () => {
    const reading = read(sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], ["Ghi chú: x là có"], ROWS[1] ?? []]));
    expect(names(reading)).toEqual(["Thôn 1", "Trạm Y tế"]);
  });

  test("a unit of which only the name is known is a row", () => {
    const reading = read(sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], [2, "Thôn 2", "Khu dân cư"]]));
    expect(reading.rows_accepted).toBe(2);
  });
});

describe("the type of a unit", () => {
  const header = ["STT", "Tên đơn vị", "Đăng ký", "Phân loại"];

  test("follows the nearest heading", () => {
    const reading = read(
      sheet(
        "Sheet1",
        [
          ...TITLE,
          header,
          ["I. KHU DÂN CƯ"],
          [1, "Hải Thôn", "x", "Khá"],
          ["II", "KHỐI TRƯỜNG HỌC"],
          [2, "Nguyễn Huệ", "x", "Khá"],
          ["B. CƠ QUAN, ĐƠN VỊ (3 đơn vị)"],
          [3, "Nguyễn Trãi", "x", "Khá"]
        ],
        ["A4:D4"]
      )
    );
    expect(reading.units.map(({unit_type}) => unit_type)).toEqual(["khu_dan_cu", "co_so_giao_duc", "co_quan"]);
    expect(reading.values.filter(({rule}) => rule === "type_of_group").map(({raw_text}) => raw_text)).toEqual([
      "KHU DÂN CƯ",
      "KHỐI TRƯỜNG HỌC",
      "CƠ QUAN, ĐƠN VỊ (3 đơn vị)"
    ]);
  });

  test("under a heading of several types follows how its name begins", () => {
    const rows = [
      ["II. CƠ QUAN, DOANH NGHIỆP"],
      [1, "HTX Quảng Cư", "x", "Khá"],
      [2, "Trạm Y tế", "x", "Khá"],
      [3, "Sao Mai", "x", "Khá"]
    ];
    const reading = read(sheet("Sheet1", [...TITLE, header, ...rows]));
    expect(reading.units.map(({unit_type}) => unit_type)).toEqual(["doanh_nghiep", "co_quan", "co_quan"]);
    expect(found(reading)).toEqual(["ambiguous_unit_type B7"]);
  });

  test.each([
    ["KDC", "khu_dan_cu"],
    ["2. Trường học", "co_so_giao_duc"],
    ["DS doanh nghiệp", "doanh_nghiep"]
  ])("is that of the sheet “%s” where no column and no heading says it", (sheetName, type) => {
    expect(read(sheet(sheetName, [...TITLE, header, [1, "Sao Mai", "x", "Khá"]])).units[0]?.unit_type).toBe(type);
  });

  test.each([
    ["Khu dân cư", "khu_dan_cu"],
    ["KDC", "khu_dan_cu"],
    ["Tổ dân phố", "khu_dan_cu"],
    ["CQ", "co_quan"],
    ["Đơn vị sự nghiệp", "co_quan"],
    ["DN", "doanh_nghiep"],
    ["Hợp tác xã", "doanh_nghiep"],
    ["Trường THCS", "co_so_giao_duc"],
    ["CSGD", "co_so_giao_duc"],
    ["Cơ sở GD", "co_so_giao_duc"],
    ["Phường", "phuong"],
    ["Xã, phường", "phuong"],
    ["TT", "thi_tran"]
  ])("“%s” in its column is %s", (words, type) => {
    const reading = read(sheet("Sheet1", [...TITLE, HEADER, [1, "Sao Mai", words, "x", "Đạt", "Khá"]]));
    expect(reading.units[0]?.unit_type).toBe(type);
  });

  test.each([
    ["Tên trường", "co_so_giao_duc"],
    ["Tên khu dân cư", "khu_dan_cu"],
    ["Tên doanh nghiệp", "doanh_nghiep"]
  ])("is what the header “%s” over the names says where nothing else does", (words, type) => {
    const reading = read(
      sheet("Sheet1", [...TITLE, ["STT", words, "Đăng ký", "Phân loại"], [1, "Sao Mai", "x", "Khá"]])
    );
    expect(reading.units[0]?.unit_type).toBe(type);
    expect(reading.values.map(({rule}) => rule)).toEqual(["type_of_header"]);
  });

  test("an unknown word is told of and the heading stands in; the unit is not lost", () => {
    const reading = read(sheet("Sheet1", [...TITLE, HEADER, ["I. KHU DÂN CƯ"], [1, "Sao Mai", "Hộ kinh doanh", "x"]]));
    expect(reading.units[0]?.unit_type).toBe("khu_dan_cu");
    expect(reading.issues.map(({rule, severity}) => [rule, severity])).toContainEqual([
      "unknown_unit_type",
      "value_error"
    ]);
  });

  test("a unit whose type nothing tells is refused", () => {
    const reading = read(sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], [2, "Sao Mai", "Hộ kinh doanh", "x"]]));
    expect(reading).toMatchObject({rows_read: 2, rows_accepted: 1, rows_rejected: 1});
    expect(reading.issues).toMatchObject([{rule: "unknown_unit_type", severity: "row_error", cell: "C5"}]);
  });
});

describe("merged cells, hidden rows, sheets", () => {
  test("a merged data cell holds for every row it covers", () => {
    const reading = read(
      sheet(
        "Sheet1",
        [
          ...TITLE,
          ["STT", "Tên đơn vị", "Loại hình", "Số quyết định"],
          [1, "Thôn 1", "Khu dân cư", "118/QĐ"],
          [2, "Thôn 2", null, null],
          [3, "Thôn 3", null, null]
        ],
        ["C4:C6", "D4:D5"]
      )
    );
    expect(reading.units.map(({unit_type, decision_number}) => [unit_type, decision_number])).toEqual([
      ["khu_dan_cu", "118/QĐ"],
      ["khu_dan_cu", "118/QĐ"],
      ["khu_dan_cu", null]
    ]);
  });

  test("hidden rows and sheets are read like others", () => {
    const hidden = {...sheet("Sheet1", [...TITLE, HEADER, ...ROWS]), isHidden: true, hiddenRows: [4]};
    expect(names(read(hidden))).toEqual(["Thôn 1", "Trạm Y tế"]);
  });

  test("sheets stand in any order; one that is no form is told of and the rest read", () => {
    const reading = read([
      sheet("Ghi chép", [["Việc cần làm"], ["Gọi điện"]]),
      sheet("Mô hình", [
        ["STT", "Tên mô hình", "Phân loại"],
        [1, "Camera an ninh", "Tốt"]
      ]),
      sheet("DS", [...TITLE, HEADER, ...ROWS])
    ]);
    expect(reading.form).toBe("unit_list+models");
    expect(reading.models).toMatchObject([{model_name: "Camera an ninh", class: "tot"}]);
    expect(found(reading)).toEqual(["sheet_not_recognised"]);
  });

  test("a file without any form is one issue that names the nearest form and what it lacks", () => {
    const reading = read(
      sheet("Sheet1", [
        ["STT", "Họ và tên", "Phân loại", "Điểm"],
        [1, "Nguyễn Văn A", "Khá", 8]
      ])
    );
    expect(reading).toMatchObject({form: "", rows_read: 0, units: []});
    expect(reading.issues).toMatchObject([{rule: "form_not_recognised", severity: "row_error", sheet: "Sheet1"}]);
    expect(reading.issues[0]?.message).toContain("Gần nhất với biểu Danh sách đơn vị");
    expect(reading.issues[0]?.message).toContain("thiếu “Tên đơn vị”");
  });

  test("an empty workbook is not recognised, and the forms that are expected are named", () => {
    const reading = read(sheet("Sheet1", []));
    expect(reading.issues).toMatchObject([{rule: "form_not_recognised"}]);
    expect(reading.issues[0]?.message).toContain("Biểu tổng hợp");
  });

  test("a row with values but no name is refused", () => {
    const reading = read(
      sheet("Sheet1", [...TITLE, HEADER, ROWS[0] ?? [], [2, null, "Khu dân cư", "x"], [3, error("#REF!"), "KDC"]])
    );
    expect(reading).toMatchObject({rows_read: 3, rows_accepted: 1, rows_rejected: 2});
    expect(found(reading)).toEqual(["missing_unit_name B5", "missing_unit_name B6"]);
  });

  test("a workbook is simulated if any cell says so", () => {
    expect(read(sheet("Sheet1", [["Số liệu mô phỏng"], ...TITLE, HEADER, ...ROWS])).is_simulated).toBe(true);
    expect(read(sheet("Sheet1", [...TITLE, HEADER, ...ROWS])).is_simulated).toBe(false);
  });
});

describe("a sheet that only explains", () => {
  const list = sheet("DS", [...TITLE, HEADER, ...ROWS]);
  const columns: Value[][] = [
    ["Hướng dẫn điền biểu"],
    ["Cột", "Ghi gì"],
    ["Tên đơn vị", "x"],
    ["Loại hình", "x"],
    ["Đăng ký", "x"],
    ["Khá", "x"]
  ];

  test("is left alone without a word: by its name and its first words, or hidden", () => {
    const words = {
      ...sheet("Danh mục", [
        ["Tên đơn vị", "Phân loại"],
        ["Khu dân cư", "Khá"]
      ]),
      isHidden: true
    };
    const reading = read([sheet("Hướng dẫn", columns), list, words]);
    expect(reading.rows_read).toBe(ROWS.length);
    expect(found(reading)).toEqual(found(read(list)));
  });

  test("is no hiding place for a list: one so called that begins otherwise is read", () => {
    expect(read(sheet("Hướng dẫn", [...TITLE, HEADER, ...ROWS])).rows_read).toBe(ROWS.length);
  });
});
