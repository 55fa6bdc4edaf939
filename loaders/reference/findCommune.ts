import {splitAreaPrefix} from "./areaPrefix.ts";
import {nameKey} from "./nameKey.ts";
import type {Commune, District, Register} from "./register.ts";
import {indexOf, type RegisterIndex} from "./registerIndex.ts";

export interface CommuneQuestion {
  /** Name or code as written: "Xã Trạm Tấu", "TT. Trạm Tấu, huyện Trạm Tấu", "14797". */
  text: string;
  /** Register until 30/6/2025, or since 1/7/2025. */
  vintage: "former" | "current";
  /** Province that the commune lies in: its code then, or the present code of the province it came into. */
  provinceCode?: string;
  districtCode?: string;
  /** District as written beside the name; words that name no district are ignored. */
  districtText?: string;
  /** ISO day of the report; decides between versions of a present commune. Left out: the latest version. */
  day?: string;
}

export type CommuneAnswer =
  {kind: "found"; commune: Commune} | {kind: "ambiguous"; candidates: readonly Commune[]} | {kind: "unknown"};

/**
 * Finds the commune that a text means. Names compare by `nameKey`, with the settled aliases; the type before the name only breaks ties
 * ("thị trấn Trạm Tấu", "xã Trạm Tấu"). In the former register 18 names of Thanh Hóa repeat: those need their district.
 */
export function findCommune(register: Register, question: CommuneQuestion): CommuneAnswer {
  const index = indexOf(register);
  const {named, places} = splitPlaces(question.text);
  const byCode = latestVersions(communesByCode(index, named, question.vintage), question.day);
  if (byCode.length === 1 && byCode[0] !== undefined) return {kind: "found", commune: byCode[0]};

  const {type, name} = splitAreaPrefix(named);
  if (type === (question.vintage === "current" ? "thi_tran" : "dac_khu")) return {kind: "unknown"};
  const {byName} = index[question.vintage];
  const whole = byName.get(nameKey(named)) ?? [];
  let candidates = latestVersions(whole.length > 0 ? whole : (byName.get(nameKey(name)) ?? []), question.day);
  candidates = inProvince(index, candidates, provinceOf(index, question, places));
  candidates = inDistrict(candidates, districtOf(index, question, places));
  if (candidates.length > 1) candidates = preferred(candidates, (commune) => commune.type === type);
  const [first] = candidates;
  if (first === undefined) return {kind: "unknown"};
  return candidates.length === 1 ? {kind: "found", commune: first} : {kind: "ambiguous", candidates};
}

/** "Trạm Tấu (huyện Trạm Tấu), Yên Bái": the name, and the places after it. */
function splitPlaces(text: string): {named: string; places: string[]} {
  const [named = "", ...places] = text
    .split(/[,;()\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return {named, places};
}

/** A code of five digits, or one whose leading zeros a spreadsheet has dropped (a name of two digits is a name: phường 12). */
function communesByCode(index: RegisterIndex, text: string, vintage: "former" | "current"): readonly Commune[] {
  const code = /^\d{3,5}$/.test(text) ? text.padStart(5, "0") : text.toUpperCase();
  const {byCode} = index[vintage];
  return byCode.get(code) ?? byCode.get(text) ?? [];
}

/** One version of each commune: that of the day, or the latest; before its first day a commune has its first version. */
function latestVersions(communes: readonly Commune[], day = "9999-12-31"): Commune[] {
  const chosen = new Map<string, Commune>();
  for (const commune of communes.toSorted((a, b) => ((a.valid_from ?? "") < (b.valid_from ?? "") ? -1 : 1)))
    if (!chosen.has(commune.code) || (commune.valid_from ?? "") <= day) chosen.set(commune.code, commune);
  return [...chosen.values()];
}

/** Codes of provinces are reused: 15 is Yên Bái of a former commune, but also the Lào Cai that it came into. */
function inProvince(
  {successorProvinces}: RegisterIndex,
  communes: readonly Commune[],
  provinces: ReadonlySet<string> | null
): Commune[] {
  if (provinces === null) return [...communes];
  const own = communes.filter(({province_code}) => provinces.has(province_code));
  if (own.length > 0) return own;
  return communes.filter(
    ({code, valid_from}) =>
      valid_from === null && [...(successorProvinces.get(code) ?? [])].some((province) => provinces.has(province))
  );
}

function inDistrict(communes: readonly Commune[], districts: readonly District[] | null): Commune[] {
  if (districts === null) return [...communes];
  return communes.filter(
    ({district_code}) => district_code === null || districts.some(({code}) => code === district_code)
  );
}

function provinceOf(
  {provinces}: RegisterIndex,
  {provinceCode}: CommuneQuestion,
  places: readonly string[]
): ReadonlySet<string> | null {
  for (const place of places) {
    const {type, name} = splitAreaPrefix(place);
    const found = provinces.byName.get(nameKey(name)) ?? [];
    if (found.length > 0 && (type === "tinh" || (type !== null && found.some((province) => province.type === type))))
      return new Set(found.map(({code}) => code));
  }
  return provinceCode === undefined ? null : new Set([provinceCode]);
}

function districtOf(
  {districts}: RegisterIndex,
  {vintage, districtCode, districtText}: CommuneQuestion,
  places: readonly string[]
): readonly District[] | null {
  if (vintage === "current") return null;
  if (districtCode !== undefined) return districts.byCode.get(districtCode) ?? [];
  for (const place of [...(districtText === undefined ? [] : [districtText]), ...places]) {
    const {type, name} = splitAreaPrefix(place);
    if (type === "tinh") continue;
    const found = districts.byName.get(nameKey(place)) ?? districts.byName.get(nameKey(name)) ?? [];
    if (found.length > 0) return preferred(found, (district) => district.type === type);
  }
  return null;
}

/** Those that satisfy the wish, if any does; else all. */
function preferred<T>(items: readonly T[], isWished: (item: T) => boolean): T[] {
  const wished = items.filter(isWished);
  return wished.length > 0 ? wished : [...items];
}
