import type {Workbook} from "../read/workbook.ts";
import {FORMS, type FormId} from "../vocabulary.ts";
import {cleanText} from "./cellText.ts";
import type {ValidationContext} from "./context.ts";
import {foldKey} from "./foldKey.ts";
import type {Forms} from "./form.ts";
import {layOut} from "./grid.ts";
import {IssueLog} from "./issueLog.ts";
import type {Issue, Reading, UnitRow} from "./reading.ts";
import {compileForms, type CompiledForms} from "./recognise/compileForms.ts";
import {reportLayout} from "./recognise/reportLayout.ts";
import {findSheets} from "./recognise/findSheets.ts";
import type {SheetTables, Table} from "./recognise/findTables.ts";
import {readRows} from "./rows/readRows.ts";
import {Trace} from "./rows/trace.ts";
import {readOwner} from "./whose/fileOwner.ts";
import {senderOf} from "./whose/sender.ts";

/** Finds the forms of a workbook: for each sheet, in order, its tables and what else stands on it. */
export function recogniseSheets(workbook: Workbook, forms: Forms): SheetTables[] {
  return findSheets(workbook.sheets.map(layOut), compileForms(forms));
}

/**
 * Makes typed rows and problems of a workbook: finds the forms by their headers, finds out whose the file is, reads every row.
 * Pure and synchronous; the same in Node and in the browser. Never throws for what a file holds.
 * `rows_read` counts the data rows of recognised tables: each is accepted, or refused by an issue of severity row_error.
 * @param sheets what `recogniseSheets` makes of the workbook, for a caller that needs it too.
 */
export function validateWorkbook(
  workbook: Workbook,
  context: ValidationContext,
  sheets: readonly SheetTables[] = recogniseSheets(workbook, context.forms)
): Reading {
  const forms = compileForms(context.forms);
  const log = new IssueLog();
  const trace = new Trace();
  reportLayout(sheets, context.forms, log);
  const tables = sheets.flatMap((sheet) => sheet.tables);
  for (const table of tables) traceColumns(table, trace);
  const isRecognised = tables.length > 0;
  const owner = readOwner(sheets, context, forms.words, isRecognised ? log : new IssueLog());
  const dates = {uses1904Dates: workbook.uses1904Dates, lastYear: (owner.year ?? 2099) + 1};
  const rows = readRows(tables, owner, context.register, forms.words, {log, trace, dates});
  return {
    form: formsOf(tables),
    period: isRecognised ? owner.period : null,
    year: owner.year ?? onlyYear(rows.units),
    stage: owner.stage,
    ...senderOf(owner, rows, context.register),
    is_simulated: isSimulated(workbook, forms),
    ...rows,
    columns: trace.columns,
    values: trace.values,
    issues: inReadingOrder(log.issues, workbook)
  };
}

/** Year of a list that says it row by row, if all its rows say the same. */
function onlyYear(units: readonly UnitRow[]): number | null {
  const years = new Set(units.map(({year}) => year));
  return years.size === 1 ? (units[0]?.year ?? null) : null;
}

/** Issues of the file first, then sheet by sheet and row by row, as a person goes through the file. */
function inReadingOrder(issues: readonly Issue[], {sheets}: Workbook): Issue[] {
  const order = new Map(sheets.map(({name}, index) => [name, index + 1]));
  const sheetOf = ({sheet}: Issue): number => (sheet === null ? 0 : (order.get(sheet) ?? 0));
  return issues.toSorted((a, b) => sheetOf(a) - sheetOf(b) || (a.row_number ?? 0) - (b.row_number ?? 0));
}

/** Recognised forms in the order of FORMS, joined by "+". */
function formsOf(tables: readonly Table[]): string {
  const found = new Set(tables.map((table) => table.match.compiled.form.id));
  return (Object.keys(FORMS) as FormId[]).filter((form) => found.has(form)).join("+");
}

/** Notes the columns whose field does not depend on the row. */
function traceColumns({sheet, match}: Table, trace: Trace): void {
  const {form} = match.compiled;
  for (const column of match.columns) {
    const type = form.fields[column.field]?.type;
    if (type === "ignored" || (form.repeats !== undefined && type === "count")) continue;
    trace.column(sheet, form.id, column, column.field);
  }
}

/** True if any cell says that the figures are simulated ("Số liệu mô phỏng"). */
function isSimulated({sheets}: Workbook, {words}: CompiledForms): boolean {
  return sheets.some(({cells}) =>
    cells.some(({kind, text}) => {
      if (kind !== "text" || text.length < 8 || text.length > 400 || !/m[oô]/iu.test(text)) return false;
      const key = foldKey(cleanText(text));
      return words.simulated.some((mark) => key.includes(mark));
    })
  );
}
