import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import type {
  Overview,
  OverviewFigure,
  OverviewResult,
  OverviewTarget
} from "../../../src/data/queries/overviewShape.ts";

/** Four communes in a square, 2022 on the former register, 2025 governed by a plan, 2026 without one. */
export const communes = [
  {code: "101", name: "Tĩnh Gia", type: "phuong"},
  {code: "102", name: "Mường Lý", type: "xa"},
  {code: "103", name: "Trung Lý", type: "xa"},
  {code: "104", name: "Hạc Thành", type: "phuong"}
];

const figure: Omit<OverviewFigure, "year" | "numerator" | "denominator"> = {
  boundary: "current",
  indicator: "certified_of_eligible",
  unit_group: "all",
  unknown_count: 0,
  unreported_count: 0,
  is_final: true
};

const target: OverviewTarget = {
  target_id: "S2-01",
  plan_id: "thanh-hoa-2025",
  kind: "plan",
  title: "Đơn vị đạt tiêu chuẩn “An toàn về ANTT”",
  indicator: "certified_of_eligible",
  unit_group: "all",
  subject_level: "province",
  comparator: ">=",
  measure: "percent",
  value: 80,
  clause: "mục I.1",
  document: "Kế hoạch số 60/KH-UBND ngày 04/4/2025",
  area_level: "province",
  area_code: "38",
  managed_levels: "all",
  year_from: 2025,
  year_to: 2025,
  board: null
};

const result: OverviewResult = {
  target_id: "S2-01",
  subject_level: "province",
  boundary: "current",
  unit_group: "all",
  year: 2025,
  basis: "rang_buoc",
  numerator: 70,
  denominator: 100,
  unknown_count: 0,
  unreported_count: 20,
  verdict: "chua_dat",
  units_needed: 10,
  is_impossible: false
};

export function smallOverview(changes: Partial<Overview> = {}): Overview {
  return {
    home: {level: "province", code: "38", type: "tinh", name: "Tỉnh Thanh Hóa"},
    as_of: "2025-11-18",
    is_simulated: true,
    years: [2022, 2024, 2025, 2026],
    default_year: 2025,
    governing: [
      {
        year: 2025,
        boundary: "current",
        plan_id: "thanh-hoa-2025",
        kind: "plan",
        document: target.document,
        basis: "rang_buoc"
      }
    ],
    targets: [
      target,
      {...target, target_id: "S2-02", comparator: ">", indicator: "good_or_better_of_eligible"},
      {
        ...target,
        target_id: "S2-03",
        title: "Mô hình hoạt động hiệu quả ở Khu kinh tế Nghi Sơn",
        clause: "mục III.10",
        indicator: "effective_model_count",
        unit_group: "organisations",
        subject_level: "board",
        board: "KKT Nghi Sơn",
        measure: "count",
        value: 1
      }
    ],
    results: [
      result,
      {...result, target_id: "S2-02", numerator: 81, verdict: "chua_ket_luan", units_needed: 0},
      {
        ...result,
        target_id: "S2-03",
        subject_level: "board",
        unit_group: "organisations",
        numerator: 3,
        denominator: 8,
        unreported_count: 0,
        verdict: "dat",
        units_needed: 0
      }
    ],
    figures: [
      {...figure, year: 2022, numerator: 60, denominator: 100},
      {...figure, year: 2024, numerator: 66, denominator: 100},
      {...figure, year: 2025, numerator: 70, denominator: 100, unreported_count: 20, is_final: false},
      {...figure, unit_group: "khu_dan_cu", year: 2024, numerator: 50, denominator: 80},
      {...figure, unit_group: "khu_dan_cu", year: 2025, numerator: 60, denominator: 80, is_final: false},
      {...figure, unit_group: "commune", year: 2024, numerator: 5, denominator: 8},
      {...figure, unit_group: "commune", year: 2025, numerator: 0, denominator: 3, unknown_count: 3, is_final: false},
      {...figure, indicator: "good_or_better_of_eligible", year: 2024, numerator: 79, denominator: 100}
    ],
    reports: [
      {year: 2022, expected: 12, reported: 12, files: 2},
      {year: 2024, expected: 12, reported: 12, files: 2},
      {year: 2025, expected: 4, reported: 3, files: 3},
      {year: 2026, expected: 4, reported: 0, files: 0}
    ],
    duties: [
      {
        plan_id: "thanh-hoa-2025",
        duty: "S2-D3",
        evidence: "annual_report",
        title: "Báo cáo năm",
        clause: "mục IV.1",
        document: target.document,
        year: 2025,
        area_level: "commune",
        due_date: "2025-11-15",
        dung_han: 2,
        tre: 1,
        chua_nop: 1,
        chua_den_han: 0,
        khong_theo_doi: 0
      }
    ],
    norms: [],
    communes,
    former_count: 12,
    closing: [
      {
        target_id: "S2-01",
        year: 2025,
        boundary: "current",
        unit_group: "all",
        order: [0, 1],
        needed: [12, 4],
        n: [20, 15],
        d: [40, 24],
        cut: 1
      }
    ],
    values: {
      "2025|certified_of_eligible|all": {n: [20, 15, 0, 35], d: [40, 24, 0, 36], v: [0, 0, 20, 0]},
      "2025|certified_of_eligible|khu_dan_cu": {n: [18, 12, 0, 30], d: [30, 20, 0, 30], v: [0, 0, 18, 0]},
      "2024|certified_of_eligible|all": {n: [20, 15, 10, 21], d: [40, 24, 12, 24]}
    },
    ...changes
  };
}

const square = (id: string, arc: number): object => ({type: "Polygon", id, arcs: [[arc]]});
const ring = (x: number, y: number): number[][] => [
  [x, y],
  [x + 100, y],
  [x + 100, y + 100],
  [x, y + 100],
  [x, y]
];

/** Four square cells, two by two: 101 102 over 103 104. */
export const smallMap: MapFile = {
  kind: "cells",
  title: "Tỉnh Thanh Hóa",
  source: "",
  width: 400,
  height: 300,
  kilometres_per_unit: 1,
  topology: {
    type: "Topology",
    arcs: [ring(200, 0), ring(300, 0), ring(200, 100), ring(300, 100)],
    objects: {
      communes: {
        type: "GeometryCollection",
        geometries: [square("101", 0), square("102", 1), square("103", 2), square("104", 3)]
      }
    }
  } as unknown as MapFile["topology"],
  communes: communes.map((commune, i) => ({
    ...commune,
    type: commune.type as "xa",
    x: 250 + 100 * (i % 2),
    y: 50 + 100 * Math.floor(i / 2),
    column: i % 2,
    row: Math.floor(i / 2),
    is_symbol: false,
    is_displaced: false
  })),
  tile_columns: 2,
  tile_rows: 2,
  labels: [
    {kind: "province", lines: ["Sơn La"], x: 60, y: 20},
    {kind: "sea", lines: ["Vịnh", "Bắc Bộ"], x: 350, y: 270}
  ],
  seat: {code: "104", name: "Hạc Thành", x: 350, y: 150, label_x: 380, label_y: 230, anchor: "start"}
};
