import type {Cell} from "../../read/workbook.ts";
import type {Field} from "../form.ts";
import type {IssueLog} from "../issueLog.ts";
import type {DataRow, Table} from "../recognise/findTables.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import {partOverWhole, twoTicks} from "../rules/valueRules.ts";
import type {Fault} from "../values/reading.ts";
import {choiceTitle, choiceValue, readChoice} from "./choice.ts";
import {readField, type DateSystem, type Scalar} from "./fieldValue.ts";
import type {Trace} from "./trace.ts";

/** Types that need more than their cell. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  "ordinal",
  "ignored",
  "name",
  "commune",
  "commune_code",
  "former_commune",
  "district",
  "year",
  "unit_type",
  "managed_level",
  "exclusion",
  "fact"
]);

/** Where rows are read to, and what dates are read by. */
export interface RowSink {
  log: IssueLog;
  trace: Trace;
  dates: DateSystem;
}

/** The columns of a table that are read by their cell alone, and the parts and wholes among its fields. */
export interface ReadPlan {
  columns: readonly {column: TableColumn; field: Field}[];
  totals: readonly (readonly [part: string, whole: string])[];
}

/** Looks the columns of a table up once for all its rows. */
export function readPlan({match}: Table): ReadPlan {
  const {fields} = match.compiled.form;
  return {
    columns: match.columns.flatMap((column) => {
      const field = fields[column.field];
      return field === undefined || READ_ELSEWHERE.has(field.type) ? [] : [{column, field}];
    }),
    totals: Object.entries(fields).flatMap(([part, {total}]) => (total === undefined ? [] : [[part, total] as const]))
  };
}

/** Reads the plain fields of one row; keeps which of them could not be read. */
export class ValueReader {
  readonly faulty = new Set<string>();
  readonly #values: Record<string, Scalar>;
  readonly #table: Table;
  readonly #data: DataRow;
  readonly #communeCode: string;
  readonly #sink: RowSink;
  readonly #ticks = new Map<string, {column: TableColumn; cell: Cell; isChosen: boolean}[]>();

  /** Values found are written into `values`; what is blank or cannot be read stays as it was. */
  constructor(values: Record<string, Scalar>, table: Table, data: DataRow, communeCode: string, sink: RowSink) {
    this.#values = values;
    this.#table = table;
    this.#data = data;
    this.#communeCode = communeCode;
    this.#sink = sink;
  }

  read({columns, totals}: ReadPlan): void {
    for (const {column, field} of columns) {
      const cell = this.#data.cells[column.column];
      if (cell === undefined) continue;
      if (column.choice !== null) {
        const {isChosen, fault} = readChoice(cell, column.choice, field);
        if (fault !== null) this.fault(fault, cell, column);
        if (isChosen === true || fault !== null)
          this.#sink.trace.text(this.#table.sheet, this.#data.number, column.field, cell.text);
        if (isChosen !== null) this.tick(column, cell, isChosen);
        continue;
      }
      const read = readField(cell, column.field, field, this.#sink.dates);
      if (read.fault !== null) this.fault(read.fault, cell, column);
      this.take(read.values, cell, column, read.isUnusual);
    }
    for (const [field, ticks] of this.#ticks) this.settle(field, ticks);
    for (const [part, whole] of totals) this.holdAgainst(part, whole);
  }

  /** Writes a fault down and marks its field. */
  fault({rule, text, detail}: Fault, cell: Cell, {field, headerText}: TableColumn): void {
    const place = {sheet: this.#table.sheet, cell, row: this.#data.number, field, communeCode: this.#communeCode};
    this.#sink.log.report(rule, place, {header: headerText, text, ...(detail === undefined ? {} : {detail})});
    this.faulty.add(field);
  }

  private take(
    found: ReturnType<typeof readField>["values"],
    cell: Cell,
    column: TableColumn,
    isUnusual: boolean
  ): void {
    const {trace} = this.#sink;
    const {sheet} = this.#table;
    let isWritten = false;
    for (const {field, value, rule} of found) {
      const isOwn = field === column.field;
      if (value === null || (!isOwn && this.#values[field] != null)) continue;
      this.#values[field] = value;
      if (!isOwn) trace.column(sheet, this.#table.match.compiled.form.id, column, field);
      if (!isUnusual && rule === null) continue;
      trace.text(sheet, this.#data.number, field, cell.text, rule);
      isWritten = isWritten || isOwn;
    }
    if (isUnusual && !isWritten) trace.text(sheet, this.#data.number, column.field, cell.text);
  }

  private tick(column: TableColumn, cell: Cell, isChosen: boolean): void {
    const ticks = this.#ticks.get(column.field);
    if (ticks === undefined) this.#ticks.set(column.field, [{column, cell, isChosen}]);
    else ticks.push({column, cell, isChosen});
  }

  /** One tick among the columns of a field is its value; two are a fault. An express "không" under Đạt is "chưa đạt". */
  private settle(field: string, ticks: readonly {column: TableColumn; cell: Cell; isChosen: boolean}[]): void {
    const chosen = ticks.filter(({isChosen}) => isChosen);
    const [first, second] = chosen;
    if (first !== undefined && second !== undefined) {
      const detail = chosen.map(({column}) => choiceTitle(column.choice ?? "")).join(", ");
      const header = first.column.headerText.split(" > ").slice(0, -1).join(" > ");
      this.fault({rule: twoTicks, text: second.cell.text, detail}, second.cell, {
        ...second.column,
        headerText: header === "" ? this.titleOf(field) : header
      });
      this.#values[field] = null;
      return;
    }
    if (this.#values[field] != null) return;
    if (first !== undefined) this.#values[field] = choiceValue(first.column.choice ?? "");
    else if (ticks.some(({column}) => column.choice === "dat")) this.#values[field] = false;
  }

  private titleOf(field: string): string {
    return this.#table.match.compiled.form.fields[field]?.title ?? field;
  }

  /** A part greater than its whole cannot be: the part is left out. */
  private holdAgainst(part: string, whole: string): void {
    const {[part]: count, [whole]: total} = this.#values;
    if (typeof count !== "number" || typeof total !== "number" || count <= total) return;
    const column = this.#table.match.columns.find(({field}) => field === part);
    const cell = column === undefined ? undefined : this.#data.cells[column.column];
    if (column === undefined || cell === undefined) return;
    this.fault({rule: partOverWhole, text: String(count), detail: String(total)}, cell, column);
    this.#values[part] = null;
  }
}
