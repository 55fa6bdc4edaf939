import {splitAreaPrefix} from "../../reference/areaPrefix.ts";
import {nameKey} from "../../reference/nameKey.ts";
import type {Province, Register} from "../../reference/register.ts";
import {indexOf} from "../../reference/registerIndex.ts";
import type {Vintage} from "./communeFinder.ts";
import type {Mention} from "./mentions.ts";

/** Province of a name on one of the two registers, with or without its type; null if none or several. */
export function findProvince(register: Register, text: string, vintage: Vintage): Province | null {
  const {provinces} = indexOf(register);
  const named = provinces.byName.get(nameKey(text)) ?? provinces.byName.get(nameKey(splitAreaPrefix(text).name)) ?? [];
  const valid = named.filter(({valid_from, valid_to}) => (vintage === "former" ? valid_from : valid_to) === null);
  return valid.length === 1 ? (valid[0] ?? null) : null;
}

/** Code of a district by its name, with or without type ("Huyện Trạm Tấu", "TX. Hương Trà"); null if none or several. */
export function findDistrict(register: Register, text: string, provinceCode: string | null): string | null {
  const {districts} = indexOf(register);
  const {type, name} = splitAreaPrefix(text);
  const named = districts.byName.get(nameKey(text)) ?? districts.byName.get(nameKey(name)) ?? [];
  const within = provinceCode === null ? named : named.filter(({province_code}) => province_code === provinceCode);
  const fitting = within.length > 1 ? within.filter((district) => district.type === type) : within;
  return fitting.length === 1 ? (fitting[0]?.code ?? null) : null;
}

/** Province that titles name, the first that is known. "Thành phố Huế" is a province too. */
export function provinceOfMentions(
  mentions: readonly Mention[],
  register: Register,
  vintage: Vintage
): Province | null {
  for (const {level, type, names} of mentions) {
    const isCity = type === "thành phố" || type === "tp.";
    if (level !== "province" && !isCity) continue;
    for (const name of names) {
      const province = findProvince(register, name, vintage);
      if (province !== null && (!isCity || province.type === "thanh_pho")) return province;
    }
  }
  return null;
}

/** Code of the district that titles name, the first that is known. */
export function districtOfMentions(
  mentions: readonly Mention[],
  register: Register,
  provinceCode: string | null
): string | null {
  for (const {level, type, names} of mentions) {
    if (level !== "district") continue;
    for (const name of names) {
      const code = findDistrict(register, `${type} ${name}`, provinceCode);
      if (code !== null) return code;
    }
  }
  return null;
}
