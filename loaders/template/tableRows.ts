import {cellAddress, columnLetter} from "../read/cellAddress.ts";
import type {CellValue, Validation} from "../write/plannedSheet.ts";
import type {SheetBuilder} from "../write/sheetBuilder.ts";
import {columnKind, columnValidation} from "./columns.ts";
import {type CellState, dataLook, type TemplateLook} from "./looks.ts";
import type {TemplateField} from "./templateForms.ts";
import type {WordLists} from "./wordSheet.ts";

/** Writes the head of a table and freezes it; needed columns have a darker ground. */
export function addHead(sheet: SheetBuilder<TemplateLook>, columns: readonly TemplateField[]): void {
  const longest = Math.max(...columns.map(({title}) => title.length));
  sheet.add(
    columns.map(({title, need}, index) => ({
      column: index + 1,
      value: title,
      style: need === "may" ? "head" : "headNeeded"
    })),
    longest > 24 ? 62 : 34
  );
  sheet.freeze();
}

/** Ground of a cell that is to be filled in. */
export function stateOf({type, need}: TemplateField): CellState {
  if (type === "ordinal") return "given";
  return need === "may" ? "optional" : "needed";
}

/** Writes a row; a value stands on white, what is left to fill in is tinted. `stateOfBlank` may say otherwise for a blank cell. */
export function addRow(
  sheet: SheetBuilder<TemplateLook>,
  columns: readonly TemplateField[],
  valueOf: (field: string) => CellValue,
  stateOfBlank: (column: TemplateField) => CellState = stateOf
): number {
  return sheet.add(
    columns.map((column, index) => {
      const value = valueOf(column.id);
      const state = value === null ? stateOfBlank(column) : "given";
      return {column: index + 1, value, style: dataLook(state, columnKind(column))};
    })
  );
}

/** What the columns take from row `first` to row `last`. */
export function columnValidations(
  columns: readonly TemplateField[],
  {first, last, year, words}: {first: number; last: number; year: number; words: WordLists}
): Validation[] {
  return columns.flatMap((column, index) => {
    const letter = columnLetter(index + 1);
    const range = `${letter}${first}:${letter}${last}`;
    return columnValidation(column, {range, first: cellAddress(first, index + 1), year, words}) ?? [];
  });
}
