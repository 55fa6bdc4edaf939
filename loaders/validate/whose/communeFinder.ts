import {splitAreaPrefix} from "../../reference/areaPrefix.ts";
import {findCommune} from "../../reference/findCommune.ts";
import {predecessorsOf} from "../../reference/lineage.ts";
import {nameKey} from "../../reference/nameKey.ts";
import type {Commune, Register} from "../../reference/register.ts";
import {indexOf} from "../../reference/registerIndex.ts";
import {findDistrict} from "./fileAreas.ts";

/** Which register a file speaks of: that until 30/6/2025, or the one since 1/7/2025. */
export type Vintage = "former" | "current";

/** A commune as reports name it; (code, valid_from) is its identity. */
export interface FoundCommune {
  code: string;
  valid_from: string | null;
  name: string;
  type: Commune["type"];
  province_code: string | null;
  district_code: string | null;
}

export type FinderAnswer =
  | {kind: "found"; commune: FoundCommune; isProvisional: boolean}
  | {kind: "ambiguous"; candidates: readonly Commune[]}
  | {kind: "unknown"};

/** What the finder knows of the file: register, year, the day it speaks of, and the areas around. */
export interface FinderContext {
  vintage: Vintage;
  year: number;
  /** ISO day on which versions of communes are judged. */
  day: string;
  provinceCode: string | null;
  districtCode: string | null;
  /** Province that decides between communes of one name where the file names none. */
  homeProvince: string | null;
}

/** "Quảng Cư (cũ)", "phường Quảng Cư cũ". */
const FORMER = / *\(?cũ\)?$/iu;

/** Finds communes by what a file says around their names; remembers answers, since columns repeat them. */
export class CommuneFinder {
  readonly vintage: Vintage;
  readonly #register: Register;
  readonly #about: FinderContext;
  readonly #answers = new Map<string, FinderAnswer>();
  readonly #formers = new Map<string, string | null>();

  constructor(register: Register, about: FinderContext) {
    this.vintage = about.vintage;
    this.#register = register;
    this.#about = about;
  }

  /** The commune of a name or code. `districtText`: what the row says of its district (years until 2024). */
  find(text: string, districtText: string | null = null): FinderAnswer {
    const key = `${text}\n${districtText ?? ""}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.ask(text, districtText);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Code of the former commune of a unit that now belongs to `commune`: one of those that went into it. Null if it is none. */
  findFormer(text: string, commune: FoundCommune): string | null {
    if (commune.valid_from === null) return commune.code;
    const key = `${commune.code} ${text}`;
    let code = this.#formers.get(key);
    if (code === undefined) this.#formers.set(key, (code = this.searchFormer(text, commune.code)));
    return code;
  }

  private searchFormer(written: string, currentCode: string): string | null {
    const text = written.replace(FORMER, "");
    const steps = predecessorsOf(this.#register, currentCode).filter(({extent}) => extent !== "area_only");
    const codes = new Set(steps.map(({old_code}) => old_code));
    const {byCode} = indexOf(this.#register).former;
    const {type, name} = splitAreaPrefix(text);
    const wanted = [nameKey(text), nameKey(name)];
    const among = [...codes].flatMap((code) => byCode.get(code) ?? []);
    const named = among.filter((old) => old.code === text.trim() || wanted.includes(nameKey(old.name)));
    const typed = named.length > 1 ? named.filter((old) => old.type === type) : named;
    if (typed.length === 1) return typed[0]?.code ?? null;
    const answer = findCommune(this.#register, {text, vintage: "former"});
    const candidates =
      answer.kind === "found" ? [answer.commune] : answer.kind === "ambiguous" ? answer.candidates : [];
    const fitting = candidates.filter(({code}) => codes.has(code));
    return fitting.length === 1 ? (fitting[0]?.code ?? null) : null;
  }

  private ask(text: string, districtText: string | null): FinderAnswer {
    const {vintage, day, provinceCode, districtCode, homeProvince} = this.#about;
    const ofRow = districtText === null ? null : findDistrict(this.#register, districtText, provinceCode);
    const district = vintage === "former" ? (ofRow ?? districtCode) : null;
    const question = {text, vintage, day, ...(district === null ? {} : {districtCode: district})};
    const within = provinceCode === null ? {} : {provinceCode};
    let answer = findCommune(this.#register, {...question, ...within});
    if (answer.kind === "ambiguous" && provinceCode === null && homeProvince !== null) {
      const atHome = findCommune(this.#register, {...question, provinceCode: homeProvince});
      if (atHome.kind === "found") answer = atHome;
    }
    if (answer.kind === "found") return {...answer, isProvisional: false};
    return answer.kind === "unknown" ? this.provisional(text, district) : answer;
  }

  /** A commune of an earlier year that the register of 30/6/2025 no longer holds: a code of our own, if the district is known. */
  private provisional(text: string, district_code: string | null): FinderAnswer {
    const {type, name} = splitAreaPrefix(text);
    const key = nameKey(name);
    if (this.vintage !== "former" || this.#about.year > 2024 || district_code === null || !/\p{L}{2}/u.test(key)) {
      return {kind: "unknown"};
    }
    const [district] = indexOf(this.#register).districts.byCode.get(district_code) ?? [];
    const commune = {
      code: `tam-${district_code}-${key.replaceAll(" ", "-")}`,
      valid_from: null,
      name,
      type: type === "phuong" || type === "thi_tran" ? type : "xa",
      province_code: district?.province_code ?? null,
      district_code
    } as const;
    return {kind: "found", isProvisional: true, commune};
  }
}
