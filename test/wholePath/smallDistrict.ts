import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import writeXlsxFile from "write-excel-file/node";

type Grid = readonly (readonly (string | number)[])[];

/**
 * The district of Bắc Quang in 2024 as two of its 23 communes reported it, xã Đồng Tâm and thị trấn Vĩnh Tuy: one workbook of three sheets,
 * small enough that every verdict of its plan can be worked out by hand.
 */
export async function writeSmallDistrict(directory: string): Promise<void> {
  const folder = join(directory, "submissions", "2024");
  mkdirSync(folder, {recursive: true});
  writeFileSync(
    join(directory, "workspace.yaml"),
    'home: {level: district, code: "034"}\nas_of: "2024-12-20"\npublication: internal\n'
  );
  writeFileSync(
    join(directory, "submissions", "receipts.csv"),
    "file,received_date,sender,stage\n2024/bac-quang.xlsx,2024-11-12,Huyện Bắc Quang,\n"
  );
  const sheets = [
    {sheet: "Danh sách đơn vị", data: asRows(UNITS)},
    {sheet: "Mô hình", data: asRows(MODELS)},
    {sheet: "Thông tin chung", data: asRows(FACTS)}
  ];
  await writeXlsxFile(sheets).toFile(join(folder, "bac-quang.xlsx"));
}

const asRows = (grid: Grid): ({value: string | number} | null)[][] =>
  grid.map((row) => row.map((value) => (value === "" ? null : {value})));

const TITLE: Grid = [["ỦY BAN NHÂN DÂN TỈNH HÀ GIANG"], ["BAN CHỈ ĐẠO 138 HUYỆN BẮC QUANG"]];

const UNITS: Grid = [
  ...TITLE,
  ["DANH SÁCH ĐƠN VỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2024"],
  [],
  [
    ...["STT", "Tên đơn vị", "Loại hình", "Xã", "Cấp quản lý", "Đăng ký", "Kết quả xét", "Phân loại"],
    ...["Số mô hình hiệu quả", "Đăng ký điển hình", "Đạt điển hình"]
  ],
  [1, "Thôn Buông", "Khu dân cư", "Xã Đồng Tâm", "Xã", "x", "Đạt", "Xuất sắc", "", "x", "x"],
  [2, "Thôn Châng", "Khu dân cư", "Xã Đồng Tâm", "Xã", "x", "Đạt", "Khá", "", "x", ""],
  [3, "Trạm Y tế xã Đồng Tâm", "Cơ quan", "Xã Đồng Tâm", "Xã", "x", "Đạt", "Khá", 1, "", ""],
  [4, "Trường THCS Đồng Tâm", "Cơ sở giáo dục", "Xã Đồng Tâm", "Huyện", "x", "Chưa đạt", "Trung bình", 0, "", ""],
  [5, "Xã Đồng Tâm", "Xã", "Xã Đồng Tâm", "Huyện", "x", "Đạt", "Khá", 2, "", ""],
  [6, "Tổ dân phố 1", "Khu dân cư", "Thị trấn Vĩnh Tuy", "Xã", "", "", "Yếu", "", "", ""],
  [7, "Công ty cổ phần Chè Vĩnh Tuy", "Doanh nghiệp", "Thị trấn Vĩnh Tuy", "Tỉnh", "x", "Đạt", "Xuất sắc", 1, "", ""],
  [8, "Thị trấn Vĩnh Tuy", "Thị trấn", "Thị trấn Vĩnh Tuy", "Huyện", "x", "", "", "", "", ""]
];

const MODELS: Grid = [
  ...TITLE,
  ["DANH SÁCH MÔ HÌNH NĂM 2024"],
  ["STT", "Tên mô hình", "Xã", "Phân loại"],
  [1, "Camera an ninh", "Xã Đồng Tâm", "Tốt"],
  [2, "Tiếng kẻng an ninh", "Thị trấn Vĩnh Tuy", "Yếu"]
];

const FACTS: Grid = [
  ...TITLE,
  ["THÔNG TIN CHUNG NĂM 2024"],
  ["STT", "Nội dung", "Xã", "Đã phổ biến", "Tổng số", "Đạt / Có"],
  [1, "Hộ gia đình được tuyên truyền, phổ biến", "Xã Đồng Tâm", 900, 1000, ""],
  [2, "Cán bộ, công chức, viên chức, người lao động được tuyên truyền, phổ biến", "Xã Đồng Tâm", 50, 50, ""],
  [3, "Học sinh, sinh viên các trường được tuyên truyền, phổ biến pháp luật", "Xã Đồng Tâm", 199, 200, ""],
  [4, "Đạt chỉ tiêu 19.2 nông thôn mới", "Xã Đồng Tâm", "", "", "Có"],
  [5, "Đạt chỉ tiêu 19.2 nông thôn mới nâng cao", "Xã Đồng Tâm", "", "", "Không"],
  [6, "Hộ gia đình được tuyên truyền, phổ biến", "Thị trấn Vĩnh Tuy", 449, 500, ""],
  [7, "Cán bộ, công chức, viên chức, người lao động được tuyên truyền, phổ biến", "Thị trấn Vĩnh Tuy", 20, 20, ""]
];
