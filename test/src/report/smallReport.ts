import type {Block, Report, ReportChart, ReportTable} from "../../../src/report/reportShape.ts";

/** A unit name as a file may bring it: a formula, markup, quotes, a control character, a letter of two parts. */
export const HOSTILE = '=HYPERLINK("http://x")&<b>"Thôn\u0001 1"</b> A\u0301';

export const CHART: ReportChart = {
  caption: "Tăng hai năm liền. Tỷ lệ, %",
  description: "Tất cả: 2024 76,5%; 2025 78,9%",
  kind: "lines",
  unit: "%",
  categories: ["2024", "2025"],
  series: [
    {name: "Tất cả", values: [76.5, null], labels: ["76,5", null], role: "main", colour: "AD4409", isDashed: false},
    {
      name: "Tất cả (sơ bộ)",
      values: [76.5, 78.9],
      labels: [null, "78,9"],
      role: "main",
      colour: "AD4409",
      isDashed: true
    },
    {name: "Mốc 80%", values: [80, 80], labels: [null, null], role: "target", colour: "17202B", isDashed: true}
  ],
  range: [60, 90]
};

export const BARS: ReportChart = {
  ...CHART,
  caption: "Hai xã cần thêm nhiều nhất",
  kind: "bars",
  unit: "đơn vị",
  categories: ["1. Hạc Thành", "2. Sầm Sơn"],
  series: [{name: "Cần thêm", values: [5, 3], labels: ["5", "3"], role: "main", colour: "AD4409", isDashed: false}]
};

export const TABLE: ReportTable = {
  caption: "Đơn vị",
  columns: [
    {header: "Tên", kind: "text", width: 40},
    {header: "Số", kind: "count", width: 20},
    {header: "Tỷ lệ", kind: "share", width: 20},
    {header: "Thay đổi", kind: "points", width: 20},
    {header: "Ngày", kind: "day", width: 20}
  ],
  rows: [
    ["Thôn Đông", 1376, {numerator: 7996, denominator: 10000, target: 80}, -1.25, "2025-11-18"],
    ["+84 Thôn", null, null, null, null],
    ["Tổng số", 1376, {numerator: 4, denominator: 5}, 0.5, null]
  ],
  totals: [2],
  note: "Ghi chú bảng."
};

/** A report of every kind of block, simulated and provisional. */
export function smallReport(changes: Partial<Report> = {}): Report {
  const blocks: Block[] = [
    {kind: "heading", text: "Kết luận"},
    {kind: "paragraph", text: "Năm 2025, toàn tỉnh có 5.594/7.093 đơn vị (78,9%)."},
    {kind: "table", table: TABLE},
    {kind: "chart", chart: CHART},
    {kind: "heading", text: "Các xã"},
    {kind: "paragraph", text: "Hai xã cần thêm 8 đơn vị."},
    {kind: "chart", chart: BARS},
    {kind: "blank", text: "Cơ quan báo cáo viết."}
  ];
  return {
    level: "home",
    area_code: "38",
    year: 2025,
    period: "nam",
    superior: ["ỦY BAN NHÂN DÂN", "TỈNH THANH HÓA"],
    issuer: "BAN CHỈ ĐẠO 138",
    place: "Thanh Hóa",
    area: "Tỉnh Thanh Hóa",
    subject: "Kết quả năm 2025",
    headline: "Chưa đạt chỉ tiêu công nhận: 78,9%",
    bounds: "Dù 8 xã chưa nộp đều đạt hết, toàn tỉnh cũng chỉ lên 79,7%.",
    marks: {
      is_simulated: true,
      is_provisional: true,
      as_of: "2025-11-18",
      source: "Nguồn: 225 tệp, tính đến 18/11/2025"
    },
    recipients: ["Bộ Công an"],
    signature: ["TRƯỞNG BAN"],
    opening: [{kind: "paragraph", text: "Báo cáo như sau:"}],
    targets: [
      {
        title: "Đơn vị đạt tiêu chuẩn",
        figure: "78,9%",
        counts: "5.594/7.093 đơn vị",
        level: "Mức: từ 80%",
        verdict: "Chưa đạt",
        gap: "còn thiếu 81 đơn vị",
        clause: "mục I.1",
        sentence: "Toàn tỉnh có 5.594/7.093 đơn vị.",
        colour: "AD4409",
        chart: CHART
      }
    ],
    parts: [{title: "Kết quả", blocks}],
    annexes: [{title: "Danh sách", isWide: true, blocks: [{kind: "table", table: TABLE}]}],
    ...changes
  };
}
