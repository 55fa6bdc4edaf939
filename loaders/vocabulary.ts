/**
 * The closed word lists of the field: the code stored in tables and the Vietnamese word people read.
 * Sources: Thông tư 124/2021/TT-BCA Art. 1, 2, 8 (types, result); Quyết định 510/QĐ-BCA-V05 (classes);
 * Hướng dẫn 22/HD-BCA-V05 (classes of models). Free of `node:` imports: used in the browser too.
 */

/** Types of units that register, are certified and are classified. `thi_tran` ended on 30/6/2025, `dac_khu` began on 1/7/2025. */
export const UNIT_TYPES = {
  khu_dan_cu: "Khu dân cư",
  xa: "Xã",
  phuong: "Phường",
  thi_tran: "Thị trấn",
  dac_khu: "Đặc khu",
  co_quan: "Cơ quan",
  doanh_nghiep: "Doanh nghiệp",
  co_so_giao_duc: "Cơ sở giáo dục"
} as const;
export type UnitType = keyof typeof UNIT_TYPES;

/** Unit groups of the indicators; each unit type is a group of its own besides these. */
export const UNIT_GROUPS = {
  all: {title: "Tất cả", types: Object.keys(UNIT_TYPES) as UnitType[]},
  base: {
    title: "Khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục",
    types: ["khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc"]
  },
  commune: {title: "Xã, phường", types: ["xa", "phuong", "thi_tran", "dac_khu"]},
  organisations: {title: "Cơ quan, doanh nghiệp, trường", types: ["co_quan", "doanh_nghiep", "co_so_giao_duc"]}
} as const satisfies Record<string, {title: string; types: UnitType[]}>;
export type UnitGroup = keyof typeof UNIT_GROUPS | UnitType;

/** Class of the movement (phân loại phong trào), Quyết định 510/QĐ-BCA-V05, best first. */
export const CLASSES = {xuat_sac: "Xuất sắc", kha: "Khá", trung_binh: "Trung bình", yeu: "Yếu"} as const;
export type MovementClass = keyof typeof CLASSES;

/** Class of a model (mô hình), Hướng dẫn 22/HD-BCA-V05, best first. */
export const MODEL_CLASSES = {tot: "Tốt", kha: "Khá", trung_binh: "Trung bình", yeu: "Yếu"} as const;
export type ModelClass = keyof typeof MODEL_CLASSES;

/** Managing level (cấp quản lý): who recognises the unit, not where it stands (Thông tư 124 Art. 10). */
export const MANAGED_LEVELS = {xa: "Cấp xã", huyen: "Cấp huyện", tinh: "Cấp tỉnh", trung_uong: "Trung ương"} as const;
export type ManagedLevel = keyof typeof MANAGED_LEVELS;

/** Why a unit is outside Thông tư 124 (Art. 1): kept, never in a denominator of certification or class. */
export const EXCLUSION_REASONS = {
  mam_non: "Mầm non, nhà trẻ",
  tieu_hoc: "Tiểu học",
  doanh_nghiep_nho: "Doanh nghiệp nhỏ, siêu nhỏ",
  luc_luong_vu_trang: "Lực lượng vũ trang",
  khac: "Lý do khác"
} as const;
export type ExclusionReason = keyof typeof EXCLUSION_REASONS;

/** Stage of a figure: provisional or final. */
export const STAGES = {so_bo: "Sơ bộ", chinh_thuc: "Chính thức"} as const;
export type Stage = keyof typeof STAGES;

/** Reporting period. */
export const PERIODS = {"6_thang": "6 tháng", nam: "Năm"} as const;
export type Period = keyof typeof PERIODS;

/** Forms (biểu mẫu) that are recognised, one YAML each in `data/forms`. */
export const FORMS = {
  unit_list: "Danh sách đơn vị",
  models: "Mô hình",
  commune_facts: "Thông tin chung",
  summary: "Biểu tổng hợp"
} as const;
export type FormId = keyof typeof FORMS;

/** Severity of an issue: row not loaded; row loaded without that value; worth a look; for information. */
export const SEVERITIES = {
  row_error: "Dòng không nạp được",
  value_error: "Giá trị không đọc được",
  warning: "Nên xem lại",
  info: "Ghi chú"
} as const;
export type Severity = keyof typeof SEVERITIES;

/** Verdicts (kết luận) of a target. */
export const VERDICTS = {
  dat: "Đạt",
  chua_dat: "Chưa đạt",
  chua_ket_luan: "Chưa kết luận",
  thieu_so_lieu: "Thiếu số liệu",
  khong_ap_dung: "Không áp dụng"
} as const;
export type Verdict = keyof typeof VERDICTS;
