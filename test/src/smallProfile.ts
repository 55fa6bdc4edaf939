import type {CommuneProfile, ProfileVerdict, YearValue} from "../../src/data/queries/communeProfiles.ts";

/** Figures of a year: n of d, all decided and final unless said otherwise. */
export function point(year: number, numerator: number, denominator: number, more: Partial<YearValue> = {}): YearValue {
  return {year, numerator, denominator, unknown_count: 0, unreported_count: 0, is_final: true, ...more};
}

/** The plan's certification level (từ 80%) for a commune, to be changed where a test says so. */
export function planVerdict(more: Partial<ProfileVerdict> = {}): ProfileVerdict {
  return {
    year: 2025,
    target_id: "S2-01",
    title: "Đơn vị đạt tiêu chuẩn",
    clause: "mục I.1",
    document: "Kế hoạch số 60/KH-UBND",
    kind: "plan",
    indicator: "certified_of_eligible",
    unit_group: "all",
    managed_levels: "all",
    comparator: ">=",
    measure: "percent",
    value: 80,
    basis: "doi_chieu",
    numerator: 188,
    denominator: 252,
    unknown_count: 0,
    unreported_count: 0,
    verdict: "chua_dat",
    units_needed: 14,
    is_impossible: false,
    ...more
  };
}

/** Phường Hạc Thành in 2025: two former wards, one of them split, 188 of 252 units certified. */
export function smallProfile(more: Partial<CommuneProfile> = {}): CommuneProfile {
  const former = {
    type: "phuong",
    district: "Thành phố Thanh Hóa",
    clause: "Khoản 127",
    year: 2024,
    numerator: 15,
    denominator: 20,
    class: "kha",
    points: [point(2023, 14, 20), point(2024, 15, 20)]
  };
  return {
    code: "14797",
    name: "Hạc Thành",
    type: "phuong",
    valid_from: "2025-07-01",
    province: "Thanh Hóa",
    province_points: [point(2024, 5900, 7700), point(2025, 5600, 7100)],
    former: [
      {...former, code: "14764", name: "Trường Thi", extent: "full", is_certified: true},
      {...former, code: "14758", name: "Đông Thọ", extent: "part", is_certified: false}
    ],
    reports: [{year: 2025, is_reported: true, received_date: "2025-11-11", stage: "so_bo", expected_unit_count: 252}],
    verdicts: [planVerdict()],
    series: [
      {indicator: "certified_of_eligible", unit_group: "all", points: [point(2024, 181, 252), point(2025, 188, 252)]},
      {indicator: "certified_of_eligible", unit_group: "khu_dan_cu", points: [point(2025, 90, 120)]}
    ],
    units: [
      {
        year: 2025,
        unit_name: "Phố Lê Hoàn 3",
        unit_type: "khu_dan_cu",
        managed_by: "UBND phường",
        managed_level: "xa",
        is_certified: false,
        class: "trung_binh",
        missing: ["Có 1 vụ việc phức tạp"],
        file: "2025/14797.xlsx",
        file_key: "9f3c41d0",
        sheet: "Danh sách đơn vị",
        row_number: 57,
        cell: "G57"
      },
      {
        year: 2025,
        unit_name: "Công ty <b>May</b> ${1+1}",
        unit_type: "doanh_nghiep",
        managed_by: null,
        managed_level: "xa",
        is_certified: null,
        class: null,
        missing: ["Chưa ghi kết quả xét"],
        file: "2025/14797.xlsx",
        file_key: "9f3c41d0",
        sheet: "Danh sách đơn vị",
        row_number: 184,
        cell: "G184"
      }
    ],
    files: [
      {
        file: "2025/14797.xlsx",
        year: 2025,
        received_date: "2025-11-11",
        stage: "so_bo",
        status: "accepted",
        rows_read: 262,
        rows_rejected: 0,
        is_current: true
      }
    ],
    ...more
  };
}
