import type {TextEdits} from "./textEdits.ts";
import {attributeOf, localName, withAttribute, type XmlTag} from "./xmlTags.ts";

/** Formulas of our conditional formats: always true, and known again when the copy is checked once more. */
const FORMULAS = {error: 'ISTEXT("loi-phai-sua")', warning: 'ISTEXT("loi-nen-xem-lai")'} as const;
const OURS = /ISTEXT\((?:"|&quot;|&#34;)loi-(?:phai-sua|nen-xem-lai)/;

/** Ranges that one conditional format names at most. */
const MOST_RANGES = 500;

interface Marks {
  ranges: {error: readonly string[]; warning: readonly string[]};
  formats: {error: number; warning: number};
}

/**
 * Shows cells at fault by conditional formats, which lie over the cells' own styles and move with them when rows are inserted.
 * Ours come first; those of the file keep their order behind them. Ours of an earlier check are taken away.
 */
export class CellMarks {
  readonly #xml: string;
  readonly #edits: TextEdits;
  readonly #marks: Marks;
  /** Formats of our own, which come before those of the file. */
  readonly #ranks: number;
  #isWritten = false;
  #formatFrom = -1;
  #ruleFrom = -1;
  /** Rules of the format at hand: where they stand, and whether they are ours. */
  #rules: {start: number; tagEnd: number; end: number; isOurs: boolean}[] = [];

  constructor(xml: string, edits: TextEdits, marks: Marks) {
    this.#xml = xml;
    this.#edits = edits;
    this.#marks = marks;
    const {error, warning} = marks.ranges;
    this.#ranks = Math.ceil(error.length / MOST_RANGES) + Math.ceil(warning.length / MOST_RANGES);
  }

  /** Writes the formats at a place among the children of the worksheet; once. */
  writeBefore(at: number, prefix: string): void {
    if (this.#isWritten) return;
    this.#isWritten = true;
    const {ranges, formats} = this.#marks;
    let rank = 0;
    for (const kind of ["error", "warning"] as const) {
      for (let from = 0; from < ranges[kind].length; from += MOST_RANGES) {
        const sqref = ranges[kind].slice(from, from + MOST_RANGES).join(" ");
        rank++;
        this.#edits.insert(
          at,
          `<${prefix}conditionalFormatting sqref="${sqref}"><${prefix}cfRule type="expression" dxfId="${formats[kind]}" priority="${rank}"><${prefix}formula>${FORMULAS[kind]}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`
        );
      }
    }
  }

  /** Takes note of the file's own formats, those of extensions included. */
  take({name, kind, start, end}: XmlTag): void {
    const local = localName(name);
    if (local === "conditionalFormatting") {
      if (kind === "open") this.#formatFrom = start;
      else if (kind === "close") this.#closeFormat(end);
    } else if (local === "cfRule" && this.#formatFrom >= 0) {
      if (kind === "close") this.#closeRule(end);
      else {
        this.#ruleFrom = start;
        this.#rules.push({start, tagEnd: end, end, isOurs: false});
      }
    }
  }

  #closeRule(end: number): void {
    const rule = this.#rules.at(-1);
    if (rule === undefined || this.#ruleFrom < 0) return;
    rule.end = end;
    rule.isOurs = OURS.test(this.#xml.slice(rule.start, end));
    this.#ruleFrom = -1;
  }

  #closeFormat(end: number): void {
    const rules = this.#rules;
    if (rules.length > 0 && rules.every(({isOurs}) => isOurs)) this.#edits.replace(this.#formatFrom, end, "");
    else {
      for (const {start, tagEnd, end: ruleEnd, isOurs} of rules) {
        if (isOurs) this.#edits.replace(start, ruleEnd, "");
        else this.#lower(start, tagEnd);
      }
    }
    this.#rules = [];
    this.#formatFrom = -1;
  }

  #lower(start: number, end: number): void {
    const tag = this.#xml.slice(start, end);
    const priority = Number(attributeOf(tag, "priority") ?? NaN);
    if (this.#ranks === 0 || !Number.isInteger(priority)) return;
    this.#edits.replace(start, end, withAttribute(tag, "priority", priority + this.#ranks));
  }
}
