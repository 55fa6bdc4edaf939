import {RAW_UNIT_COLUMNS} from "../../../loaders/rawTables.ts";
import type {Register} from "../../../loaders/reference/register.ts";
import type {Forms} from "../../../loaders/validate/form.ts";
import {SEVERITIES, UNIT_GROUPS, UNIT_TYPES, VERDICTS, type Verdict} from "../../../loaders/vocabulary.ts";
import {EVERY_INDICATOR} from "../../../pipelines/indicators/counts.ts";
import type {Indicator, ReportedIndicator} from "../../../pipelines/indicators/indicator.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import {ADDED_COLUMNS, blankWords, columnOf, holdsWords, NOT_CONCERNED_COLUMN} from "./methodFields.ts";
import {ruleGroups, type RuleGroup} from "./methodRules.ts";
import {methodSources, type MethodSource} from "./methodSources.ts";
import {APPLIED_RULES, VERDICT_MEANINGS} from "./methodWords.ts";

/** An indicator as the method page shows it: the registry's own words, with the formula taken apart. */
export interface MethodIndicator {
  id: string;
  title: string;
  definition: string;
  formula: string;
  /** What is counted; for a count the whole formula. */
  numerator: string;
  /** Null for a count. */
  denominator: string | null;
  legal_basis: string;
  direction: "up" | "down";
  /** Ids of `fields` whose cells decide it; none where communes report it of themselves. */
  fields: string[];
  /** Where it then stands, as "Thông tin chung: Hộ gia đình được tuyên truyền, phổ biến". */
  reported_in: string | null;
  /** Time that a year's value speaks of. */
  period: string;
}

/** A field of the unit list. */
export interface MethodField {
  /** Name in `data/forms/unit_list.yaml`, else the column's: the anchor on the page. */
  id: string;
  /** Vietnamese name of the field: the head of its column where `header_count` is not 0. */
  title: string;
  /** How many spellings of the head are recognised; 0 for what the reader adds. */
  header_count: number;
  /** English name in raw_units and unit_years; null where the column only helps to read the row. */
  column: string | null;
  holds: string;
  /** What an empty cell means; null where nothing can be empty. */
  blank: string | null;
}

/** Everything on the method page that is taken from code and data instead of being written there. */
export interface Method {
  indicators: MethodIndicator[];
  groups: {id: string; title: string; types: string[]}[];
  fields: MethodField[];
  verdicts: {id: Verdict; meaning: string}[];
  applied_rules: {id: string; meaning: string}[];
  severities: {id: string; title: string}[];
  rules: RuleGroup[];
  sources: MethodSource[];
}

/** Gathers the definitions that the code works by. @throws Error if a column of raw_units has no words. */
export function method({forms, register, plans}: {forms: Forms; register: Register; plans: readonly Plan[]}): Method {
  return {
    indicators: EVERY_INDICATOR.map((indicator) => methodIndicator(indicator, forms)),
    groups: Object.entries(UNIT_GROUPS).map(([id, {title, types}]) => ({
      id,
      title,
      types: types.map((type) => UNIT_TYPES[type])
    })),
    fields: methodFields(forms),
    verdicts: (Object.keys(VERDICTS) as Verdict[]).map((id) => ({id, meaning: VERDICT_MEANINGS[id]})),
    applied_rules: Object.entries(APPLIED_RULES).map(([id, meaning]) => ({id, meaning})),
    severities: Object.entries(SEVERITIES).map(([id, title]) => ({id, title})),
    rules: ruleGroups(),
    sources: methodSources(register, plans)
  };
}

function methodIndicator(indicator: Indicator, forms: Forms): MethodIndicator {
  const {id, title, definition, formula, legal_basis, direction, period} = indicator;
  const [numerator = formula, denominator = null] = formula.split(" ÷ ").map((part) => sentence(part));
  return {
    id,
    title,
    definition,
    formula,
    numerator,
    denominator,
    legal_basis,
    direction,
    fields: decidingFields(indicator),
    reported_in: "reported" in indicator ? reportedIn(indicator, forms) : null,
    period
  };
}

/** "Thông tin chung: Hộ gia đình được tuyên truyền, phổ biến", or "Mô hình: Phân loại". */
function reportedIn({reported}: ReportedIndicator, {forms}: Forms): string {
  const form = reported.table === "model_years" ? forms.models : forms.commune_facts;
  const named = reported.terms.flatMap(({cells}) =>
    cells.map(({fact, field}) => (fact === undefined ? form.fields[field]?.title : form.facts?.[fact]?.title))
  );
  return `${form.title}: ${[...new Set(named)].join("; ")}`;
}

/** Fields of the unit list that decide an indicator; none where it is not read from units. */
function decidingFields(indicator: Indicator): string[] {
  if ("reported" in indicator) return [];
  const {fields} =
    "outcome" in indicator ? indicator.outcome : "amount" in indicator ? indicator.amount : indicator.part;
  // Whether a unit counts at all follows from its exclusion, for every population.
  const all = new Set<string>(["exclusion_reason", ...indicator.population.fields, ...fields]);
  all.delete("unit_name");
  return [...all];
}

/** "(số A + số B)" → "Số A + số B". */
function sentence(text: string): string {
  const bare = text.replace(/^\((.*)\)$/, "$1");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function methodFields({forms}: Forms): MethodField[] {
  const found = new Map<string, MethodField>();
  for (const [id, field] of Object.entries(forms.unit_list.fields)) {
    const {title, type, headers, choices = {}, not_concerned: second} = field;
    const header_count = headers.length + Object.values(choices).flat().length;
    found.set(id, {
      id,
      title,
      header_count,
      column: columnOf(id),
      holds: holdsWords(type),
      blank: blankWords(field)
    });
    if (second !== undefined && !found.has(second))
      found.set(second, {id: second, column: second, header_count: 0, ...NOT_CONCERNED_COLUMN});
  }
  const stored = new Set([...found.values()].map(({column}) => column));
  for (const column of Object.keys(RAW_UNIT_COLUMNS)) {
    if (stored.has(column)) continue;
    const words = ADDED_COLUMNS[column];
    if (words === undefined) throw new Error(`no words for column: ${column}`);
    found.set(column, {id: column, header_count: 0, column, blank: null, ...words});
  }
  return [...found.values()];
}
