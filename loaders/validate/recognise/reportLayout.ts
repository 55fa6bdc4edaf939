import type {Form, Forms} from "../form.ts";
import type {IssueLog} from "../issueLog.ts";
import {
  extraColumn,
  formNotRecognised,
  repeatedColumn,
  sheetNotRecognised,
  tablesSideBySide
} from "../rules/fileRules.ts";
import type {Words} from "./compileForms.ts";
import {isGuide} from "./findSheets.ts";
import type {SheetTables} from "./findTables.ts";
import type {HeaderMatch} from "./matchHeader.ts";

/** Tells what of the file was not read: the whole file if no sheet is a form, else sheets and columns, each once. */
export function reportLayout(sheets: readonly SheetTables[], forms: Forms, words: Words, log: IssueLog): void {
  if (sheets.every(({tables}) => tables.length === 0)) {
    const nearest = sheets
      .flatMap(({nearest: match, grid}) => (match === null ? [] : [{match, sheet: grid.sheet.name}]))
      .sort((a, b) => b.match.score - a.match.score)[0];
    const detail = nearest === undefined ? expected(forms) : nearestOf(nearest.match);
    log.report(formNotRecognised, {sheet: nearest?.sheet ?? null}, {detail});
    return;
  }
  for (const {grid, tables} of sheets) {
    const {name} = grid.sheet;
    if (tables.length === 0) {
      if (grid.rows.length > 0 && !isGuide(grid, words)) log.report(sheetNotRecognised, {sheet: name}, {text: name});
      continue;
    }
    const seen = new Set<string>();
    const extra = tables.flatMap(({match, headerRow}) => match.unknown.map((column) => ({...column, headerRow})));
    const told = extra.filter(({text}) => !seen.has(text) && seen.add(text));
    const [first] = told;
    if (first !== undefined) {
      const text = told.map((column) => `${column.letter} “${column.text}”`).join(", ");
      log.report(extraColumn, {sheet: name, row: first.headerRow, column: first.column}, {text});
    }
    for (const {match, headerRow, besideRows} of tables) {
      if (match.beside !== null && besideRows.length > 0) {
        const place = {sheet: name, row: headerRow, column: match.beside.name};
        log.report(tablesSideBySide, place, {text: match.beside.text, detail: String(besideRows.length)});
      }
      for (const {field, text, column} of match.repeated) {
        if (seen.has(text)) continue;
        seen.add(text);
        const kept = match.columns.find((one) => one.field === field);
        const place = {sheet: name, row: headerRow, column, field};
        log.report(repeatedColumn, place, {header: kept?.headerText ?? "", text});
      }
    }
  }
}

function nearestOf({compiled: {form}, missing, columns}: HeaderMatch): string {
  const has = columns.map(({headerText}) => `“${headerText}”`).join(", ");
  const lacks =
    missing.length > 0 ? missing : form.one_of.filter((field) => !columns.some((one) => one.field === field));
  const words = lacks
    .map((field) => `“${form.fields[field]?.title ?? field}”`)
    .join(missing.length > 0 ? ", " : " hoặc ");
  return `Gần nhất với biểu ${form.title}: có ${has}, thiếu ${words}.`;
}

/** "Danh sách đơn vị cần Tên đơn vị và một trong …", for each form. */
function expected({forms}: Forms): string {
  const needs = ({title, required, one_of, fields}: Form): string => {
    const name = (field: string): string => `“${fields[field]?.title ?? field}”`;
    const some = one_of.slice(0, 3).map(name).join(", ");
    return `${title} cần cột ${required.map(name).join(", ")} và một trong ${some}`;
  };
  return `Cần một trong các biểu: ${Object.values(forms).map(needs).join("; ")}.`;
}
