/** What the search of the masthead knows: communes of today and of the register until 30/6/2025. */
export interface SearchIndex {
  /** Name of the province is given where the site holds more than one. */
  current: {code: string; name: string; type: string; province?: string}[];
  /** Former communes; `successors` are codes of `current`, the main one first. */
  former: {code: string; name: string; type: string; district?: string; province?: string; successors: string[]}[];
}

/** One line of the list. */
export interface SearchHit {
  /** Code of the present commune whose page opens. */
  code: string;
  /** "Phường Hạc Thành", or for a former one "Điện Biên (phường cũ) → Phường Hạc Thành". */
  text: string;
  /** District and province, to tell namesakes apart. */
  detail: string;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  xa: "Xã",
  phuong: "Phường",
  thi_tran: "Thị trấn",
  dac_khu: "Đặc khu",
  huyen_dao: "Huyện đảo"
};

interface Entry {
  hits: SearchHit[];
  isFormer: boolean;
  name: string;
  plain: Key;
  accented: Key;
}

/** The name, and the name with its type before it. */
type Key = [name: string, full: string];

/** Makes the finder of an index: `find("dien bien")` gives up to `limit` hits. */
export function searchIn(index: SearchIndex): (text: string, limit?: number) => SearchHit[] {
  const present = new Map(index.current.map((commune) => [commune.code, commune]));
  const titleOf = ({type, name}: {type: string; name: string}): string => `${TYPE_WORDS[type] ?? ""} ${name}`.trim();
  const entries: Entry[] = index.current.map((commune) => ({
    ...keysOf(commune.name, titleOf(commune)),
    isFormer: false,
    hits: [{code: commune.code, text: titleOf(commune), detail: commune.province ?? ""}]
  }));
  for (const former of index.former) {
    const detail = [former.district, former.province].filter(Boolean).join(", ");
    const kind = (TYPE_WORDS[former.type] ?? "").toLowerCase();
    const hits = former.successors.flatMap((code) => {
      const successor = present.get(code);
      return successor ? [{code, text: `${former.name} (${kind} cũ) → ${titleOf(successor)}`, detail}] : [];
    });
    entries.push({...keysOf(former.name, titleOf(former)), isFormer: true, hits});
  }
  return (text, limit = 12) => {
    const plain = plainKey(text);
    if (plain === "") return [];
    const accented = accentKey(text);
    return entries
      .flatMap((entry) => {
        const rank = rankOf(entry, plain, accented);
        return rank === null ? [] : [{entry, rank}];
      })
      .sort((a, b) => a.rank - b.rank || a.entry.name.localeCompare(b.entry.name, "vi"))
      .flatMap(({entry}) => entry.hits)
      .slice(0, limit);
  };
}

/** Lower is better: exact accents, then where in the name, then present before former. Null: no match. */
function rankOf(entry: Entry, plain: string, accented: string): number | null {
  const place = placeOf(entry.plain, plain);
  if (place === null) return null;
  const accentedPlace = placeOf(entry.accented, accented);
  return (accentedPlace === null ? 100 + place * 10 : accentedPlace * 10) + (entry.isFormer ? 1 : 0);
}

/** 0 the whole name, 1 its beginning, 2 the beginning of a word in it, 3 inside. */
function placeOf([name, full]: Key, text: string): number | null {
  if (name === text || full === text) return 0;
  if (name.startsWith(text) || full.startsWith(text)) return 1;
  if (full.includes(` ${text}`)) return 2;
  return full.includes(text) ? 3 : null;
}

function keysOf(name: string, full: string): Pick<Entry, "name" | "plain" | "accented"> {
  return {name, plain: [plainKey(name), plainKey(full)], accented: [accentKey(name), accentKey(full)]};
}

/** Without accents, đ as d, hyphens as spaces: "Hạc Thành" → "hac thanh". */
export function plainKey(text: string): string {
  return spaced(text).replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** With accents, but the tone wherever it is written: "Hoà" and "Hòa" are one. */
export function accentKey(text: string): string {
  return spaced(text)
    .split(" ")
    .map((word) => word.replace(TONE, "") + (word.match(TONE)?.join("") ?? ""))
    .join(" ");
}

/** The five tone marks: grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

function spaced(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\s\-–'’.]+/g, " ")
    .trim();
}
