import type {Commune, District, Province} from "./register.ts";

/** Types of areas as people write them before a name. Of communes those of `UNIT_TYPES`, and the island district before 7/2025. */
export const AREA_TYPES = {
  quoc_gia: "Nước",
  tinh: "Tỉnh",
  thanh_pho: "Thành phố",
  quan: "Quận",
  huyen: "Huyện",
  thi_xa: "Thị xã",
  huyen_dao: "Huyện",
  xa: "Xã",
  phuong: "Phường",
  thi_tran: "Thị trấn",
  dac_khu: "Đặc khu"
} as const;
export type AreaType = keyof typeof AREA_TYPES;

/** Name with its type in front: "Phường Hạc Thành", "Tỉnh Thanh Hóa". */
export function areaTitle({type, name}: Pick<Commune | District | Province, "type" | "name">): string {
  return `${AREA_TYPES[type as AreaType]} ${name}`;
}
