import type {UnitGroup} from "../../loaders/vocabulary.ts";

/** What the units of a group are called inside a sentence. */
export const GROUP_NOUNS: Readonly<Record<UnitGroup, string>> = {
  all: "đơn vị",
  base: "đơn vị cơ sở",
  commune: "xã, phường",
  organisations: "cơ quan, doanh nghiệp, trường",
  khu_dan_cu: "khu dân cư",
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu",
  co_quan: "cơ quan",
  doanh_nghiep: "doanh nghiệp",
  co_so_giao_duc: "cơ sở giáo dục"
};

/** "toàn tỉnh", "toàn huyện", "toàn xã": the home area inside a sentence. */
export function wholeArea(level: string, type: string): string {
  if (level === "province") return type === "thanh_pho" ? "toàn thành phố" : "toàn tỉnh";
  if (level === "district") return "toàn huyện";
  return type === "phuong" ? "toàn phường" : "toàn xã";
}

const SMALL_NUMBERS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/** 3 → "ba"; from 10 on, digits. */
export function spellCount(count: number): string {
  return SMALL_NUMBERS[count] ?? `${count}`;
}
