import {cellAddress, columnLetter, columnOf, MAX_COLUMNS, parseAddress, rowOf} from "../../read/cellAddress.ts";
import {isTrue} from "../../read/xml.ts";
import {CellMarks} from "./cellMarks.ts";
import {patchColumns} from "./patchColumns.ts";
import {heightFor, LINE_HEIGHT} from "./rowHeight.ts";
import {TextEdits} from "./textEdits.ts";
import {cellText} from "./xmlPart.ts";
import {attributeOf, localName, prefixOf, withAttribute, withOpenRoot, type XmlTag, xmlTags} from "./xmlTags.ts";

/** What is to be changed in one sheet. Addresses are packed as `parseAddress` does. */
export interface SheetPatch {
  /** Cells to write, by row, all in this column. */
  column: number | null;
  texts: ReadonlyMap<number, MarkCell>;
  /** Marks of an earlier check, to take away. */
  oldCells: ReadonlySet<number>;
  /** Ranges of cells at fault, and the conditional formats that show them. */
  ranges: {error: readonly string[]; warning: readonly string[]};
  formats: {error: number; warning: number};
}

export interface MarkCell {
  text: string;
  style: number;
}

/** Width of the column "Lỗi", in characters. */
const WIDTH = 90;

/** Children of a worksheet behind its conditional formats. */
const BEHIND = new Set(
  (
    "conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks " +
    "customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects " +
    "controls webPublishItems tableParts extLst AlternateContent"
  ).split(" ")
);

/**
 * Writes marks into the XML of a sheet. Only what must change is touched: cells of one column, its width, heights that would cut
 * a mark off, the sheet's dimension, and conditional formats that show the cells at fault, whose own styles stay as they are.
 */
export function patchSheet(written: string, patch: SheetPatch): string {
  const xml = withOpenRoot(written);
  const patcher = new SheetPatcher(xml, patch);
  for (const tag of xmlTags(xml)) patcher.take(tag);
  return patcher.finish();
}

class SheetPatcher {
  readonly #xml: string;
  readonly #patch: SheetPatch;
  readonly #edits: TextEdits;
  readonly #cellMarks: CellMarks;
  /** Rows that still take a mark, first ones first. */
  readonly #waiting: number[];
  #prefix = "";
  #isInData = false;
  #isBehindData = false;
  #hasColumns = false;
  #columnsFrom = -1;
  #usualHeight = LINE_HEIGHT;
  #row = 0;
  #column = 0;
  #isMarked = false;
  /** Where a cell that is taken away begins; -1 if none is open. */
  #goneFrom = -1;

  constructor(xml: string, patch: SheetPatch) {
    this.#xml = xml;
    this.#patch = patch;
    this.#edits = new TextEdits(xml);
    this.#cellMarks = new CellMarks(xml, this.#edits, patch);
    this.#waiting = patch.column === null ? [] : [...patch.texts.keys()].sort((a, b) => a - b);
  }

  finish(): string {
    return this.#edits.apply();
  }

  take(tag: XmlTag): void {
    const {name, depth, kind, start} = tag;
    if (depth === 0) {
      this.#prefix = prefixOf(name);
      if (kind === "close") this.#cellMarks.writeBefore(start, this.#prefix);
      return;
    }
    if (depth === 1) this.#takeChild(tag);
    if (this.#isInData && depth > 1) this.#takeData(tag);
    this.#cellMarks.take(tag);
  }

  #takeChild({name, start, end, kind}: XmlTag): void {
    const {column} = this.#patch;
    const local = localName(name);
    const tag = this.#xml.slice(start, end);
    if (kind !== "close" && this.#isBehindData && BEHIND.has(local)) this.#cellMarks.writeBefore(start, this.#prefix);
    if (local === "dimension" && kind !== "close") this.#widenDimension(tag, start, end);
    else if (local === "sheetFormatPr" && kind !== "close") {
      this.#usualHeight = Number(attributeOf(tag, "defaultRowHeight") ?? LINE_HEIGHT);
    } else if (local === "cols") {
      this.#hasColumns = true;
      if (kind === "open") this.#columnsFrom = end;
      else if (kind === "close" && column !== null) {
        const inside = this.#xml.slice(this.#columnsFrom, start);
        this.#edits.replace(this.#columnsFrom, start, patchColumns(inside, column, WIDTH, this.#prefix));
      }
    } else if (local === "sheetData") {
      if (kind !== "close" && !this.#hasColumns && column !== null && this.#waiting.length > 0) {
        this.#edits.insert(
          start,
          `<${this.#prefix}cols>${patchColumns("", column, WIDTH, this.#prefix)}</${this.#prefix}cols>`
        );
      }
      this.#isInData = kind === "open";
      this.#isBehindData = kind !== "open";
      if (kind === "close") this.#writeRowsBefore(Number.POSITIVE_INFINITY, start);
    }
  }

  #takeData(tag: XmlTag): void {
    const {name, depth} = tag;
    if (depth === 2 && name === `${this.#prefix}row`) this.#takeRow(tag);
    else if (depth === 3 && name === `${this.#prefix}c`) this.#takeCell(tag);
  }

  #takeRow({start, end, kind}: XmlTag): void {
    if (kind === "close") {
      if (this.#isMarked) this.#edits.insert(start, this.#markXml(this.#row));
      this.#isMarked = false;
      return;
    }
    const tag = this.#xml.slice(start, end);
    const written = attributeOf(tag, "r");
    this.#row = written === null ? this.#row + 1 : Number(written);
    this.#column = 0;
    this.#writeRowsBefore(this.#row, start);
    this.#isMarked = this.#waiting[0] === this.#row;
    if (!this.#isMarked) return;
    this.#waiting.shift();
    const opened = this.#raised(withAttribute(tag, "spans", null), this.#row);
    if (kind === "empty") {
      this.#edits.replace(
        start,
        end,
        `${opened.replace(/\s*\/>$/, ">")}${this.#markXml(this.#row)}</${this.#prefix}row>`
      );
      this.#isMarked = false;
    } else if (opened !== tag) this.#edits.replace(start, end, opened);
  }

  #takeCell({start, end, kind}: XmlTag): void {
    if (kind === "close") {
      if (this.#goneFrom >= 0) this.#edits.replace(this.#goneFrom, end, "");
      this.#goneFrom = -1;
      return;
    }
    const {column, oldCells} = this.#patch;
    if (!this.#isMarked && oldCells.size === 0) return;
    const written = attributeOf(this.#xml.slice(start, end), "r");
    const address = written === null ? -1 : parseAddress(written);
    this.#column = address < 0 ? this.#column + 1 : columnOf(address);
    if (this.#isMarked && column !== null && this.#column > column) {
      this.#edits.insert(start, this.#markXml(this.#row));
      this.#isMarked = false;
    }
    // An empty cell that only has a style makes room for the mark.
    const isReplaced = this.#isMarked && this.#column === column;
    if (!isReplaced && !oldCells.has(this.#row * MAX_COLUMNS + this.#column - 1)) return;
    if (kind === "empty") this.#edits.replace(start, end, "");
    else this.#goneFrom = start;
  }

  /** Rows that the sheet does not write down because they are empty. */
  #writeRowsBefore(row: number, at: number): void {
    for (let next = this.#waiting[0]; next !== undefined && next < row; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#edits.insert(at, `<${this.#prefix}row r="${next}">${this.#markXml(next)}</${this.#prefix}row>`);
    }
  }

  #markXml(row: number): string {
    const {column, texts} = this.#patch;
    const mark = texts.get(row);
    if (mark === undefined || column === null) return "";
    const p = this.#prefix;
    return `<${p}c r="${cellAddress(row, column)}" s="${mark.style}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${cellText(mark.text)}</${p}t></${p}is></${p}c>`;
  }

  /** A row too low for its mark grows, unless it is hidden. */
  #raised(tag: string, row: number): string {
    if (isTrue(attributeOf(tag, "hidden") ?? undefined)) return tag;
    const needed = heightFor([{text: this.#patch.texts.get(row)?.text ?? "", width: WIDTH}]);
    return needed <= Number(attributeOf(tag, "ht") ?? this.#usualHeight) ? tag : withAttribute(tag, "ht", needed);
  }

  #widenDimension(tag: string, start: number, end: number): void {
    const {column} = this.#patch;
    const [from = "", to = from] = (attributeOf(tag, "ref") ?? "").split(":");
    const last = parseAddress(to);
    if (column === null || this.#waiting.length === 0 || last < 0 || columnOf(last) >= column) return;
    this.#edits.replace(start, end, withAttribute(tag, "ref", `${from}:${columnLetter(column)}${rowOf(last)}`));
  }
}
