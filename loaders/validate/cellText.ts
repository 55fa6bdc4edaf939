import type {Cell} from "../read/workbook.ts";

/** Spaces of all widths, and characters of no width that editors leave behind. */
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
/** Letters, digits and signs of double width (East Asian keyboards): the plain ones lie 0xfee0 below. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** What makes a text need cleaning: any space but a single one between words, an invisible character, or one of double width. */
const UNTIDY =
  /^ | $| {2}|[\t\n\v\f\r\u0085\u00a0\u00ad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]/;

/** Text as people read it: NFC, one space between words, none around, no invisible characters, none of double width. */
export function cleanText(text: string): string {
  const composed = text.normalize("NFC");
  if (!UNTIDY.test(composed)) return composed;
  return composed.replace(INVISIBLE, "").replace(FULL_WIDTH, plain).replace(SPACES, " ").trim();
}

function plain(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Clean text of a number or a day, without the apostrophe that keeps Excel from turning it into something else. */
export function typedText(cell: Cell | undefined): string {
  return textOf(cell).replace(/^['’]/, "");
}

/** Clean text of a cell; "" for none. */
export function textOf(cell: Cell | undefined): string {
  return cell === undefined ? "" : cleanText(cell.text);
}

const MAX_QUOTED = 120;

/** A cell's text as an issue quotes it: as written, cut when long. */
export function quoted(text: string): string {
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}
