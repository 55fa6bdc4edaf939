import type {Cell} from "../../read/workbook.ts";
import type {Stage} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import type {FieldType} from "../form.ts";
import {formNotFilled, unusedTickColumn} from "../rules/unitRules.ts";
import type {Table} from "../recognise/findTables.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import {isBareTick} from "../values/result.ts";
import type {FoundCommune} from "../whose/communeFinder.ts";
import type {Scalar} from "./fieldValue.ts";
import type {RowSink} from "./readValues.ts";
import type {AppliedRule} from "./trace.ts";

/** A row with blanks to settle; units and models alike. */
export interface TickedRow {
  row: Record<string, Scalar>;
  table: Table;
  data: {number: number; cells: Table["rows"][number]["cells"]};
  origin: {commune: FoundCommune; stage: Stage};
  faulty: ReadonlySet<string>;
}

/** What a blank cell of a tick column means: "no", or that nothing is known. */
interface TickColumn {
  field: string;
  columns: readonly TableColumn[];
  meaning: (stage: Stage) => AppliedRule | null;
}

/**
 * Settles the blank cells of the tick columns of a sheet. A column counts as used by a commune if the commune's rows on the
 * sheet hold one tick in it; then blank is "no" where the form says so. Unused, all its cells are missing: one warning a column.
 */
export function settleTicks(rows: readonly TickedRow[], {log, trace}: RowSink): void {
  if (areUntouched(rows)) {
    const [first] = rows;
    const place = {sheet: first?.table.sheet ?? null, row: first?.table.headerRow ?? null};
    log.report(formNotFilled, place, {text: String(rows.length)});
    return;
  }
  const byTable = new Map<Table, TickedRow[]>();
  for (const row of rows) {
    const sharing = byTable.get(row.table);
    if (sharing === undefined) byTable.set(row.table, [row]);
    else sharing.push(row);
  }
  const ticksOf = new Map([...byTable].map(([table, own]) => [table, tickColumns(table, own)]));
  const used = usedFields(rows, ticksOf);
  const warned = new Set<string>();
  for (const [table, own] of byTable) {
    for (const {field, columns, meaning} of ticksOf.get(table) ?? []) {
      const unused = new Map<string, string>();
      for (const {row, data, origin, faulty} of own) {
        const {commune, stage} = origin;
        if (!used.ticked.has(`${commune.code} ${field}`)) {
          if (!used.answered.has(`${commune.code} ${field}`)) unused.set(commune.code, commune.name);
          continue;
        }
        if (row[field] != null || faulty.has(field)) continue;
        const rule = meaning(stage);
        if (rule === null) continue;
        row[field] = false;
        trace.text(table.sheet, data.number, field, "", rule);
      }
      const [column] = columns;
      if (unused.size === 0 || column === undefined || warned.has(field)) continue;
      warned.add(field);
      const isAll = unused.size === new Set(own.map(({origin}) => origin.commune.code)).size;
      const names = [...unused.values()];
      const some = `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` và ${names.length - 5} xã khác` : ""}`;
      const communeCode = unused.size === 1 ? [...unused.keys()][0] : undefined;
      log.report(
        unusedTickColumn,
        {sheet: table.sheet, row: table.headerRow, column: column.column, field, communeCode: communeCode ?? null},
        {header: columns.map(({headerText}) => headerText).join(", "), ...(isAll ? {} : {detail: some})}
      );
    }
  }
}

/** Types of columns that say what a row is of; the others say how it fared. */
const DESCRIBING: ReadonlySet<FieldType> = new Set([
  "ordinal",
  "code",
  "name",
  "unit_type",
  "commune",
  "commune_code",
  "former_commune",
  "district",
  "year",
  "managed_level",
  "exclusion",
  "text",
  "ignored"
]);
/** Fewer columns to fill in are a list of names that a sender made, not one of our forms. */
const LEAST_COLUMNS = 4;

/** True for a form handed out and sent back as it was: rows with names and all columns to fill in blank. */
function areUntouched(rows: readonly TickedRow[]): boolean {
  if (rows.length === 0) return false;
  const toFill = new Map<Table, readonly TableColumn[]>();
  return rows.every(({table, data, faulty}) => {
    let columns = toFill.get(table);
    if (columns === undefined) toFill.set(table, (columns = columnsToFill(table)));
    return (
      columns.length >= LEAST_COLUMNS && faulty.size === 0 && columns.every(({column}) => !isFilled(data.cells[column]))
    );
  });
}

function columnsToFill({match: {columns, compiled}}: Table): TableColumn[] {
  return columns.filter(({field}) => {
    const type = compiled.form.fields[field]?.type;
    return type !== undefined && !DESCRIBING.has(type);
  });
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== undefined && textOf(cell) !== "";
}

/** "<commune> <field>" of the fields in which a commune's rows hold a yes, and of those in which they hold any answer. */
function usedFields(
  rows: readonly TickedRow[],
  ticksOf: ReadonlyMap<Table, readonly TickColumn[]>
): {ticked: Set<string>; answered: Set<string>} {
  const ticked = new Set<string>();
  const answered = new Set<string>();
  for (const {row, origin, faulty, table} of rows) {
    for (const {field} of ticksOf.get(table) ?? []) {
      const value = row[field];
      if (value == null && !faulty.has(field)) continue;
      const key = `${origin.commune.code} ${field}`;
      answered.add(key);
      if (value != null && value !== false) ticked.add(key);
    }
  }
  return {ticked, answered};
}

function tickColumns(table: Table, rows: readonly TickedRow[]): TickColumn[] {
  const found: TickColumn[] = [];
  const {fields} = table.match.compiled.form;
  for (const [name, field] of Object.entries(fields)) {
    const columns = table.match.columns.filter((column) => column.field === name);
    const plain = columns.find(({choice}) => choice === null);
    const choices = columns.filter(({choice}) => choice !== null);
    if (field.type === "tick" && plain !== undefined) {
      const rule = field.blank === "no" ? "tick_blank_is_no" : null;
      found.push({field: name, columns: [plain], meaning: () => rule});
    } else if (choices.length > 0 && plain === undefined) {
      const isSingle = choices.length === 1 && choices[0]?.choice === "dat";
      found.push({field: name, columns: choices, meaning: isSingle ? singleTick : () => null});
    } else if (field.type === "result" && plain !== undefined && isTicked(plain, rows)) {
      found.push({field: name, columns: [plain], meaning: singleTick});
    }
  }
  return found;
}

/** A single column Đạt: blank is "no" once the figures are final. */
function singleTick(stage: Stage): AppliedRule | null {
  return stage === "chinh_thuc" ? "single_tick_blank_is_no" : null;
}

/** True if a column of results holds ticks and no words. */
function isTicked({column}: TableColumn, rows: readonly TickedRow[]): boolean {
  let ticks = 0;
  for (const {data} of rows) {
    const cell = data.cells[column];
    if (cell === undefined) continue;
    if (!isBareTick(cell)) return false;
    ticks++;
  }
  return ticks > 0;
}
