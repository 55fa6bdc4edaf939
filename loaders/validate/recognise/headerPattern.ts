import {foldKey} from "../foldKey.ts";

/** One spelling of a header from `data/forms/*.yaml`, ready to be held against the path of a column. */
export interface HeaderPattern {
  /** Group headers, outermost first, then the header itself; a part with "*" is a RegExp over the key. */
  parts: readonly (string | RegExp)[];
  /** True if nothing may stand above ("^ Đạt"). */
  isTop: boolean;
  /** How telling the spelling is: the most telling one that fits decides a column. */
  weight: number;
}

/** Compiles "Kết quả* > Đạt" or "^ Đạt". */
export function compilePattern(spelling: string): HeaderPattern {
  const isTop = spelling.startsWith("^");
  const texts = (isTop ? spelling.slice(1) : spelling).split(">").map((part) => part.trim());
  const parts = texts.map(compilePart);
  const letters = texts.reduce((sum, text) => sum + foldKey(text).length, 0);
  const isExact = typeof parts.at(-1) === "string";
  return {parts, isTop, weight: parts.length * 1000 + (isExact ? 200 : 0) + (isTop ? 100 : 0) + letters};
}

function compilePart(text: string): string | RegExp {
  if (!text.includes("*")) return foldKey(text);
  const pieces = text.split("*").map(foldKey);
  const last = pieces.length - 1;
  const source = pieces
    .map((piece, index) => {
      if (piece === "") return "";
      const before = index === 0 ? "^" : "(?:^|.* )";
      const after = index === last ? "$" : "(?= |$)";
      return `${before}${piece}${after}`;
    })
    .join("");
  return new RegExp(source);
}

/** A header as written: its key, and its key without what stands in brackets ("Điểm (100 điểm)" is also "diem"). */
export interface HeaderKeys {
  keys: readonly string[];
}

const YEAR = / ?\bnam (?:hoc )?(?:19|20)\d\d(?: (?:19|20)?\d\d)?\b/g;

/** No header is longer; what a hostile file puts there must not cost time. */
const LONGEST = 300;

const headerKeysOf = new Map<string, HeaderKeys>();

/** Keys of a header text; "năm 2025" is left out, brackets may be. */
export function headerKeys(text: string): HeaderKeys {
  const known = headerKeysOf.get(text);
  if (known !== undefined) return known;
  const keys = new Set<string>();
  const start = text.slice(0, LONGEST);
  for (const variant of [start, start.replace(/\([^)]*\)?/g, " ")]) {
    const key = foldKey(variant);
    const withoutYear = key.replace(YEAR, "").trim();
    if (withoutYear !== "") keys.add(withoutYear);
    else if (key !== "") keys.add(key);
  }
  const made = {keys: [...keys]};
  if (headerKeysOf.size > 10_000) headerKeysOf.clear();
  headerKeysOf.set(text, made);
  return made;
}

/** True if the part fits one of the header's keys. */
export function fits(part: string | RegExp, header: HeaderKeys): boolean {
  for (const key of header.keys) {
    if (typeof part === "string" ? part === key : part.test(key)) return true;
  }
  return false;
}

/** True if the pattern's last part fits the column's own header and its groups fit headers above it, in order. */
export function fitsPath(pattern: HeaderPattern, path: readonly HeaderKeys[]): boolean {
  const own = path.at(-1);
  const leaf = pattern.parts.at(-1);
  if (own === undefined || leaf === undefined || !fits(leaf, own)) return false;
  if (pattern.isTop && path.length > pattern.parts.length) return false;
  let above = 0;
  for (const group of pattern.parts.slice(0, -1)) {
    while (above < path.length - 1 && !fitsAt(group, path[above])) above++;
    if (above >= path.length - 1) return false;
    above++;
  }
  return true;
}

function fitsAt(part: string | RegExp, header: HeaderKeys | undefined): boolean {
  return header !== undefined && fits(part, header);
}
