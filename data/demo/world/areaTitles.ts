import {type Commune, type District, type Province} from "../../../loaders/reference/register.ts";

const COMMUNE_WORDS: Readonly<Record<Commune["type"], string>> = {
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu",
  huyen_dao: "huyện đảo",
  khu_dan_cu: "khu dân cư",
  co_quan: "cơ quan",
  doanh_nghiep: "doanh nghiệp",
  co_so_giao_duc: "cơ sở giáo dục"
};
const DISTRICT_WORDS = {quan: "quận", huyen: "huyện", thi_xa: "thị xã", thanh_pho: "thành phố"} as const;
const PROVINCE_WORDS = {tinh: "tỉnh", thanh_pho: "thành phố"} as const;

/** "xã", "phường", "thị trấn", "đặc khu". */
export function communeWord({type}: Pick<Commune, "type">): string {
  return COMMUNE_WORDS[type];
}

/** "phường Hạc Thành". */
export function communeTitle(commune: Pick<Commune, "name" | "type">): string {
  return `${communeWord(commune)} ${commune.name}`;
}

/** "huyện Bá Thước". */
export function districtTitle({name, type}: District): string {
  return `${DISTRICT_WORDS[type]} ${name}`;
}

/** "tỉnh Thanh Hóa". */
export function provinceTitle({name, type}: Province): string {
  return `${PROVINCE_WORDS[type]} ${name}`;
}

/** The title as a sentence begins: "Phường Hạc Thành". */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Latin letters only, for file names: "hac-thanh". */
export function fileWord(name: string, separator = "-"): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^A-Za-z0-9]+/gu, separator);
}
