import {describe, expect, test} from "vitest";
import {found, read, sheet, type Value} from "./build.ts";

type Grid = readonly (readonly Value[])[];
const HEADER = ["STT", "Tên đơn vị", "Loại hình", "Phân loại"];
const ROW = [1, "Thôn 1", "KDC", "Khá"];
const list = (titles: readonly string[], about = {}, name = "Sheet1") =>
  read(sheet(name, [...titles.map((title) => [title]), HEADER, ROW]), about);
const receipt = {received_date: null, sender: null, stage: null, commune: null, year: null};
const facts = (...rows: Value[][]) => sheet("Thông tin chung", [["Nội dung", "Giá trị"], ...rows]);

describe("the commune of a file", () => {
  test.each([
    [["ỦY BAN NHÂN DÂN PHƯỜNG SẦM SƠN", "DANH SÁCH NĂM 2025"], "16531"],
    [["UBND tỉnh Thanh Hóa - Phường Hạc Thành", "Năm 2025"], "14797"],
    [["ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN", "UBND XÃ PHƯỢNG TIẾN", "DANH SÁCH NĂM 2026"], "05563"]
  ])("is in the titles %j", (titles, code) => {
    const reading = list(titles);
    expect(reading.area_level).toBe("commune");
    expect(reading.units[0]).toMatchObject({commune_code: code, commune_valid_from: "2025-07-01"});
  });

  test("words such as “trật tự xã hội” and “các xã, phường” name none", () => {
    const reading = list(["BẢO ĐẢM TRẬT TỰ XÃ HỘI TRÊN CÁC XÃ, PHƯỜNG", "PHƯỜNG SẦM SƠN NĂM 2025"]);
    expect(reading.units[0]?.commune_code).toBe("16531");
  });

  test("is what Thông tin chung says before what titles say", () => {
    const grid = [["PHƯỜNG HẠC THÀNH, TỈNH THANH HÓA NĂM 2025"], HEADER, ROW];
    const reading = read([sheet("DS", grid), facts(["Xã", "Phường Sầm Sơn"], ["Năm", 2025])]);
    expect(reading.units[0]?.commune_code).toBe("16531");
    expect(reading.rows_read).toBe(1);
  });

  test("is that of the receipt where the file says none", () => {
    const reading = list(["DANH SÁCH NĂM 2025"], {receipt: {...receipt, commune: "16531"}});
    expect(reading.units[0]?.commune_code).toBe("16531");
    expect(reading).toMatchObject({area_level: "commune", area_code: "16531"});
  });

  test("is that of the Xã column first, by name or by code", () => {
    const grid: Grid = [
      ["CÔNG AN TỈNH THANH HÓA"],
      ["DANH SÁCH ĐƠN VỊ TỈNH QUẢN LÝ NĂM 2025"],
      ["STT", "Tên đơn vị", "Loại hình", "Xã", "Phân loại"],
      [1, "Sở Y tế", "Cơ quan", "Sầm Sơn", "Khá"],
      [2, "Sở Tài chính", "Cơ quan", "16531", "Khá"]
    ];
    const reading = read(sheet("DS", grid));
    expect(reading.units.map(({commune_code, managed_level}) => [commune_code, managed_level])).toEqual([
      ["16531", "tinh"],
      ["16531", "tinh"]
    ]);
    expect(reading).toMatchObject({area_level: "province", area_code: "38"});
  });

  test("unknown in its column: the row is refused at its cell, the others stand", () => {
    const grid: Grid = [
      ["CÔNG AN TỈNH THANH HÓA, NĂM 2025"],
      ["STT", "Tên đơn vị", "Loại hình", "Xã", "Phân loại"],
      [1, "Sở Y tế", "Cơ quan", "Sầm Sơn", "Khá"],
      [2, "Sở Tài chính", "Cơ quan", "Xã Không Có", "Khá"]
    ];
    const reading = read(sheet("DS", grid));
    expect(reading).toMatchObject({rows_read: 2, rows_accepted: 1, rows_rejected: 1});
    expect(reading.issues).toMatchObject([
      {rule: "unknown_commune", severity: "row_error", cell: "D4", raw_value: "Xã Không Có"}
    ]);
  });

  test("of a name that several provinces have is told with the candidates, unless the workspace's own province decides", () => {
    const titles = ["ỦY BAN NHÂN DÂN XÃ HẠNH PHÚC", "DANH SÁCH NĂM 2026"];
    const reading = list(titles);
    expect(reading.issues).toMatchObject([{rule: "ambiguous_commune", severity: "row_error", cell: "A1"}]);
    expect(reading.issues[0]?.message).toContain("Tỉnh Lào Cai");
    expect(list(titles, {homeProvince: "15"}).units).toHaveLength(1);
    expect(list(["TỈNH CAO BẰNG", ...titles], {homeProvince: "15"}).area_code).toBe("01618");
  });

  test("said nowhere: all rows are refused, told once", () => {
    const reading = list(["DANH SÁCH NĂM 2025"]);
    expect(reading).toMatchObject({rows_read: 1, rows_rejected: 1, units: []});
    expect(reading.issues).toMatchObject([{rule: "missing_commune", severity: "row_error"}]);
  });

  test("unknown in the titles: told once, with the title", () => {
    const reading = list(["UBND XÃ KHÔNG CÓ", "DANH SÁCH NĂM 2025"]);
    expect(reading.issues).toMatchObject([{rule: "unknown_commune", cell: "A1"}]);
  });

  test("of units that are communes themselves is their own name", () => {
    const grid: Grid = [
      ["HUYỆN TRẠM TẤU, TỈNH YÊN BÁI: KẾT QUẢ NĂM 2024"],
      ["STT", "Tên đơn vị", "Loại hình", "Phân loại"],
      ["I. XÃ, THỊ TRẤN"],
      [1, "Thị trấn Trạm Tấu", null, "Khá"],
      [2, "Xã Trạm Tấu", null, "Xuất sắc"]
    ];
    const reading = read(sheet("Sheet1", grid));
    expect(reading.units.map(({unit_type}) => unit_type)).toEqual(["thi_tran", "xa"]);
    expect(new Set(reading.units.map(({commune_code}) => commune_code)).size).toBe(2);
    expect(reading.units.map(({managed_level}) => managed_level)).toEqual(["huyen", "huyen"]);
  });

  test("of a list whose only column of names is headed “Xã, thị trấn” is the unit itself", () => {
    const grid: Grid = [
      ["HUYỆN TRẠM TẤU NĂM 2024"],
      ["STT", "Xã, thị trấn", "Đăng ký", "Đạt", "Chưa đạt", "Khá", "Yếu"],
      [1, "Bản Mù", "x", "x", null, "x", null],
      [2, "TT Trạm Tấu", "x", null, "x", null, "x"]
    ];
    const reading = read(sheet("Sheet1", grid));
    expect(reading.units).toMatchObject([
      {unit_name: "Bản Mù", unit_type: "xa", is_certified: true},
      {unit_name: "TT Trạm Tấu", unit_type: "thi_tran", is_certified: false, class: "yeu"}
    ]);
    expect(reading.rows_rejected).toBe(0);
  });

  test("is that of the heading in a district's list", () => {
    const grid: Grid = [
      ["HUYỆN TRẠM TẤU NĂM 2024"],
      HEADER,
      ["I", "Xã Bản Mù"],
      [1, "Thôn 1", "KDC", "Khá"],
      ["II", "Xã Xà Hồ"],
      [1, "Thôn 1", "KDC", "Khá"]
    ];
    const reading = read(sheet("Sheet1", grid));
    expect(new Set(reading.units.map(({commune_code}) => commune_code)).size).toBe(2);
    expect(reading).toMatchObject({area_level: "district", rows_rejected: 0});
    expect(found(reading)).toEqual([]);
  });
});

describe("the register a file speaks of", () => {
  const district = (year: number, commune: string, title = "HUYỆN TRẠM TẤU, TỈNH YÊN BÁI") =>
    read(
      sheet("DS", [
        [`${title} NĂM ${year}`],
        ["STT", "Tên đơn vị", "Loại hình", "Xã", "Phân loại"],
        [1, "Thôn 1", "KDC", commune, "Khá"]
      ])
    );

  test("is the former one until 2024", () => {
    expect(district(2024, "Bản Mù").units[0]?.commune_valid_from).toBeNull();
  });

  test("is the former one in 2025 for a district's file", () => {
    const reading = district(2025, "Trạm Tấu");
    expect(reading.area_level).toBe("district");
    expect(reading.units).toEqual([]);
    expect(found(reading)).toEqual(["ambiguous_commune D3"]);
    expect(district(2025, "Xã Trạm Tấu").units[0]?.commune_valid_from).toBeNull();
  });

  test("is the former one in 2025 for a file that names only communes that have ended", () => {
    expect(district(2025, "Túc Đán", "DANH SÁCH").units[0]?.commune_valid_from).toBeNull();
  });

  test("is the current one in 2025 for a name of both, and from 2026", () => {
    expect(district(2025, "Phình Hồ", "TỈNH LÀO CAI").units[0]?.commune_valid_from).toBe("2025-07-01");
    expect(district(2026, "Phình Hồ", "TỈNH LÀO CAI").units[0]?.commune_valid_from).toBe("2025-07-01");
  });

  test("a commune of an earlier year that it does not hold gets a provisional code where the district is known", () => {
    const reading = district(2022, "Xã Đã Nhập");
    expect(reading.units[0]).toMatchObject({commune_code: "tam-139-đã-nhập", commune_valid_from: null});
    expect(reading.issues).toMatchObject([{rule: "provisional_commune", severity: "warning", cell: "D3"}]);
  });

  test("but none where no district is known", () => {
    expect(found(district(2022, "Xã Đã Nhập", "DANH SÁCH"))).toEqual(["unknown_commune D3"]);
  });

  test("a name of several districts needs its district", () => {
    const grid = (district: Value): Grid => [
      ["TỈNH THANH HÓA, NĂM 2024"],
      ["STT", "Tên đơn vị", "Loại hình", "Xã", "Huyện", "Phân loại"],
      [1, "Thôn 1", "KDC", "Xuân Lộc", district, "Khá"]
    ];
    const named = read(sheet("DS", grid("Huyện Hậu Lộc")));
    expect(named.units).toHaveLength(1);
    const unnamed = read(sheet("DS", grid(null)));
    expect(unnamed.issues).toMatchObject([{rule: "ambiguous_commune", severity: "row_error"}]);
    expect(unnamed.issues[0]?.message).toContain("Huyện Hậu Lộc");
  });

  test("the version of a commune is that of the report's day", () => {
    const titles = ["ỦY BAN NHÂN DÂN PHƯỜNG TRẢNG BOM, THÀNH PHỐ ĐỒNG NAI", "DANH SÁCH NĂM 2026"];
    const early = list(titles, {receipt: {...receipt, received_date: "2026-03-01", commune: "26248"}});
    const late = list(titles, {receipt: {...receipt, received_date: "2026-11-01", commune: "26248"}});
    expect(early.units[0]?.commune_valid_from).toBe("2025-07-01");
    expect(late.units[0]?.commune_valid_from).toBe("2026-04-30");
  });
});

describe("the former commune of a unit", () => {
  const grid = (former: Value): Grid => [
    ["PHƯỜNG SẦM SƠN, TỈNH THANH HÓA, NĂM 2025"],
    ["STT", "Tên đơn vị", "Loại hình", "Thuộc xã trước 1/7/2025", "Phân loại"],
    [1, "Tổ dân phố 1", "KDC", former, "Khá"]
  ];

  test("is one of those that went into the present commune", () => {
    const reading = read(sheet("DS", grid("Phường Quảng Tiến")));
    expect(reading.units[0]?.former_commune_code).toMatch(/^\d{5}$/);
    expect(found(reading)).toEqual([]);
  });

  test("is left out with a value error where it is none of them", () => {
    const reading = read(sheet("DS", grid("Xã Bản Mù")));
    expect(reading.units[0]?.former_commune_code).toBeNull();
    expect(reading.issues).toMatchObject([{rule: "unknown_former_commune", severity: "value_error", cell: "D3"}]);
  });
});

describe("the year", () => {
  test("is that of Thông tin chung, then of the title, then of the receipt", () => {
    expect(read([sheet("DS", [["PHƯỜNG SẦM SƠN NĂM 2025"], HEADER, ROW]), facts(["Năm", 2026])]).year).toBe(2026);
    expect(list(["PHƯỜNG SẦM SƠN", "NĂM 2026"], {receipt: {...receipt, year: 2025}}).year).toBe(2026);
    expect(list(["PHƯỜNG SẦM SƠN"], {receipt: {...receipt, year: 2025}}).year).toBe(2025);
  });

  test("is checked by the folder: a difference is a warning", () => {
    const reading = list(["PHƯỜNG SẦM SƠN", "NĂM 2025"], {folderYear: 2026});
    expect(reading.year).toBe(2025);
    expect(reading.issues).toMatchObject([{rule: "folder_year_differs", severity: "warning", cell: "A2"}]);
  });

  test("said nowhere but by the folder is taken from it, with a warning", () => {
    const reading = list(["PHƯỜNG SẦM SƠN"], {folderYear: 2025});
    expect(reading.year).toBe(2025);
    expect(found(reading)).toEqual(["year_from_folder"]);
  });

  test("said nowhere: every row is refused", () => {
    const reading = list(["PHƯỜNG SẦM SƠN"]);
    expect(reading).toMatchObject({year: null, rows_read: 1, rows_rejected: 1});
    expect(found(reading)).toEqual(["unknown_year"]);
  });

  test("written as two is the first, with a warning", () => {
    const reading = list(["HUYỆN TRẠM TẤU, XÃ BẢN MÙ: DANH SÁCH TRƯỜNG HỌC", "NĂM HỌC 2019-2020"]);
    expect(reading.year).toBe(2019);
    expect(found(reading)).toEqual(["year_is_range A2"]);
  });

  test("of the day on which a file was signed is not the year of its figures", () => {
    expect(list(["PHƯỜNG SẦM SƠN", "Sầm Sơn, ngày 05 tháng 01 năm 2026", "KẾT QUẢ PHONG TRÀO NĂM 2025"]).year).toBe(
      2025
    );
  });

  test("of a file that says it only row by row is that of its rows", () => {
    const grid: Grid = [["PHƯỜNG SẦM SƠN"], [...HEADER, "Năm"], [...ROW, 2025], [2, "Thôn 2", "KDC", "Khá", "2025"]];
    expect(read(sheet("DS", grid))).toMatchObject({year: 2025, rows_rejected: 0});
  });

  test("may stand in a column of its own", () => {
    const grid: Grid = [
      ["PHƯỜNG SẦM SƠN NĂM 2026"],
      [...HEADER, "Năm"],
      [...ROW, 2025],
      [2, "Thôn 2", "KDC", "Khá", null]
    ];
    expect(read(sheet("DS", grid)).units.map(({year}) => year)).toEqual([2025, 2026]);
  });
});

describe("stage and period", () => {
  test.each([
    [["PHƯỜNG SẦM SƠN NĂM 2025", "(Số liệu sơ bộ)"], "2025/tep.xlsx", null, "so_bo"],
    [["PHƯỜNG SẦM SƠN NĂM 2025"], "2025/Sam Son_ANTT 2025_so bo.xlsx", null, "so_bo"],
    [["PHƯỜNG SẦM SƠN NĂM 2025"], "2025/tep.xlsx", "so_bo", "so_bo"],
    [["PHƯỜNG SẦM SƠN NĂM 2025", "SỐ LIỆU CHÍNH THỨC"], "2025/so-bo.xlsx", "so_bo", "chinh_thuc"],
    [["PHƯỜNG SẦM SƠN NĂM 2025"], "so bo/tep.xlsx", null, "chinh_thuc"]
  ])("titles %j, file %s, receipt %j: %s", (titles, file, stage, expected) => {
    expect(list(titles, {file, receipt: {...receipt, stage}}).stage).toBe(expected);
  });

  test("Thông tin chung decides before the titles", () => {
    const grid = [["PHƯỜNG SẦM SƠN NĂM 2025 (SỐ LIỆU SƠ BỘ)"], HEADER, ROW];
    const reading = read([facts(["Kỳ báo cáo", "6 tháng"], ["Giai đoạn số liệu", "Chính thức"]), sheet("DS", grid)]);
    expect(reading).toMatchObject({stage: "chinh_thuc", period: "6_thang"});
  });

  test("six months are said in the title", () => {
    expect(list(["PHƯỜNG SẦM SƠN", "KẾT QUẢ 6 THÁNG ĐẦU NĂM 2025"]).period).toBe("6_thang");
    expect(list(["PHƯỜNG SẦM SƠN", "KẾT QUẢ NĂM 2025"]).period).toBe("nam");
  });

  test("a day in June or on the sixth is not six months", () => {
    const dated = ["PHƯỜNG SẦM SƠN", "KẾT QUẢ NĂM 2025", "(Kèm theo Báo cáo số 12/BC-UBND ngày 06 tháng 12 năm 2025)"];
    expect(list(dated).period).toBe("nam");
    expect(list([...dated.slice(0, 2), "ngày 6 tháng 6 năm 2025"]).period).toBe("nam");
    expect(list([...dated, "BÁO CÁO 6 THÁNG"]).period).toBe("6_thang");
  });
});

describe("a blank managing level", () => {
  test("is the commune's for KDC, the province's for communes since 2025, the reporter's own for others", () => {
    const grid: Grid = [
      ["PHƯỜNG SẦM SƠN NĂM 2025"],
      ["STT", "Tên đơn vị", "Loại hình", "Cấp quản lý", "Phân loại"],
      [1, "Thôn 1", "KDC", null, "Khá"],
      [2, "Phường Sầm Sơn", "Phường", null, "Khá"],
      [3, "Trạm Y tế", "Cơ quan", null, "Khá"],
      [4, "Điện lực", "Doanh nghiệp", "Tỉnh", "Khá"]
    ];
    expect(read(sheet("DS", grid)).units.map(({managed_level}) => managed_level)).toEqual(["xa", "tinh", "xa", "tinh"]);
  });

  test("“huyện” after 1/7/2025 is kept as written, with a warning", () => {
    const grid: Grid = [
      ["PHƯỜNG SẦM SƠN NĂM 2025"],
      ["STT", "Tên đơn vị", "Loại hình", "Cấp quản lý", "Phân loại"],
      [1, "Trạm Y tế", "Cơ quan", "Huyện", "Khá"]
    ];
    const reading = read(sheet("DS", grid));
    expect(reading.units[0]?.managed_level).toBe("huyen");
    expect(found(reading)).toEqual(["district_level_ended D3"]);
  });
});
