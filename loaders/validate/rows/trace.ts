import type {Cell} from "../../read/workbook.ts";
import type {FormId} from "../../vocabulary.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import type {RawText, SheetColumn} from "../reading.ts";

/** Rules that fill or turn a value, as the trace names them. */
export type AppliedRule =
  | "tick_blank_is_no"
  | "single_tick_blank_is_no"
  | "not_registered_is_not_certified"
  | "date_is_tick"
  | "fraction"
  | "not_concerned"
  | "excluded_by_name"
  | "managed_level_of_reporter"
  | "type_of_group"
  | "type_of_sheet"
  | "type_of_header"
  | "type_of_name";

/**
 * Collects what leads from a value back to its cell: the column of each field, and the texts behind values. A plain cell without a
 * text here holds exactly the value's standard text (`standardText`); a tick that chooses among columns always has its text here.
 */
export class Trace {
  readonly columns: SheetColumn[] = [];
  readonly #values = new Map<string, RawText>();
  readonly #known = new Set<string>();

  /** Notes that a column of a sheet holds a field. */
  column(sheet: string, form: FormId, {letter, headerText}: TableColumn, field: string): void {
    const key = `${sheet}\n${form}\n${field}\n${letter}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.columns.push({sheet, form, field, column_letter: letter, header_text: headerText});
  }

  /** Notes the text behind a value, one for each row and field: a rule that fills it later is added to the text. */
  text(sheet: string, row_number: number, field: string, raw_text: string, rule: AppliedRule | null = null): void {
    const key = `${sheet}\n${row_number}\n${field}`;
    const earlier = this.#values.get(key);
    if (earlier === undefined) this.#values.set(key, {sheet, row_number, field, raw_text, rule});
    else {
      if (earlier.raw_text === "") earlier.raw_text = raw_text;
      earlier.rule = rule ?? earlier.rule;
    }
  }

  /** Notes what the file stores in a cell of a legacy encoding, in place of its reading, for all fields the cell holds. */
  stored(sheet: string, row_number: number, letter: string, {text, stored}: Cell): void {
    if (stored === undefined) return;
    for (const column of this.columns) {
      if (column.sheet !== sheet || column.column_letter !== letter) continue;
      const {field} = column;
      const key = `${sheet}\n${row_number}\n${field}`;
      const earlier = this.#values.get(key);
      if (earlier === undefined) this.#values.set(key, {sheet, row_number, field, raw_text: stored, rule: null});
      else if (earlier.raw_text === "" || earlier.raw_text === text) earlier.raw_text = stored;
    }
  }

  /** The texts, one for each sheet, row and field. */
  get values(): RawText[] {
    return [...this.#values.values()];
  }
}
