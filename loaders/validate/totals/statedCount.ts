import type {UnitType} from "../../vocabulary.ts";
import {foldKey} from "../foldKey.ts";
import type {Words} from "../recognise/compileForms.ts";
import {parseNumber} from "../values/numberText.ts";

/** A number of rows that a text states: of units of these types, of all rows where none is named. */
export interface StatedCount {
  count: number;
  types: readonly UnitType[];
}

const NUMBER = String.raw`(\d{1,3}(?:\.\d{3})+|\d{1,6})`;
/** The number in words beside the figure: "14 (mười bốn) đơn vị". */
const IN_WORDS = String.raw`(?:\s*\([\p{L}\s]{1,60}\))?`;
const NOUN = String.raw`((?:\s+\p{L}[\p{L}&/-]*){1,7}?)`;
/** After the noun nothing may follow that narrows it: "12 đơn vị đạt" counts something else. */
const END = String.raw`\s*(?=$|[.,;:()\]–-]|\s(?:và|trong đó|đề nghị|đăng ký xét|được đề nghị)\s)`;

const AFTER_TOTAL = new RegExp(String.raw`(?<![\p{L}\p{N}/.,])${NUMBER}${IN_WORDS}(?:${NOUN})?${END}`, "giu");
const IN_TITLE = new RegExp(
  String.raw`(?:danh sách(?: của| gồm)?|gồm(?: có)?|tổng số|tổng cộng|có)\s*:?\s*${NUMBER}${IN_WORDS}${NOUN}${END}`,
  "giu"
);
const BESIDE_GROUP = new RegExp(
  String.raw`(?:\(\s*(?:gồm|có|tổng số|tổng)?\s*:?\s*|[:–-]\s*(?:gồm|có)?\s*)${NUMBER}${IN_WORDS}(?:${NOUN})?\s*(?=\)|$)`,
  "giu"
);

/** Words for a row of any type. */
const ANY_ROW = new Set(["don vi", "co so", "dau moi", "mo hinh", "loai mo hinh", "muc", "dia ban", "don vi dia ban"]);

/** Counts in the text of a total row: "Tổng cộng: 14 đơn vị (8 khu dân cư, 6 cơ quan)". */
export function countsOfTotal(text: string, words: Words): StatedCount[] {
  return statedIn(text, AFTER_TOTAL, words);
}

/** Counts in a title: "DANH SÁCH 14 ĐƠN VỊ ĐỀ NGHỊ XÉT …", "(Gồm 12 khu dân cư)". */
export function countsOfTitle(text: string, words: Words): StatedCount[] {
  return statedIn(text, IN_TITLE, words);
}

/** Counts beside the heading of a group: "I. KHU DÂN CƯ (12)", "II. CƠ QUAN: 14 đơn vị". */
export function countsOfGroup(text: string, words: Words): StatedCount[] {
  return statedIn(text, BESIDE_GROUP, words);
}

/** Longer texts are no headline; what a hostile file puts there must not cost time. */
const LONGEST = 400;

function statedIn(text: string, pattern: RegExp, words: Words): StatedCount[] {
  if (text.length > LONGEST || !/\d/.test(text)) return [];
  const found: StatedCount[] = [];
  for (const [, digits = "", noun = ""] of text.normalize("NFC").toLowerCase().matchAll(pattern)) {
    const count = parseNumber(digits);
    const types = typesOf(noun, words);
    if (count !== null && types !== null) found.push({count, types});
  }
  return found;
}

/** Types that the noun names, none for "đơn vị" and for no noun; null for a noun that is no row of a form ("12 tháng"). */
function typesOf(noun: string, words: Words): readonly UnitType[] | null {
  const key = foldKey(noun);
  if (key === "" || ANY_ROW.has(key)) return [];
  const {values, rest} = words.types.find(key);
  return values.length > 0 && rest.length === 0 ? values : null;
}
