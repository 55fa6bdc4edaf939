import {areaTitle} from "../../../loaders/reference/areaTitle.ts";
import type {Commune} from "../../../loaders/reference/register.ts";
import {fieldWords} from "../../../loaders/template/fieldWords.ts";
import type {TemplateFill} from "../../../loaders/template/templateFill.ts";
import {templateForms, type TemplateForms} from "../../../loaders/template/templateForms.ts";
import type {Form, Forms} from "../../../loaders/validate/form.ts";
import type {WorkspaceSettings} from "../../../loaders/workspace.ts";
import {communeIndex} from "./communeIndex.ts";
import {homeCommunes} from "./home.ts";
import {blankWords} from "./methodFields.ts";
import {
  blankFill,
  communeFills,
  FIRST_TEMPLATE_YEAR,
  presentCommunes,
  provinceFill,
  provinceOf,
  type TemplateSources
} from "./templateFills.ts";

/** A column as the page Biểu mẫu explains it. */
export interface ExplainedColumn {
  id: string;
  title: string;
  need: "must" | "should" | "may";
  meaning: string;
  /** What may be written: words of the list, or the form of a number or day. */
  words: string;
  example: string;
  /** What an empty cell means; null where it means nothing. */
  blank: string | null;
  /** Only files of several communes or years have it. */
  is_for_many: boolean;
}

export interface ExplainedForm {
  id: string;
  title: string;
  purpose: string;
  columns: ExplainedColumn[];
}

/** Whose forms can be had filled in: a present commune, or the province for the units it manages. */
export interface FormOwner {
  /** Name of the file of fills: "14797", "tinh-38". */
  key: string;
  title: string;
  /** Units of the form, by year. */
  unit_counts: Record<string, number>;
}

/** Everything the page Biểu mẫu knows before someone asks for a form. */
export interface FormsBook {
  forms: TemplateForms;
  explained: ExplainedForm[];
  owners: FormOwner[];
  years: number[];
  /** Fills of the blank forms, by year. */
  blank: Record<string, TemplateFill>;
}

/** Fills of one owner's forms, by year. */
export type OwnerFills = Record<string, TemplateFill>;

const FOR_MANY: ReadonlySet<string> = new Set(["commune", "commune_code", "district", "year"]);

/** The forms explained, and the fills of the blank ones; `owners` come from `ownerFills`. */
export function formsBook(
  forms: Forms,
  sources: TemplateSources,
  {owners, home}: {owners: readonly FormOwner[]; home: WorkspaceSettings["home"]}
): FormsBook {
  const years = formYears(sources);
  const province = home.level === "province" ? provinceOf(sources.register, home.code) : null;
  return {
    forms: templateForms(forms),
    explained: Object.values(templateForms(forms).forms).map((form) => explainedForm(form, forms.forms[form.id])),
    owners: [...owners],
    years,
    blank: Object.fromEntries(years.map((year) => [year, blankFill(sources, {year, province})]))
  };
}

/** The year the data stand in and the next one; without data the last year that a plan names. */
export function formYears({asOf, plans}: Pick<TemplateSources, "asOf" | "plans">): number[] {
  const planned = plans.flatMap(({years}) => years.to ?? years.from);
  const year = asOf === null ? Math.max(...planned) : Number(asOf.slice(0, 4));
  const first = Math.max(FIRST_TEMPLATE_YEAR, year);
  return [first, first + 1];
}

/** Fills of all owners: the province of the home area, its communes, and communes elsewhere that reported. Empty without a warehouse. */
export async function ownerFills(
  sources: TemplateSources,
  home: WorkspaceSettings["home"]
): Promise<{owner: FormOwner; fills: OwnerFills}[]> {
  const {db, register} = sources;
  if (db === null) return [];
  const codes = new Set([
    ...(await homeCommunes(db, home)).map(({code}) => code),
    ...(await communeIndex(db)).map(({code}) => code)
  ]);
  const found = new Map<string, {title: string; fills: OwnerFills}>();
  const keep = (key: string, title: string, fill: TemplateFill): void => {
    const known = found.get(key) ?? {title, fills: {}};
    known.fills[fill.year] = fill;
    found.set(key, known);
  };
  for (const year of formYears(sources)) {
    if (home.level === "province") {
      const province = provinceOf(register, home.code);
      const fill = await provinceFill(sources, {province, year});
      if (fill.units.length > 0) keep(`tinh-${home.code}`, `${areaTitle(province)} (đơn vị do tỉnh quản lý)`, fill);
    }
    const communes = presentCommunes(register, year).filter(({code}) => codes.has(code));
    const fills = await communeFills(sources, {communes, year});
    communes.forEach((commune, index) => {
      const fill = fills[index];
      if (fill !== undefined) keep(commune.code, titleOf(commune, sources, home), fill);
    });
  }
  return [...found]
    .map(([key, {title, fills}]) => {
      const unit_counts = Object.fromEntries(Object.entries(fills).map(([year, {units}]) => [year, units.length]));
      return {owner: {key, title, unit_counts}, fills};
    })
    .sort((a, b) => rank(a.owner) - rank(b.owner) || VIETNAMESE.compare(a.owner.title, b.owner.title));
}

const VIETNAMESE = new Intl.Collator("vi");
const rank = ({key, title}: FormOwner): number => (key.startsWith("tinh-") ? 0 : title.includes(",") ? 2 : 1);

/** Communes outside the home area say where they are. */
function titleOf(commune: Commune, {register}: TemplateSources, home: WorkspaceSettings["home"]): string {
  const isElsewhere = home.level === "province" && commune.province_code !== home.code;
  return isElsewhere
    ? `${areaTitle(commune)}, ${provinceOf(register, commune.province_code).name}`
    : areaTitle(commune);
}

function explainedForm({id, title, purpose, fields}: TemplateForms["forms"]["models"], form: Form): ExplainedForm {
  const columns = fields.map((field): ExplainedColumn => {
    const defined = form.fields[field.id];
    return {
      id: field.id,
      title: field.title,
      need: field.need,
      meaning: field.meaning,
      words: fieldWords(field),
      example: field.example,
      blank: defined === undefined ? null : blankWords(defined),
      is_for_many: FOR_MANY.has(field.id) && field.need === "may"
    };
  });
  return {id, title, purpose, columns};
}
