import {decodeTcvn3} from "./tcvn3.ts";
import {decodeVni} from "./vni.ts";

/** Encodings that live in fonts: the file holds letters of Western Europe which such a font draws as Vietnamese ones. */
export const LEGACY_ENCODINGS = {
  tcvn3: {title: "TCVN3", decode: decodeTcvn3},
  vni: {title: "VNI", decode: decodeVni}
} as const;
export type LegacyEncoding = keyof typeof LEGACY_ENCODINGS;

/** What a font's name says: its encoding, and whether it draws small letters as capitals (".VnTimeH"). */
export interface LegacyFont {
  encoding: LegacyEncoding;
  isCapitals: boolean;
}

const fonts = new Map<string, LegacyFont | null>();

/** Encoding that a font's name tells: ".VnTime" and its kin are TCVN3, "VNI-Times" and its kin are VNI; null for any other font. */
export function legacyFont(name: string | null): LegacyFont | null {
  if (name === null) return null;
  let known = fonts.get(name);
  if (known === undefined) {
    const isTcvn3 = /^\.vn\S/i.test(name);
    const isVni = /^vni[-_ ]/i.test(name);
    known = isTcvn3
      ? {encoding: "tcvn3", isCapitals: /\p{L}H$/u.test(name)}
      : isVni
        ? {encoding: "vni", isCapitals: false}
        : null;
    if (fonts.size > 1000) fonts.clear();
    fonts.set(name, known);
  }
  return known;
}

/** Unicode text (NFC) of a text in a legacy encoding. */
export function decodeLegacy(text: string, {encoding, isCapitals}: LegacyFont): string {
  const decoded = LEGACY_ENCODINGS[encoding].decode(text);
  return isCapitals ? decoded.toUpperCase() : decoded;
}
