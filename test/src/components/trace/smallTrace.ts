import type {CommuneTrace, FigureList, TraceIndex} from "../../../../src/data/queries/trace/shape.ts";

/** Two indicators, one of them a sum, over khu dân cư and cơ quan. */
export const INDEX: TraceIndex = {
  indicators: [
    {
      id: "certified_of_eligible",
      title: "Tỷ lệ đơn vị đạt tiêu chuẩn",
      short_title: "Được công nhận",
      formula: "Số đơn vị được công nhận đạt ÷ số đơn vị thuộc diện",
      definition: "",
      measure: "percent",
      unit_measure: "%",
      unit_groups: ["all", "khu_dan_cu"],
      kind: "outcome",
      place: 0,
      fields: ["unit_name", "is_certified"],
      summary: [
        ["total_count", "d"],
        ["certified_count", "n"]
      ]
    }
  ],
  types: ["khu_dan_cu", "co_quan"],
  levels: ["xa", "huyen"],
  groups: {all: [0, 1], khu_dan_cu: [0], co_quan: [1], commune: []},
  fields: {unit_name: "Tên đơn vị", is_certified: "Kết quả xét"},
  rules: {not_registered_is_not_certified: "Không đăng ký và không có kết quả là Chưa đạt"},
  targets: [
    {
      title: "Đơn vị đạt",
      clause: "Mục I.1",
      document: "Kế hoạch 60/KH-UBND",
      indicator: "certified_of_eligible",
      managed: "all",
      comparator: ">=",
      measure: "percent",
      value: 80
    }
  ],
  communes: [{code: "14797", name: "Hạc Thành", type: "phuong"}],
  provinces: {"38": "Thanh Hóa"},
  files: ["14797-2025"],
  is_simulated: true
};

const file = {stage: "chinh_thuc", rows_read: 4, rows_rejected: 0};

/** Four units of one sheet: certified, not, with a rule, and outside the circular; one row was another in the file before. */
export const TRACE: CommuneTrace = {
  code: "14797",
  year: 2025,
  communes: ["14797"],
  files: [
    {
      ...file,
      file: "2025/14797 <b>moi</b>.xlsx",
      sha256: "9f3c41d0aaaa",
      received_date: "2025-11-11",
      replaces: [{file: "2025/14797.xlsx", received_date: "2025-11-05"}]
    },
    {...file, file: "2025/14797.xlsx", sha256: "11112222bbbb", received_date: "2025-11-05", replaces: []}
  ],
  sheets: [
    {
      file: 0,
      name: "Danh sách",
      columns: {unit_name: ["B", "Tên đơn vị"], unit_type: ["C", "Loại"], is_certified: ["G", "Kết quả xét"]}
    },
    {file: 1, name: "Danh sách", columns: {}}
  ],
  units: {
    sheet: [0, 0, 0, 0],
    row: [56, 57, 58, 59],
    type: [0, 0, 0, 1],
    level: [0, 0, 0, 1],
    of: [0, 0, 0, 0],
    name: ["Phố Lê Hoàn 2", "Phố Lê Hoàn 3", "Phố Tân Sơn 1", "Trường Mầm non"],
    roles: ["n", "d", "d", "-"],
    sums: {},
    values: {
      is_certified: ["Đạt", "Chưa đạt", "Chưa đạt", null],
      exclusion_reason: [null, null, null, "Mầm non, nhà trẻ"]
    },
    texts: {
      is_certified: {at: [1, 2], text: ["chưa đạt ", ""], rule: [null, "not_registered_is_not_certified"]}
    }
  },
  counted: {type: [], level: [], of: [], count: []},
  summaries: [],
  reported: {},
  earlier: [
    {
      file: 1,
      by: 0,
      of: 0,
      types: [0],
      units: {
        sheet: [1, 1],
        row: [56, 57],
        type: [0, 0],
        level: [0, 0],
        of: [0, 0],
        name: ["Phố Lê Hoàn 2", "Phố Lê Hoàn 3"],
        roles: ["d", "d"],
        sums: {},
        values: {},
        texts: {}
      }
    }
  ],
  verdicts: [[0, "all", null, "doi_chieu", "chua_dat", 2, 0]]
};

export const LIST: FigureList = {
  communes: ["14797", "14800"],
  provinces: ["38"],
  districts: [],
  rows: {
    commune: [0, 1, 1],
    province: [0, 0, 0],
    district: [-1, -1, -1],
    type: [0, 0, 1],
    level: [0, 0, 1],
    n: [1, 5, 2],
    d: [3, 6, 2],
    u: [0, 1, 0],
    v: [0, 0, 1]
  },
  verdicts: [["province", "38", 0, "all", "rang_buoc", "chua_ket_luan", 1, 0]]
};

/** The files by name. */
export const FILES: Readonly<Record<string, unknown>> = {
  index: INDEX,
  former: {communes: {}, districts: {}},
  "14797-2025": TRACE,
  "2025-certified_of_eligible-current": LIST
};

export const COMMUNE = "certified_of_eligible~14797~2025~all~current~all";
export const PROVINCE = "certified_of_eligible~38~2025~all~current~all";
