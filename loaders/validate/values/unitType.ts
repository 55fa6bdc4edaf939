import {UNIT_GROUPS, type UnitType} from "../../vocabulary.ts";
import {accentKey, foldKey} from "../foldKey.ts";
import type {Words} from "../recognise/compileForms.ts";

/** Types a text of the column "Loại hình" names; several for "Cơ quan, doanh nghiệp"; none if it says something else. */
export function typesOfText(text: string, words: Words): readonly UnitType[] {
  const {values, rest} = words.columnTypes.find(foldKey(text));
  if (rest.length === 0) return values;
  return [];
}

/** Type that a unit's name suggests by how it begins, among those that are possible; null if it says nothing. */
export function typeOfName(name: string, words: Words, among: readonly UnitType[] | null): UnitType | null {
  const accented = accentKey(name);
  const folded = foldKey(name);
  const exact = accented === folded ? null : words.nameBeginnings.atStart(accented);
  const start = exact ?? words.plainNameBeginnings.atStart(folded);
  if (start === null) return null;
  return start.values.find((type) => among === null || among.includes(type)) ?? null;
}

/** True for xã, phường, thị trấn, đặc khu: the commune itself as a unit. */
export function isCommuneType(type: UnitType): boolean {
  return (UNIT_GROUPS.commune.types as readonly UnitType[]).includes(type);
}

/** Types that the beginning of a name leaves no doubt of ("Trường THCS …"); none for other names. */
export function typesOfBeginning(name: string, words: Words): readonly UnitType[] {
  return words.tellingBeginnings.atStart(foldKey(name))?.values ?? [];
}
