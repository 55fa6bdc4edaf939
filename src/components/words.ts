import type {Stage, UNIT_GROUPS, UnitGroup, UnitType, Verdict} from "../../loaders/vocabulary.ts";

/** The words people read for the codes of the tables. Kept beside the charts because pages load no code from outside `src`; a test holds them equal to `loaders/vocabulary.ts`. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  dat: "Đạt",
  chua_dat: "Chưa đạt",
  chua_ket_luan: "Chưa kết luận",
  thieu_so_lieu: "Thiếu số liệu",
  khong_ap_dung: "Không áp dụng"
};

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {so_bo: "Sơ bộ", chinh_thuc: "Chính thức"};

export const UNIT_GROUP_WORDS: Readonly<Record<UnitGroup, string>> = {
  all: "Tất cả",
  base: "Khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục",
  commune: "Xã, phường",
  organisations: "Cơ quan, doanh nghiệp, trường",
  khu_dan_cu: "Khu dân cư",
  xa: "Xã",
  phuong: "Phường",
  thi_tran: "Thị trấn",
  dac_khu: "Đặc khu",
  co_quan: "Cơ quan",
  doanh_nghiep: "Doanh nghiệp",
  co_so_giao_duc: "Cơ sở giáo dục"
};

/** Unit types of the groups that are more than one; a test holds them equal to `loaders/vocabulary.ts`. */
export const GROUP_TYPES: Readonly<Record<keyof typeof UNIT_GROUPS, readonly UnitType[]>> = {
  all: ["khu_dan_cu", "xa", "phuong", "thi_tran", "dac_khu", "co_quan", "doanh_nghiep", "co_so_giao_duc"],
  base: ["khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc"],
  commune: ["xa", "phuong", "thi_tran", "dac_khu"],
  organisations: ["co_quan", "doanh_nghiep", "co_so_giao_duc"]
};
