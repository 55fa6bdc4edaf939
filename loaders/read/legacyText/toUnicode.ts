import {decodeLegacy, LEGACY_ENCODINGS, legacyFont, type LegacyEncoding, type LegacyFont} from "./legacyEncoding.ts";
import {leaning, LEGACY_SIGN, letterVotes, type Votes} from "./letterVotes.ts";
import type {Cell, Sheet, Workbook} from "../workbook.ts";

/** Cells of a sheet that were turned from a legacy encoding into Unicode. */
export interface Conversion {
  /** Name of the sheet, in Unicode. */
  sheet: string;
  encoding: LegacyEncoding;
  /** Name of the font that told; null if the letters did. */
  font: string | null;
  /** The first of the cells, as the file has it. */
  first: Cell;
  count: number;
}

/** A workbook in Unicode, and what was turned. The same object if nothing was. */
export interface UnicodeWorkbook {
  workbook: Workbook;
  conversions: readonly Conversion[];
  /** Names of sheets that were turned too, each with the name the file has. */
  storedNames: ReadonlyMap<string, string>;
}

const NOT_PLAIN = /[^\0-\x7f]/;
/** Fonts of pictures: their letters are ticks and arrows. */
const PICTURES = /^(?:wingdings|webdings|symbol|zapf|marlett)/i;
/** A tick or a bullet alone in a cell is itself. */
const LONE_SIGN = /^\s*[×÷·•¤°±]\s*$/;

/** Fewest different words that prove a legacy encoding where no font does. */
const FEWEST_WORDS = 4;
/** The same for a sheet that holds words of Unicode too. */
const FEWEST_OF_MIXED = 8;

/** One side among the cells of a font is so many times the other: then it decides where a cell's own words do not. */
const CLEARLY = 10;

const ENCODINGS = Object.keys(LEGACY_ENCODINGS) as LegacyEncoding[];

/**
 * Turns text in TCVN3 and VNI-Windows into Unicode, cell by cell: by the name of the cell's font, confirmed by its letters, and
 * where no font tells, by the letters of the whole sheet. Text that is Unicode stays, also under a legacy font (somebody
 * changed the font and did not retype). A turned cell keeps what the file stores in `stored`.
 */
export function toUnicode(workbook: Workbook): UnicodeWorkbook {
  const suspects = workbook.sheets.map(({cells}) => cells.some(isSuspect));
  if (!suspects.includes(true)) return {workbook, conversions: [], storedNames: new Map()};
  const whole = new Evidence();
  const ofSheets = workbook.sheets.map(({cells}, index) => {
    const evidence = new Evidence();
    if (suspects[index] !== true) return evidence;
    for (const cell of cells) {
      if (!isReadable(cell)) continue;
      for (const encoding of ENCODINGS) {
        const votes = letterVotes(cell.text, encoding);
        for (const one of [evidence, whole]) one.add(cell.font, encoding, votes);
      }
    }
    return evidence;
  });
  const conversions: Conversion[] = [];
  const sheets = workbook.sheets.map((sheet, index): Sheet => {
    const evidence = ofSheets[index];
    if (suspects[index] !== true || evidence === undefined) return sheet;
    return convertSheet(sheet, new Judge(evidence, whole), conversions);
  });
  const storedNames = new Map<string, string>();
  for (const [index, sheet] of sheets.entries()) {
    const name = nameOf(sheet.name, conversions);
    if (name === sheet.name || sheets.some((other) => other.name === name)) continue;
    storedNames.set(name, sheet.name);
    for (const conversion of conversions) if (conversion.sheet === sheet.name) conversion.sheet = name;
    sheets[index] = {...sheet, name};
  }
  return {workbook: {...workbook, sheets}, conversions, storedNames};
}

/** A sheet's name in the encoding of the workbook's cells, if it makes words so and none as it stands. */
function nameOf(name: string, conversions: readonly Conversion[]): string {
  for (const encoding of new Set(conversions.map((one) => one.encoding))) {
    const {legacy, unicode} = letterVotes(name, encoding);
    if (legacy.length > 0 && unicode.length === 0) return LEGACY_ENCODINGS[encoding].decode(name);
  }
  return name;
}

function isSuspect(cell: Cell): boolean {
  if (cell.kind !== "text") return false;
  if (legacyFont(cell.font) !== null) return NOT_PLAIN.test(cell.text) || legacyFont(cell.font)?.isCapitals === true;
  return LEGACY_SIGN.test(cell.text) && isReadable(cell);
}

function isReadable({kind, font, text}: Cell): boolean {
  return kind === "text" && NOT_PLAIN.test(text) && (font === null || !PICTURES.test(font)) && !LONE_SIGN.test(text);
}

/** What the words of some cells say of an encoding: different words on either side. */
class Tally {
  readonly legacy = new Set<string>();
  readonly unicode = new Set<string>();
  neither = 0;

  add({legacy, unicode, neither}: Votes): void {
    for (const word of legacy) this.legacy.add(word);
    for (const word of unicode) this.unicode.add(word);
    this.neither += neither;
  }
}

/** What the words of some cells say of each encoding. */
type Tallies = Readonly<Record<LegacyEncoding, Tally>>;

/** Tallies of a sheet or a workbook: of all its cells, and of those of each font. */
class Evidence {
  readonly all: Tallies = {tcvn3: new Tally(), vni: new Tally()};
  readonly #fonts = new Map<string, Tallies>();

  add(font: string | null, encoding: LegacyEncoding, votes: Votes): void {
    this.all[encoding].add(votes);
    this.of(font)[encoding].add(votes);
  }

  /** Tallies of the cells of one font; null is a font of its own. */
  of(font: string | null): Tallies {
    const name = font ?? "";
    let tallies = this.#fonts.get(name);
    if (tallies === undefined) this.#fonts.set(name, (tallies = {tcvn3: new Tally(), vni: new Tally()}));
    return tallies;
  }
}

/** An encoding that letters tell: of all cells of a font, or of some among others in Unicode. */
interface Guess {
  encoding: LegacyEncoding;
  isWhole: boolean;
}

/** Decides for each cell of a sheet whether and how it is turned. */
class Judge {
  readonly #sheet: Evidence;
  readonly #whole: Evidence;
  readonly #guesses = new Map<string, Guess | null>();

  constructor(sheet: Evidence, whole: Evidence) {
    this.#sheet = sheet;
    this.#whole = whole;
  }

  /** How a cell is to be read; null if it stays as it is. */
  fontOf(cell: Cell): LegacyFont | null {
    const named = legacyFont(cell.font);
    if (named !== null) return this.isLegacy(cell, named) ? named : null;
    if (!isReadable(cell)) return null;
    const guess = this.guessFor(cell.font);
    if (guess === null) return null;
    const {legacy, unicode} = letterVotes(cell.text, guess.encoding);
    const isTurned = guess.isWhole ? legacy.length >= unicode.length : legacy.length > 0 && unicode.length === 0;
    return isTurned ? {encoding: guess.encoding, isCapitals: false} : null;
  }

  /** Under a legacy font the cell's own words decide, then the other cells of the font. */
  private isLegacy({text, font}: Cell, {encoding, isCapitals}: LegacyFont): boolean {
    if (LONE_SIGN.test(text)) return false;
    const ofFont = this.#sheet.of(font)[encoding];
    if (!NOT_PLAIN.test(text)) return isCapitals && ofFont.legacy.size > ofFont.unicode.size;
    const votes = letterVotes(text, encoding);
    if (votes.legacy.length !== votes.unicode.length) return votes.legacy.length > votes.unicode.length;
    const {legacy, unicode} = {legacy: ofFont.legacy.size, unicode: ofFont.unicode.size};
    if (unicode === 0 || legacy > CLEARLY * unicode) return true;
    if (unicode > CLEARLY * legacy) return false;
    const lean = leaning(votes, encoding);
    return lean === 0 ? legacy >= unicode : lean > 0;
  }

  /** What the letters tell of the cells of a font that is no legacy one: their own, in the sheet or the file, else all others'. */
  private guessFor(font: string | null): Guess | null {
    const name = font ?? "";
    let guess = this.#guesses.get(name);
    if (guess === undefined) this.#guesses.set(name, (guess = this.search(font)));
    return guess;
  }

  private search(font: string | null): Guess | null {
    const own = this.#sheet.of(font);
    const guess = guessOf(own) ?? (isSilent(own) ? guessOf(this.#whole.of(font)) : null);
    if (guess !== null) return guess;
    const around = guessOf(this.#sheet.all) ?? guessOf(this.#whole.all);
    return around === null ? null : {...around, isWhole: false};
  }
}

/** Legacy encoding that the letters tell by a clear margin. */
function guessOf(letters: Tallies): Guess | null {
  const [best, other] = ENCODINGS.toSorted((a, b) => letters[b].legacy.size - letters[a].legacy.size);
  if (best === undefined || other === undefined) return null;
  const {legacy, unicode, neither} = letters[best];
  const isClear = legacy.size >= 2 * letters[other].legacy.size && 2 * legacy.size >= neither;
  if (!isClear || legacy.size < FEWEST_WORDS) return null;
  if (legacy.size >= 4 * unicode.size) return {encoding: best, isWhole: true};
  return legacy.size >= FEWEST_OF_MIXED ? {encoding: best, isWhole: false} : null;
}

/** True if there are too few words to tell. */
function isSilent(letters: Tallies): boolean {
  return ENCODINGS.every((encoding) => letters[encoding].legacy.size + letters[encoding].unicode.size < FEWEST_WORDS);
}

function convertSheet(sheet: Sheet, judge: Judge, conversions: Conversion[]): Sheet {
  const found = new Map<string, Conversion>();
  const cells = sheet.cells.map((cell): Cell => {
    if (cell.kind !== "text") return cell;
    const font = judge.fontOf(cell);
    if (font === null) return cell;
    const text = decodeLegacy(cell.text, font);
    if (text === cell.text) return cell;
    const named = legacyFont(cell.font) === null ? null : cell.font;
    const key = `${font.encoding} ${named ?? ""}`;
    const conversion = found.get(key);
    if (conversion === undefined) {
      found.set(key, {sheet: sheet.name, encoding: font.encoding, font: named, first: cell, count: 1});
    } else conversion.count++;
    return {...cell, text, stored: cell.text};
  });
  if (found.size === 0) return sheet;
  conversions.push(...merged([...found.values()]));
  return {...sheet, cells};
}

/** One conversion for each encoding of a sheet: that of most cells gives the font, all their number. */
function merged(found: readonly Conversion[]): Conversion[] {
  return ENCODINGS.flatMap((encoding) => {
    const own = found.filter((one) => one.encoding === encoding);
    const [most] = own.toSorted((a, b) => Number(b.font !== null) - Number(a.font !== null) || b.count - a.count);
    const [first] = own;
    if (most === undefined || first === undefined) return [];
    return [{...most, first: first.first, count: own.reduce((sum, {count}) => sum + count, 0)}];
  });
}
