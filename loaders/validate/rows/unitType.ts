import type {Cell} from "../../read/workbook.ts";
import {UNIT_TYPES, type UnitType} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {Words} from "../recognise/compileForms.ts";
import type {Group} from "../recognise/rowKind.ts";
import {areCommuneTypes} from "../recognise/matchHeader.ts";
import {typeOfName, typesOfText} from "../values/unitType.ts";
import type {AppliedRule} from "./trace.ts";

/** Type of a unit and where it was found; `problem` if the sender should look at it. */
export interface FoundType {
  type: UnitType;
  rule: AppliedRule | null;
  problem: "unknown_word" | "ambiguous_group" | null;
}

/**
 * Type of a unit: its column, else the nearest heading, else the sheet's name, else the header over its name ("Tên trường"),
 * else how the name begins. Words of several types ("Cơ quan, doanh nghiệp") leave it to the name; the first stands in with a warning.
 * @returns Null if nothing tells: the unit cannot be counted anywhere.
 */
export function findUnitType({
  cell,
  group,
  sheet,
  header,
  name,
  communeType,
  words
}: {
  cell: Cell | undefined;
  group: Group | null;
  sheet: string;
  /** Header over the unit's name. */
  header: string;
  name: string;
  /** Type of the row's commune, for headings of communes of all kinds. */
  communeType: string | null;
  words: Words;
}): FoundType | null {
  const written = textOf(cell);
  const ofColumn = written === "" ? [] : typesOfText(written, words);
  const [only] = ofColumn;
  if (only !== undefined && ofColumn.length === 1) return {type: only, rule: null, problem: null};
  const ofWord = ofColumn.length === 0 && written !== "" ? typeOfName(written, words, null) : null;
  if (ofWord !== null && !areCommuneTypes([ofWord])) return {type: ofWord, rule: null, problem: null};
  const isUnknown = written !== "" && ofColumn.length === 0;
  const sources: readonly (readonly [readonly UnitType[], AppliedRule | null])[] = [
    [ofColumn, null],
    [group?.types ?? [], "type_of_group"],
    [typesOfSheet(sheet, words), "type_of_sheet"],
    [words.types.find(foldKey(header)).values, "type_of_header"]
  ];
  for (const [types, rule] of sources) {
    const found = oneOf(types, name, communeType, words);
    if (found === null) continue;
    const problem = isUnknown ? "unknown_word" : found.isGuess ? "ambiguous_group" : null;
    return {type: found.type, rule, problem};
  }
  const ofName = typeOfName(name, words, null);
  return ofName === null ? null : {type: ofName, rule: "type_of_name", problem: isUnknown ? "unknown_word" : null};
}

/** The type among several that the unit's name or its commune points to; the first where nothing does. */
function oneOf(
  types: readonly UnitType[],
  name: string,
  communeType: string | null,
  words: Words
): {type: UnitType; isGuess: boolean} | null {
  const [first] = types;
  if (first === undefined) return null;
  if (types.length === 1) return {type: first, isGuess: false};
  const named = typeOfName(name, words, types);
  if (named !== null) return {type: named, isGuess: false};
  const ofCommune = types.find((type) => type === communeType);
  if (areCommuneTypes(types) && ofCommune !== undefined) return {type: ofCommune, isGuess: false};
  return {type: first, isGuess: true};
}

/** Types that a sheet's name says: "KDC", "CQ-DN", "2. Trường học". */
export function typesOfSheet(sheet: string, words: Words): readonly UnitType[] {
  const {values, rest} = words.types.find(foldKey(sheet));
  const isAll = rest.every((word) => /^\d+$/.test(word));
  return isAll ? values : values.filter((type) => !areCommuneTypes([type]));
}

/** Vietnamese name of a type, for sentences. */
export function typeTitle(type: UnitType): string {
  return UNIT_TYPES[type];
}
