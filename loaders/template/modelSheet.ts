import type {PlannedSheet} from "../write/plannedSheet.ts";
import {SheetBuilder} from "../write/sheetBuilder.ts";
import {columnWidth, templateColumns} from "./columns.ts";
import type {TemplateLook} from "./looks.ts";
import {addHead, addRow, columnValidations} from "./tableRows.ts";
import type {TemplateFill} from "./templateFill.ts";
import type {TemplateForm} from "./templateForms.ts";
import {addTitleRows} from "./titleRows.ts";
import type {WordLists} from "./wordSheet.ts";

/** Blank rows below last year's models. */
const SPARE = 12;

/** The sheet Mô hình: last year's models, blank rows below. */
export function modelSheet(form: TemplateForm, fill: TemplateFill, words: WordLists): PlannedSheet<TemplateLook> {
  const columns = templateColumns(form, {hasCommunes: false});
  const sheet = new SheetBuilder<TemplateLook>(columns.map(columnWidth));
  addTitleRows(sheet, fill, {
    title: "MÔ HÌNH PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC",
    note: "Điền ô nền vàng; mô hình mới ghi vào dòng trống",
    across: columns.length
  });
  addHead(sheet, columns);
  const head = sheet.lastRow;
  for (const [index, {model_name, unit_name}] of fill.models.entries()) {
    const values: Readonly<Record<string, string | number | null>> = {ordinal: index + 1, model_name, unit_name};
    addRow(sheet, columns, (field) => values[field] ?? null);
  }
  for (let row = 0; row < SPARE; row++) addRow(sheet, columns, () => null);
  const validations = columnValidations(columns, {first: head + 1, last: sheet.lastRow, year: fill.year, words});
  return {...sheet.build(form.title), repeatsFrom: head, validations};
}
