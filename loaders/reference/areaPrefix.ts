import type {AreaType} from "./areaTitle.ts";

/** What stands before a name: the type word in full, or an abbreviation with a dot or a space. */
const PREFIXES: readonly (readonly [AreaType, RegExp])[] = [
  ["thi_tran", /^(?:thị trấn\s+|tt(?:\.\s*|\s+))/iu],
  ["thi_xa", /^(?:thị xã\s+|tx(?:\.\s*|\s+))/iu],
  ["thanh_pho", /^(?:thành phố\s+|tp(?:\.\s*|\s+))/iu],
  ["dac_khu", /^(?:đặc khu\s+|đk(?:\.\s*|\s+))/iu],
  ["phuong", /^(?:phường\s+|p(?:\.\s*|\s+|(?=\d)))/iu],
  ["xa", /^(?:xã\s+|x(?:\.\s*|\s+))/iu],
  ["huyen", /^(?:huyện\s+|h(?:\.\s*|\s+))/iu],
  ["quan", /^(?:quận\s+|q(?:\.\s*|\s+|(?=\d)))/iu],
  ["tinh", /^(?:tỉnh\s+|t\.\s*)/iu]
];

/**
 * Takes the type word off a name: "TT. Trạm Tấu" is {type: "thi_tran", name: "Trạm Tấu"}. Without one the type is null.
 * A few names begin with such a word themselves (phường Phường Đúc): compare the whole text first.
 */
export function splitAreaPrefix(text: string): {type: AreaType | null; name: string} {
  const tidy = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  for (const [type, pattern] of PREFIXES) {
    const found = pattern.exec(tidy);
    if (found !== null && found[0].length < tidy.length) return {type, name: tidy.slice(found[0].length).trim()};
  }
  return {type: null, name: tidy};
}
