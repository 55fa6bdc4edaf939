import type {UnitType} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import {accentKey, foldKey} from "../foldKey.ts";
import type {GridRow} from "../grid.ts";
import {lowerKey, type Words} from "./compileForms.ts";
import {isCommuneType} from "../values/unitType.ts";
import {findMentions} from "../whose/mentions.ts";
import type {TableColumn} from "./matchHeader.ts";

const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
const LETTER = /^[A-HĐ]$/;
const MARKED = /^(?:(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|[A-HĐ]|\d{1,2})\s*[.)/:\-–]+\s*(?=\S)/;
const PLACE_AND_DATE = /ngày\s*[\d.…_ ]*\s*tháng\s*[\d.…_ ]*\s*năm/;
const NUMBERING = /^\(?(?:[A-ZĐ]|\d{1,2})\)?(?:\s*=.*)?$/i;

/** True for "I", "II.", "A)", "B": how groups of rows are numbered. */
export function isGroupMark(text: string): boolean {
  const mark = text.replace(/[.)/:\-–\s]+$/, "");
  return ROMAN.test(mark) || LETTER.test(mark);
}

/** True if the row numbers the columns: "(1) (2) (3)", "A B 1 2 3". */
export function isNumberingRow(row: GridRow, columns: readonly TableColumn[]): boolean {
  if (row.ownCount < 3) return false;
  let last = 0;
  let steps = 0;
  for (const cell of row.cells) {
    if (cell === undefined) continue;
    const text = textOf(cell);
    if (!NUMBERING.test(text)) return false;
    const number = Number(/\d+/.exec(text)?.[0] ?? 0);
    if (number === 0) continue;
    if (last !== 0 && number !== last + 1) return false;
    last = number;
    steps++;
  }
  return steps >= Math.min(3, columns.length);
}

/**
 * True if the row begins with the words of a total ("Tổng cộng: 14 đơn vị", "Cộng"); "Công ty" and "Tổng công ty" do not.
 * A numbered row is a total only if it says nothing else.
 */
export function isTotal(text: string, isNumbered: boolean, words: Words): boolean {
  const key = lowerKey(text).replace(MARKED_LOWER, "");
  const bare = key.replace(/\s*[:(.\d…].*$/, "").trim();
  if (words.totals.has(bare)) return true;
  if (isNumbered) return false;
  return words.totalsWithMore.some((start) => {
    const follower = key.charAt(start.length);
    return key.startsWith(start) && (follower === "" || !/[\p{L}\p{N}]/u.test(follower));
  });
}
const MARKED_LOWER = /^(?:[ivx]+|[a-h]|\d{1,2})\s*[.)/:\-–]+\s*/;

/** True for "Sầm Sơn, ngày 10 tháng 11 năm 2025": it dates a report, or is the value of a date column. */
export function isPlaceAndDate(text: string): boolean {
  return PLACE_AND_DATE.test(lowerKey(text));
}

/** True if the text opens what stands under a table: signatures, recipients. */
export function isSignature(text: string, words: Words): boolean {
  const key = lowerKey(text);
  const plain = key.replaceAll(".", ". ").replace(/\s+/g, " ");
  return words.signatures.some((start) => beginsWith(key, start) || beginsWith(plain, start));
}

function beginsWith(text: string, start: string): boolean {
  if (!text.startsWith(start)) return false;
  const follower = text.charAt(start.length);
  return follower === "" || !/[\p{L}\p{N}]/u.test(follower) || /[\s(:]$/.test(start);
}

/** A heading of rows: the types of units under it, or the commune. */
export interface Group {
  types: readonly UnitType[];
  /** Texts that may name a commune ("Xã Bản Mù"), without its number, the likeliest first; none for a heading of types. */
  places: readonly string[];
  text: string;
  /** How the heading that named the place is numbered. */
  placeMark: GroupMark;
}

/** How a heading is numbered: "II", "B", "2."; null if it is not. */
export type GroupMark = "roman" | "letter" | "digit" | null;

/** Kind of the number of a heading, from the column of numbers or the heading's own text. */
export function groupMark(ordinal: string, text: string): GroupMark {
  const mark = (isGroupMark(ordinal) ? ordinal : (MARKED.exec(text)?.[0] ?? ordinal)).replace(/[.)/:\-–\s]+$/, "");
  if (ROMAN.test(mark)) return "roman";
  if (LETTER.test(mark)) return "letter";
  return /^\d+$/.test(mark) ? "digit" : null;
}

/**
 * The heading that holds for the rows below, given the one above it and what the first heading of the table says (`outer`): headings within
 * it say the other, so "XÃ BẢN MÙ" holds for "KHU DÂN CƯ" and "CƠ QUAN" below it, or the reverse. A heading numbered like that of the place
 * stands beside it ("I. XÃ BẢN MÙ", "II. CƠ QUAN HUYỆN").
 */
export function within(group: Group, above: Group | null, outer: "types" | "place"): Group {
  if (above === null || (group.types.length > 0 && group.places.length > 0)) return group;
  if (group.types.length === 0) return outer === "types" ? {...group, types: above.types} : group;
  const isSibling = group.placeMark !== null && group.placeMark === above.placeMark;
  const isInside = outer === "place" && above.places.length > 0 && !isSibling;
  return isInside ? {...group, places: above.places, placeMark: above.placeMark} : group;
}

/**
 * Reads a heading such as "I. KHU DÂN CƯ", "B. CƠ QUAN, DOANH NGHIỆP (12 đơn vị)", "2. Xã Bản Mù".
 * `isMarked`: a cell before the text numbers it as a group. `mayShout`: capitals alone make a heading.
 * @returns Null if the text is no heading.
 */
export function readGroup(
  text: string,
  {isMarked, mayShout, mark}: {isMarked: boolean; mayShout: boolean; mark: GroupMark},
  words: Words
): Group | null {
  const bare = text.replace(MARKED, "").trim();
  const hasMark = isMarked || (bare !== text && !/^\d/.test(text));
  const key = foldKey(bare.replace(/\(.*$|:.*$|\d+ *đơn vị.*$/, ""));
  if (key === "") return null;
  const {values, rest} = words.types.find(key);
  if (values.length > 0 && rest.length === 0 && !namesCommune(bare, words))
    return {types: values, places: [], text: bare, placeMark: mark};
  return hasMark || (mayShout && isShouted(bare)) ? {...groupOf(bare, words), placeMark: mark} : null;
}

/** True for "Xã Lăng": the word of a commune and a name that is a word of types only without its accents. */
function namesCommune(text: string, {accentedTypes}: Words): boolean {
  const mention = findMentions(text).find(({level, index}) => level === "commune" && index === 0);
  const key = accentKey(mention?.names[0] ?? "");
  return key !== foldKey(key) && accentedTypes.find(key).rest.length > 0;
}

/** Types and place of a heading that says more than types: "KHU DÂN CƯ THUỘC XÃ BẢN MÙ", "Xã Bản Mù", "Bản Mù". */
function groupOf(text: string, words: Words): Omit<Group, "placeMark"> {
  const mention = findMentions(text).find(({level}) => level === "commune");
  const names = mention?.names.slice(0, mention.names[0]?.includes(" - ") === true ? 2 : 1) ?? [];
  const places = mention === undefined ? [text] : names.map((name) => `${mention.type} ${name}`);
  const before = foldKey(text.slice(0, mention?.index ?? text.length));
  const {values} = before === "" ? {values: []} : words.types.find(before);
  const isNamed = /\b(?:khu dan cu|kdc)\b/.test(before);
  const types = values.filter((type) => !isCommuneType(type) && (type !== "khu_dan_cu" || isNamed));
  return {types, places, text};
}

/** True for a text in capitals: headings are, names of units are not. */
function isShouted(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();
}
