import {
  booleanValue,
  type CellBudget,
  CellCollector,
  type CellValue,
  MAX_CELLS,
  numberValue,
  textValue
} from "./cellCollector.ts";
import {builtInFormat, customFormat} from "./numberFormat.ts";
import {damaged, tooLarge} from "./refusal.ts";
import {serialDate} from "./serialDate.ts";
import {type CellStyle, PLAIN_STYLE} from "./styles.ts";
import type {Sheet, Workbook} from "./workbook.ts";
import {type Attributes, parseXml, type XmlListener} from "./xml.ts";

const MAX_SIZE = 64 * 2 ** 20;

/** Named number formats that show a day, a time or a percentage; the others show a number. */
const NAMED_FORMATS: ReadonlyMap<string, number> = new Map([
  ["General Date", 22],
  ["Long Date", 14],
  ["Medium Date", 15],
  ["Short Date", 14],
  ["Long Time", 19],
  ["Medium Time", 18],
  ["Short Time", 20],
  ["Percent", 10]
]);

/**
 * Reads an XML Spreadsheet 2003 (one XML file, as Excel 2002 to 2003 and many reporting programs write): values as stored.
 * @throws RefusalError if the file is damaged, unsafe or too large.
 */
export function readSpreadsheetXml(bytes: Uint8Array): Workbook {
  if (bytes.length > MAX_SIZE) throw tooLarge("hơn 64 MB");
  const reader = new SpreadsheetXml();
  parseXml("tệp", bytes, reader);
  if (reader.sheets.length === 0) throw damaged("sổ làm việc không có trang tính nào");
  return {format: "xml", sheets: reader.sheets, uses1904Dates: reader.uses1904Dates};
}

/** Elements and attributes come with the prefix "ss:" or without: either is usual, and so is every mixture. */
const bare = (name: string): string => (name.startsWith("ss:") ? name.slice(3) : name);
const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes.get(`ss:${name}`) ?? attributes.get(name);

class SpreadsheetXml implements XmlListener {
  readonly sheets: Sheet[] = [];
  uses1904Dates = false;
  readonly #budget: CellBudget = {cells: MAX_CELLS};
  readonly #styles = new Map<string, CellStyle>();
  #style: {id: string; value: CellStyle} | null = null;
  #sheet: {name: string; isHidden: boolean; collector: CellCollector} | null = null;
  #element = "";
  #row = 0;
  #column = 0;
  /** The next cell stands after the merged range of the one at hand. */
  #mergeEnd = 0;
  #tableColumn = 0;
  #cellStyle: string | undefined;
  #rowStyle: string | undefined;
  #isInCell = false;
  #isFormula = false;
  #data: {type: string; text: string} | null = null;
  #isInData = false;
  #isInComment = false;
  #flagText = "";

  open(written: string, attributes: Attributes): void {
    const name = bare(written);
    this.#element = name;
    if (this.#isInData) return;
    const {collector} = this.#sheet ?? {};
    if (name === "Style") this.#startStyle(attributes);
    else if (name === "NumberFormat" && this.#style !== null) {
      const format = attribute(attributes, "Format") ?? "";
      const named = NAMED_FORMATS.get(format);
      Object.assign(this.#style.value, named === undefined ? customFormat(format) : builtInFormat(named));
    } else if (name === "Font" && this.#style !== null) {
      this.#style.value.font = attribute(attributes, "FontName") ?? this.#style.value.font;
    } else if (name === "Worksheet") this.#startSheet(attributes);
    else if (collector === undefined) return;
    else if (name === "Column") {
      const from = placeOf(attribute(attributes, "Index"), this.#tableColumn);
      this.#tableColumn = from + countOf(attribute(attributes, "Span"));
      if (attribute(attributes, "Hidden") === "1") collector.hideColumns(from, this.#tableColumn);
    } else if (name === "Row") {
      this.#row = placeOf(attribute(attributes, "Index"), this.#row);
      const last = this.#row + countOf(attribute(attributes, "Span"));
      if (attribute(attributes, "Hidden") === "1") collector.hideRows(this.#row, last);
      this.#rowStyle = attribute(attributes, "StyleID");
      this.#column = 0;
    } else if (name === "Cell") this.#startCell(attributes, collector);
    else if (name === "Comment") this.#isInComment = true;
    else if (name === "Data" && this.#isInCell && !this.#isInComment) {
      this.#data = {type: attribute(attributes, "Type") ?? "String", text: ""};
      this.#isInData = true;
    }
  }

  text(text: string): void {
    if (this.#isInData && this.#data !== null) this.#data.text += text;
    else if (this.#element.endsWith("Visible")) this.#flagText += text;
  }

  close(written: string): void {
    const name = bare(written);
    if (name === "Data") this.#isInData = false;
    else if (this.#isInData) return;
    else if (name === "Comment") this.#isInComment = false;
    else if (name === "Style" && this.#style !== null) {
      this.#styles.set(this.#style.id, this.#style.value);
      this.#style = null;
    } else if (name.endsWith("Visible") && this.#sheet !== null) {
      if (/hidden/i.test(this.#flagText)) this.#sheet.isHidden = true;
    } else if (name.endsWith("Date1904")) this.uses1904Dates = true;
    else if (name === "Cell" && this.#sheet !== null) this.#endCell(this.#sheet.collector);
    else if (name === "Worksheet" && this.#sheet !== null) {
      const {collector, ...sheet} = this.#sheet;
      this.sheets.push({...sheet, ...collector.body()});
      this.#sheet = null;
    }
    this.#element = "";
    this.#flagText = "";
  }

  #startStyle(attributes: Attributes): void {
    const parent = this.#styles.get(attribute(attributes, "Parent") ?? "Default") ?? PLAIN_STYLE;
    this.#style = {id: attribute(attributes, "ID") ?? "", value: {...parent}};
  }

  #startSheet(attributes: Attributes): void {
    const name = attribute(attributes, "Name") ?? "";
    this.#sheet = {name, isHidden: false, collector: new CellCollector(name, this.#budget)};
    this.#row = 0;
    this.#tableColumn = 0;
  }

  #startCell(attributes: Attributes, collector: CellCollector): void {
    const left = placeOf(attribute(attributes, "Index"), this.#column);
    const right = left + countOf(attribute(attributes, "MergeAcross"));
    const bottom = this.#row + countOf(attribute(attributes, "MergeDown"));
    collector.merge({top: this.#row, left, bottom, right});
    this.#column = left;
    this.#cellStyle = attribute(attributes, "StyleID") ?? this.#rowStyle;
    this.#isFormula = attribute(attributes, "Formula") !== undefined;
    this.#data = null;
    this.#isInCell = true;
    this.#mergeEnd = right;
  }

  #endCell(collector: CellCollector): void {
    const style = {...(this.#styles.get(this.#cellStyle ?? "Default") ?? PLAIN_STYLE)};
    const value = this.#data === null ? textValue("") : this.#valueOf(this.#data, style);
    const isWithoutResult = this.#isFormula && this.#data === null;
    if (value.text !== "" || isWithoutResult) collector.add(this.#row, this.#column, value, style, this.#isFormula);
    this.#column = this.#mergeEnd;
    this.#isInCell = false;
  }

  #valueOf({type, text}: {type: string; text: string}, style: CellStyle): CellValue {
    switch (type) {
      case "Number":
        return text.trim() === "" ? textValue("") : numberValue(Number(text), text.trim());
      case "Boolean":
        return booleanValue(text.trim() === "1");
      case "Error":
        return {kind: "error", text: text.trim(), number: null};
      case "DateTime": {
        const number = serialDate(text.trim(), this.uses1904Dates);
        if (number === null) return textValue(text);
        Object.assign(style, {isDate: true, isPercent: false});
        return {kind: "number", text: text.trim(), number};
      }
      default:
        return textValue(text);
    }
  }
}

/** Place of a row, column or cell: as written, else after the one before. */
function placeOf(written: string | undefined, previous: number): number {
  return written === undefined ? previous + 1 : Number(written);
}

function countOf(written: string | undefined): number {
  return written === undefined ? 0 : Number(written);
}
