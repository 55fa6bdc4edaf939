import {describe, expect, test} from "vitest";
import {date, found, percent, read, sheet, type Value} from "./build.ts";

type Grid = readonly (readonly Value[])[];
const TITLES: Grid = [["PHƯỜNG SẦM SƠN, TỈNH THANH HÓA"], ["BIỂU TỔNG HỢP NĂM 2025"]];

describe("Mô hình", () => {
  test("each row is a model with its class, sites, teams and share of the plan", () => {
    const grid: Grid = [
      ...TITLES,
      [
        "STT",
        "Tên mô hình",
        "Đơn vị / địa bàn",
        "Phân loại",
        "Số điểm",
        "Số tổ",
        "Nhân rộng toàn tỉnh",
        "% hoàn thành kế hoạch"
      ],
      [1, "Camera an ninh", "Tổ dân phố 1", "Tốt", 12, "1.376", "x", percent(0.95)],
      [2, "Tiếng kẻng an ninh", "Tổ dân phố 2", "TB", null, null, null, "88,73 %"],
      [null, "Tổng cộng", null, null, 12, 1376]
    ];
    const reading = read(sheet("Mô hình", grid));
    expect(reading.models).toMatchObject([
      {
        model_name: "Camera an ninh",
        name_key: "camera an ninh",
        unit_name: "Tổ dân phố 1",
        class: "tot",
        site_count: 12,
        team_count: 1376,
        is_replicated_province: true,
        plan_done_share: 0.95
      },
      {class: "trung_binh", site_count: null, is_replicated_province: false, plan_done_share: 0.8873}
    ]);
    expect(reading.rows_read).toBe(2);
  });

  test("a model without name is refused; an unknown class leaves the model", () => {
    const grid: Grid = [...TITLES, ["STT", "Tên mô hình", "Phân loại"], [1, null, "Tốt"], [2, "Camera", "Xuất sắc"]];
    const reading = read(sheet("Mô hình", grid));
    expect(reading).toMatchObject({rows_read: 2, rows_accepted: 1, rows_rejected: 1});
    expect(found(reading)).toEqual(["missing_model_name B4", "unknown_model_class C5"]);
  });
});

describe("Thông tin chung", () => {
  const HEADER = ["STT", "Nội dung", "Kết quả", "Tổng số", "Ngày", "Ghi chú"];

  test("each row is a fact of its kind", () => {
    const grid: Grid = [
      ["PHƯỜNG SẦM SƠN: THÔNG TIN CHUNG NĂM 2025"],
      HEADER,
      [1, "Hộ gia đình được tuyên truyền", "1.376", 1400],
      [2, "Cán bộ, công chức, viên chức được phổ biến", "250/250"],
      [3, "Học sinh các trường được phổ biến pháp luật", 3100, 3000],
      [4, "Đạt chỉ tiêu 19.2 nông thôn mới", "Đạt"],
      [5, "Đạt chỉ tiêu 19.2 nông thôn mới nâng cao", "Chưa đạt"],
      [6, "Ngày ban hành nghị quyết", null, null, date(45_702)],
      [7, "Ngày ban hành kế hoạch", null, null, "31/02/2025"],
      [8, "Ngày gửi báo cáo 6 tháng", "10/06/2025"],
      [9, "Ngày hội toàn dân bảo vệ an ninh Tổ quốc", null, null, "19/8/2025"],
      [10, "Diễn đàn Công an lắng nghe ý kiến Nhân dân", "Không"],
      [11, "Ngày gửi báo cáo năm"],
      [12, "Số hộ nghèo", 12]
    ];
    const reading = read(sheet("Thông tin chung", grid));
    const values = reading.facts.map(({fact, reached_count, total_count, is_met, value_date}) => [
      fact,
      reached_count,
      total_count,
      is_met,
      value_date
    ]);
    expect(values).toEqual([
      ["households", 1376, 1400, null, null],
      ["officials", 250, 250, null, null],
      ["pupils", null, 3000, null, null],
      ["ntm_19_2", null, null, true, null],
      ["ntm_advanced_19_2", null, null, false, null],
      ["resolution_date", null, null, null, "2025-02-14"],
      ["plan_date", null, null, null, null],
      ["half_year_report_date", null, null, null, "2025-06-10"],
      ["festival", null, null, true, "2025-08-19"],
      ["police_listens_forum", null, null, false, null]
    ]);
    expect(found(reading)).toEqual(["part_over_whole C5", "date_not_in_calendar E9", "unknown_fact B14"]);
    expect(reading.rows_read).toBe(10);
  });

  test("is read without a header row, values to the right of the labels", () => {
    const grid: Grid = [
      ["THÔNG TIN CHUNG"],
      ["Xã, phường:", "Phường Sầm Sơn"],
      ["Năm:", "2025"],
      ["Số liệu:", "Sơ bộ"],
      ["Hộ gia đình được tuyên truyền", 1376, 1400],
      ["Ngày nghị quyết", "14/02/2025"]
    ];
    const reading = read(sheet("Trang 1", grid));
    expect(reading).toMatchObject({form: "commune_facts", year: 2025, stage: "so_bo", area_code: "16531"});
    expect(reading.facts).toMatchObject([
      {fact: "households", reached_count: 1376, total_count: 1400},
      {fact: "resolution_date", value_date: "2025-02-14"}
    ]);
    expect(reading.columns).toContainEqual({
      sheet: "Trang 1",
      form: "commune_facts",
      field: "total_count",
      column_letter: "C",
      header_text: "cột C"
    });
  });

  test("of a district has a column for the commune", () => {
    const grid: Grid = [
      ["HUYỆN TRẠM TẤU: THÔNG TIN CHUNG NĂM 2024"],
      ["STT", "Xã", "Nội dung", "Đã phổ biến", "Tổng số"],
      [1, "Bản Mù", "Hộ gia đình", 100, 120],
      [2, "Xà Hồ", "Hộ gia đình", 90, 100],
      [3, "Xã Nào Đó", "Hộ gia đình", 90, 100]
    ];
    const reading = read(sheet("Thông tin chung", grid));
    expect(reading.facts.map(({reached_count}) => reached_count)).toEqual([100, 90, 90]);
    expect(new Set(reading.facts.map(({commune_code}) => commune_code)).size).toBe(3);
    expect(found(reading)).toEqual(["provisional_commune B5"]);
  });

  test("a sheet with a column “Nội dung” and nothing known in it is no such form", () => {
    const reading = read(
      sheet("Sheet1", [
        ["STT", "Nội dung", "Kết quả"],
        [1, "Sửa mái nhà", "Xong"]
      ])
    );
    expect(found(reading)).toEqual(["form_not_recognised"]);
  });

  test("a fact said twice is told of", () => {
    const grid: Grid = [["PHƯỜNG SẦM SƠN NĂM 2025"], HEADER, [1, "Hộ gia đình", 1, 2], [2, "Số hộ dân", 1, 2]];
    expect(found(read(sheet("TTC", grid)))).toEqual(["repeated_fact B4"]);
  });
});

describe("Biểu tổng hợp", () => {
  const COUNTS = ["Tổng số", "Đăng ký", "Đạt", "Xuất sắc", "Khá", "Trung bình", "Yếu"];
  const district: Grid = [
    ["HUYỆN TRẠM TẤU", null, "TỔNG HỢP KẾT QUẢ NĂM 2022"],
    ["STT", "Xã, thị trấn", "Khu dân cư", ...Array<null>(6).fill(null), "Cơ quan", ...Array<null>(6).fill(null)],
    [null, null, ...COUNTS, ...COUNTS]
  ];
  const merges = ["A2:A3", "B2:B3", "C2:I2", "J2:P2"];
  const row = (name: string, ...counts: Value[]): Value[] => [1, name, ...counts];

  test("one row per commune gives the counts of each unit type", () => {
    const reading = read(
      sheet(
        "Tổng hợp",
        [
          ...district,
          row("Bản Mù", 10, 10, 8, 1, 7, 2, 0, 3, 3, 2, 0, 2, 1, 0),
          [null, "Tổng cộng", 10, 10, 8, 1, 7, 2, 0]
        ],
        merges
      )
    );
    expect(reading.form).toBe("summary");
    expect(reading.rows_read).toBe(1);
    expect(reading.summaries).toMatchObject([
      {
        unit_type: "khu_dan_cu",
        total_count: 10,
        registered_count: 10,
        certified_count: 8,
        xuat_sac_count: 1,
        yeu_count: 0
      },
      {unit_type: "co_quan", total_count: 3, certified_count: 2}
    ]);
    expect(reading.columns).toContainEqual({
      sheet: "Tổng hợp",
      form: "summary",
      field: "co_quan.certified_count",
      column_letter: "L",
      header_text: "Cơ quan > Đạt"
    });
    expect(found(reading)).toEqual([]);
  });

  test("a blank count is missing, not zero; a type without counts has no row", () => {
    const reading = read(sheet("Tổng hợp", [...district, row("Bản Mù", 10, null, 8)], merges));
    expect(reading.summaries).toHaveLength(1);
    expect(reading.summaries[0]).toMatchObject({registered_count: null, xuat_sac_count: null});
  });

  test("certified > registered: certified is left out with a value error, the row is kept", () => {
    const reading = read(sheet("Tổng hợp", [...district, row("Bản Mù", 10, 8, 9)], merges));
    expect(reading.summaries[0]).toMatchObject({total_count: 10, registered_count: 8, certified_count: null});
    expect(reading.issues).toMatchObject([
      {rule: "certified_over_registered", severity: "value_error", cell: "E4", field: "khu_dan_cu.certified_count"}
    ]);
    expect(reading.rows_rejected).toBe(0);
  });

  test("registered > total: registered is left out", () => {
    const reading = read(sheet("Tổng hợp", [...district, row("Bản Mù", 10, 12, 9)], merges));
    expect(reading.summaries[0]).toMatchObject({registered_count: null, certified_count: 9});
    expect(found(reading)).toEqual(["registered_over_total D4"]);
  });

  test("four classes that do not add up to the total are a warning", () => {
    const reading = read(sheet("Tổng hợp", [...district, row("Bản Mù", 10, 10, 8, 1, 7, 1, 0)], merges));
    expect(reading.issues).toMatchObject([{rule: "class_sum_differs", severity: "warning"}]);
    expect(reading.issues[0]?.message).toBe("Bốn mức phân loại (Khu dân cư) cộng lại là 9, tổng số là 10.");
  });

  test("one row per unit type serves a commune's own file", () => {
    const grid: Grid = [
      ...TITLES,
      ["STT", "Loại hình", "Tổng số", "Đăng ký", "Đạt", "Tỷ lệ %"],
      [1, "Khu dân cư", 12, 12, 10, "83,3%"],
      [2, "Cơ sở giáo dục", 4, 4, 4, "100%"],
      [null, "Tổng cộng", 16, 16, 14]
    ];
    expect(read(sheet("Sheet1", grid)).summaries).toMatchObject([
      {unit_type: "khu_dan_cu", certified_count: 10},
      {unit_type: "co_so_giao_duc", total_count: 4}
    ]);
  });

  test("one sheet per unit type, the type from the sheet's name", () => {
    const grid: Grid = [["HUYỆN TRẠM TẤU NĂM 2022"], ["STT", "Xã", ...COUNTS], row("Bản Mù", 10, 10, 8, 1, 7, 2, 0)];
    const reading = read([sheet("KDC", grid), sheet("Doanh nghiệp", grid)]);
    expect(reading.summaries.map(({unit_type}) => unit_type)).toEqual(["khu_dan_cu", "doanh_nghiep"]);
  });

  test("counts of no known type are refused", () => {
    const grid: Grid = [["HUYỆN TRẠM TẤU NĂM 2022"], ["STT", "Xã", ...COUNTS], row("Bản Mù", 10, 10, 8, 1, 7, 2, 0)];
    const reading = read(sheet("Sheet1", grid));
    expect(reading).toMatchObject({rows_read: 1, rows_rejected: 1, summaries: []});
    expect(reading.issues).toMatchObject([{rule: "unknown_counts_type", severity: "row_error"}]);
  });

  test("counts of communes themselves are of the commune's own type", () => {
    const grid: Grid = [
      ["HUYỆN TRẠM TẤU NĂM 2022"],
      ["STT", "Đơn vị", "Xã, thị trấn", null, null],
      [null, null, "Tổng số", "Đăng ký", "Đạt"],
      row("Thị trấn Trạm Tấu", 1, 1, 1),
      row("Bản Mù", 1, 1, 0)
    ];
    const reading = read(sheet("Tổng hợp", grid, ["A2:A3", "B2:B3", "C2:E2"]));
    expect(reading.summaries.map(({unit_type}) => unit_type)).toEqual(["thi_tran", "xa"]);
  });
});
