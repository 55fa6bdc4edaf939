import type {UrlKey} from "./urlState.js";
import {UNIT_GROUP_WORDS} from "./words.js";

/** What a value of a key means: pages pass a key on only to pages that mean the same by it. */
type Meaning =
  "year" | "group" | "boundary" | "indicator" | "target" | "plan" | "commune" | "province" | "owner" | "any";

/** Keys a page understands, and what it means by each. The only place that says so. */
type PageKeys = {readonly [K in UrlKey]?: Meaning};

const FILTERS = {nam: "year", loai: "group", "ranh-gioi": "boundary"} as const satisfies PageKeys;
const LIST = {tim: "any", xep: "any", trang: "any"} as const satisfies PageKeys;

const PAGES: Readonly<Record<string, PageKeys>> = {
  index: FILTERS,
  "ban-do": {...FILTERS, "chi-tieu": "indicator", "so-voi": "year"},
  "so-sanh": {
    nam: "year",
    loai: "group",
    "chi-tieu": "target",
    "ke-hoach": "plan",
    chon: "any",
    "loai-xa": "any",
    cap: "any",
    nhom: "any",
    khoang: "any",
    "pham-vi": "any",
    tim: "any",
    xep: "any"
  },
  xa: {nam: "year", ma: "commune"},
  "ke-hoach": {nam: "year"},
  "tien-do-nop": {nam: "year", ma: "any", "nhiem-vu": "any", "tinh-trang": "any", ...LIST},
  "chat-luong": {
    ...FILTERS,
    ma: "any",
    muc: "any",
    "quy-tac": "any",
    tep: "any",
    "pham-vi": "any",
    o: "any",
    ...LIST
  },
  "khen-thuong": {nam: "year", loai: "any", ma: "any", "danh-hieu": "any", "tinh-trang": "any", o: "any", ...LIST},
  "bao-cao": {nam: "year"},
  "kiem-tra-tep": {},
  "bieu-mau": {nam: "any", ma: "owner"},
  "ca-nuoc": {nam: "year", ma: "province", "chi-tieu": "indicator"},
  "phuong-phap": {},
  "thuat-ngu": {},
  "thay-doi": {nam: "any", ban: "any", "chi-tieu": "any", "quy-tac": "any", ...LIST}
};

/** What a person chose and keeps from page to page; searches, pages of lists and open panels stay where they are. */
const CARRIED: readonly UrlKey[] = ["nam", "loai", "ranh-gioi", "chi-tieu", "ke-hoach", "ma"];

/** The trace panel follows its key on every page. */
const EVERYWHERE: readonly string[] = ["vet"];

/** The page of a path: "/ban-do" → "ban-do", "/" → "index". */
export function pageOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.html$/, "");
  return name === "" ? "index" : name;
}

/**
 * The query of a link from one page to another: its own keys, and of the page left behind those the other page means the same by.
 * @param search query of the page left behind. @param own query of the link.
 */
export function carriedSearch(from: string, to: string, search: string, own: string): string {
  const parameters = new URLSearchParams(own);
  const [mine, theirs] = [PAGES[from], PAGES[to]];
  if (mine === undefined || theirs === undefined) return own;
  for (const [key, value] of new URLSearchParams(search)) {
    const meaning = mine[key as UrlKey];
    const isKept = CARRIED.includes(key as UrlKey) && meaning !== undefined && meaning !== "any";
    const isMeant = theirs[key as UrlKey] === meaning || (meaning === "commune" && theirs[key as UrlKey] === "owner");
    if (isKept && isMeant && !parameters.has(key) && fault(meaning, value, []) === null) parameters.set(key, value);
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/** A key or value of the address that the page does not heed, and why. */
export interface IgnoredPart {
  text: string;
  why: string;
}

/**
 * What of an address a page does not heed: keys it has none of, values that can be none.
 * @param years those the site has figures of; empty where they are not known.
 */
export function ignoredParts(page: string, search: string, years: readonly string[]): IgnoredPart[] {
  const keys = PAGES[page];
  if (keys === undefined) return [];
  const ignored: IgnoredPart[] = [];
  for (const [key, value] of new URLSearchParams(search)) {
    if (EVERYWHERE.includes(key) || value === "") continue;
    const meaning = keys[key as UrlKey];
    if (meaning === undefined) ignored.push({text: key, why: "trang này không dùng mục đó"});
    else {
      const why = fault(meaning, value, years);
      if (why !== null) ignored.push({text: `${key}=${value}`, why});
    }
  }
  return ignored;
}

/** Why a value can mean nothing; null when it may. */
function fault(meaning: Meaning, value: string, years: readonly string[]): string | null {
  switch (meaning) {
    case "year":
      if (years.length > 0 ? years.includes(value) : /^\d{1,4}$/.test(value)) return null;
      return years.length > 0 ? `không có số liệu năm này, chọn một trong ${years.join(", ")}` : "năm gồm bốn chữ số";
    case "group":
      return Object.hasOwn(UNIT_GROUP_WORDS, value) ? null : "không có loại đơn vị này";
    case "boundary":
      return value === "khi-bao-cao" ? null : "ranh giới khác chỉ có khi-bao-cao";
    case "commune":
      return /^\d{5}$/.test(value) ? null : "mã xã gồm năm chữ số";
    case "indicator":
    case "plan":
    case "target":
      return /^[\w.-]+$/.test(value) ? null : "không có chỉ tiêu hay kế hoạch mang mã này";
    case "province":
    case "owner":
    case "any":
      return null;
  }
}
