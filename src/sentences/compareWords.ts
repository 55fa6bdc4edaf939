import type {Verdict} from "../../loaders/vocabulary.ts";
import {formatNumber} from "../components/format.js";
import type {Goal} from "./figures.js";

/** Heads of the columns of a rate; what is not listed bears its short title. */
const HEADS: Readonly<Record<string, string>> = {
  certified_of_eligible: "Công nhận",
  certified_of_registered: "Công nhận / đăng ký",
  registered_of_eligible: "Đăng ký",
  good_or_better_of_eligible: "Khá trở lên",
  good_or_better_of_classified: "Khá trở lên (đã phân loại)",
  excellent_of_eligible: "Xuất sắc",
  excellent_of_classified: "Xuất sắc (đã phân loại)",
  average_or_better_of_eligible: "Trung bình trở lên",
  effective_model_count: "Mô hình hiệu quả",
  weak_count: "Loại Yếu"
};

export function columnHead(indicator: string, shortTitle: string | undefined): string {
  return HEADS[indicator] ?? shortTitle ?? indicator;
}

/** Names of the unit types short enough for a column. */
export const TYPE_HEADS: Readonly<Record<string, string>> = {
  khu_dan_cu: "Khu dân cư",
  co_quan: "Cơ quan",
  doanh_nghiep: "Doanh nghiệp",
  co_so_giao_duc: "Giáo dục",
  organisations: "Cơ quan, DN, trường"
};

/** The level under a column's head, its unit said once above the grid: "từ 80", "trên 80", "100", "ít nhất 1". */
export function headGoal({comparator, value, measure}: Goal): string {
  const figure = formatNumber(value, Number.isInteger(value) ? 0 : 1);
  if (comparator === "=" || (measure === "percent" && value >= 100)) return figure;
  if (comparator === ">") return `trên ${figure}`;
  return measure === "percent" ? `từ ${figure}` : `ít nhất ${figure}`;
}

/** What is said of a commune's own certificate, which is one unit. */
export const OWN_WORDS: Readonly<Record<Verdict, string>> = {
  dat: "xã được công nhận",
  chua_dat: "xã chưa được công nhận",
  chua_ket_luan: "xã chưa xét",
  thieu_so_lieu: "xã chưa nộp",
  khong_ap_dung: "không xét xã"
};

export const COMMUNE_TYPES: Readonly<Record<string, string>> = {xa: "xã", phuong: "phường", dac_khu: "đặc khu"};

export const LEVEL_WORDS: Readonly<Record<string, string>> = {xa: "cấp xã", huyen: "cấp huyện", tinh: "cấp tỉnh"};
