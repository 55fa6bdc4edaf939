import type {Compare, CompareResults, CompareYear} from "../../src/data/queries/compareShape.ts";
import type {OverviewTarget} from "../../src/data/queries/overviewShape.ts";
import {compareState} from "../../src/views/compare/compareState.ts";
import {compareView, type CompareView} from "../../src/views/compare/compareView.ts";
import type {UrlState} from "../../src/components/urlState.ts";

/**
 * Eight communes of a province whose plan asks for 80 % certified and more than 80 % good: two with the same gap and the same rate, one of
 * four units, one exactly on the level, one silent, one of which more is missing than known, one without a single unit.
 */
export const SMALL_COMMUNES = [
  {code: "10001", name: "An Bình", type: "xa", n: 10, d: 20, u: 0, v: 0, verdict: 1, needed: 6},
  {code: "10002", name: "Ba Đình", type: "phuong", n: 10, d: 20, u: 0, v: 0, verdict: 1, needed: 6},
  {code: "10003", name: "Cẩm Tú", type: "xa", n: 0, d: 4, u: 0, v: 0, verdict: 1, needed: 4},
  {code: "10004", name: "Đông Hải", type: "xa", n: 80, d: 100, u: 0, v: 0, verdict: 0, needed: 0},
  {code: "10005", name: "Hà Long", type: "phuong", n: 30, d: 30, u: 0, v: 0, verdict: 0, needed: 0},
  {code: "10006", name: "Im Lặng", type: "xa", n: 0, d: 0, u: 0, v: 35, verdict: 3, needed: null},
  {code: "10007", name: "Nửa Vời", type: "xa", n: 1, d: 1, u: 0, v: 40, verdict: 2, needed: 0},
  {code: "10008", name: "Trống Không", type: "xa", n: 0, d: 0, u: 0, v: 0, verdict: 4, needed: null}
] as const;

const target: OverviewTarget = {
  target_id: "S2-01",
  plan_id: "thanh-hoa-2025",
  kind: "plan",
  title: "Đơn vị đạt tiêu chuẩn",
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
const norm: OverviewTarget = {
  ...target,
  target_id: "TT124-02",
  plan_id: "tt124-2021",
  kind: "norm",
  indicator: "certified_of_registered",
  unit_group: "base",
  subject_level: "commune",
  value: 70,
  document: "Thông tư 124/2021/TT-BCA",
  clause: "Điều 5 khoản 4",
  area_level: "country",
  area_code: "VN",
  managed_levels: "xa",
  year_from: 2022,
  year_to: null
};

const results: CompareResults = {
  basis: "doi_chieu",
  n: SMALL_COMMUNES.map(({n}) => n),
  d: SMALL_COMMUNES.map(({d}) => d),
  u: SMALL_COMMUNES.map(({u}) => u),
  v: SMALL_COMMUNES.map(({v}) => v),
  verdict: SMALL_COMMUNES.map(({verdict}) => verdict),
  needed: SMALL_COMMUNES.map(({needed}) => needed)
};

const models: OverviewTarget = {
  ...norm,
  target_id: "TT124-03",
  indicator: "effective_model_count",
  unit_group: "commune",
  measure: "count",
  value: 1,
  managed_levels: "all"
};

export const SMALL_YEAR: CompareYear = {
  year: 2025,
  results: {
    "S2-01": results,
    "S2-02": {...results, n: [12, 17, 4, 80, 29, 0, 1, 0]},
    "TT124-03": {
      basis: "rang_buoc",
      n: [2, 1, 0, 3, 0, 0, 0, 0],
      d: new Array<null>(8).fill(null),
      verdict: [0, 0, 1, 0, 2, 3, 3, 3],
      needed: [0, 0, 1, 0, 1, 1, 1, 1]
    },
    "TT124-02": {...results, basis: "rang_buoc", needed: results.needed.map((need) => need && Math.max(0, need - 2))}
  },
  home: {"S2-01": {n: 131, d: 175, verdict: "chua_dat", units_needed: 9}},
  values: {
    "certified_of_eligible|all|all": {
      n: results.n as number[],
      d: results.d as number[],
      v: results.v ?? [],
      provisional: [1, 0, 0, 0, 0, 0, 0, 0]
    },
    "certified_of_eligible|khu_dan_cu|all": {
      n: [8, 6, 0, 40, 12, 0, 0, 0],
      d: [12, 9, 2, 50, 12, 0, 0, 0],
      v: [0, 0, 0, 0, 0, 20, 0, 0]
    },
    "certified_of_eligible|khu_dan_cu|xa": {
      n: [7, 5, 0, 30, 10, 0, 0, 0],
      d: [11, 9, 2, 45, 12, 0, 0, 0],
      v: [0, 0, 0, 0, 0, 20, 0, 0]
    },
    "certified_of_eligible|all|xa": {
      n: [8, 6, 0, 50, 20, 0, 0, 0],
      d: [14, 12, 3, 60, 20, 0, 0, 0],
      v: [0, 0, 0, 0, 0, 30, 0, 0]
    },
    "certified_of_eligible|organisations|all": {n: [2, 4, 0, 40, 18, 0, 0, 0], d: [8, 11, 2, 50, 18, 0, 0, 0]},
    "certified_of_eligible|commune|all": {
      n: [1, 0, 0, 1, 1, 0, 0, 0],
      d: [1, 1, 1, 1, 1, 0, 0, 0],
      u: [0, 0, 1, 0, 0, 0, 0, 0],
      v: [0, 0, 0, 0, 0, 1, 1, 0]
    }
  },
  expected: [20, 20, 4, 100, 30, 35, 41, 0]
};

export const SMALL_COMPARE: Compare = {
  site: {
    home: {level: "province", code: "38", type: "tinh", name: "Tỉnh Thanh Hóa"},
    years: [2023, 2024, 2025],
    default_year: 2025,
    as_of: "2025-11-18",
    is_simulated: true,
    reports: [{year: 2025, expected: 8, reported: 6, files: 12}],
    governing: [
      {
        year: 2025,
        boundary: "current",
        plan_id: "thanh-hoa-2025",
        kind: "plan",
        document: target.document,
        basis: "rang_buoc"
      }
    ]
  },
  indicators: [
    {id: "certified_of_eligible", title: "Tỷ lệ được công nhận", short_title: "Đạt / thuộc diện", formula: ""},
    {
      id: "good_or_better_of_eligible",
      title: "Tỷ lệ Khá trở lên",
      short_title: "Khá trở lên / thuộc diện",
      formula: ""
    },
    {
      id: "certified_of_registered",
      title: "Tỷ lệ công nhận trong số đăng ký",
      short_title: "Đạt / đăng ký",
      formula: ""
    }
  ],
  targets: [
    target,
    {...target, target_id: "S2-02", indicator: "good_or_better_of_eligible", comparator: ">"},
    norm,
    models
  ],
  communes: SMALL_COMMUNES.map(({code, name, type}) => ({code, name, type})),
  own_groups: {names: ["Vùng biển"], of: [null, null, null, 0, 0, null, null, null]},
  trends: {
    "S2-01|all": [
      {year: 2023, n: [5, 9, 0, 70, 20, 3, 0, 0], d: [20, 18, 0, 100, 30, 30, 0, 0]},
      {year: 2024, n: [8, 9, 0, 75, 25, 0, 0, 0], d: [20, 18, 0, 100, 30, 0, 0, 0]},
      {year: 2025, n: [10, 10, 0, 80, 30, 0, 0, 0], d: [20, 20, 4, 100, 30, 0, 0, 0]}
    ]
  },
  first: SMALL_YEAR
};

export function smallView(link: UrlState = {}): CompareView {
  return compareView(SMALL_COMPARE, SMALL_YEAR, compareState(SMALL_COMPARE, SMALL_YEAR, link));
}
