/** Combining marks after canonical decomposition: tones and the hooks and circumflexes of vowels. */
const MARKS = /[\u0300-\u036f]/g;
const NOT_WORDS = /[^a-z0-9]+/g;

const folded = new Map<string, string>();
/** Names of units pass through here too; the memory of keys is emptied rather than grown without end. */
const MEMORY = 50_000;

/**
 * Key for comparing words of a form: lower case, no accents, one space between words, "%" spoken.
 * "Kết quả\nxét (Đạt/Chưa đạt)" and "KẾT QUẢ XÉT, ĐẠT - CHƯA ĐẠT" are both "ket qua xet dat chua dat".
 */
export function foldKey(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const key = text
    .normalize("NFD")
    .replace(MARKS, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll("%", " phan tram ")
    .replace(NOT_WORDS, " ")
    .trim();
  if (folded.size >= MEMORY) folded.clear();
  folded.set(text, key);
  return key;
}

const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/** The same with its accents: "Ban Chỉ huy" is "ban chỉ huy", and no bản. */
export function accentKey(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(NOT_LETTERS, " ").trim();
}
