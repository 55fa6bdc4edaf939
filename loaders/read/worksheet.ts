import {type CellBudget, MAX_MERGES, sortCells} from "./cellCollector.ts";
import {cellAddress, columnOf, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, parseAddress, rowOf} from "./cellAddress.ts";
import {serialDate} from "./serialDate.ts";
import {damaged, tooLarge} from "./refusal.ts";
import {decodeEscapes, RichText, type SharedStrings} from "./stringTable.ts";
import {numbersIn, type Span} from "./spans.ts";
import {type CellStyle, PLAIN_STYLE} from "./styles.ts";
import type {Cell, Merge, Sheet} from "./workbook.ts";
import {type Attributes, isTrue, parseXml} from "./xml.ts";

/** What the cells of every sheet of a workbook refer to. */
export interface SheetContext {
  strings: SharedStrings;
  styles: readonly CellStyle[];
  uses1904Dates: boolean;
  budget: CellBudget;
}

type Body = Pick<Sheet, "cells" | "merges" | "hiddenRows" | "hiddenColumns">;

/**
 * Reads a worksheet part. Empty cells and formulas whose result is an empty text leave no cell.
 * @throws RefusalError if an address lies outside Excel's grid, a text is missing, or the cells are too many.
 */
export function readWorksheet(part: string, bytes: Uint8Array, context: SheetContext): Body {
  const reader = new WorksheetReader(part, context);
  parseXml(part, bytes, reader);
  return reader.body();
}

class WorksheetReader {
  readonly #part: string;
  readonly #context: SheetContext;
  readonly #cells: Cell[] = [];
  readonly #merges: Merge[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #hiddenColumns: Span[] = [];
  readonly #inline = new RichText();
  #isSorted = true;
  #lastAddress = 0;
  #isInData = false;
  #isInInline = false;
  #isInValue = false;
  #row = 0;
  #column = 0;
  #type = "n";
  #style: CellStyle = PLAIN_STYLE;
  #value = "";
  #hasValue = false;
  #isFormula = false;

  constructor(part: string, context: SheetContext) {
    this.#part = part;
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#isInInline) this.#inline.open(name, attributes);
    else if (!this.#isInData) this.#openOutside(name, attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "v") this.#isInValue = this.#hasValue = true;
    else if (name === "row") this.#openRow(attributes);
    else if (name === "f") this.#isFormula = true;
    else if (name === "is") {
      this.#isInInline = this.#hasValue = true;
      this.#inline.start();
    }
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
    else if (this.#isInInline) this.#inline.add(text);
  }

  wantsText(): boolean {
    return this.#isInValue || this.#isInInline;
  }

  close(name: string): void {
    if (name === "v") this.#isInValue = false;
    else if (name === "c" && this.#isInData) this.#closeCell();
    else if (name === "is") this.#isInInline = false;
    else if (this.#isInInline) this.#inline.close(name);
    else if (name === "sheetData") this.#isInData = false;
  }

  body(): Body {
    return {
      cells: this.#isSorted ? this.#cells : sortCells(this.#cells),
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: numbersIn(this.#hiddenColumns, MAX_COLUMNS)
    };
  }

  #openOutside(name: string, attributes: Attributes): void {
    if (name === "sheetData") this.#isInData = true;
    else if (name === "col" && isTrue(attributes.get("hidden"))) {
      this.#hiddenColumns.push([Number(attributes.get("min")), Number(attributes.get("max"))]);
    } else if (name === "mergeCell") this.#merges.push(this.#readMerge(attributes.get("ref") ?? ""));
  }

  #openRow(attributes: Attributes): void {
    const written = attributes.get("r");
    this.#row = written === undefined ? this.#row + 1 : Number(written);
    this.#column = 0;
    if (!(this.#row >= 1 && this.#row <= MAX_ROWS && Number.isInteger(this.#row)))
      throw this.#outside(`dòng ${written}`);
    if (isTrue(attributes.get("hidden"))) this.#hiddenRows.push(this.#row);
  }

  #openCell(attributes: Attributes): void {
    const written = attributes.get("r");
    if (written === undefined) {
      this.#column++;
      if (this.#column > MAX_COLUMNS || this.#row === 0) throw this.#outside(`cột ${this.#column}`);
    } else {
      const packed = parseAddress(written);
      if (packed < 0) throw this.#outside(`ô "${written}"`);
      this.#row = rowOf(packed);
      this.#column = columnOf(packed);
    }
    const style = attributes.get("s");
    this.#style = style === undefined ? (this.#context.styles[0] ?? PLAIN_STYLE) : this.#styleOf(style);
    this.#type = attributes.get("t") ?? "n";
    this.#value = "";
    this.#hasValue = false;
    this.#isFormula = false;
  }

  #styleOf(index: string): CellStyle {
    return this.#context.styles[Number(index)] ?? PLAIN_STYLE;
  }

  #closeCell(): void {
    if (!this.#hasValue) {
      if (this.#isFormula) this.#push("text", "", null, this.#style.font);
      return;
    }
    const {font} = this.#style;
    switch (this.#type) {
      case "s": {
        const {texts, fonts} = this.#context.strings;
        const index = Number(this.#value);
        const text = this.#value === "" ? undefined : texts[index];
        if (text === undefined) throw damaged(`"${this.#part}" nhắc tới chuỗi số ${this.#value} không có`);
        if (text !== "") this.#push("text", text, null, fonts[index] ?? font);
        return;
      }
      case "inlineStr":
        if (this.#inline.text !== "") this.#push("text", this.#inline.text, null, this.#inline.font ?? font);
        return;
      case "str":
        if (this.#value !== "") this.#push("text", decodeEscapes(this.#value), null, font);
        return;
      case "b":
        if (this.#value !== "") this.#pushBoolean(isTrue(this.#value.trim()), font);
        return;
      case "e":
        this.#push("error", this.#value, null, font);
        return;
      case "d":
        this.#pushDate();
        return;
      default:
        this.#pushNumber();
    }
  }

  #pushNumber(): void {
    const text = this.#value.trim();
    if (text === "") return;
    const number = Number(text);
    if (Number.isFinite(number)) this.#push("number", text, number, this.#style.font);
    else this.#push("text", text, null, this.#style.font);
  }

  #pushBoolean(value: boolean, font: string | null): void {
    this.#push("boolean", value ? "TRUE" : "FALSE", value ? 1 : 0, font);
  }

  /** Strict files may write a day as ISO text: made the serial it stands for. */
  #pushDate(): void {
    const text = this.#value.trim();
    const serial = serialDate(text, this.#context.uses1904Dates);
    if (serial === null) {
      if (text !== "") this.#push("text", text, null, this.#style.font);
      return;
    }
    this.#style = {isDate: true, isPercent: false, font: this.#style.font};
    this.#push("number", text, serial, this.#style.font);
  }

  #push(kind: Cell["kind"], text: string, number: number | null, font: string | null): void {
    if (--this.#context.budget.cells < 0) throw tooLarge("có quá nhiều ô, nhiều nhất 1 triệu");
    const row = this.#row;
    const column = this.#column;
    if (text.length > MAX_TEXT) throw tooLarge(`ô ${cellAddress(row, column)} dài hơn 32.767 ký tự`);
    const address = row * MAX_COLUMNS + column;
    if (address <= this.#lastAddress) this.#isSorted = false;
    this.#lastAddress = address;
    const {isDate, isPercent} = this.#style;
    this.#cells.push({row, column, kind, text, number, isDate, isPercent, isFormula: this.#isFormula, font});
  }

  #readMerge(reference: string): Merge {
    const [from = "", to = from] = reference.split(":");
    const first = parseAddress(from);
    const last = parseAddress(to);
    if (first < 0 || last < 0) throw this.#outside(`vùng gộp "${reference}"`);
    const rows = [rowOf(first), rowOf(last)] as const;
    const columns = [columnOf(first), columnOf(last)] as const;
    if (this.#merges.length === MAX_MERGES) throw tooLarge("có quá nhiều vùng gộp");
    return {top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns)};
  }

  #outside(place: string): Error {
    return damaged(`"${this.#part}" có ${place} nằm ngoài trang tính Excel`);
  }
}
