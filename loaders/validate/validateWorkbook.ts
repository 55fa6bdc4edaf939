import {toUnicode} from "../read/legacyText/toUnicode.ts";
import type {Workbook} from "../read/workbook.ts";
import {FORMS, type FormId} from "../vocabulary.ts";
import {cleanText} from "./cellText.ts";
import type {ValidationContext} from "./context.ts";
import {foldKey} from "./foldKey.ts";
import {layOut} from "./grid.ts";
import {IssueLog} from "./issueLog.ts";
import {reportConversions, traceStored, withStoredNames} from "./legacyText.ts";
import {withoutMarks} from "./marks.ts";
import type {Issue, Reading, UnitRow} from "./reading.ts";
import {compileForms, type CompiledForms} from "./recognise/compileForms.ts";
import {reportLayout} from "./recognise/reportLayout.ts";
import {findSheets} from "./recognise/findSheets.ts";
import type {SheetTables, Table} from "./recognise/findTables.ts";
import {readRows} from "./rows/readRows.ts";
import {Trace} from "./rows/trace.ts";
import {checkTotals} from "./totals/checkTotals.ts";
import {checkTypedShares} from "./totals/checkTypedShares.ts";
import {CountedRows} from "./totals/countedRows.ts";
import {readOwner} from "./whose/fileOwner.ts";
import {senderOf} from "./whose/sender.ts";

/** A workbook with all that was made of it. */
export interface ValidatedWorkbook {
  reading: Reading;
  /** The workbook as people read it: its text in Unicode, without what a marked copy added. */
  workbook: Workbook;
  /** What was recognised on each sheet, in order. */
  sheets: readonly SheetTables[];
}

/**
 * Makes typed rows and problems of a workbook: turns legacy text into Unicode, finds the forms by their headers, finds out whose
 * the file is, reads every row. Pure and synchronous; the same in Node and in the browser. Never throws for what a file holds.
 * `rows_read` counts the data rows of recognised tables: each is accepted, or refused by an issue of severity row_error.
 */
export function validateWorkbook(submitted: Workbook, context: ValidationContext): Reading {
  return validateSheets(submitted, context).reading;
}

/** The same, with what was recognised on the way: for those who show the file. */
export function validateSheets(submitted: Workbook, context: ValidationContext): ValidatedWorkbook {
  const sent = {...submitted, sheets: submitted.sheets.map(withoutMarks)};
  const {workbook, conversions, storedNames} = toUnicode(sent);
  const forms = compileForms(context.forms);
  const log = new IssueLog();
  const trace = new Trace();
  reportConversions(conversions, log);
  const sheets = findSheets(workbook.sheets.map(layOut), forms);
  reportLayout(sheets, context.forms, forms.words, log);
  const tables = sheets.flatMap((sheet) => sheet.tables);
  for (const table of tables) traceColumns(table, trace);
  const isRecognised = tables.length > 0;
  const owner = readOwner(sheets, context, forms.words, isRecognised ? log : new IssueLog());
  const dates = {uses1904Dates: workbook.uses1904Dates, lastYear: (owner.year ?? 2099) + 1};
  const rows = readRows(tables, owner, context.register, forms.words, {log, trace, dates});
  checkTotals(sheets, new CountedRows(tables, rows), forms.words, log);
  checkTypedShares(sheets, log);
  if (conversions.length > 0) traceStored(tables, rows, trace);
  const reading: Reading = {
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
  return {reading: withStoredNames(reading, storedNames), workbook, sheets};
}

/** Year of a list that says it row by row, if all its rows say the same. */
function onlyYear(units: readonly UnitRow[]): number | null {
  const years = new Set(units.map(({year}) => year));
  return years.size === 1 ? (units[0]?.year ?? null) : null;
}

/** Issues of the file first, then sheet by sheet and row by row, as a person goes through the file. */
export function inReadingOrder(issues: readonly Issue[], {sheets}: Pick<Workbook, "sheets">): Issue[] {
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
