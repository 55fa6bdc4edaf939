import {EXCLUSION_REASONS, type ExclusionReason, type UnitType} from "../../../loaders/vocabulary.ts";

/** Words senders use for the coded values; the long form is that of the forms, the short one an abbreviation in use. */

/** Units of one heading: all types of commune stand together. */
export type Block = "khu_dan_cu" | "co_quan" | "doanh_nghiep" | "co_so_giao_duc" | "commune";

export function blockOf(type: string): Block {
  return type === "khu_dan_cu" || type === "co_quan" || type === "doanh_nghiep" || type === "co_so_giao_duc"
    ? type
    : "commune";
}

export const BLOCKS: readonly Block[] = ["khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc", "commune"];
export const ROMAN = ["I", "II", "III", "IV", "V"] as const;

/** Group rows and heads of the summary; the communes are named as the register of the year has them. */
export function blockTitle(block: Block, isFormer: boolean): string {
  if (block === "commune") return isFormer ? "Xã, phường, thị trấn" : "Xã, phường";
  return {
    khu_dan_cu: "Khu dân cư",
    co_quan: "Cơ quan",
    doanh_nghiep: "Doanh nghiệp",
    co_so_giao_duc: "Cơ sở giáo dục"
  }[block];
}

export const BLOCK_SHEETS: Readonly<Record<Block, string>> = {
  khu_dan_cu: "KDC",
  co_quan: "Cơ quan",
  doanh_nghiep: "Doanh nghiệp",
  co_so_giao_duc: "Trường học",
  commune: "Xã, phường"
};

const LONG_TYPES: Readonly<Record<UnitType, string>> = {
  khu_dan_cu: "Khu dân cư",
  xa: "Xã",
  phuong: "Phường",
  thi_tran: "Thị trấn",
  dac_khu: "Đặc khu",
  co_quan: "Cơ quan",
  doanh_nghiep: "Doanh nghiệp",
  co_so_giao_duc: "Cơ sở giáo dục"
};
const SHORT_TYPES: Readonly<Partial<Record<UnitType, string>>> = {
  khu_dan_cu: "KDC",
  co_quan: "CQ",
  doanh_nghiep: "DN",
  co_so_giao_duc: "Trường học"
};

export function typeWord(type: string, length: "long" | "short"): string {
  const unitType = type as UnitType;
  return length === "short" ? (SHORT_TYPES[unitType] ?? LONG_TYPES[unitType]) : LONG_TYPES[unitType];
}

const LEVELS: Readonly<Record<string, string>> = {xa: "Xã", huyen: "Huyện", tinh: "Tỉnh", trung_uong: "Trung ương"};

export function levelWord(level: string): string {
  return LEVELS[level] ?? level;
}

export function exclusionWord(reason: string): string {
  return EXCLUSION_REASONS[reason as ExclusionReason];
}

const LONG_CLASSES: Readonly<Record<string, string>> = {
  xuat_sac: "Xuất sắc",
  kha: "Khá",
  trung_binh: "Trung bình",
  yeu: "Yếu",
  tot: "Tốt"
};
const SHORT_CLASSES: Readonly<Record<string, string>> = {xuat_sac: "XS", kha: "K", trung_binh: "TB", yeu: "Y"};

export function classWord(value: string, length: "long" | "short" = "long"): string {
  return (length === "short" ? SHORT_CLASSES[value] : undefined) ?? LONG_CLASSES[value] ?? value;
}
