import type {UnitType} from "../../vocabulary.ts";
import {UNIT_GROUPS} from "../../vocabulary.ts";
import {columnLetter} from "../../read/cellAddress.ts";
import type {HeaderPath} from "./headerPaths.ts";
import {fits, fitsPath, headerKeys, type HeaderKeys} from "./headerPattern.ts";
import type {CompiledForm, CompiledForms, RoleFound, Words} from "./compileForms.ts";

/** A recognised column of a table. */
export interface TableColumn {
  column: number;
  letter: string;
  /** Header as written, groups first: "Kết quả công nhận > Đạt". */
  headerText: string;
  field: string;
  choice: string | null;
  /** Unit types that the group header names, for counts that repeat by type; empty if it names none. */
  types: readonly UnitType[];
}

/** What a block of header rows means for one form. */
export interface HeaderMatch {
  compiled: CompiledForm;
  columns: readonly TableColumn[];
  /** Columns with a header that the form does not know. */
  unknown: readonly {letter: string; text: string; column: number}[];
  /** Columns whose field another column holds already. */
  repeated: readonly {letter: string; text: string; column: number; field: string}[];
  /** Where another table of the form begins to the right of this one, in the same rows: the header over its names; null if none does. */
  beside: {column: number; name: number; text: string} | null;
  missing: readonly string[];
  isComplete: boolean;
  /** How much of the form was found: the more columns, the better the match. */
  score: number;
  /** How telling the spellings are that its columns were known by: it decides between blocks of rows with one score. */
  weight: number;
}

/** Holds a header block against one form. */
export function matchHeader(paths: readonly HeaderPath[], compiled: CompiledForm, words: Words): HeaderMatch {
  const {form} = compiled;
  const found = new Map<string, {column: TableColumn; weight: number}>();
  const unknown: {letter: string; text: string; column: number}[] = [];
  const repeated: {letter: string; text: string; column: number; field: string}[] = [];
  const isForeign = paths.some(({texts}) => {
    const keys = texts.map(headerKeys);
    return compiled.never.some((pattern) => fitsPath(pattern, keys));
  });
  const meant = paths.map(({column, texts}) => {
    const keys = texts.map(headerKeys);
    const {types, rest} = form.repeats === undefined ? {types: [], rest: keys} : takeTypes(keys, words);
    return {column, text: texts.join(" > "), types, best: bestRole(compiled, rest)};
  });
  const beside = tableBeside(meant, compiled);
  for (const {column, text, types, best} of meant) {
    if (beside !== null && column >= beside.column) break;
    const letter = columnLetter(column);
    if (best === null) {
      unknown.push({letter, text, column});
      continue;
    }
    const {role, weight} = best;
    const place = `${role.field}/${role.choice ?? ""}/${types.join("+")}`;
    const isIgnored = form.fields[role.field]?.type === "ignored";
    const earlier = found.get(isIgnored ? `${place}/${letter}` : place);
    const made = {column, letter, headerText: text, field: role.field, choice: role.choice, types};
    if (earlier === undefined) found.set(isIgnored ? `${place}/${letter}` : place, {column: made, weight});
    else if (weight > earlier.weight) {
      const {column: old} = earlier;
      repeated.push({letter: old.letter, text: old.headerText, column: old.column, field: role.field});
      found.set(place, {column: made, weight});
    } else repeated.push({letter, text, column, field: role.field});
  }
  const columns = [...found.values()].map(({column}) => column).sort((a, b) => a.column - b.column);
  standIn(columns, compiled);
  const fields = new Set(columns.map(({field}) => field));
  const missing = form.required.filter((field) => !fields.has(field));
  const isComplete = !isForeign && missing.length === 0 && form.one_of.some((field) => fields.has(field));
  const valued = columns.filter(({field}) => !["ordinal", "ignored"].includes(form.fields[field]?.type ?? ""));
  const weight = [...found.values()].reduce((sum, one) => sum + one.weight, 0);
  return {compiled, columns, unknown, repeated, beside, missing, isComplete, score: valued.length, weight};
}

/** Types of the field that makes a row of a table. */
const NAMED: ReadonlySet<string> = new Set(["name", "fact"]);

/** A header of one column and the role found for it. */
interface Meant {
  column: number;
  text: string;
  types: readonly UnitType[];
  best: RoleFound | null;
}

/** Another table to the right: its required field comes again, and at least two more fields of the columns before it. */
function tableBeside(meant: readonly Meant[], {form}: CompiledForm): HeaderMatch["beside"] {
  const roleOf = ({best, types}: Meant): string =>
    best === null ? "" : `${best.role.field}/${best.role.choice ?? ""}/${types.join("+")}`;
  const isName = ({best}: Meant): boolean =>
    best !== null && form.required.includes(best.role.field) && NAMED.has(form.fields[best.role.field]?.type ?? "");
  const [first, second] = meant.filter(isName);
  if (first === undefined || second === undefined || roleOf(first) !== roleOf(second)) return null;
  const at = meant.indexOf(second);
  const before = meant[at - 1];
  const isNumbered = before?.best != null && form.fields[before.best.role.field]?.type === "ordinal";
  const start = isNumbered && at > 1 ? before : second;
  const left = new Set(meant.filter(({column}) => column < start.column).map(roleOf));
  const right = meant.filter((one) => one.column >= start.column && one.best !== null);
  const again = right.filter((one) => left.has(roleOf(one)));
  const isTable = again.length >= 3 && again.length * 2 >= right.length;
  return isTable ? {column: start.column, name: second.column, text: second.text} : null;
}

/** Gives a required field that no column holds the column that may be it. */
function standIn(columns: TableColumn[], {form}: CompiledForm): void {
  for (const required of form.required) {
    if (columns.some(({field}) => field === required)) continue;
    const at = columns.findIndex(({field}) => form.fields[field]?.may_be === required);
    const column = columns[at];
    if (column !== undefined) columns[at] = {...column, field: required};
  }
}

function bestRole(compiled: CompiledForm, path: readonly HeaderKeys[]): RoleFound | null {
  const own = path.at(-1);
  if (own === undefined) return null;
  const memory = path.map(({keys}) => keys.join("|")).join(">");
  const known = compiled.found.get(memory);
  if (known !== undefined) return known;
  const best = searchRole(compiled, path, own);
  if (compiled.found.size > 10_000) compiled.found.clear();
  compiled.found.set(memory, best);
  return best;
}

function searchRole(compiled: CompiledForm, path: readonly HeaderKeys[], own: HeaderKeys): RoleFound | null {
  let best: RoleFound | null = null;
  const consider = ({pattern, role}: CompiledForm["globs"][number]): void => {
    if ((best === null || pattern.weight > best.weight) && fitsPath(pattern, path)) {
      best = {role, weight: pattern.weight};
    }
  };
  for (const key of own.keys) compiled.byHeader.get(key)?.forEach(consider);
  compiled.globs.forEach(consider);
  return best;
}

/** Unit types that a header of counts stands under or names ("Khu dân cư > Tổng số", "KDC đăng ký"), and the path without them. */
function takeTypes(
  path: readonly HeaderKeys[],
  words: Words
): {types: readonly UnitType[]; rest: readonly HeaderKeys[]} {
  const naming = path.map((header) => typesOf(header, words));
  const types = naming.slice(0, -1).find((found) => found.length > 0);
  if (types !== undefined) return {types, rest: path.filter((_, index) => naming[index]?.length === 0)};
  const last = path.at(-1);
  const own = words.types.find(last?.keys[0] ?? "");
  if (last === undefined || own.values.length !== 1 || own.rest.length === 0) return {types: [], rest: path};
  return {types: own.values, rest: [...path.slice(0, -1), {keys: [...last.keys, own.rest.join(" ")]}]};
}

function typesOf(header: HeaderKeys, words: Words): readonly UnitType[] {
  for (const key of header.keys) {
    const {values, rest} = words.types.find(key);
    if (values.length > 0 && rest.length === 0) return values;
  }
  return [];
}

/** The form that explains a header block best, complete ones first; ties go to the sheet's name, then to the order of forms. */
export function bestMatch(
  paths: readonly HeaderPath[],
  {forms, words}: CompiledForms,
  sheetName: string
): HeaderMatch | null {
  const name = headerKeys(sheetName);
  let best: {match: HeaderMatch; rank: number} | null = null;
  for (const compiled of forms) {
    const match = matchHeader(paths, compiled, words);
    if (match.score === 0) continue;
    const isNamed = compiled.sheets.some(({parts}) => parts[0] !== undefined && fits(parts[0], name));
    const rank = (match.isComplete ? 1000 : 0) + match.score * 2 + (isNamed ? 1 : 0);
    if (best === null || rank > best.rank) best = {match, rank};
  }
  return best?.match ?? null;
}

/** True if the types are those of communes together ("Xã, phường, thị trấn"). */
export function areCommuneTypes(types: readonly UnitType[]): boolean {
  return types.length > 0 && types.every((type) => (UNIT_GROUPS.commune.types as readonly UnitType[]).includes(type));
}
