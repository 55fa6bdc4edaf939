import fc from "fast-check";
import {areaTitle} from "../../loaders/reference/areaTitle.ts";
import {nameKey} from "../../loaders/reference/nameKey.ts";
import type {Commune} from "../../loaders/reference/register.ts";
import {register} from "../loaders/validate/build.ts";
import type {Choices} from "./choose.ts";
import {number, text, type Written} from "./written.ts";

/** Whose file it is: one commune, a district with its communes, or a province with some of its communes. */
export interface Owner {
  level: "commune" | "district" | "province";
  year: number;
  province: {code: string; title: string};
  /** Title of the district, in years until 2024 and in files of districts. */
  district: string | null;
  /** Communes that rows may be of; one for a commune's own file. */
  communes: Commune[];
}

const versions = new Map<string, number>();
for (const {code, valid_from} of register.communes)
  if (valid_from !== null) versions.set(code, (versions.get(code) ?? 0) + 1);
/** Present communes of one version: in every year since 2025 they are the same. */
const currents = register.communes.filter(
  ({code, valid_from, valid_to}) => valid_from === "2025-07-01" && valid_to === null && versions.get(code) === 1
);
const formers = register.communes.filter(({valid_from, type}) => valid_from === null && type !== "huyen_dao");
const districts = register.districts.filter(({code}) => formers.some(({district_code}) => district_code === code));

/** Titles name areas by their type word and name; a name is then ended by a comma or the end of the line. */
function provinceOf(code: string, isFormer: boolean): Owner["province"] | null {
  const found = register.provinces.filter(
    (province) => province.code === code && (isFormer ? province.valid_from : province.valid_to) === null
  );
  const [province] = found;
  return province === undefined || found.length > 1 ? null : {code, title: areaTitle(province)};
}

const currentCommune: fc.Arbitrary<Owner> = fc
  .record({commune: fc.constantFrom(...currents), year: fc.constantFrom(2025, 2026)})
  .map(({commune, year}) => ({
    level: "commune",
    year,
    district: null,
    communes: [commune],
    province: provinceOfCommune(commune)
  }));

const formerCommune: fc.Arbitrary<Owner> = fc
  .record({commune: fc.constantFrom(...formers), year: fc.integer({min: 2020, max: 2024})})
  .map(({commune, year}) => ({
    level: "commune",
    year,
    district: districtTitle(commune.district_code),
    communes: [commune],
    province: provinceOfCommune(commune)
  }));

const district: fc.Arbitrary<Owner> = fc
  .record({
    district: fc.constantFrom(...districts),
    year: fc.integer({min: 2020, max: 2025}),
    picks: fc.array(fc.nat(), {minLength: 1, maxLength: 5})
  })
  .map(({district: {code, province_code}, year, picks}) => ({
    level: "district",
    year,
    district: districtTitle(code),
    communes: pick(
      formers.filter(({district_code}) => district_code === code),
      picks
    ),
    province: provinceOfCommune({province_code, valid_from: null})
  }));

const province: fc.Arbitrary<Owner> = fc
  .record({
    province: fc.constantFrom(...new Set(currents.map(({province_code}) => province_code))),
    year: fc.constantFrom(2025, 2026),
    picks: fc.array(fc.nat(), {minLength: 1, maxLength: 6})
  })
  .map(({province: code, year, picks}) => ({
    level: "province",
    year,
    district: null,
    communes: pick(
      currents.filter(({province_code}) => province_code === code),
      picks
    ),
    province: provinceOfCommune({province_code: code, valid_from: "2025-07-01"})
  }));

/** Whose file a random one is. */
export const owner: fc.Arbitrary<Owner> = fc.oneof(
  {weight: 5, arbitrary: currentCommune},
  {weight: 2, arbitrary: formerCommune},
  {weight: 4, arbitrary: district},
  {weight: 2, arbitrary: province}
);

function provinceOfCommune({
  province_code,
  valid_from
}: Pick<Commune, "province_code" | "valid_from">): Owner["province"] {
  const found = provinceOf(province_code, valid_from === null);
  if (found === null) throw new Error(`no province ${province_code}`);
  return found;
}

function districtTitle(code: string | null): string {
  const found = register.districts.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no district ${code ?? ""}`);
  return areaTitle(found);
}

function pick(communes: readonly Commune[], picks: readonly number[]): Commune[] {
  return [...new Set(picks.map((at) => communes[at % communes.length] as Commune))];
}

const ABBREVIATIONS: Partial<Record<Commune["type"], readonly string[]>> = {
  xa: ["X. ", "x."],
  phuong: ["P. ", "P."],
  thi_tran: ["TT. ", "TT "]
};

const byName = new Map<string, Commune[]>();
for (const commune of [...currents, ...formers]) {
  const key = `${String(commune.valid_from === null)} ${nameKey(commune.name)}`;
  byName.set(key, [...(byName.get(key) ?? []), commune]);
}

/** Communes of one register whose names a reader may take for one another within the area that the file names. */
function rivals(commune: Commune, isKnownProvince: boolean): Commune[] {
  return (byName.get(`${String(commune.valid_from === null)} ${nameKey(commune.name)}`) ?? []).filter(
    (other) =>
      other !== commune &&
      (commune.valid_from === null
        ? other.district_code === commune.district_code
        : !isKnownProvince || other.province_code === commune.province_code)
  );
}

/** True if nothing but the commune's code can tell it from another of its area. */
export function needsCode(commune: Commune, isKnownProvince = true): boolean {
  return rivals(commune, isKnownProvince).some(({type}) => type === commune.type);
}

/** A way of writing a commune in a cell that means this one and no other: with its type, short, bare or by code. */
export function spellCommune(commune: Commune, choices: Choices, key: string): Written {
  const {code, name, type} = commune;
  if (needsCode(commune)) return text(code);
  const full = areaTitle(commune);
  const ways: Written[] = [text(full), text(full), text(full.toUpperCase()), text(code)];
  // A spreadsheet drops the zeros before a number; of "00088" it leaves what could be a name.
  if (Number(code) >= 100) ways.push(number(Number(code)));
  for (const short of ABBREVIATIONS[type] ?? []) ways.push(text(short + name));
  if (rivals(commune, true).length === 0 && !/^\d/.test(name)) ways.push(text(name), text(name));
  return choices.of(`commune/${key}`, ways);
}
