/** Tone marks (dấu thanh) after canonical decomposition: grave, acute, tilde, hook, dot. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A letter with the marks that belong to it: circumflex, breve and horn stay, tones are taken off before. */
const LETTER = /\p{L}\p{M}*|\P{L}/gu;
const VOWEL = /^[aeiouy]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHES = /['’‘ʼ`´]/g;
const NOT_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;

/** Keys of words met before: names repeat a few thousand syllables. Emptied rather than grown without end. */
const keys = new Map<string, string>();
const MEMORY = 50_000;

/**
 * Key for comparing names of areas and units: the same for every way of writing one name. It ignores case, the place of the tone
 * mark ("Hoà Lộc", "Hòa Lộc"), composed or decomposed letters, hyphens and punctuation, spaces of any kind, zeros before a number
 * ("Thôn 01"), and Ð typed for Đ. Accents count: "Sa Pa" is not "Sa Pả". Readable lower-case text in NFC, "" for no words.
 */
export function nameKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(INVISIBLE, "")
    .replace(APOSTROPHES, "")
    .replace(/[ðɖ]/g, "đ")
    .replace(NOT_WORDS, " ")
    .trim()
    .split(" ")
    .map(wordKey)
    .join(" ");
}

function wordKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = placeTone(word).replace(/^0+(?=\d)/, "");
  if (keys.size >= MEMORY) keys.clear();
  keys.set(word, key);
  return key;
}

/** Writes the tone where the older spelling has it (hòa, thủy, quý); a word with no tone or several stays as it is. */
function placeTone(word: string): string {
  const decomposed = word.normalize("NFD");
  const tones = decomposed.match(TONES) ?? [];
  const [tone] = tones;
  if (tone === undefined || tones.length > 1) return decomposed.normalize("NFC");
  const letters: string[] = decomposed.match(LETTER) ?? [];
  const toned = letters.findIndex((letter) => letter.includes(tone));
  const plain = letters.map((letter) => letter.replace(tone, ""));
  const place = tonePlace(plain, toned);
  return plain
    .map((letter, i) => (i === place ? letter + tone : letter))
    .join("")
    .normalize("NFC");
}

/** Which letter of the run of vowels around `toned` carries the tone. */
function tonePlace(letters: readonly string[], toned: number): number {
  const isVowel = (i: number): boolean => VOWEL.test(letters[i] ?? "");
  if (!isVowel(toned)) return toned;
  let first = toned;
  while (isVowel(first - 1)) first--;
  let last = toned;
  while (isVowel(last + 1)) last++;
  const onset = `${letters[first - 1] ?? ""}${letters[first] ?? ""}`;
  if (last > first && (onset === "qu" || onset === "gi")) first++;
  for (let i = last; i >= first; i--) if ((letters[i] ?? "").length > 1) return i;
  const isClosed = letters[last + 1] !== undefined && /\p{L}/u.test(letters[last + 1] ?? "");
  return isClosed || first === last ? last : last - 1;
}
