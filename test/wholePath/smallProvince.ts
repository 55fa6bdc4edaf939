import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import writeXlsxFile from "write-excel-file/node";

/**
 * A province small enough to count by hand: one district's file of 2024 with two wards, of which Đông Thọ was split and Nam Ngạn went
 * whole into Hàm Rồng on 1/7/2025, Hàm Rồng's own file of 2025, and the province's file with one office.
 */
export async function writeSmallProvince(directory: string): Promise<void> {
  const submissions = join(directory, "submissions");
  mkdirSync(join(submissions, "2024"), {recursive: true});
  mkdirSync(join(submissions, "2025"), {recursive: true});
  writeFileSync(
    join(directory, "workspace.yaml"),
    'home: {level: province, code: "38"}\nas_of: "2025-11-20"\npublication: internal\n'
  );
  writeFileSync(
    join(submissions, "receipts.csv"),
    [
      "file,received_date,sender,stage",
      "2024/thanh-pho-thanh-hoa.xlsx,2024-11-25,Thành phố Thanh Hóa,",
      "2025/phuong-ham-rong.xlsx,2025-11-10,Phường Hàm Rồng,",
      "2025/tinh.xlsx,2025-11-12,Công an tỉnh,"
    ].join("\n")
  );
  await write(join(submissions, "2024", "thanh-pho-thanh-hoa.xlsx"), DISTRICT_2024);
  await write(join(submissions, "2025", "phuong-ham-rong.xlsx"), HAM_RONG_2025);
  await write(join(submissions, "2025", "tinh.xlsx"), PROVINCE_2025);
}

type Grid = readonly (readonly (string | number)[])[];

async function write(path: string, grid: Grid): Promise<void> {
  const rows = grid.map((row) => row.map((value) => (value === "" ? null : {value})));
  await writeXlsxFile(rows, {sheet: "Danh sách đơn vị"}).toFile(path);
}

const DISTRICT_2024: Grid = [
  ["ỦY BAN NHÂN DÂN TỈNH THANH HÓA"],
  ["ỦY BAN NHÂN DÂN THÀNH PHỐ THANH HÓA"],
  ["DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2024"],
  [],
  ["STT", "Tên đơn vị", "Loại hình", "Xã", "Cấp quản lý", "Đăng ký", "Kết quả xét", "Phân loại"],
  ["I. KHU DÂN CƯ"],
  [1, "Phố 1", "Khu dân cư", "Phường Đông Thọ", "Xã", "x", "Đạt", "Xuất sắc"],
  [2, "Phố 2", "Khu dân cư", "Phường Đông Thọ", "Xã", "x", "Đạt", "Khá"],
  [3, "Phố 3", "Khu dân cư", "Phường Đông Thọ", "Xã", "x", "Chưa đạt", "Yếu"],
  [4, "Phố 4", "Khu dân cư", "Phường Đông Thọ", "Xã", "", "", ""],
  [5, "Phố 1", "Khu dân cư", "Phường Nam Ngạn", "Xã", "x", "Đạt", "Khá"],
  [6, "Phố 2", "Khu dân cư", "Phường Nam Ngạn", "Xã", "x", "", "Trung bình"],
  ["II. CƠ QUAN"],
  [7, "Trạm Y tế phường Nam Ngạn", "Cơ quan", "Phường Nam Ngạn", "Xã", "x", "Đạt", "Khá"],
  ["III. CƠ SỞ GIÁO DỤC"],
  [8, "Trường THCS Nam Ngạn", "Cơ sở giáo dục", "Phường Nam Ngạn", "Xã", "x", "Đạt", "Xuất sắc"],
  [9, "Trường Mầm non Nam Ngạn", "Cơ sở giáo dục", "Phường Nam Ngạn", "Xã", "x", "Đạt", "Khá"],
  ["IV. PHƯỜNG"],
  [10, "Phường Đông Thọ", "Phường", "Phường Đông Thọ", "Huyện", "x", "Đạt", "Khá"],
  [11, "Phường Nam Ngạn", "Phường", "Phường Nam Ngạn", "Huyện", "x", "Chưa đạt", "Trung bình"],
  ["Tổng cộng: 11 đơn vị"]
];

const HAM_RONG_2025: Grid = [
  ["ỦY BAN NHÂN DÂN PHƯỜNG HÀM RỒNG"],
  ["DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"],
  ["(Kèm theo Báo cáo số 15/BC-UBND; tỉnh Thanh Hóa)"],
  ["STT", "Tên đơn vị", "Loại hình", "Thuộc xã trước 1/7/2025", "Cấp quản lý", "Đăng ký", "Kết quả xét", "Phân loại"],
  ["I. KHU DÂN CƯ"],
  [1, "Phố 1", "Khu dân cư", "Phường Đông Thọ", "Xã", "x", "Đạt", "Xuất sắc"],
  [2, "Phố 2", "Khu dân cư", "Phường Đông Thọ", "Xã", "x", "Chưa đạt", "Khá"],
  [3, "Phố 1", "Khu dân cư", "Phường Nam Ngạn", "Xã", "x", "Đạt", "Khá"],
  [4, "Phố 2", "Khu dân cư", "Phường Nam Ngạn", "Xã", "x", "Đạt", "Khá"],
  ["II. CƠ QUAN"],
  [5, "Trạm Y tế phường Hàm Rồng", "Cơ quan", "", "Xã", "x", "Đạt", "Khá"],
  ["III. CƠ SỞ GIÁO DỤC"],
  [6, "Trường THCS Nam Ngạn", "Cơ sở giáo dục", "Phường Nam Ngạn", "Xã", "x", "Đạt", "Xuất sắc"],
  ["IV. PHƯỜNG"],
  [7, "Phường Hàm Rồng", "Phường", "", "Tỉnh", "x", "Chưa đạt", "Khá"]
];

const PROVINCE_2025: Grid = [
  ["ỦY BAN NHÂN DÂN TỈNH THANH HÓA"],
  ["CÔNG AN TỈNH"],
  ["DANH SÁCH CƠ QUAN CẤP TỈNH QUẢN LÝ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"],
  ["STT", "Tên đơn vị", "Loại hình", "Xã", "Cấp quản lý", "Đăng ký", "Kết quả xét", "Phân loại"],
  [1, "Sở Xây dựng", "Cơ quan", "Phường Hàm Rồng", "Tỉnh", "x", "Đạt", "Khá"]
];
