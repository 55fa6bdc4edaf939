import type {Issue, Reading} from "../reading.ts";
import type {Found, Rule} from "../rules/rule.ts";

/** Where a difference from the year before shows: a row and field of the file, its sheet, or the file as a whole. */
export interface PriorPlace {
  row?: {sheet: string; row_number: number};
  sheet?: string | null;
  field?: string;
  /** Value that the cell holds, as text. */
  value?: string;
}

/** Collects issues about a reading that is at hand without its cells: addresses come from its columns. */
export class PriorLog {
  readonly issues: Issue[] = [];
  readonly #reading: Reading;
  readonly #letters: ReadonlyMap<string, string>;

  constructor(reading: Reading) {
    this.#reading = reading;
    const letters = new Map<string, string>();
    for (const {sheet, field, column_letter} of reading.columns) {
      if (!letters.has(`${sheet}\n${field}`)) letters.set(`${sheet}\n${field}`, column_letter);
    }
    this.#letters = letters;
  }

  report(rule: Rule, {row, sheet = row?.sheet ?? null, field, value}: PriorPlace, found: Found): void {
    const letter = row === undefined || field === undefined ? undefined : this.#letters.get(`${row.sheet}\n${field}`);
    this.issues.push({
      commune_code: this.#reading.area_level === "commune" ? this.#reading.area_code : null,
      severity: rule.severity,
      rule: rule.id,
      sheet,
      cell: letter === undefined || row === undefined ? null : `${letter}${row.row_number}`,
      row_number: row?.row_number ?? null,
      field: field ?? null,
      raw_value: value ?? (row === undefined ? null : found.text),
      message: rule.message(found),
      remedy: rule.remedy(found)
    });
  }

  /** Sheet of the first unit of a type. */
  sheetOf(type: string): string | null {
    return this.#reading.units.find(({unit_type}) => unit_type === type)?.sheet ?? null;
  }
}
