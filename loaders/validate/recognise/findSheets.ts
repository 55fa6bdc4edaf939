import {textOf} from "../cellText.ts";
import type {Grid} from "../grid.ts";
import {columnLetter} from "../../read/cellAddress.ts";
import {foldKey} from "../foldKey.ts";
import type {CompiledForm, CompiledForms, Words} from "./compileForms.ts";
import {findTables, type SheetTables, type Table} from "./findTables.ts";
import {holdsFacts, isLabel} from "./labels.ts";
import type {TableColumn} from "./matchHeader.ts";

/** Labels of facts that make a sheet without header row a sheet of facts. */
const LEAST_LABELS = 3;

/** Finds the tables of every sheet; a table of facts that holds none of the known ones is no such table. */
export function findSheets(grids: readonly Grid[], forms: CompiledForms): SheetTables[] {
  return grids.map((grid) => {
    if (isGuide(grid, forms.words)) return {grid, titles: grid.rows, tables: [], nearest: null};
    const found = findTables(grid, forms);
    const tables = found.tables.filter((table) => table.match.compiled.facts.length === 0 || holdsFacts(table));
    if (tables.length > 0) return {...found, tables};
    const facts = forms.forms.find((form) => form.facts.length > 0);
    const table = facts === undefined ? null : factsWithoutHeader(grid, facts);
    if (table === null) return {...found, tables: [], titles: grid.rows};
    const first = table.rows[0]?.number ?? 0;
    return {grid, titles: grid.rows.filter(({number}) => number < first), tables: [table], nearest: null};
  });
}

/**
 * True for a sheet that only explains how to fill in the others: so called, and beginning with these words or hidden. Its tables of columns
 * and words would pass for a form.
 */
export function isGuide({sheet, rows}: Grid, {guides}: Words): boolean {
  const isCalled = (text: string): boolean => {
    const key = foldKey(text);
    return guides.some((guide) => key === guide || key.startsWith(`${guide} `));
  };
  if (!isCalled(sheet.name)) return false;
  const first = rows[0]?.cells.find((cell) => cell !== undefined);
  return sheet.isHidden || isCalled(textOf(first));
}

/** Thông tin chung as two or more columns without header: a label, then its values. */
function factsWithoutHeader(grid: Grid, compiled: CompiledForm): Table | null {
  const none = {columns: [], unknown: [], repeated: [], beside: null, missing: []};
  const empty = {...none, compiled, isComplete: true, score: 0, weight: 0};
  const labels = new Map<number, number>();
  for (const {cells, number} of grid.rows.slice(0, 200)) {
    for (const cell of cells) {
      if (cell?.kind !== "text" || cell.row !== number) continue;
      if (isLabel(textOf(cell), compiled)) {
        labels.set(cell.column, (labels.get(cell.column) ?? 0) + 1);
      }
    }
  }
  const [at, count] = [...labels].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (count < LEAST_LABELS) return null;
  const rows = grid.rows.filter(({cells}) => isLabel(textOf(cells[at]), compiled) && cells.length > at + 1);
  const width = Math.min(Math.max(0, ...rows.map(({cells}) => cells.length - 1)), at + 8);
  const columns: TableColumn[] = [{...columnOf(at), field: "fact", headerText: "Nội dung"}];
  for (let column = at + 1; column <= width; column++) columns.push({...columnOf(column), field: "value"});
  const data = rows.map(({number, cells}) => ({number, cells, group: null}));
  const match = {...empty, columns, score: columns.length};
  const roles = new Map(data.map(({number}) => [number, "data" as const]));
  return {sheet: grid.sheet.name, match, headerRow: 0, rows: data, roles, besideRows: []};
}

function columnOf(column: number): TableColumn {
  const letter = columnLetter(column);
  return {column, letter, headerText: `cột ${letter}`, field: "value", choice: null, types: []};
}
