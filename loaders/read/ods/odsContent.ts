import {
  booleanValue,
  type CellBudget,
  CellCollector,
  type CellValue,
  numberValue,
  textValue
} from "../cellCollector.ts";
import {MAX_COLUMNS, MAX_ROWS} from "../cellAddress.ts";
import {damaged, tooLarge} from "../refusal.ts";
import {serialDate} from "../serialDate.ts";
import type {Sheet} from "../workbook.ts";
import type {Attributes, XmlListener} from "../xml.ts";
import type {OdsStyles} from "./odsStyles.ts";
import {OdsText} from "./odsText.ts";

/** Cells that repetition marks may make out of one written: a few bytes must not become a full sheet. */
const MAX_REPEATED = 100_000;

/** A cell as written, until its row ends: the row may stand for many. */
interface WrittenCell {
  column: number;
  repeated: number;
  value: CellValue;
  isDate: boolean;
  isPercent: boolean;
  isFormula: boolean;
  style: string | null;
  rowsSpanned: number;
  columnsSpanned: number;
}

/** The cell whose text is being read. */
interface OpenCell extends WrittenCell {
  type: ValueType;
  stored: string | undefined;
  depth: number;
}

type ValueType = "none" | "text" | "number" | "percentage" | "date" | "time" | "boolean" | "error";

/** Reads the tables of `content.xml` (ODF 1.3, part 3, 9.1). Tables inside cells, drawings or links are no sheets. */
export class OdsContent {
  readonly #styles: OdsStyles;
  readonly #budget: CellBudget;
  readonly #sheets: Sheet[] = [];
  readonly #path: string[] = [];
  readonly #text = new OdsText();
  #repeatBudget = MAX_REPEATED;
  #uses1904Dates = false;
  #sheet: {name: string; isHidden: boolean; isLink: boolean; collector: CellCollector; depth: number} | null = null;
  #row = 0;
  #rowsRepeated = 1;
  #rowStyle: string | null = null;
  #column = 0;
  readonly #columns: {to: number; style: string | null}[] = [];
  /** Where in `#columns` the cell before stands. */
  #columnAt = 0;
  #written: WrittenCell[] = [];
  #cell: OpenCell | null = null;

  constructor(styles: OdsStyles, budget: CellBudget) {
    this.#styles = styles;
    this.#budget = budget;
  }

  readonly listener: XmlListener = {
    open: (name, attributes) => this.#open(name, attributes),
    close: (name) => this.#close(name),
    text: (text) => {
      if (this.#cell !== null) this.#text.add(text);
    }
  };

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  get uses1904Dates(): boolean {
    return this.#uses1904Dates;
  }

  #open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (this.#cell !== null) this.#text.open(name, attributes);
    else if (name === "table:table" && parent === "spreadsheet") this.#startSheet(attributes);
    else if (name === "table:null-date") {
      this.#uses1904Dates = attributes.get("table:date-value")?.startsWith("1904-01-01") === true;
    } else if (this.#sheet === null) this.#styles.listener.open(name, attributes);
    else if (name === "table:table-cell" || name === "table:covered-table-cell") this.#startCell(attributes);
    else if (name === "table:table-row") this.#startRow(attributes);
    else if (name === "table:table-column") this.#addColumns(attributes);
    else if (name === "table:table-source") this.#sheet.isLink = true;
  }

  #close(name: string): void {
    const depth = this.#path.length;
    this.#path.pop();
    if (this.#cell !== null && this.#cell.depth < depth) this.#text.close(name);
    else if (this.#cell !== null) this.#endCell(this.#cell);
    else if (this.#sheet === null) this.#styles.listener.close(name);
    else if (this.#sheet.depth === depth) this.#endSheet();
    else if (name === "table:table-row") this.#endRow(this.#sheet.collector);
  }

  #startSheet(attributes: Attributes): void {
    const name = attributes.get("table:name") ?? "";
    const isHidden = this.#styles.isHiddenTable(attributes.get("table:style-name"));
    const collector = new CellCollector(name, this.#budget);
    this.#sheet = {name, isHidden, isLink: false, collector, depth: this.#path.length};
    this.#row = 0;
    this.#columns.length = 0;
  }

  /** A table with a source is a copy of another file's, kept for formulas that refer to it. */
  #endSheet(): void {
    const sheet = this.#sheet;
    this.#sheet = null;
    if (sheet === null || sheet.isLink) return;
    this.#sheets.push({name: sheet.name, isHidden: sheet.isHidden, ...sheet.collector.body()});
  }

  #addColumns(attributes: Attributes): void {
    const from = (this.#columns.at(-1)?.to ?? 0) + 1;
    const to = from + repetition(attributes.get("table:number-columns-repeated")) - 1;
    this.#columns.push({to, style: attributes.get("table:default-cell-style-name") ?? null});
    if (isCollapsed(attributes)) this.#sheet?.collector.hideColumns(from, to);
  }

  #startRow(attributes: Attributes): void {
    this.#rowsRepeated = repetition(attributes.get("table:number-rows-repeated"));
    this.#rowStyle = attributes.get("table:default-cell-style-name") ?? null;
    this.#column = 0;
    this.#columnAt = 0;
    this.#written = [];
    if (isCollapsed(attributes)) this.#sheet?.collector.hideRows(this.#row + 1, this.#row + this.#rowsRepeated);
  }

  #endRow(collector: CellCollector): void {
    const count = this.#written.reduce((sum, {repeated}) => sum + repeated, 0);
    this.#repeatBudget -= count * this.#rowsRepeated - this.#written.length;
    if (this.#repeatBudget < 0) throw tooLarge("có quá nhiều ô lặp lại");
    for (let i = 1; count > 0 && i <= this.#rowsRepeated; i++) this.#writeRow(collector, this.#row + i);
    this.#row += this.#rowsRepeated;
  }

  #writeRow(collector: CellCollector, row: number): void {
    for (const {column, repeated, value, isFormula, style, rowsSpanned, columnsSpanned, ...format} of this.#written) {
      const cellStyle = {...format, font: this.#styles.fontOf(style)};
      for (let at = column; at < column + repeated; at++) {
        if (value.text !== "" || isFormula) collector.add(row, at, value, cellStyle, isFormula);
        collector.merge({top: row, left: at, bottom: row + rowsSpanned - 1, right: at + columnsSpanned - 1});
      }
    }
  }

  #startCell(attributes: Attributes): void {
    const column = this.#column + 1;
    const repeated = repetition(attributes.get("table:number-columns-repeated"));
    this.#column += repeated;
    const {type, stored} = storedValue(attributes);
    const style = attributes.get("table:style-name") ?? this.#rowStyle ?? this.#styleOfColumn(column);
    const format =
      type === "number" ? this.#styles.formatOf(style) : {isDate: isMoment(type), isPercent: type === "percentage"};
    this.#text.start();
    this.#cell = {
      column,
      repeated,
      value: textValue(""),
      ...format,
      isFormula: attributes.get("table:formula") !== undefined,
      style,
      rowsSpanned: span(attributes.get("table:number-rows-spanned"), MAX_ROWS),
      columnsSpanned: span(attributes.get("table:number-columns-spanned"), MAX_COLUMNS),
      type,
      stored,
      depth: this.#path.length
    };
  }

  #endCell(cell: OpenCell): void {
    this.#cell = null;
    cell.value = this.#valueOf(cell.type, cell.stored, this.#text.text);
    // A formula whose result is an empty text leaves no cell; one without any result does.
    cell.isFormula &&= cell.value.text !== "" || cell.type === "none";
    const isMerged = cell.rowsSpanned * cell.columnsSpanned > 1;
    if (cell.value.text !== "" || cell.isFormula || isMerged) this.#written.push(cell);
  }

  #valueOf(type: ValueType, stored: string | undefined, shown: string): CellValue {
    switch (type) {
      case "number":
      case "percentage":
        return stored === undefined || stored.trim() === ""
          ? textValue(shown)
          : numberValue(Number(stored), stored.trim());
      case "date":
      case "time": {
        const text = stored ?? "";
        const number = type === "date" ? serialDate(text, this.#uses1904Dates) : duration(text);
        return number === null ? textValue(shown) : {kind: "number", text, number};
      }
      case "boolean":
        return booleanValue(stored === "true" || stored === "1");
      case "error":
        return {kind: "error", text: shown === "" ? "#N/A" : shown, number: null};
      default:
        return textValue(stored ?? shown);
    }
  }

  #styleOfColumn(column: number): string | null {
    while ((this.#columns[this.#columnAt]?.to ?? column) < column) this.#columnAt++;
    return this.#columns[this.#columnAt]?.style ?? null;
  }
}

/** Type of a cell's value and the value as stored, by the attributes of ODF 1.3, part 3, 19.385. */
function storedValue(attributes: Attributes): {type: ValueType; stored: string | undefined} {
  if (attributes.get("calcext:value-type") === "error") return {type: "error", stored: undefined};
  switch (attributes.get("office:value-type")) {
    case undefined:
      return {type: "none", stored: undefined};
    case "float":
    case "currency":
      return {type: "number", stored: attributes.get("office:value")};
    case "percentage":
      return {type: "percentage", stored: attributes.get("office:value")};
    case "date":
      return {type: "date", stored: attributes.get("office:date-value")};
    case "time":
      return {type: "time", stored: attributes.get("office:time-value")};
    case "boolean":
      return {type: "boolean", stored: attributes.get("office:boolean-value")};
    default:
      return {type: "text", stored: attributes.get("office:string-value")};
  }
}

function isMoment(type: ValueType): boolean {
  return type === "date" || type === "time";
}

function isCollapsed(attributes: Attributes): boolean {
  const visibility = attributes.get("table:visibility");
  return visibility === "collapse" || visibility === "filter";
}

/** How often a row, column or cell stands in a row; programs fill a sheet to its end with empty ones. */
function repetition(written: string | undefined): number {
  if (written === undefined) return 1;
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1) throw damaged(`số lần lặp "${written.slice(0, 20)}" sai`);
  return Math.min(count, MAX_ROWS);
}

function span(written: string | undefined, most: number): number {
  const count = Number(written ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}

/** Days of a duration such as "PT36H30M00S"; null if it is none. */
function duration(text: string): number | null {
  const match = /^(-?)P(?:(\d{1,9})D)?T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,12})?)S)?$/.exec(text);
  if (match === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part: string | undefined) => Number((part ?? "0").replace(",", ".")));
  return (match[1] === "-" ? -1 : 1) * (days + hours / 24 + minutes / 1440 + seconds / 86_400);
}
