import type {FormId, UnitType} from "../../vocabulary.ts";
import type {Table} from "../recognise/findTables.ts";
import type {Reading} from "../reading.ts";

/** A data row as totals count it: a row that was refused counts too, its type is then unknown. */
export interface CountedRow {
  type: UnitType | null;
}

/** The data rows of a file's tables, with the types they were read as. */
export class CountedRows {
  readonly #types: ReadonlyMap<string, string>;
  readonly #tables: readonly Table[];
  readonly #rows = new Map<Table, readonly CountedRow[]>();

  constructor(tables: readonly Table[], {units}: Pick<Reading, "units">) {
    this.#tables = tables;
    this.#types = new Map(units.map(({sheet, row_number, unit_type}) => [`${sheet}\n${row_number}`, unit_type]));
  }

  rowsOf(table: Table): readonly CountedRow[] {
    const known = this.#rows.get(table);
    if (known !== undefined) return known;
    const rows = table.rows.map(({number}) => {
      const type = this.#types.get(`${table.sheet}\n${number}`);
      return {type: (type ?? null) as UnitType | null};
    });
    this.#rows.set(table, rows);
    return rows;
  }

  rowsOfForm(form: FormId): readonly CountedRow[] {
    return this.#tables.filter(({match}) => match.compiled.form.id === form).flatMap((table) => this.rowsOf(table));
  }
}
