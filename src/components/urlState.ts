/**
 * What a link can hold: year, unit group, boundary view, area code, indicator, year compared with, plan, number traced; of comparing:
 * communes chosen, type of commune, managing level, communes alike, whether chance ranges are drawn; of awards: award; of changes: edition compared with; of the data
 * keeper's lists: duty, state, severity, rule, file, which files, cell of a cross-table, words searched, column and way of the order, page.
 */
export const URL_KEYS = [
  "nam",
  "loai",
  "ranh-gioi",
  "ma",
  "chi-tieu",
  "so-voi",
  "ke-hoach",
  "vet",
  "chon",
  "loai-xa",
  "cap",
  "nhom",
  "khoang",
  "danh-hieu",
  "ban",
  "nhiem-vu",
  "tinh-trang",
  "muc",
  "quy-tac",
  "tep",
  "pham-vi",
  "o",
  "tim",
  "xep",
  "trang"
] as const;
export type UrlKey = (typeof URL_KEYS)[number];
export type UrlState = Partial<Record<UrlKey, string>>;

/** The state in a query string; other keys are ignored. */
export function parseUrlState(search: string): UrlState {
  const parameters = new URLSearchParams(search);
  const state: UrlState = {};
  for (const key of URL_KEYS) {
    const value = parameters.get(key);
    if (value !== null && value !== "") state[key] = value;
  }
  return state;
}

/** The query string with `changes` applied: undefined takes a key out, keys that are not ours stay. */
export function changedSearch(search: string, changes: {[K in UrlKey]?: string | undefined}): string {
  const parameters = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === "") parameters.delete(key);
    else parameters.set(key, value);
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

export function readUrlState(): UrlState {
  return parseUrlState(location.search);
}

/**
 * Writes changes into the address. A new history entry, so the back button undoes them, unless `replace`.
 * Observers hear of it at once, unless `quiet`: whoever writes shows it already.
 */
export function writeUrlState(
  changes: {[K in UrlKey]?: string | undefined},
  {replace = false, quiet = false}: {replace?: boolean; quiet?: boolean} = {}
): void {
  const search = changedSearch(location.search, changes);
  if (search === location.search) return;
  const url = location.pathname + search + location.hash;
  if (replace) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  if (!quiet) window.dispatchEvent(new Event(CHANGED));
}

/** Calls `listener` with the state now, on each change and on back and forward. Returns the function that ends it. */
export function observeUrlState(listener: (state: UrlState) => void): () => void {
  const tell = (): void => listener(readUrlState());
  window.addEventListener(CHANGED, tell);
  window.addEventListener("popstate", tell);
  tell();
  return () => {
    window.removeEventListener(CHANGED, tell);
    window.removeEventListener("popstate", tell);
  };
}

const CHANGED = "urlstatechange";
