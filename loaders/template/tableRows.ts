import {cellAddress, columnLetter} from "../read/cellAddress.ts";
import type {CellValue, Validation} from "../write/plannedSheet.ts";
import type {SheetBuilder} from "../write/sheetBuilder.ts";
import {wrappedLines} from "../write/wrappedLines.ts";
import {columnKind, columnValidation, columnWidth} from "./columns.ts";
import {type CellState, dataLook, LINE_HEIGHT, type TemplateLook} from "./looks.ts";
import type {TemplateField} from "./templateForms.ts";
import type {WordLists} from "./wordSheet.ts";

/** Writes the head of a table and freezes it; needed columns have a darker ground. */
export function addHead(sheet: SheetBuilder<TemplateLook>, columns: readonly TemplateField[]): void {
  const lines = columns.map((column) => wrappedLines(column.title, columnWidth(column), {isBold: true}));
  sheet.add(
    columns.map(({title, need}, index) => ({
      column: index + 1,
      value: title,
      style: need === "may" ? "head" : "headNeeded"
    })),
    Math.max(...lines) * LINE_HEIGHT + 4
  );
  sheet.freeze();
}

/** Ground of a cell that is to be filled in. */
export function stateOf({type, need}: TemplateField): CellState {
  if (type === "ordinal") return "given";
  return need === "may" ? "optional" : "needed";
}

/**
 * Writes a row; a value stands on white, what is left to fill in is tinted. `stateOfBlank` may say otherwise for a blank cell, `isOutdated`
 * that a value must be looked at.
 */
export function addRow(
  sheet: SheetBuilder<TemplateLook>,
  columns: readonly TemplateField[],
  valueOf: (field: string) => CellValue,
  {
    stateOfBlank = stateOf,
    isOutdated = () => false
  }: {stateOfBlank?: (column: TemplateField) => CellState; isOutdated?: (column: TemplateField) => boolean} = {}
): number {
  return sheet.addWrapped(
    columns.map((column, index) => {
      const value = valueOf(column.id);
      const state = value === null ? stateOfBlank(column) : isOutdated(column) ? stateOf(column) : "given";
      return {column: index + 1, value, style: dataLook(state, columnKind(column))};
    }),
    LINE_HEIGHT
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
