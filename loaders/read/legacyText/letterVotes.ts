import {fontCode} from "./fontCodes.ts";
import {isCommonSyllable} from "./commonSyllables.ts";
import {isSyllable} from "./syllable.ts";
import {LEGACY_ENCODINGS, type LegacyEncoding} from "./legacyEncoding.ts";

/** How the words of a text speak, of those that hold more than plain letters. */
export interface Votes {
  /** Vietnamese syllables only if read in the legacy encoding. */
  legacy: readonly string[];
  /** Vietnamese syllables only as they stand: Unicode. */
  unicode: readonly string[];
  /** Syllables both ways ("cã" may be "có"), which prove nothing; see `leaning`. */
  both: readonly string[];
  /** Neither: names of other languages, abbreviations, signs. */
  neither: number;
}

/** Letters of Vietnamese Unicode, signs of Latin-1 that a legacy encoding takes for letters, and what Windows-1258 makes of those. */
const NOT_WORDS =
  /[^\u0300-\u0323A-Za-z\u00a1-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]+/;
/** Letters and signs that Vietnamese Unicode does not use and legacy encodings do. */
export const LEGACY_SIGN =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/;
const PLAIN = /^[A-Za-z]*$/;

type Vote = "legacy" | "unicode" | "both" | "neither";

const words: Record<LegacyEncoding, Map<string, Vote>> = {
  tcvn3: new Map(),
  vni: new Map()
};
/** Files repeat a few thousand words; the memory is emptied rather than grown without end. */
const MEMORY = 20_000;

/** Lets the words of a text vote for Unicode or for one legacy encoding. */
export function letterVotes(text: string, encoding: LegacyEncoding): Votes {
  const legacy: string[] = [];
  const unicode: string[] = [];
  const both: string[] = [];
  let neither = 0;
  for (const word of text.split(NOT_WORDS)) {
    if (PLAIN.test(word)) continue;
    const vote = voteOf(word, encoding);
    if (vote === "legacy") legacy.push(word);
    else if (vote === "unicode") unicode.push(word);
    else if (vote === "both") both.push(word);
    else neither++;
  }
  return {legacy, unicode, both, neither};
}

function voteOf(word: string, encoding: LegacyEncoding): Vote {
  const memory = words[encoding];
  const known = memory.get(word);
  if (known !== undefined) return known;
  // A lone letter or sign ("×", "®", "Ô") is too little to tell.
  if (word.length === 1) return "both";
  const asWritten = isSyllable(word.normalize("NFC"));
  const decoded = LEGACY_ENCODINGS[encoding].decode(word);
  // Letters that are the same in both ("Trí" in VNI) prove nothing.
  const isSame = decoded === word && Array.from(word).every((letter) => fontCode(letter) >= 0);
  const isRead = (isSame || decoded !== word) && isSyllable(withEvenCase(decoded));
  const vote = isRead ? (asWritten ? "both" : evident(word, encoding)) : asWritten ? "unicode" : "neither";
  if (memory.size >= MEMORY) memory.clear();
  memory.set(word, vote);
  return vote;
}

/** Letters of Vietnamese in small letters, with a capital first or in capitals: so are names of other languages written. */
const LIKE_A_NAME = /^(?:[\p{Lu}]?[\p{Ll}]*|\p{Lu}+)$/u;

/** Vote of a word that is a syllable only when decoded: none for what may be a foreign name in Unicode ("Pơng", "YÔNG"). */
function evident(word: string, encoding: LegacyEncoding): Vote {
  if (LEGACY_SIGN.test(word) || !LIKE_A_NAME.test(word)) return "legacy";
  return encoding === "vni" && /[\u00c0-\u00ff]/.test(word) ? "legacy" : "both";
}

/** Of words that are syllables both ways: above 0 if more of them are common words in the legacy encoding, below if as they stand. */
export function leaning({both}: Votes, encoding: LegacyEncoding): number {
  let sum = 0;
  for (const word of both) {
    const decoded = LEGACY_ENCODINGS[encoding].decode(word);
    if (decoded !== word) sum += Number(isCommonSyllable(decoded)) - Number(isCommonSyllable(word));
  }
  return sum;
}

/** A capital and the small letters after it; toned capitals of TCVN3 look small ("Uû"). */
function withEvenCase(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

/** How many different words of a text in Unicode, of those with more than plain letters, are Vietnamese syllables. */
export function countSyllables(text: string): number {
  let count = 0;
  for (const word of new Set(text.split(NOT_WORDS))) if (!PLAIN.test(word) && isSyllable(withEvenCase(word))) count++;
  return count;
}
