import {cellAddress} from "../../loaders/read/cellAddress.ts";
import type {FieldType} from "../../loaders/validate/form.ts";
import type {FormId} from "../../loaders/vocabulary.ts";
import type {Choices} from "./choose.ts";
import {dressHeader, spellHeader, type Header} from "./headers.ts";
import type {Layout} from "./layout.ts";
import {number, put, text, type Written, type WrittenSheet} from "./written.ts";

/** A column of a table being written. Columns of one `run` stay side by side. */
export interface Column {
  /** Field of the form; "" for a column that no form knows. */
  field: string;
  choice: string | null;
  type: FieldType | null;
  header: Header;
  run: string;
}

/** A row of a table being written. */
export interface DataLine {
  kind: "data";
  key: string;
  cells: Map<Column, Written>;
  /** Set once the row is written. */
  row: number;
}

export type Line =
  | DataLine
  | {kind: "heading"; mark: string; words: string; isPlace: boolean; count: number}
  | {kind: "total"; words: string; numbers: number}
  | {kind: "header"};

/** What every part of a file is written by. */
export interface Pen {
  layout: Layout;
  choices: Choices;
  /** Name of the part, for choices. */
  part: string;
  /** Year that headers may repeat, where the file says it elsewhere too. */
  headerYear: number | null;
}

/** A column of a field with one of the form's own spellings over it. */
export function columnOf(
  form: FormId,
  field: string,
  type: FieldType,
  {choices, part}: Pen,
  {
    choice = null,
    run = field,
    accepts
  }: {choice?: string | null; run?: string; accepts?: (header: Header) => boolean} = {}
): Column {
  const key = `${part}/${field}/${choice ?? ""}`;
  const header = spellHeader(form, field, {choice, key, ...(accepts === undefined ? {} : {accepts})}, choices);
  return {field, choice, type, header, run};
}

const EXTRA = ["Số điện thoại", "Người phụ trách", "Dân số", "Địa chỉ", "Email", "Mã bưu chính"];

/** Columns in their order: the number first, if the layout says so, the rest as they are or mixed; foreign ones among them. */
export function arrange(columns: readonly Column[], {layout, choices, part}: Pen): Column[] {
  const extra = choices.shuffled(`${part}/extra`, EXTRA).slice(0, layout.extraColumns);
  const foreign = extra.map((words): Column => ({
    field: "",
    choice: null,
    type: null,
    run: words,
    header: {texts: [words], isTop: false}
  }));
  const all = [...columns, ...foreign];
  const isFirst = ({type}: Column): boolean => type === "ordinal" && layout.ordinal === "first";
  const runs = [...new Set(all.filter((column) => !isFirst(column)).map(({run}) => run))];
  const ordered = layout.isColumnOrderShuffled ? choices.shuffled(`${part}/order`, runs) : runs;
  return [
    ...all.filter(isFirst),
    ...ordered.flatMap((run) => all.filter((column) => column.run === run && !isFirst(column)))
  ];
}

const SUPERS = ["Phần A", "Thông tin đơn vị", "Tình hình chung"];

/** Writes a table from row `top`; sets the rows of its data lines. @returns The first row below it. */
export function writeTable(
  sheet: WrittenSheet,
  top: number,
  columns: readonly Column[],
  lines: readonly Line[],
  pen: Pen
): number {
  const {layout, choices, part} = pen;
  const bottom = writeHeader(sheet, top, columns, pen);
  let row = bottom + 1;
  if (layout.hasNumbering && columns.length >= 3) {
    const isBracketed = choices.is(`${part}/brackets`);
    for (const at of columns.keys()) put(sheet, row, at + 1, isBracketed ? text(`(${at + 1})`) : number(at + 1));
    row++;
  }
  for (const [index, line] of lines.entries()) {
    if (line.kind === "header") {
      for (let at = top; at <= bottom; at++)
        for (const [column, cell] of sheet.rows.get(at) ?? []) put(sheet, row + at - top, column, cell);
      row += bottom - top + 1;
      continue;
    }
    if (line.kind === "heading") writeHeading(sheet, row, columns, line, pen);
    else if (line.kind === "total") writeTotal(sheet, row, columns, line, pen);
    else {
      line.row = row;
      for (const [at, column] of columns.entries()) {
        const cell = column.field === "" ? foreign(column, line.key, pen) : line.cells.get(column);
        if (cell !== undefined && cell !== null) put(sheet, row, at + 1, cell);
      }
    }
    if (layout.hasHidden && choices.is(`${part}/hidden/${index}`, 0.15)) sheet.hiddenRows.add(row);
    row++;
    if (layout.hasBlankRows && choices.is(`${part}/blank/${index}`, 0.15)) row++;
  }
  if (layout.hasHidden)
    sheet.hiddenColumns.add(1 + Math.floor(choices.share(`${part}/hidden column`) * columns.length));
  if (layout.hasVerticalMerges) mergeEqual(sheet, columns, lines, pen);
  return row;
}

function foreign(column: Column, key: string, {choices, part}: Pen): Written | null {
  return choices.of<Written | null>(`${part}/foreign/${column.run}/${key}`, [
    null,
    text("0912 345 678"),
    number(1376.5),
    text("Nguyễn Văn A")
  ]);
}

/** Writes the header over the columns. @returns Its last row. */
function writeHeader(sheet: WrittenSheet, top: number, columns: readonly Column[], pen: Pen): number {
  const {layout, choices, part} = pen;
  const isXlsx = layout.format === "xlsx";
  const isMerged = isXlsx && layout.header.isMerged;
  const over = layout.header.hasSuper && isMerged ? superRun(columns, pen) : [];
  const depth = Math.max(...columns.map(({header}, at) => header.texts.length + (over.includes(at) ? 1 : 0)));
  const bottom = top + depth - 1;
  const dressed = (words: string): Written => text(dressHeader(words, `${part}/${words}`, pen));
  const [from] = over;
  if (from !== undefined) {
    put(sheet, top, from + 1, dressed(choices.of(`${part}/super`, SUPERS)));
    if (over.length > 1) sheet.merges.push([top, from + 1, top, from + over.length]);
  }
  for (const [at, {header, run}] of columns.entries()) {
    const start = over.includes(at) ? top + 1 : top;
    const before = columns[at - 1];
    const isSameStart = before !== undefined && over.includes(at) === over.includes(at - 1);
    for (const [level, words] of header.texts.entries()) {
      const row = start + level;
      const isOwn = level === header.texts.length - 1;
      const path = header.texts.slice(0, level + 1).join(" > ");
      const hasLeft = isSameStart && before.run === run && before.header.texts.slice(0, level + 1).join(" > ") === path;
      if (!isOwn && hasLeft) continue;
      put(sheet, row, at + 1, dressed(words));
      if (isOwn) {
        if (isMerged && row < bottom) sheet.merges.push([row, at + 1, bottom, at + 1]);
        continue;
      }
      let last = at;
      while (
        isMerged &&
        columns[last + 1]?.run === run &&
        over.includes(last + 1) === over.includes(at) &&
        columns[last + 1]?.header.texts.slice(0, level + 1).join(" > ") === path
      )
        last++;
      if (last > at) sheet.merges.push([row, at + 1, row, last + 1]);
    }
  }
  return bottom;
}

/** Columns side by side that may stand under one more header: none of them must stand alone. */
function superRun(columns: readonly Column[], {choices, part}: Pen): number[] {
  const from = Math.floor(choices.share(`${part}/super from`) * columns.length);
  const run: number[] = [];
  for (let at = from; at < columns.length && run.length < 4; at++) {
    const column = columns[at];
    if (column === undefined || column.header.isTop || column.type === "ordinal") break;
    run.push(at);
  }
  const first = run[0] === undefined ? undefined : columns[run[0]];
  const cutsRun = first !== undefined && columns[from - 1]?.run === first.run;
  const last = run.at(-1);
  const cutsEnd = last !== undefined && columns[last + 1]?.run === columns[last]?.run;
  return run.length < 2 || cutsRun || cutsEnd ? [] : run;
}

function writeHeading(
  sheet: WrittenSheet,
  row: number,
  columns: readonly Column[],
  {mark, words, isPlace, count}: Extract<Line, {kind: "heading"}>,
  {layout}: Pen
): void {
  const {groupStyle} = layout;
  const ordinal = columns.findIndex(({type}) => type === "ordinal");
  const name = columns.findIndex(({type}) => type === "name");
  if (groupStyle === "mark and words" && ordinal >= 0 && ordinal < name) {
    put(sheet, row, ordinal + 1, text(mark));
    put(sheet, row, name + 1, text(words));
    return;
  }
  const shown = isPlace ? words : words.toUpperCase();
  const isBare = groupStyle === "capitals" && (!isPlace || ordinal === 0);
  const tail = groupStyle === "counted" ? ` (${count} đơn vị)` : "";
  put(sheet, row, 1, text(isBare ? words.toUpperCase() : `${mark}. ${shown}${tail}`));
  if (layout.format === "xlsx" && layout.header.isMerged && columns.length > 1)
    sheet.merges.push([row, 1, row, columns.length]);
}

function writeTotal(
  sheet: WrittenSheet,
  row: number,
  columns: readonly Column[],
  {words, numbers}: Extract<Line, {kind: "total"}>,
  {choices, part}: Pen
): void {
  const name = columns.findIndex(({type}) => type === "name" || type === "commune");
  const at = choices.is(`${part}/total in name`) && name >= 0 ? name : 0;
  put(sheet, row, at + 1, text(words));
  for (const [column, {type}] of columns.entries()) {
    if (column > at && (type === "count" || type === "tick")) put(sheet, row, column + 1, number(numbers));
  }
}

/** Merges cells of communes and types that say the same in rows one below the other, as people do. */
function mergeEqual(sheet: WrittenSheet, columns: readonly Column[], lines: readonly Line[], {layout}: Pen): void {
  if (layout.format !== "xlsx") return;
  const rows = lines.flatMap((line) => (line.kind === "data" ? [line.row] : []));
  for (const [at, {type}] of columns.entries()) {
    if (type !== "commune" && type !== "unit_type" && type !== "district") continue;
    for (let first = 0; first < rows.length;) {
      const row = rows[first] ?? 0;
      const cell = sheet.rows.get(row)?.get(at + 1);
      let last = first;
      const same = (next: number | undefined): boolean => {
        const other = next === undefined ? undefined : sheet.rows.get(next)?.get(at + 1);
        return cell !== undefined && other !== undefined && JSON.stringify(other) === JSON.stringify(cell);
      };
      while (rows[last + 1] === (rows[last] ?? 0) + 1 && same(rows[last + 1])) last++;
      if (last > first && cell?.kind === "text") {
        const bottom = rows[last] ?? row;
        for (let below = row + 1; below <= bottom; below++) sheet.rows.get(below)?.delete(at + 1);
        sheet.merges.push([row, at + 1, bottom, at + 1]);
      }
      first = last + 1;
    }
  }
}

/** Address of a column's cell in a written line. */
export function addressIn(columns: readonly Column[], column: Column, row: number): string {
  return cellAddress(row, columns.indexOf(column) + 1);
}
