import type {DutyYear, Progress} from "../../src/data/queries/progress.ts";
import type {ProgressYear, ReceivedFile} from "../../src/data/queries/progressYear.ts";
import type {Quality} from "../../src/data/queries/quality.ts";
import type {
  CrossUnits,
  QualityCommune,
  QualityFile,
  QualityFiles,
  QualityIssues
} from "../../src/data/queries/qualityYear.ts";

const site: Progress["site"] = {
  home: {level: "province", code: "38", type: "tinh", name: "Tỉnh Thanh Hóa"},
  years: [2024, 2025],
  default_year: 2025,
  as_of: "2025-11-30",
  is_simulated: true,
  publication: "internal",
  files: {2024: 1, 2025: 4},
  has_check_page: true
};

/** The year's report of four communes: one in time, one late, two not. */
export const reportDuty: DutyYear = {
  id: "thanh-hoa-2025.S2-D3",
  year: 2025,
  title: "Báo cáo năm",
  document: "Kế hoạch số 60/KH-UBND ngày 04/4/2025",
  clause: "mục IV.1",
  quote: "và 01 năm (trước ngày 15/11/2025)",
  kind: "plan",
  evidence: "annual_report",
  level: "commune",
  register: "current",
  due_date: "2025-11-15",
  last_day: "2025-11-14",
  due: "Trước 15/11/2025",
  expected: 4,
  counts: {dung_han: 1, tre: 1, chua_nop: 2},
  received: [
    ["2025-11-10", 1],
    ["2025-11-20", 1]
  ],
  undated: 0
};

/** A duty that no form asks about. */
export const silentDuty: DutyYear = {
  ...reportDuty,
  id: "tt124-2021.TT124-D2",
  title: "Công nhận khu dân cư",
  document: "Thông tư số 124/2021/TT-BCA ngày 28/12/2021",
  clause: "Điều 9",
  quote: null,
  kind: "norm",
  evidence: "none",
  counts: {khong_theo_doi: 4},
  received: []
};

const openDuty: DutyYear = {
  ...reportDuty,
  id: "tt124-2021.TT124-D6",
  year: 2024,
  register: "former",
  due_date: null,
  last_day: null,
  due: "Theo kế hoạch của địa phương",
  expected: 2,
  counts: {da_nop: 2},
  received: [["2024-11-20", 1]],
  undated: 1
};

export const smallProgress: Progress = {site, duties: [openDuty, reportDuty, silentDuty]};

const area = {level: "commune", register: "current" as const, type: "xa", place: "", successor: null};
const file: ReceivedFile = {
  id: "f0",
  file: "2025/Mường Lý.xlsx",
  received_date: "2025-11-20",
  sender: "UBND xã Mường Lý",
  area: "xã Mường Lý",
  is_home: true,
  period: "nam",
  stage: "chinh_thuc",
  status: "accepted",
  rows_read: 40,
  rows_rejected: 0,
  parts: 3,
  current_parts: 3,
  replaced_by: []
};

export const smallProgressYear: ProgressYear = {
  year: 2025,
  areas: [
    {...area, code: "1", name: "Mường Lý"},
    {...area, code: "2", name: "Tĩnh Gia", type: "phuong"},
    {...area, code: "3", name: "<img src=x onerror=alert(1)>"},
    {...area, code: "4", name: "Trung Lý"}
  ],
  duties: {
    [reportDuty.id]: {areas: [0, 1, 2, 3], states: "1033", received: ["2025-11-20", "2025-11-10", null, null]},
    [silentDuty.id]: {areas: [0, 1, 2, 3], states: "6666", received: [null, null, null, null]}
  },
  reports: [
    {stage: "chinh_thuc", parts: ["khu_dan_cu", "xa"], missing: ["models", "commune_facts"], files: [0], versions: 1},
    {
      stage: "so_bo",
      parts: ["khu_dan_cu", "co_quan", "xa", "models", "commune_facts"],
      missing: [],
      files: [2, 1],
      versions: 2
    },
    {stage: null, parts: [], missing: [], files: [], versions: 0},
    {stage: null, parts: [], missing: [], files: [3], versions: 0}
  ],
  files: [
    file,
    {...file, id: "f1", file: "2025/Tĩnh Gia (mới).xlsx", area: "phường Tĩnh Gia", received_date: "2025-11-12"},
    {
      ...file,
      id: "f2",
      file: "2025/Tĩnh Gia.xlsx",
      area: "phường Tĩnh Gia",
      received_date: "2025-11-10",
      current_parts: 0,
      replaced_by: [1]
    },
    {
      ...file,
      id: "f3",
      file: "2025/Trung Lý.pdf",
      area: "xã Trung Lý",
      received_date: null,
      status: "rejected",
      parts: 0,
      current_parts: 0,
      rows_read: 0
    }
  ]
};

export const smallQuality: Quality = {
  site,
  rules: [
    {id: "file_not_spreadsheet", title: "Không phải bảng tính", severity: "row_error"},
    {id: "unknown_class", title: "Mức phân loại lạ", severity: "value_error"},
    {id: "excluded_kind", title: "Ngoài diện xét", severity: "warning"}
  ],
  years: [
    {
      year: 2025,
      rules: [
        {rule: 0, count: 1, files: 1, communes: 0, open_count: 1, open_files: 1, open_communes: 0},
        {rule: 1, count: 3, files: 2, communes: 2, open_count: 2, open_files: 1, open_communes: 1},
        {rule: 2, count: 1, files: 1, communes: 1, open_count: 1, open_files: 1, open_communes: 1}
      ],
      files: {accepted: 3, rejected: 1},
      rows_read: 1041,
      rows_accepted: 1040,
      rows_rejected: 1,
      must_fix: {files: 1, places: 2},
      closed_issues: 1,
      cross: [
        {unit_type: "khu_dan_cu", result: "dat", class: "kha", count: 30},
        {unit_type: "khu_dan_cu", result: "dat", class: "yeu", count: 2},
        {unit_type: "co_quan", result: "chua_dat", class: "xuat_sac", count: 1},
        {unit_type: "co_quan", result: "chua_ro", class: "chua_ro", count: 4}
      ],
      summary: {compared: 12, differing: 0}
    }
  ]
};

const qualityFile: QualityFile = {
  id: "f0",
  file: "2025/Mường Lý.xlsx",
  area: "xã Mường Lý",
  received_date: "2025-11-20",
  stage: "chinh_thuc",
  status: "accepted",
  is_open: true,
  rows_read: 40,
  rows_accepted: 39,
  rows_rejected: 1,
  issues: [0, 2, 1, 0],
  refusal: null
};
export const qualityCommune: QualityCommune = {
  ...area,
  code: "1",
  name: "Mường Lý",
  successor: "1",
  issues: [0, 2, 1, 0],
  units: 30,
  no_registration: 0,
  no_result: 2,
  no_class: 0
};

export const smallQualityFiles: QualityFiles = {
  year: 2025,
  files: [
    qualityFile,
    {
      ...qualityFile,
      id: "f2",
      file: "2025/Tĩnh Gia.xlsx",
      area: "phường Tĩnh Gia",
      is_open: false,
      issues: [0, 1, 0, 0]
    },
    {
      ...qualityFile,
      id: "f3",
      file: "2025/Trung Lý.pdf",
      area: null,
      status: "rejected",
      rows_read: 0,
      rows_accepted: 0,
      rows_rejected: 0,
      issues: [1, 0, 0, 0],
      refusal: {message: "Tệp không phải bảng tính.", remedy: "Gửi bảng tính .xlsx."}
    }
  ],
  communes: [
    qualityCommune,
    {...qualityCommune, code: "2", name: "Tĩnh Gia", successor: "2", issues: [0, 0, 0, 0], no_result: 0}
  ],
  successors: {}
};

export const smallQualityIssues: QualityIssues = {
  year: 2025,
  words: [
    "Danh sách đơn vị",
    "Giỏi",
    "“Giỏi” không thuộc bốn mức.",
    "Chọn Khá.",
    "<b>x</b>",
    "Tệp không phải bảng tính.",
    "Gửi bảng tính .xlsx.",
    "Trường Mầm non",
    "Ngoài diện xét.",
    "Giữ dòng."
  ],
  file: [0, 0, 1, 2, 0],
  commune: [0, 0, 1, -1, 0],
  rule: [1, 1, 1, 0, 2],
  open: [1, 1, 0, 1, 1],
  sheet: [0, 0, 0, -1, 0],
  cell: ["J10", "J12", "J9", null, "B20"],
  value: [1, 4, 1, -1, 7],
  message: [2, 2, 2, 5, 8],
  remedy: [3, 3, 3, 6, 9]
};

export const smallUnits: CrossUnits = {
  units: [
    {
      name: "Thôn 1",
      type: "khu_dan_cu",
      commune: "xã Mường Lý",
      managed_by: null,
      score: 62.5,
      file: "2025/Mường Lý.xlsx",
      sheet: "KDC",
      row: 7
    },
    {
      name: "Thôn 2",
      type: "khu_dan_cu",
      commune: "xã Mường Lý",
      managed_by: "UBND xã",
      score: null,
      file: "2025/Mường Lý.xlsx",
      sheet: "KDC",
      row: 8
    }
  ]
};
