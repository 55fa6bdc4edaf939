import {FORMS, UNIT_GROUPS, type ExclusionReason, type FormId, type UnitType} from "../../vocabulary.ts";
import {accentKey, foldKey} from "../foldKey.ts";
import type {Form, Forms, IdentityKind, Layout} from "../form.ts";
import {compilePattern, type HeaderPattern} from "./headerPattern.ts";
import {Phrases} from "./phrases.ts";

/** What a header says: the field, and the value of a tick column of several ("class", "kha"). */
export interface Role {
  field: string;
  choice: string | null;
}

/** The role of a header, and how telling the pattern was that found it. */
export interface RoleFound {
  role: Role;
  weight: number;
}

export interface CompiledForm {
  form: Form;
  /** Headers met before: the same ones come in every file. */
  found: Map<string, RoleFound | null>;
  /** Labels of facts met before. */
  labels: Map<string, string | null>;
  /** Patterns whose own header is plain words, by its key; the others are tried one by one. */
  byHeader: ReadonlyMap<string, readonly {pattern: HeaderPattern; role: Role}[]>;
  globs: readonly {pattern: HeaderPattern; role: Role}[];
  never: readonly HeaderPattern[];
  sheets: readonly HeaderPattern[];
  facts: readonly {pattern: HeaderPattern; fact: string}[];
  identity: readonly {pattern: HeaderPattern; kind: IdentityKind}[];
}

/** The words of `layout.yaml`, folded. */
export interface Words {
  /** Unit types anywhere in a text, for group rows, sheet names and headers. */
  types: Phrases<UnitType>;
  /** The same with their accents: the commune Lăng is no làng. */
  accentedTypes: Phrases<UnitType>;
  /** The same with the short forms of the column "Loại hình". */
  columnTypes: Phrases<UnitType>;
  /** How names begin, with their accents: "Ban Quản lý chợ" is no bản; and without, for names typed without any. */
  nameBeginnings: Phrases<UnitType>;
  plainNameBeginnings: Phrases<UnitType>;
  tellingBeginnings: Phrases<UnitType>;
  excludedNames: readonly {reason: ExclusionReason; contains: readonly string[]; not: readonly string[]}[];
  /** Totals and signatures keep their accents: lower case, one space between words. */
  totals: ReadonlySet<string>;
  totalsWithMore: readonly string[];
  signatures: readonly string[];
  /** Labels above a header whose value stands to their right. */
  titleLabels: Readonly<Record<"year" | "commune", ReadonlySet<string>>>;
  /** These are looked for in texts by their `accentKey`. */
  provisional: readonly string[];
  final: readonly string[];
  halfYear: readonly string[];
  fullYear: readonly string[];
  simulated: readonly string[];
  /** Beginnings of names of sheets that only explain. */
  guides: readonly string[];
}

export interface CompiledForms {
  forms: readonly CompiledForm[];
  words: Words;
  /** Keys of plain headers that only a header row holds ("stt", "ten don vi"); words of unit types are none. */
  anchors: ReadonlySet<string>;
}

const compiled = new WeakMap<Forms, CompiledForms>();

/** The forms ready for matching; compiled once for each `Forms`. */
export function compileForms(forms: Forms): CompiledForms {
  const known = compiled.get(forms);
  if (known !== undefined) return known;
  const list = (Object.keys(FORMS) as FormId[]).map((id) => compileForm(forms.forms[id]));
  const words = compileWords(forms.layout);
  const made = {forms: list, words, anchors: anchorsOf(list, words)};
  compiled.set(forms, made);
  return made;
}

function compileForm(form: Form): CompiledForm {
  const byHeader = new Map<string, {pattern: HeaderPattern; role: Role}[]>();
  const globs: {pattern: HeaderPattern; role: Role}[] = [];
  const add = (spelling: string, role: Role): void => {
    const pattern = compilePattern(spelling);
    const own = pattern.parts.at(-1);
    if (typeof own === "string") byHeader.set(own, [...(byHeader.get(own) ?? []), {pattern, role}]);
    else globs.push({pattern, role});
  };
  for (const [field, {headers, choices}] of Object.entries(form.fields)) {
    for (const header of headers) add(header, {field, choice: null});
    for (const [choice, spellings] of Object.entries(choices ?? {})) {
      for (const header of spellings) add(header, {field, choice});
    }
  }
  return {
    form,
    found: new Map(),
    labels: new Map(),
    byHeader,
    globs,
    never: form.never.map(compilePattern),
    sheets: form.sheets.map(compilePattern),
    facts: Object.entries(form.facts ?? {}).flatMap(([fact, {labels}]) =>
      labels.map((label) => ({pattern: compilePattern(label), fact}))
    ),
    identity: Object.entries(form.identity ?? {}).flatMap(([kind, labels]) =>
      labels.map((label) => ({pattern: compilePattern(label), kind: kind as IdentityKind}))
    )
  };
}

/** Lower case, NFC, one space between words: accents stay. */
export function lowerKey(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

function compileWords(layout: Layout): Words {
  const fillers = new Phrases<never>(layout.fillers.map((filler) => [foldKey(filler), []]));
  const typed = (
    words: Partial<Record<UnitType, string[] | undefined>>,
    keyOf: (word: string) => string = foldKey
  ): [string, UnitType[]][] =>
    (Object.entries(words) as [UnitType, string[]][]).flatMap(([type, list]) =>
      list.map((word): [string, UnitType[]] => [keyOf(word), [type]])
    );
  const communes = layout.commune_types.map((word): [string, UnitType[]] => [foldKey(word), UNIT_GROUPS.commune.types]);
  const types = [...typed(layout.unit_types), ...communes];
  return {
    types: new Phrases(types, fillers),
    accentedTypes: new Phrases(typed(layout.unit_types, accentKey)),
    columnTypes: new Phrases([...types, ...typed(layout.column_words)], fillers),
    nameBeginnings: new Phrases(typed(layout.name_beginnings, accentKey)),
    plainNameBeginnings: new Phrases(typed(layout.name_beginnings)),
    tellingBeginnings: new Phrases(typed(layout.telling_beginnings)),
    excludedNames: Object.entries(layout.excluded_names).map(([reason, {contains, not}]) => ({
      reason: reason as ExclusionReason,
      contains: contains.map(foldKey),
      not: not.map(foldKey)
    })),
    totals: new Set(layout.totals.map(lowerKey)),
    totalsWithMore: layout.totals_with_more.map(lowerKey),
    signatures: layout.signatures.map(lowerKey),
    titleLabels: {
      year: new Set(layout.title_labels.year.map(foldKey)),
      commune: new Set(layout.title_labels.commune.map(foldKey))
    },
    provisional: typedEitherWay(layout.stages.so_bo),
    final: typedEitherWay(layout.stages.chinh_thuc),
    halfYear: typedEitherWay(layout.periods["6_thang"]),
    fullYear: typedEitherWay(layout.periods.nam),
    simulated: layout.simulated.map(foldKey),
    guides: layout.guides.map(foldKey)
  };
}

/** Words with their accents and typed without any, for texts by `accentKey`: "Đồng Tâm, tỉnh" does not say "tạm tính". */
function typedEitherWay(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => [accentKey(word), foldKey(word)]))];
}

function anchorsOf(forms: readonly CompiledForm[], words: Words): Set<string> {
  const anchors = new Set<string>();
  for (const {form, byHeader} of forms) {
    for (const [key, candidates] of byHeader) {
      const isOrdinal = candidates.some(({role}) => form.fields[role.field]?.type === "ordinal");
      const isRequired = candidates.some(({role}) => form.required.includes(role.field));
      const {values, rest} = words.columnTypes.find(key);
      if (isOrdinal || (isRequired && (values.length === 0 || rest.length > 0))) anchors.add(key);
    }
  }
  return anchors;
}
