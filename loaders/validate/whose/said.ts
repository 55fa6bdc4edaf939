import type {Cell} from "../../read/workbook.ts";
import {PERIODS, STAGES, type Period, type Stage} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import {accentKey, foldKey} from "../foldKey.ts";
import type {IdentityKind} from "../form.ts";
import type {GridRow} from "../grid.ts";
import type {Words} from "../recognise/compileForms.ts";
import type {SheetTables, Table} from "../recognise/findTables.ts";
import {identityKind} from "../recognise/labels.ts";
import {hasWords} from "../values/exclusion.ts";
import {readYear, yearOfTitle, type Year} from "../values/year.ts";
import {findMentions, type Mention} from "./mentions.ts";

/** A cell that says something of the file as a whole. */
export interface Said {
  sheet: string;
  cell: Cell;
  text: string;
}

/** What the rows above the tables say. */
export interface Titles {
  mentions: readonly (Mention & {said: Said})[];
  year: (Year & {said: Said}) | null;
  stage: Stage | null;
  period: Period | null;
}

/** What the rows of Thông tin chung say of the file ("Năm: 2025", "Xã: Phượng Tiến"). */
export type Identity = Partial<Record<IdentityKind, Said>>;

/** Words of a title that tell the year of the report from other years in the same lines. */
const REPORT_WORDS = [
  "danh sach",
  "bieu",
  "tong hop",
  "ket qua",
  "phong trao",
  "thong tin chung",
  "mo hinh",
  "an toan"
];

/** Reads the rows above the tables of a sheet. */
export function readTitles({titles, grid}: SheetTables, words: Words): Titles {
  const mentions: (Mention & {said: Said})[] = [];
  const years: (Year & {said: Said; isReport: boolean})[] = [];
  let stage: Stage | null = null;
  let period: Period | null = null;
  for (const {kind, said} of labelled(titles, grid.sheet.name, words)) {
    const {value} = readYear(said.cell);
    if (kind === "commune") mentions.push({level: "commune", type: "", index: 0, names: [said.text], said});
    else if (value !== null) years.push({...value, said, isReport: true});
  }
  for (const said of saidIn(titles, grid.sheet.name)) {
    for (const mention of findMentions(said.text)) mentions.push({...mention, said});
    const key = foldKey(said.text);
    const year = yearOfTitle(said.text);
    if (year !== null) years.push({...year, said, isReport: REPORT_WORDS.some((word) => hasWords(key, word))});
    stage ??= stageOf(said.text, words);
    if (namesHalfYear(said.text, words)) period = "6_thang";
  }
  const year = years.find(({isReport}) => isReport) ?? years[0] ?? null;
  return {mentions, year, stage, period: period ?? (year === null ? null : "nam")};
}

/** Values to the right of labels such as "Năm:" and "Xã, phường:". */
function* labelled(
  rows: readonly GridRow[],
  sheet: string,
  {titleLabels}: Words
): Generator<{kind: "year" | "commune"; said: Said}> {
  for (const row of rows.slice(0, MOST_TITLES)) {
    const cells = row.cells.filter((cell) => cell?.row === row.number);
    for (const [at, label] of cells.entries()) {
      const cell = cells[at + 1];
      if (label?.kind !== "text" || cell === undefined) continue;
      const key = foldKey(textOf(label));
      const said = {sheet, cell, text: textOf(cell)};
      if (titleLabels.year.has(key)) yield {kind: "year", said};
      else if (titleLabels.commune.has(key)) yield {kind: "commune", said};
    }
  }
}

/** Rows above a table that are looked at. */
const MOST_TITLES = 60;

function* saidIn(rows: readonly GridRow[], sheet: string): Generator<Said> {
  for (const row of rows.slice(0, MOST_TITLES)) {
    for (const cell of row.cells) {
      if (cell?.kind === "text" && cell.row === row.number) yield {sheet, cell, text: textOf(cell)};
    }
  }
}

/** Stage that a text names; null if it names none. */
export function stageOf(text: string, {provisional, final}: Words): Stage | null {
  const key = accentKey(text);
  if (provisional.some((word) => hasWords(key, word))) return "so_bo";
  return final.some((word) => hasWords(key, word)) ? "chinh_thuc" : null;
}

/** "ngày 06 tháng 12" is a day, not half a year. */
const DAY = /(?:ngày|ngay) \d{1,2} (?:tháng|thang)(?= |$)/g;

function namesHalfYear(text: string, {halfYear}: Pick<Words, "halfYear">): boolean {
  const undated = accentKey(text).replace(DAY, "ngày");
  return halfYear.some((word) => hasWords(undated, word));
}

/** Period that a text names: its code, "6 tháng", "cả năm"; null if it names none. */
export function periodOf(text: string, {halfYear, fullYear}: Words): Period | null {
  if (text in PERIODS) return text as Period;
  if (namesHalfYear(text, {halfYear})) return "6_thang";
  const key = accentKey(text);
  return fullYear.some((word) => hasWords(key, word)) ? "nam" : null;
}

/** Stage by its code or in words. */
export function stageOfText(text: string, words: Words): Stage | null {
  return text in STAGES ? (text as Stage) : stageOf(text, words);
}

/** Columns of Thông tin chung that hold values. */
const FACT_VALUES: ReadonlySet<string> = new Set(["value", "reached_count", "total_count", "is_met", "value_date"]);

/** Reads the rows of Thông tin chung that say whose file it is. */
export function readIdentity(tables: readonly Table[]): Identity {
  const identity: Identity = {};
  for (const table of tables) {
    if (table.match.compiled.identity.length === 0) continue;
    const label = table.match.columns.find(({field}) => field === "fact");
    if (label === undefined) continue;
    const commune = table.match.columns.find(({field}) => field === "commune");
    const values = table.match.columns.filter(({field}) => FACT_VALUES.has(field));
    for (const {cells} of table.rows) {
      if (commune !== undefined && cells[commune.column] !== undefined) continue;
      const kind = identityKind(textOf(cells[label.column]), table.match.compiled);
      if (kind === null) continue;
      const cell = values.map(({column}) => cells[column]).find((value) => value !== undefined);
      if (cell !== undefined) identity[kind] ??= {sheet: table.sheet, cell, text: textOf(cell)};
    }
  }
  return identity;
}
