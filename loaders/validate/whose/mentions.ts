/** An area named in running text: the type word, and the words that may be its name, most first. */
export interface Mention {
  level: "commune" | "district" | "province";
  type: string;
  /** Where the type word stands in the text. */
  index: number;
  /** "Bản Mù thực hiện", "Bản Mù", "Bản": the longest that is a known name is meant. */
  names: readonly string[];
}

const TYPE_WORDS =
  /(?<![\p{L}\p{N}])(thị xã|thành phố|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã|tp\.|tx\.|tt\.)\s*(?=\p{L}|\d{1,2}(?![\d./-])(?!\s*tháng))/giu;

const LEVELS: Record<string, Mention["level"]> = {
  tỉnh: "province",
  huyện: "district",
  quận: "district",
  "thị xã": "district",
  "thành phố": "district",
  "tp.": "district",
  "tx.": "district",
  xã: "commune",
  phường: "commune",
  "thị trấn": "commune",
  "tt.": "commune",
  "đặc khu": "commune"
};

/** "Cộng hòa xã hội chủ nghĩa", "trật tự xã hội" hold the word xã, and no commune. */
const NO_NAME = /^hội(?: chủ nghĩa|$)/iu;

/** "Lâm Viên - Đà Lạt", "Văn Miếu – Quốc Tử Giám": two names joined; what follows a dash may also be another area. */
const DOUBLE_NAME = /^[^\s\-–]+(?: [^\s\-–]+){0,3}\s*[-–]\s*\p{Lu}[^\s\-–]*(?: \p{Lu}[^\s\-–]*){0,3}/u;

/** Most words of an area's name. */
const MOST_WORDS = 6;

/** Finds areas in a title such as "BAN CHỈ ĐẠO 138 PHƯỜNG SẦM SƠN, TỈNH THANH HÓA": a type word, then a name in capitals. */
export function findMentions(text: string): Mention[] {
  const clean = text.normalize("NFC");
  const mentions: Mention[] = [];
  for (const match of clean.matchAll(TYPE_WORDS)) {
    const type = (match[1] ?? "").toLowerCase();
    const after = (clean.slice(match.index + match[0].length).split(/[,;:()\n"“”/]/)[0] ?? "").trim();
    const plain = (after.split(/[-–]/)[0] ?? "").trim();
    const words = plain.split(/\s+/).slice(0, MOST_WORDS);
    const first = words[0]?.charAt(0) ?? "";
    const isSmall = first === first.toLowerCase() && !/\d/.test(first);
    if (first === "" || isSmall || NO_NAME.test(plain)) continue;
    const names = words.map((_, index) => words.slice(0, words.length - index).join(" "));
    const double = DOUBLE_NAME.exec(after)?.[0];
    if (double !== undefined) names.unshift(double.replace(/\s*[-–]\s*/, " - "));
    mentions.push({level: LEVELS[type] ?? "commune", type, index: match.index, names});
  }
  return mentions;
}
