import {nameKey} from "./nameKey.ts";

/** Ways in which two names that may mean one unit differ, from the slightest to the gravest. */
export const NAME_DIFFERENCES = {
  same: {title: "cùng tên", cost: 0},
  spacing: {title: "khác dấu cách", cost: 0.02},
  accents: {title: "khác dấu chữ", cost: 0.05},
  number: {title: "khác cách viết số", cost: 0.03},
  abbreviation: {title: "viết tắt, viết đủ", cost: 0.05},
  kind: {title: "khác từ chỉ loại hình hoặc địa bàn đứng trước", cost: 0.1},
  letters: {title: "khác vài chữ cái", cost: 0.1}
} as const;
export type NameDifference = keyof typeof NAME_DIFFERENCES;

/** How near two names are: 1 is the same, the less the farther. */
export interface Closeness {
  score: number;
  differences: readonly NameDifference[];
}

const MARKS = /[\u0300-\u036f]/g;

/** Words before the name of a residential area; after a merger a thôn may be called tổ dân phố. The longest first. */
const KINDS = (
  "khu dan cu,to dan pho,khu pho,khoi pho,tieu khu,kdc,tdp," +
  "thon,ban,lang,xom,ap,buon,bon,phum,soc,khom,khu,khoi,pho,to"
).split(",");
/** Words for an area inside the name of an organisation: "Trạm Y tế phường Hàm Rồng", "Trạm Y tế Hàm Rồng". */
const AREA_WORDS = new Set(["xa", "phuong"]);

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  thcs: "trung hoc co so",
  thpt: "trung hoc pho thong",
  th: "tieu hoc",
  mn: "mam non",
  ptdtnt: "pho thong dan toc noi tru",
  ptdtbt: "pho thong dan toc ban tru",
  gdtx: "giao duc thuong xuyen",
  gdnn: "giao duc nghe nghiep",
  tt: "trung tam",
  ttyt: "trung tam y te",
  tyt: "tram y te",
  ubnd: "uy ban nhan dan",
  hdnd: "hoi dong nhan dan",
  mttq: "mat tran to quoc",
  ca: "cong an",
  htx: "hop tac xa",
  cty: "cong ty",
  cp: "co phan",
  tnhh: "trach nhiem huu han",
  mtv: "mot thanh vien",
  dntn: "doanh nghiep tu nhan",
  dvnn: "dich vu nong nghiep"
};

const DIGITS = new Map<string, number>([
  ..."khong mot hai ba bon nam sau bay tam chin".split(" ").map((word, digit): [string, number] => [word, digit]),
  ["tu", 4],
  ["lam", 5]
]);
const ROMAN = /^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/;
const ROMAN_LETTERS: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10};

/** Words that tell two places of one name apart: changing one for another is another place, however few letters it takes. */
const TELLING = new Set(
  "dong tay nam bac trung thuong ha tren duoi trong ngoai noi ngoai tien hau ta huu cu moi dai tieu".split(" ")
);

/** What a name comes down to, step by step. */
interface NameForms {
  key: string;
  /** Without accents. */
  plain: string;
  /** Numbers as digits, abbreviations in full, without words of kind. */
  words: readonly string[];
  compact: string;
  numbers: string;
  has: ReadonlySet<NameDifference>;
}

const forms = new Map<string, NameForms>();
const MEMORY = 50_000;

/**
 * How near the names of two units of one type and place are, for a person to decide whether they are one. Numbers must be equal
 * ("Thôn 1" is never "Thôn 2"), as must words that tell places apart (Đông, Tây, Thượng, Hạ); letters may differ by one from five
 * letters on, by two from ten. Symmetric. Null: not near.
 */
export function closeNames(a: string, b: string): Closeness | null {
  const [one, other] = [formsOf(a), formsOf(b)];
  if (one.key === other.key) return closeness(["same"]);
  if (one.key.replaceAll(" ", "") === other.key.replaceAll(" ", "")) return closeness(["spacing"]);
  if (one.plain === other.plain) return closeness(["accents"]);
  if (one.numbers !== other.numbers || one.compact === "" || other.compact === "") return null;
  const differences = new Set<NameDifference>();
  for (const way of ["number", "abbreviation", "kind"] as const) {
    if (isTold(one, way) !== isTold(other, way)) differences.add(way);
  }
  if (one.compact === other.compact) {
    if (kindOf(one) !== kindOf(other) || differences.size === 0) differences.add("kind");
    return closeness([...differences]);
  }
  if (differ(one.words, other.words)) return null;
  const shortest = Math.min(one.compact.length, other.compact.length);
  const allowed = shortest >= 10 ? 2 : shortest >= 5 ? 1 : 0;
  const distance = editDistance(one.compact, other.compact, allowed);
  if (distance > allowed) return null;
  if (kindOf(one) !== kindOf(other)) differences.add("kind");
  differences.add("letters");
  return closeness([...differences], distance - 1);
}

function closeness(differences: readonly NameDifference[], more = 0): Closeness {
  const cost = differences.reduce((sum, way) => sum + NAME_DIFFERENCES[way].cost, 0.05 * more);
  return {score: Math.round((1 - cost) * 100) / 100, differences};
}

const isTold = ({has}: NameForms, way: NameDifference): boolean => has.has(way);

function kindOf({plain}: NameForms): string {
  return KINDS.find((kind) => plain.startsWith(`${kind} `)) ?? "";
}

function formsOf(name: string): NameForms {
  const known = forms.get(name);
  if (known !== undefined) return known;
  const key = nameKey(name);
  const plain = key.normalize("NFD").replace(MARKS, "").replaceAll("đ", "d");
  const has = new Set<NameDifference>();
  let words = plain
    .replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, "$1$2 ")
    .replace(/\bso (?=\d)/g, "")
    .split(" ");
  const kind = KINDS.find((start) => words.join(" ").startsWith(`${start} `));
  if (kind !== undefined) {
    has.add("kind");
    words = words.slice(kind.split(" ").length);
  }
  const spelt = spellOut(words);
  if (spelt !== null) {
    has.add("abbreviation");
    words = spelt;
  }
  if (words.some((word) => AREA_WORDS.has(word))) {
    has.add("kind");
    words = words.filter((word) => !AREA_WORDS.has(word));
  }
  const counted = withDigits(words);
  if (counted !== null) {
    has.add("number");
    words = counted;
  }
  words = words.map((word) => word.replace(/^0+(?=\d)/, ""));
  const numbers = words.filter((word) => /^\d+$/.test(word)).join(" ");
  const made = {key, plain, words, compact: words.join(""), numbers, has};
  if (forms.size >= MEMORY) forms.clear();
  forms.set(name, made);
  return made;
}

function spellOut(words: readonly string[]): string[] | null {
  if (!words.some((word) => word in ABBREVIATIONS)) return null;
  return words.flatMap((word) => (ABBREVIATIONS[word] ?? word).split(" "));
}

/** The words with a number at the end in digits: "mot", "muoi hai", "ii"; null if there is none. */
function withDigits(words: readonly string[]): string[] | null {
  const last = words.at(-1) ?? "";
  if (ROMAN.test(last)) return [...words.slice(0, -1), String(fromRoman(last))];
  for (const length of [3, 2, 1]) {
    const tail = words.slice(-length);
    const number = tail.length === length ? fromWords(tail) : null;
    if (number !== null) return [...words.slice(0, -length), String(number)];
  }
  return null;
}

function fromWords(words: readonly string[]): number | null {
  const tens = words.indexOf("muoi");
  if (tens < 0) return words.length === 1 ? (DIGITS.get(words[0] ?? "") ?? null) : null;
  const [before, after] = [words.slice(0, tens), words.slice(tens + 1)];
  if (before.length > 1 || after.length > 1) return null;
  const ten = before[0] === undefined ? 1 : DIGITS.get(before[0]);
  const one = after[0] === undefined ? 0 : DIGITS.get(after[0]);
  return ten === undefined || one === undefined ? null : 10 * ten + one;
}

function fromRoman(text: string): number {
  const values = Array.from(text, (letter) => ROMAN_LETTERS[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** True if the names differ in a word that tells places apart: "Bắc Sơn", "Nam Sơn"; "Khu A", "Khu B"; "Trung Sơn", "Sơn". */
function differ(one: readonly string[], other: readonly string[]): boolean {
  const [left, right] = [new Set(one), new Set(other)];
  const ofOne = one.filter((word) => !right.has(word));
  const ofOther = other.filter((word) => !left.has(word));
  const isTelling = (word: string): boolean => TELLING.has(word) || word.length === 1;
  if (one.length !== other.length) return [...ofOne, ...ofOther].some(isTelling);
  return ofOne.length > 0 && ofOne.length === ofOther.length && ofOne.every(isTelling) && ofOther.every(isTelling);
}

/** Letters to change, add, drop or swap; anything above `limit` is told as limit + 1. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({length: b.length + 1}, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const isSame = a[i - 1] === b[k - 1];
      let least = Math.min((row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1, (row[k - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1];
      if (isSwap) least = Math.min(least, (before[k - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
