import {fontCode} from "./fontCodes.ts";

/** Combining marks by the code VNI writes behind the letter; the same marks stand behind capitals as their capital letters. */
const GRAVE = "\u0300";
const ACUTE = "\u0301";
const TILDE = "\u0303";
const HOOK = "\u0309";
const DOT = "\u0323";
const HAT = "\u0302";
const BREVE = "\u0306";
const MARKS: readonly (readonly [sign: string, marks: string])[] = [
  ["ù", ACUTE],
  ["ø", GRAVE],
  ["û", HOOK],
  ["õ", TILDE],
  ["ï", DOT],
  ["â", HAT],
  ["á", HAT + ACUTE],
  ["à", HAT + GRAVE],
  ["å", HAT + HOOK],
  ["ã", HAT + TILDE],
  ["ä", HAT + DOT],
  ["ê", BREVE],
  ["é", BREVE + ACUTE],
  ["è", BREVE + GRAVE],
  ["ú", BREVE + HOOK],
  ["ü", BREVE + TILDE],
  ["ë", BREVE + DOT]
];
/** Letters of one code: đ, the two with a horn, which tones may follow, and toned i and ỵ, which nothing follows. */
const SINGLES: readonly (readonly [sign: string, letter: string])[] = [
  ["ñ", "đ"],
  ["ô", "ơ"],
  ["ö", "ư"],
  ["ì", "ì"],
  ["í", "í"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["î", "ỵ"]
];
/** Plain letters, each with the marks that make a Vietnamese letter of it. */
const BASES: readonly (readonly [base: string, marks: readonly string[]])[] = [
  ["a", MARKS.map(([, marks]) => marks)],
  ["e", marksOf(HAT)],
  ["o", marksOf(HAT)],
  ["u", tones()],
  ["y", tones()],
  ["ô", tones()],
  ["ö", tones()]
];

function tones(): string[] {
  return MARKS.map(([, marks]) => marks).filter((marks) => !marks.startsWith(HAT) && !marks.startsWith(BREVE));
}

/** The tones alone, and with the hat. */
function marksOf(hat: string): string[] {
  return [...tones(), ...MARKS.map(([, marks]) => marks).filter((marks) => marks.startsWith(hat))];
}

/** Unicode letters by the code of one character, and by the codes of two: the first times 256 and the second. */
const LETTERS = lettersByCodes();

function lettersByCodes(): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  const singles = new Map(SINGLES);
  const sign = new Map(MARKS.map(([one, marks]) => [marks, one]));
  const put = (codes: string, letter: string): void => {
    const [first = "", second] = Array.from(codes);
    letters.set(second === undefined ? fontCode(first) : fontCode(first) * 256 + fontCode(second), letter);
  };
  for (const [one, letter] of SINGLES) {
    put(one, letter);
    put(one.toUpperCase(), letter.toUpperCase());
  }
  for (const [base, marks] of BASES) {
    for (const mark of marks) {
      const letter = `${singles.get(base) ?? base}${mark}`.normalize("NFC");
      const second = sign.get(mark) ?? "";
      for (const after of [second, second.toUpperCase()]) {
        put(base + after, letter);
        put(base.toUpperCase() + after, letter.toUpperCase());
      }
    }
  }
  return letters;
}

/**
 * Unicode text (NFC) of a text in VNI-Windows, the encoding of the VNI fonts: a plain letter and a sign behind it for its marks
 * ("Thoân" is "Thôn", "Phöôïng" is "Phượng"); the first of the two says whether it is a capital. Other characters stay.
 */
export function decodeVni(text: string): string {
  const characters = Array.from(text);
  let decoded = "";
  for (let at = 0; at < characters.length; at++) {
    const first = characters[at] ?? "";
    const second = characters[at + 1];
    const code = fontCode(first);
    const pair = second === undefined || code < 0 ? undefined : LETTERS.get(code * 256 + Math.max(0, fontCode(second)));
    if (pair === undefined) decoded += LETTERS.get(code) ?? first;
    else {
      decoded += pair;
      at++;
    }
  }
  return decoded;
}
