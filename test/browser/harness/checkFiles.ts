import {zipSync} from "fflate";
import {DEMO_STYLES, type DemoSheet} from "../../../data/demo/files/styles.ts";
import type {CellValue} from "../../../loaders/write/plannedSheet.ts";
import {writeXlsx} from "../../../loaders/write/writeXlsx.ts";

/** A file as a test drops it. */
export interface DroppedBytes {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function plan(name: string, grid: readonly (readonly CellValue[])[], merges: readonly string[] = []): DemoSheet {
  const rows = grid.map((values, index) => ({
    row: index + 1,
    cells: values.flatMap((value, at) => (value === null ? [] : [{column: at + 1, value, style: "plain" as const}]))
  }));
  return {name, widths: [], rows, merges, frozenRows: 0};
}

export function workbookOf(name: string, sheets: readonly DemoSheet[]): DroppedBytes {
  const properties = {title: name, subject: "", creator: "", created: "2025-11-10"};
  return {name, mimeType: XLSX, buffer: Buffer.from(writeXlsx(sheets, DEMO_STYLES, properties))};
}

const HEADER = [
  "STT",
  "Tên đơn vị",
  "Loại hình",
  "Cơ quan quản lý",
  "Đăng ký",
  "Ngày đăng ký",
  "Kết quả xét",
  "Số quyết định",
  "Điểm",
  "Phân loại"
];

const TITLES: readonly (readonly CellValue[])[] = [
  ["BAN CHỈ ĐẠO 138 PHƯỜNG SẦM SƠN"],
  ["DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"],
  [],
  HEADER
];

const KDC = "Khu dân cư";
const UB = "UBND phường";
const QD = "118/QĐ-UBND";
const unit = (number: number, name: string, type: string, manager: string, ...rest: CellValue[]): CellValue[] => [
  number,
  name,
  type,
  manager,
  ...rest
];

const MODELS = plan("Mô hình", [
  ["MÔ HÌNH PHƯỜNG SẦM SƠN NĂM 2025"],
  ["STT", "Tên mô hình", "Đơn vị / địa bàn", "Phân loại", "Số tổ"],
  [1, "Camera an ninh", "Tổ dân phố Bắc Kỳ", "Tốt", 4],
  [2, "Tiếng kẻng an ninh", "Tổ dân phố Hải Thôn", "Khá", 6]
]);

const FACTS = plan("Thông tin chung", [
  ["THÔNG TIN CHUNG"],
  ["Nội dung", "Giá trị"],
  ["Xã, phường", "Phường Sầm Sơn"],
  ["Năm", 2025],
  ["Giai đoạn số liệu", "Sơ bộ"],
  ["Ngày ban hành nghị quyết", "15/01/2025"]
]);

/** A list with five cells to mend and three to look at, as an officer sends it. */
export function faultyFile(name = "Sam Son_ANTT 2025_so bo.xlsx"): DroppedBytes {
  const rows: readonly (readonly CellValue[])[] = [
    ...TITLES,
    [null, "I. KHU DÂN CƯ"],
    unit(1, "Tổ dân phố Bắc Kỳ", KDC, UB, "x", "14/02/2025", "Đạt", QD, 86, "Khá"),
    unit(2, "Tổ dân phố Trung Kỳ", KDC, UB, "x", "31/02/2025", "Đạt", QD, 91, "Xuất sắc"),
    unit(3, "Tổ dân phố Nam Kỳ", KDC, UB, "x", "17/02/2025", "Đạt một phần", QD, 74, "Khá"),
    unit(4, "Tổ dân phố Hải Thôn", KDC, UB, "x", "17/02/2025", "Chưa đạt", null, 61, "Trung bình"),
    unit(5, "Tổ dân phố Sơn Thắng", KDC, UB, "x", "18/02/2025", "Đạt", QD, 88, "Giỏi"),
    unit(6, "Tổ dân phố Sơn Thắng", KDC, UB, "x", "18/02/2025", "Đạt", QD, 83, "Khá"),
    unit(7, "Tổ dân phố Vinh Sơn", KDC, UB, "x", "19/02/2025", "Đạt", null, 90, "Xuất sắc"),
    unit(8, "Tổ dân phố Quang Giáp", KDC, UB, "x", "19/02/2025", "Đạt", QD, 840, "Khá"),
    unit(9, "Tổ dân phố Tài Lộc", KDC, UB),
    [null, "II. CƠ QUAN, DOANH NGHIỆP"],
    unit(10, "Trạm Y tế phường", "Cơ quan", "Sở Y tế", "x", "21/02/2025", "Đạt", QD, 92, "Xuất sắc"),
    unit(11, "Công ty CP Du lịch Biển", "Doanh nghiệp", UB, "x", "24/02/2025", "Đạt", QD, 79, "Khá"),
    unit(12, "HTX Dịch vụ Quảng Cư", "Hộ kinh doanh", UB, "x", "24/02/2025", "Chưa đạt", null, 58, "Trung bình"),
    [null, "III. CƠ SỞ GIÁO DỤC"],
    unit(13, "Trường THPT Sầm Sơn", "Cơ sở giáo dục", "Sở GD và ĐT", "x", "26/02/2025", "Đạt", QD, 94, "Xuất sắc"),
    unit(14, "Trường Mầm non Hoa Sen", "Cơ sở giáo dục", UB, "x", "26/02/2025", "Đạt", QD, 87, "Khá"),
    [null, "Tổng cộng: 14 đơn vị"]
  ];
  return workbookOf(name, [plan("Danh sách đơn vị", rows, ["A1:J1", "A2:J2"]), MODELS, FACTS]);
}

/** A list without a fault, of a commune that has no earlier one. */
export function cleanFile(name = "phuong Hoan Kiem 2025.xlsx"): DroppedBytes {
  const rows: readonly (readonly CellValue[])[] = [
    ["DANH SÁCH ĐƠN VỊ PHƯỜNG HOÀN KIẾM, THÀNH PHỐ HÀ NỘI NĂM 2025"],
    HEADER,
    unit(1, "Tổ dân phố Bắc Kỳ", KDC, UB, "x", "14/02/2025", "Đạt", QD, 86, "Khá"),
    unit(2, "Tổ dân phố Trung Kỳ", KDC, UB, "x", "15/02/2025", "Đạt", QD, 91, "Xuất sắc")
  ];
  return workbookOf(name, [plan("Danh sách đơn vị", rows)]);
}

/** A list that says neither whose it is nor of what year. */
export function silentFile(name = "danh sach.xlsx"): DroppedBytes {
  const rows: readonly (readonly CellValue[])[] = [
    HEADER,
    unit(1, "Tổ dân phố Bắc Kỳ", KDC, UB, "x", "14/02/2025", "Đạt", QD, 86, "Khá"),
    unit(2, "Tổ dân phố Trung Kỳ", KDC, UB, "x", "15/02/2025", "Đạt", QD, 91, "Giỏi")
  ];
  return workbookOf(name, [plan("Danh sách đơn vị", rows)]);
}

/** A workbook that is no form. */
export function foreignFile(name = "danh ba.xlsx"): DroppedBytes {
  return workbookOf(name, [
    plan("Danh bạ", [
      ["Họ tên", "Điện thoại"],
      ["Nguyễn Văn A", "0912 345 678"]
    ])
  ]);
}

/** A list of `count` units, every thousandth with a class that there is none of. */
export function longFile(count: number, name = "danh sach dai.xlsx"): DroppedBytes {
  const rows: (readonly CellValue[])[] = [...TITLES];
  for (let number = 1; number <= count; number++) {
    const mark = number % 1000 === 0 ? "Giỏi" : "Khá";
    rows.push(unit(number, `Tổ dân phố ${number}`, KDC, UB, "x", "14/02/2025", "Đạt", QD, 60 + (number % 40), mark));
  }
  return workbookOf(name, [plan("Danh sách đơn vị", rows)]);
}

/** A list whose texts try to be markup and code. */
export function markupFile(name = "<img src=x onerror=alert(1)>.xlsx"): DroppedBytes {
  const rows: readonly (readonly CellValue[])[] = [
    ...TITLES,
    unit(
      1,
      "<b>Tổ</b> ${alert(1)} <script>window.wasRun = true</script>",
      KDC,
      UB,
      "x",
      "14/02/2025",
      "Đạt",
      QD,
      86,
      "<i>Giỏi</i>"
    )
  ];
  return workbookOf(name, [plan("<u>Trang</u>", rows)]);
}

export function csvFile(name = "phuong Sam Son 2025.csv"): DroppedBytes {
  const lines = [
    "PHƯỜNG SẦM SƠN,,,,,",
    "DANH SÁCH ĐƠN VỊ NĂM 2025,,,,,",
    "STT,Tên đơn vị,Loại hình,Đăng ký,Kết quả xét,Phân loại",
    "1,Tổ dân phố Bắc Kỳ,Khu dân cư,x,Đạt,Khá",
    "2,Tổ dân phố Trung Kỳ,Khu dân cư,x,Đạt một phần,Khá"
  ];
  return {name, mimeType: "text/csv", buffer: Buffer.from(`\ufeff${lines.join("\r\n")}`)};
}

export function pdfFile(name = "bao cao.xlsx"): DroppedBytes {
  return {name, mimeType: XLSX, buffer: Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n")};
}

/** An encrypted workbook is a compound file with an entry EncryptedPackage. */
export function encryptedFile(name = "co mat khau.xlsx"): DroppedBytes {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const entry = Buffer.from("EncryptedPackage", "utf16le");
  return {name, mimeType: XLSX, buffer: Buffer.concat([head, Buffer.alloc(1016), entry, Buffer.alloc(512)])};
}

/** A zip of 60,000 empty entries. */
export function crowdedFile(name = "nhieu muc.xlsx"): DroppedBytes {
  const entries: Record<string, Uint8Array> = {};
  for (let i = 0; i < 60_000; i++) entries[`xl/worksheets/sheet${i}.xml`] = new Uint8Array();
  return {name, mimeType: XLSX, buffer: Buffer.from(zipSync(entries, {level: 0}))};
}
