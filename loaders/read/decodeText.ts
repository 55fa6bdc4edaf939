import {LEGACY_ENCODINGS} from "./legacyText/legacyEncoding.ts";
import {countSyllables} from "./legacyText/letterVotes.ts";
import {notSpreadsheet} from "./refusal.ts";

/** Bytes in which letters are counted. */
const SAMPLE = 2 ** 18;

/**
 * Text of a CSV or text file, NFC: by its byte order mark; else UTF-16 if every other byte is zero; else UTF-8 if valid; else
 * Windows-1258, the Vietnamese code page of older programs, whose tone marks are separate characters; else, where the letters
 * say that a font encoding was meant (TCVN3, VNI), Windows-1252: `legacyText/toUnicode.ts` makes Vietnamese of it and says so.
 * @throws RefusalError if the bytes are not text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(detectEncoding(bytes)).decode(bytes).normalize("NFC");
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]/.test(text)) throw notSpreadsheet("dữ liệu nhị phân");
  return text;
}

function detectEncoding(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (isHalfZero(bytes, 1)) return "utf-16le";
  if (isHalfZero(bytes, 0)) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : eightBitEncoding(bytes);
}

/** The code page under which more words are Vietnamese syllables; Windows-1258 unless a font encoding makes more. */
function eightBitEncoding(bytes: Uint8Array): "windows-1258" | "windows-1252" {
  const start = bytes.subarray(0, SAMPLE);
  const western = new TextDecoder("windows-1252").decode(start);
  const legacy = Object.values(LEGACY_ENCODINGS).map(({decode}) => countSyllables(decode(western)));
  const vietnamese = countSyllables(new TextDecoder("windows-1258").decode(start).normalize("NFC"));
  return Math.max(...legacy) > vietnamese ? "windows-1252" : "windows-1258";
}

/** True if most bytes at the odd (1) or even (0) places of the start are zero and the others are not. */
function isHalfZero(bytes: Uint8Array, place: 0 | 1): boolean {
  const start = bytes.subarray(0, 2048);
  let zeros = 0;
  for (const [i, byte] of start.entries()) {
    if (byte !== 0) continue;
    if (i % 2 !== place) return false;
    zeros++;
  }
  return zeros > start.length / 5;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
