import type {Kysely} from "kysely";
import {areaTitle} from "../../../loaders/reference/areaTitle.ts";
import {predecessorsOf} from "../../../loaders/reference/lineage.ts";
import type {Commune, Province, Register} from "../../../loaders/reference/register.ts";
import {indexOf} from "../../../loaders/reference/registerIndex.ts";
import type {TemplateFill, TemplateOwner, TemplateUnit} from "../../../loaders/template/templateFill.ts";
import {CommuneFinder} from "../../../loaders/validate/whose/communeFinder.ts";
import type {UnitType} from "../../../loaders/vocabulary.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {templateNorms} from "./templateNorms.ts";
import {listedModels, type ListedUnit, listedUnits} from "./templateUnits.ts";

/** First year of the present communes: forms of earlier years had districts. */
export const FIRST_TEMPLATE_YEAR = 2025;

/** What forms are filled from. */
export interface TemplateSources {
  /** Null where no warehouse is there: forms then hold no units but the commune itself. */
  db: Kysely<PublicTables> | null;
  register: Register;
  plans: readonly Plan[];
  /** ISO day the tables stand at; null where it is unknown. */
  asOf: string | null;
}

/** Fills of the forms of present communes for a year, in the order of `communes`. */
export async function communeFills(
  {db, register, plans, asOf}: TemplateSources,
  {communes, year}: {communes: readonly Commune[]; year: number}
): Promise<TemplateFill[]> {
  const units = groupBy(db === null ? [] : await listedUnits(db, year, "local"));
  const ofProvince = db === null ? [] : await listedUnits(db, year, "province");
  const models = groupBy(db === null ? [] : await listedModels(db, year));
  const listedByProvince = new Set(
    ofProvince.filter(({unit_type}) => isCommune(unit_type)).map((unit) => unit.current_commune_code)
  );
  return communes.map((commune) => {
    const own = units.get(commune.code) ?? [];
    const ownModels = models.get(commune.code) ?? [];
    const write = unitWriter(register, commune, year);
    const rows = own.map((unit) => write(unit));
    const hasItself = listedByProvince.has(commune.code) || rows.some(({unit_type}) => isCommune(unit_type));
    const province = provinceOf(register, commune.province_code);
    return {
      ...commonParts(plans, {year, province, commune: commune.code, asOf}),
      owner: ownerOf(commune, province),
      isSimulated: [...own, ...ownModels].some(({is_simulated}) => is_simulated),
      unitYears: yearsOf(own),
      units: hasItself ? rows : [...rows, itself(commune)],
      models: ownModels.map(({model_name, unit_name}) => ({model_name, unit_name})),
      formerCommunes: formerChoices(register, commune, year),
      communes: []
    };
  });
}

/** Fill of a province's form for the units it manages, in all its communes. */
export async function provinceFill(
  {db, register, plans, asOf}: TemplateSources,
  {province, year}: {province: Province; year: number}
): Promise<TemplateFill> {
  const communes = presentCommunes(register, year).filter(({province_code}) => province_code === province.code);
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const listed = db === null ? [] : await listedUnits(db, year, "province");
  const own = listed.filter(({current_commune_code}) => byCode.has(current_commune_code));
  const writers = new Map<string, (unit: ListedUnit) => TemplateUnit>();
  const units = own.map((unit) => {
    const {current_commune_code: code} = unit;
    const commune = byCode.get(code);
    if (commune === undefined) throw new Error(`no such commune: ${code}`);
    const write = writers.get(code) ?? unitWriter(register, commune, year);
    writers.set(code, write);
    return {...write(unit), commune: areaTitle(commune)};
  });
  const title = areaTitle(province);
  return {
    ...commonParts(plans, {year, province, commune: null, asOf}),
    owner: {level: "province", code: province.code, title, name: province.name, province: title},
    isSimulated: own.some(({is_simulated}) => is_simulated),
    unitYears: yearsOf(own),
    units,
    models: [],
    formerCommunes: sortedTitles(communes.flatMap((commune) => formerCommunes(register, commune))),
    communes: sortedTitles(communes)
  };
}

/** Fill of a form without an owner. `province`: whose deadlines it names; null for those of the norms alone. */
export function blankFill(
  {plans, asOf}: Pick<TemplateSources, "plans" | "asOf">,
  {year, province}: {year: number; province: Province | null}
): TemplateFill {
  return {
    ...commonParts(plans, {year, province, commune: null, asOf}),
    owner: null,
    isSimulated: false,
    unitYears: [],
    units: [],
    models: [],
    formerCommunes: [],
    communes: []
  };
}

/** Communes as they are at the end of a year, by code. */
export function presentCommunes({communes}: Register, year: number): Commune[] {
  const day = `${year}-12-31`;
  return communes
    .filter(
      ({valid_from, valid_to}) => valid_from !== null && valid_from <= day && (valid_to === null || valid_to >= day)
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The present province of a code. @throws Error for a code that no present province has. */
export function provinceOf({provinces}: Register, code: string): Province {
  const found = provinces.find((province) => province.code === code && province.valid_to === null);
  if (found === undefined) throw new Error(`no present province: ${code}`);
  return found;
}

function commonParts(
  plans: readonly Plan[],
  {
    year,
    province,
    commune,
    asOf
  }: {year: number; province: Province | null; commune: string | null; asOf: string | null}
): Pick<TemplateFill, "year" | "deadlines" | "excluded" | "sendTo" | "day"> {
  const {deadlines, excluded, sendTo} = templateNorms(plans, {year, province, commune});
  const named = province === null ? "tỉnh" : lowered(areaTitle(province));
  return {
    year,
    deadlines,
    excluded,
    sendTo: sendTo ?? `Ban Chỉ đạo 138 ${named} (qua Công an ${named})`,
    day: asOf ?? `${year}-01-01`
  };
}

function ownerOf(commune: Commune, province: Province): TemplateOwner {
  const {code, name} = commune;
  return {level: "commune", code, title: areaTitle(commune), name, province: areaTitle(province)};
}

/** The commune as a unit of its own; since 1/7/2025 the province certifies it. */
function itself(commune: Commune): TemplateUnit {
  return {
    unit_code: null,
    unit_name: areaTitle(commune),
    unit_type: commune.type as UnitType,
    commune: null,
    former_commune: null,
    managed_level: "tinh",
    managed_by: null,
    exclusion_reason: null
  };
}

/** Writes units of a commune as its list would: the former commune by the name that leads back to it, its code where names repeat. */
function unitWriter(register: Register, commune: Commune, year: number): (unit: ListedUnit) => TemplateUnit {
  const words = new Map(formerWords(register, commune, year));
  return ({unit_code, unit_name, unit_type, former_commune_code, managed_level, managed_by, exclusion_reason}) => ({
    unit_code,
    unit_name,
    unit_type,
    commune: null,
    former_commune:
      former_commune_code === null || isCommune(unit_type) ? null : (words.get(former_commune_code) ?? null),
    managed_level,
    managed_by,
    exclusion_reason
  });
}

function formerChoices(register: Register, commune: Commune, year: number): string[] {
  return formerWords(register, commune, year)
    .map(([, word]) => word)
    .sort(VIETNAMESE.compare);
}

/** Code and word of each commune that went into this one. */
function formerWords(register: Register, commune: Commune, year: number): [code: string, word: string][] {
  const finder = new CommuneFinder(register, {
    vintage: "current",
    year,
    day: `${year}-12-31`,
    provinceCode: commune.province_code,
    districtCode: null,
    homeProvince: null
  });
  return formerCommunes(register, commune).map((former) => {
    const title = areaTitle(former);
    return [former.code, finder.findFormer(title, commune) === former.code ? title : former.code];
  });
}

/** Communes until 30/6/2025 whose people now belong to this one. */
function formerCommunes(register: Register, commune: Commune): Commune[] {
  const steps = predecessorsOf(register, commune.code).filter(({extent}) => extent !== "area_only");
  const codes = new Set(steps.map(({old_code}) => old_code));
  const {byCode} = indexOf(register).former;
  return [...codes].flatMap((code) => byCode.get(code) ?? []);
}

const VIETNAMESE = new Intl.Collator("vi");

function sortedTitles(communes: readonly Commune[]): string[] {
  return [...new Set(communes.map(areaTitle))].sort(VIETNAMESE.compare);
}

function isCommune(type: string): boolean {
  return type === "xa" || type === "phuong" || type === "thi_tran" || type === "dac_khu";
}

function yearsOf(units: readonly ListedUnit[]): number[] {
  return [...new Set(units.map(({year}) => year))].sort((a, b) => a - b);
}

function groupBy<R extends {current_commune_code: string}>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.current_commune_code);
    if (group) group.push(row);
    else groups.set(row.current_commune_code, [row]);
  }
  return groups;
}

/** "tỉnh Thanh Hóa", inside a sentence. */
function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
