import {rollup} from "d3";
import {expect, test} from "vitest";
import {isValidOn} from "../../../loaders/reference/checkRegister.ts";
import {isSplit, predecessorsOf, successorsOf} from "../../../loaders/reference/lineage.ts";
import {nameKey} from "../../../loaders/reference/nameKey.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import type {Commune} from "../../../loaders/reference/register.ts";

const register = readRegister("data/reference");
const {provinces, districts, communes, lineage} = register;
const former = communes.filter(({valid_from}) => valid_from === null);
const current = communes.filter(({valid_from}) => valid_from !== null);
const ofThanhHoa = <T extends {province_code: string}>(areas: readonly T[]): T[] =>
  areas.filter(({province_code}) => province_code === "38");
const formerByCode = new Map(former.map((commune) => [commune.code, commune]));

test("Thanh Hóa had 547 communes in 26 districts and has 166", () => {
  expect(ofThanhHoa(former)).toHaveLength(547);
  expect(ofThanhHoa(districts)).toHaveLength(26);
  expect(ofThanhHoa(current)).toHaveLength(166);
  expect(countBy(ofThanhHoa(current), ({type}) => type)).toEqual({xa: 147, phuong: 19});
});

test("63 provinces became 34 on 1/7/2025, eleven of them unchanged", () => {
  expect(provinces.filter((province) => isValidOn(province, "2025-06-30"))).toHaveLength(63);
  expect(provinces.filter((province) => isValidOn(province, "2025-07-01"))).toHaveLength(34);
  expect(
    provinces.filter(({valid_from, valid_to}) => valid_from === null && valid_to === null).map(({name}) => name)
  ).toEqual([
    "Hà Nội",
    "Cao Bằng",
    "Điện Biên",
    "Lai Châu",
    "Sơn La",
    "Lạng Sơn",
    "Quảng Ninh",
    "Thanh Hóa",
    "Nghệ An",
    "Hà Tĩnh",
    "Huế"
  ]);
  expect(provinces.filter(({code}) => code === "15").map(({name}) => name)).toEqual(["Yên Bái", "Lào Cai"]);
});

test("the present communes are 2,621 xã, 687 phường and 13 đặc khu; in 2026 ten xã of Đồng Nai became phường", () => {
  const on = (day: string): Record<string, number> =>
    countBy(
      current.filter((commune) => isValidOn(commune, day)),
      ({type}) => type
    );
  expect(on("2025-07-01")).toEqual({xa: 2621, phuong: 687, dac_khu: 13});
  expect(on("2026-04-30")).toEqual({xa: 2611, phuong: 697, dac_khu: 13});
});

test("a code is no identity: 84 of Thanh Hóa's 166 codes were another name's", () => {
  const reused = ofThanhHoa(current).filter(({code}) => formerByCode.has(code));
  expect(reused).toHaveLength(166);
  expect(reused.filter(({code, name}) => nameKey(formerByCode.get(code)?.name ?? "") !== nameKey(name))).toHaveLength(
    84
  );
});

test("a name is no identity: 113 of Thanh Hóa's 166 bear a former commune's type and name, 92 of them are made of several", () => {
  const same = ({type, name}: Commune): string => `${type} ${nameKey(name)}`;
  const known = new Set(ofThanhHoa(former).map(same));
  const namesakes = ofThanhHoa(current).filter((commune) => known.has(same(commune)));
  expect(namesakes).toHaveLength(113);
  expect(namesakes.filter(({code}) => predecessorsOf(register, code).length > 1)).toHaveLength(92);
  const strangers = namesakes.filter(
    (commune) =>
      !predecessorsOf(register, commune.code).some(({old_code}) => {
        const predecessor = formerByCode.get(old_code);
        return predecessor !== undefined && same(predecessor) === same(commune);
      })
  );
  expect(strangers.map(({name}) => name).toSorted()).toEqual(["Lam Sơn", "Đông Sơn"]);
});

test("18 pairs of type and name repeat among Thanh Hóa's former communes, none within one district", () => {
  const repeated = (keyOf: (commune: Commune) => string): number =>
    Object.values(countBy(ofThanhHoa(former), keyOf)).filter((count) => count > 1).length;
  expect(repeated(({type, name}) => `${type} ${nameKey(name)}`)).toBe(18);
  expect(repeated(({type, name, district_code}) => `${type} ${nameKey(name)} ${district_code ?? ""}`)).toBe(0);
});

test("ten former communes of Thanh Hóa were split; TT Thiệu Hóa went to three", () => {
  const split = ofThanhHoa(former).filter(({code}) => isSplit(register, code));
  expect(split.map(({name}) => name).toSorted((a, b) => a.localeCompare(b, "vi"))).toEqual([
    "An Hưng",
    "Đông Thọ",
    "Hà Bình",
    "Hà Trung",
    "Luận Khê",
    "Sơn Lư",
    "Thanh Tân",
    "Thiệu Hóa",
    "Thiệu Long",
    "Yên Thọ"
  ]);
  const thieuHoa = split.find(({name}) => name === "Thiệu Hóa");
  expect(successorsOf(register, thieuHoa?.code ?? "")).toHaveLength(3);
});

test("the seed places became what the resolutions say", () => {
  const becameOf = (district: string): string[] => {
    const codes = new Set(
      former
        .filter(({district_code}) => district_code === district)
        .flatMap(({code}) => successorsOf(register, code).filter(({extent}) => extent !== "area_only"))
        .map(({new_code}) => new_code)
    );
    return current.filter(({code}) => codes.has(code)).map(({name}) => name);
  };
  expect(becameOf("139").map(nameKey).toSorted()).toEqual(["hạnh phúc", "phình hồ", "trạm tấu", "tà xi láng"]);
  expect(becameOf("480").map(nameKey).toSorted()).toEqual(["bình điền", "hương trà", "kim trà"]);
  expect(becameOf("034")).toHaveLength(8);
  const phuongTien = current.find(({name, province_code}) => name === "Phượng Tiến" && province_code === "19");
  const parts = predecessorsOf(register, phuongTien?.code ?? "").map(({old_code}) => formerByCode.get(old_code)?.name);
  expect(parts.toSorted()).toEqual(["Phượng Tiến", "Tân Dương", "Tân Thịnh"]);
});

test("each of Thanh Hóa's 558 steps names its clause of the resolution", () => {
  const steps = lineage.filter(({old_code}) => formerByCode.get(old_code)?.province_code === "38");
  expect(steps).toHaveLength(558);
  expect(steps.filter(({clause}) => !/^Khoản \d+, Nghị quyết 1686\/NQ-UBTVQH15$/.test(clause))).toEqual([]);
  expect(new Set(steps.map(({new_code}) => new_code)).size).toBe(166);
});

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  return Object.fromEntries(rollup(items, (group) => group.length, keyOf));
}
