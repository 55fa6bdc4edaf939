import {type Random} from "../random.ts";
import {type Site} from "./places.ts";

/** Words that village names of the plain and the hills are made of. */
const FIRST = [
  "Đông",
  "Tây",
  "Nam",
  "Bắc",
  "Trung",
  "Phú",
  "Xuân",
  "Thọ",
  "Vĩnh",
  "Yên",
  "Hải",
  "Quang",
  "Tân",
  "Minh",
  "Đại",
  "Hòa",
  "Long",
  "Ngọc",
  "Thanh",
  "Bình",
  "Phúc",
  "Lộc",
  "Hưng",
  "Kim",
  "Cẩm",
  "Liên",
  "Mỹ",
  "Đức",
  "Văn",
  "Thượng"
] as const;
const SECOND = [
  "Thành",
  "Sơn",
  "Lộc",
  "Thịnh",
  "Tiến",
  "Hưng",
  "Thắng",
  "Đoài",
  "Thượng",
  "Hạ",
  "Trung",
  "Lâm",
  "Khê",
  "Cát",
  "Vinh",
  "Đức",
  "Giang",
  "Hòa",
  "Mỹ",
  "An",
  "Tân",
  "Phong",
  "Ninh",
  "Lạc",
  "Quý",
  "Trạch",
  "Châu",
  "Nguyên",
  "Bái",
  "Đô"
] as const;
/** Words of the names of Thái, Mường and Mông villages. */
const HIGHLAND_FIRST = [
  "Na",
  "Nà",
  "Pù",
  "Co",
  "Suối",
  "Hua",
  "Tén",
  "Pá",
  "Chiềng",
  "Mường",
  "Kéo",
  "Lát",
  "Son",
  "Bá",
  "Cha",
  "Poọng",
  "Xim",
  "Đun",
  "Khằm",
  "Piềng",
  "Bút",
  "Ngàm",
  "Hậu",
  "Chanh",
  "Xuân",
  "Cang"
] as const;
const HIGHLAND_SECOND = [
  "Khà",
  "Lun",
  "Tao",
  "Ngàn",
  "Hạ",
  "Thượng",
  "Hin",
  "Pán",
  "Ón",
  "Cha",
  "Lốc",
  "Mò",
  "Sài",
  "Yên",
  "Chong",
  "Nghèo",
  "Tiến",
  "Thành",
  "Lập",
  "Nhọt",
  "Cống",
  "Mới",
  "Sim",
  "Đứa",
  "Hang",
  "Péo"
] as const;
const STREETS = [
  "Lê Hoàn",
  "Trường Thi",
  "Quang Trung",
  "Phan Chu Trinh",
  "Nam Sơn",
  "Tân Sơn",
  "Ái Sơn",
  "Đội Cung",
  "Cao Sơn",
  "Thành Yên",
  "Đông Lân",
  "Tân Hà",
  "Hưng Hải",
  "Bào Giang"
] as const;

/** Whether the areas of a site are numbered ("Thôn 3") or named ("Thôn Đông Thành"). */
export function isNumbered(site: Site, random: Random): boolean {
  const share = site.former.type === "xa" ? (site.terrain === "highland" ? 0.08 : 0.42) : 0.3;
  return random.chance(`numbered/${site.former.code}`, share);
}

/** "Bản", "Thôn", "Xóm", "Phố", "Tổ dân phố", "Khu phố": as people of the site say. */
function areaWord(site: Site, random: Random): string {
  const key = `areaWord/${site.former.code}`;
  const {type} = site.former;
  if (type === "phuong")
    return site.district.code === "380" ? "Phố" : random.pick(key, ["Tổ dân phố", "Khu phố", "Tổ dân phố"]);
  if (type === "thi_tran") return random.pick(key, ["Khu phố", "Tổ dân phố", "Khu"]);
  if (site.terrain === "hamlets") return "Xóm";
  if (site.terrain === "highland") return random.pick(key, ["Bản", "Bản", "Thôn"]);
  return site.terrain === "midland" ? random.pick(key, ["Thôn", "Thôn", "Làng"]) : "Thôn";
}

function properName(site: Site, random: Random, key: string): string {
  if (site.former.type === "phuong" && site.district.code === "380")
    return `${random.pick(`${key}/street`, STREETS)} ${random.integer(`${key}/number`, 1, 3)}`;
  if (site.terrain === "highland" && site.former.type === "xa")
    return `${random.pick(`${key}/1`, HIGHLAND_FIRST)} ${random.pick(`${key}/2`, HIGHLAND_SECOND)}`;
  return `${random.pick(`${key}/1`, FIRST)} ${random.pick(`${key}/2`, SECOND)}`;
}

/** Names of `count` residential areas of a site, all different, in the order they are listed. */
export function residentialNames(site: Site, count: number, random: Random): string[] {
  const word = areaWord(site, random);
  if (isNumbered(site, random)) return Array.from({length: count}, (_, index) => `${word} ${index + 1}`);
  const names = new Set<string>();
  for (let attempt = 0; names.size < count; attempt += 1) {
    const [first = "", ...rest] = properName(site, random, `areaName/${site.former.code}/${attempt}`).split(" ");
    if (rest[0] !== first) names.add(`${word} ${[first, ...rest].join(" ")}`);
  }
  return [...names];
}
