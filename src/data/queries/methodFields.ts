import {RAW_UNIT_COLUMNS} from "../../../loaders/rawTables.ts";
import type {Field, FieldType} from "../../../loaders/validate/form.ts";
import {CLASSES, MANAGED_LEVELS, MODEL_CLASSES, UNIT_TYPES} from "../../../loaders/vocabulary.ts";

/** Fields of the form whose column has another name. */
const STORED_AS: Readonly<Record<string, keyof typeof RAW_UNIT_COLUMNS>> = {
  commune: "commune_code",
  former_commune: "former_commune_code"
};

/** English name of the column a field of the form is stored in; null where it is not stored. */
export function columnOf(field: string): string | null {
  return STORED_AS[field] ?? (field in RAW_UNIT_COLUMNS ? field : null);
}

/** Columns that no header fills: where a row stands, and what the reader derives. */
export const ADDED_COLUMNS: Readonly<Record<string, {title: string; holds: string}>> = {
  submission_id: {title: "Mã tệp", holds: "16 ký tự đầu của mã băm SHA-256"},
  sheet: {title: "Trang", holds: "Tên trang tính"},
  row_number: {title: "Dòng", holds: "Số dòng như trong Excel"},
  period: {title: "Kỳ báo cáo", holds: "6 tháng hoặc năm"},
  stage: {title: "Giai đoạn", holds: "Sơ bộ hoặc chính thức"},
  commune_valid_from: {title: "Hiệu lực của mã xã", holds: "Ngày; trống là danh mục đến 30/6/2025"},
  name_key: {title: "Tên để so sánh", holds: "Tên chữ thường, một cách đặt dấu thanh"}
};

/** What a count says besides its number: "không thuộc diện". */
export const NOT_CONCERNED_COLUMN = {
  title: "Thuộc diện xét danh hiệu",
  holds: "Không, khi ô số đầu mối ghi “không thuộc diện”",
  blank: "Chưa rõ"
};

const listed = (words: Readonly<Record<string, string>>): string => Object.values(words).join(", ");

const HOLDS: Readonly<Record<FieldType, string>> = {
  ordinal: "Số thứ tự, không dùng",
  code: "Mã",
  name: "Tên",
  text: "Chữ",
  unit_type: listed(UNIT_TYPES),
  commune: "Tên hoặc mã xã, phường",
  commune_code: "Mã năm chữ số",
  former_commune: "Tên xã, phường, thị trấn cũ",
  district: "Tên huyện, để phân biệt xã trùng tên",
  year: "Năm",
  managed_level: listed(MANAGED_LEVELS),
  exclusion: "Lý do ngoài diện xét",
  tick: "Dấu x",
  yes_no: "Có, Không",
  result: "Đạt, Chưa đạt; một cột chữ hoặc cột đánh dấu",
  class: `${listed(CLASSES)}; một cột chữ hoặc bốn cột đánh dấu`,
  model_class: listed(MODEL_CLASSES),
  date: "Ngày",
  count: "Số nguyên",
  score: "Số từ 0 đến 100",
  share: "Tỷ lệ",
  fact: "Nội dung",
  ignored: "Không đọc"
};

/** What a column of this type holds, in words. */
export function holdsWords(type: FieldType): string {
  return HOLDS[type];
}

const BLANK: Readonly<Partial<Record<FieldType, string>>> = {
  name: "Dòng không nạp được",
  unit_type: "Theo dòng nhóm, tên trang, rồi tên đơn vị",
  commune: "Theo dòng nhóm, tiêu đề trang, Thông tin chung, sổ tiếp nhận",
  commune_code: "Theo cột Xã",
  former_commune: "Theo dòng nhóm; không có thì chưa rõ",
  year: "Theo năm của tệp",
  managed_level: "Khu dân cư: cấp xã; xã, phường: cấp huyện đến 2024, cấp tỉnh từ 2025; còn lại: cấp của nơi báo cáo",
  exclusion: "Thuộc diện, trừ khi tên cho thấy ngoài diện",
  result: "Chưa rõ; chưa đạt nếu không đăng ký, hoặc nếu chỉ có một cột đánh dấu Đạt và số liệu là chính thức"
};

/** What an empty cell of this field means; null where it means nothing. */
export function blankWords({type, blank}: Field): string | null {
  if (type === "ordinal" || type === "district") return null;
  if (type === "tick" && blank === "no") return "Không; chưa rõ nếu xã không đánh dấu nào trong cột";
  return BLANK[type] ?? "Chưa rõ";
}
