import type {FieldType} from "../../loaders/validate/form.ts";
import {cellAddress} from "../../loaders/read/cellAddress.ts";
import type {Commune} from "../../loaders/reference/register.ts";
import type {FactRow} from "../../loaders/validate/reading.ts";
import {forms} from "../loaders/validate/build.ts";
import {ERRORS, wrongCells, type Fault} from "./faults.ts";
import {communeAt, faultsByLine, fillOrigin, noCommune, originColumns, taken, type FileContext} from "./fileContext.ts";
import {dress, NO, spell} from "./spell.ts";
import {addressIn, arrange, columnOf, writeTable, type Column, type DataLine, type Pen} from "./table.ts";
import {dayIn, type MeantFact} from "./truth.ts";
import {put, text, type Written, type WrittenSheet} from "./written.ts";

/** What Thông tin chung says of the file itself: label and value. */
export type IdentityRow = readonly [
  kind: "province" | "district" | "commune" | "year" | "period" | "stage",
  value: Written
];

type Values = Pick<FactRow, "reached_count" | "total_count" | "is_met" | "value_date">;
type ValueField = keyof Values;
const NOTHING: Values = {reached_count: null, total_count: null, is_met: null, value_date: null};

/** A fact on its way into the table: its cells by the column they belong in. */
interface FactLine extends DataLine {
  commune: Commune;
  fact: string;
  label: string;
  parts: [field: ValueField | "both", cell: Written][];
  said: Values;
  isRefused: boolean;
}

const form = forms.forms.commune_facts;

/** Writes Thông tin chung below row `top` and notes what must be read. @returns The first row below it. */
export function writeFacts(
  sheet: WrittenSheet,
  top: number,
  facts: readonly MeantFact[],
  identity: readonly IdentityRow[],
  faults: readonly Fault[],
  context: FileContext,
  pen: Pen
): number {
  const hasCommune = context.rowsSay !== "nothing";
  const isHeadless =
    pen.layout.factsBy === "labels" && facts.length + identity.length >= 4 && !hasCommune && !context.hasYearColumn;
  const manner = isHeadless ? "labels" : pen.layout.factsBy === "columns" ? "columns" : "values";
  const lines = facts.map((fact, index) => factLine(fact, index, manner, context, pen));
  const told: {line: FactLine; at: Spoilt}[] = [];
  for (const [line, fault] of faultsByLine(faults, lines)) {
    const at = spoil(line, fault, hasCommune, pen);
    if (at !== null) told.push({line, at});
  }
  const {end, addressOf} = isHeadless
    ? writeLabels(sheet, top, lines, identity, pen)
    : writeColumns(sheet, top, lines, identity, manner === "values", context, pen);
  note(sheet.name, lines, told, addressOf, context);
  return end;
}

/** `manner`: a column for each kind of value, one column for all, or a label with its values behind it. */
function factLine(
  {fact, commune: index, reached, total, isMet, day: far}: MeantFact,
  at: number,
  manner: "columns" | "values" | "labels",
  context: FileContext,
  pen: Pen
): FactLine {
  const {layout, choices, part} = pen;
  const {kind = "", labels = []} = form.facts?.[fact] ?? {};
  const key = `${part}/${at}`;
  const day = dayIn(context.year, far);
  const words = choices.of(`${key}/label`, labels).replaceAll("*", " ").replace(/\s+/g, " ").trim();
  const line: FactLine = {
    kind: "data",
    key: String(at),
    cells: new Map(),
    row: 0,
    commune: communeAt(context, index),
    fact,
    label: words,
    parts: [],
    said: {...NOTHING},
    isRefused: false
  };
  const say = (field: ValueField, type: FieldType, value: string | number | boolean): void => {
    const cell = spell(type, value, `${key}/${field}`, layout, choices);
    if (cell === null) return;
    line.parts.push([field, cell]);
    Object.assign(line.said, {[field]: value});
  };
  if (kind === "coverage") {
    if (layout.coverageBy === "fraction" || manner === "values") {
      line.parts.push(["both", dress(text(`${reached}/${total}`), `${key}/both`, layout, choices)]);
      Object.assign(line.said, {reached_count: reached, total_count: total});
    } else {
      say("reached_count", "count", reached);
      say("total_count", "count", total);
    }
  } else if (kind === "yes_no") answer(line, isMet, key, pen);
  else if (kind === "date") say("value_date", "date", day);
  else {
    const isDayOnly = isMet && choices.is(`${key}/day only`);
    if (!isDayOnly) answer(line, isMet, key, pen);
    if (isMet && (isDayOnly || manner !== "values")) say("value_date", "date", day);
    line.said.is_met = isMet;
  }
  return line;
}

function answer(line: FactLine, isMet: boolean, key: string, {choices}: Pen): void {
  const words = isMet ? ["Có", "Đạt", "x", "Đã tổ chức"].map(text) : ["Không", "Chưa đạt"].map(text).concat(NO);
  line.parts.push(["is_met", choices.of(`${key}/is_met`, words)]);
  line.said.is_met = isMet;
}

/** Address of the cell of a fact's value, or of its commune. */
type AddressOf = (line: FactLine, field: ValueField | "both" | "commune") => string;

function writeColumns(
  sheet: WrittenSheet,
  top: number,
  lines: readonly FactLine[],
  identity: readonly IdentityRow[],
  isByValue: boolean,
  context: FileContext,
  pen: Pen
): {end: number; addressOf: AddressOf} {
  const {layout, choices, part} = pen;
  const plain = (field: string): Column => columnOf("commune_facts", field, form.fields[field]?.type as FieldType, pen);
  const valueColumns = isByValue
    ? [plain("value")]
    : ["reached_count", "total_count", "is_met", "value_date"].map(plain);
  const columns = arrange(
    [
      plain("fact"),
      ...(layout.ordinal === "none" ? [] : [plain("ordinal")]),
      ...originColumns("commune_facts", context, pen),
      ...valueColumns
    ],
    pen
  );
  const label = columns.find(({field}) => field === "fact") as Column;
  const [firstValue] = valueColumns;
  const columnFor = (field: ValueField | "both"): Column | undefined =>
    isByValue ? firstValue : columns.find((column) => column.field === (field === "both" ? "reached_count" : field));
  const origin = identity.map(([kind, value], index): DataLine => ({
    kind: "data",
    key: `identity ${index}`,
    row: 0,
    cells: new Map<Column, Written>([
      [
        label,
        text(
          choices
            .of(`${part}/label of ${kind}`, form.identity?.[kind] ?? [])
            .replaceAll("*", "")
            .trim()
        )
      ],
      ...(firstValue === undefined ? [] : [[firstValue, value] as const])
    ])
  }));
  const places = new Map<FactLine, Map<string, Column>>();
  for (const line of lines) {
    const at = new Map<string, Column>();
    line.cells.set(label, dress(text(line.label), `${part}/${line.key}/label`, layout, choices));
    fillOrigin(line, columns, line.commune, context, pen);
    const commune = columns.find(({type}) => type === "commune" || type === "commune_code");
    if (commune !== undefined) at.set("commune", commune);
    if (commune !== undefined && line.isRefused) line.cells.set(commune, noCommune(line));
    for (const [field, cell] of line.parts) {
      const column = columnFor(field);
      if (column === undefined) continue;
      line.cells.set(column, cell);
      at.set(field, column);
    }
    places.set(line, at);
  }
  const end = writeTable(sheet, top, columns, [...origin, ...lines], pen);
  return {end, addressOf: (line, field) => addressIn(columns, places.get(line)?.get(field) as Column, line.row)};
}

/** Thông tin chung without a header: a label, then its values. */
function writeLabels(
  sheet: WrittenSheet,
  top: number,
  lines: readonly FactLine[],
  identity: readonly IdentityRow[],
  {choices, part, layout}: Pen
): {end: number; addressOf: AddressOf} {
  const at = layout.ordinal === "none" ? 1 : 2;
  let row = top;
  for (const [kind, value] of identity) {
    put(
      sheet,
      row,
      at,
      text(
        choices
          .of(`${part}/label of ${kind}`, form.identity?.[kind] ?? [])
          .replaceAll("*", "")
          .trim()
      )
    );
    put(sheet, row, at + 1, value);
    row++;
  }
  const places = new Map<FactLine, string[]>();
  for (const [index, line] of lines.entries()) {
    if (at === 2) put(sheet, row, 1, text(String(index + 1)));
    put(sheet, row, at, text(line.label));
    line.row = row;
    places.set(
      line,
      line.parts.map(([field]) => field)
    );
    for (const [place, [, cell]] of line.parts.entries()) put(sheet, row, at + 1 + place, cell);
    row++;
  }
  return {
    end: row,
    addressOf: (line, field) => cellAddress(line.row, at + 1 + (places.get(line)?.indexOf(field) ?? 0))
  };
}

interface Spoilt {
  field: ValueField | "both" | "commune";
  rule: string;
  severity: "row_error" | "value_error";
}

const TYPES: Readonly<Record<ValueField | "both", FieldType>> = {
  reached_count: "count",
  total_count: "count",
  both: "count",
  is_met: "yes_no",
  value_date: "date"
};

function spoil(line: FactLine, fault: Fault, hasCommune: boolean, {layout}: Pen): Spoilt | null {
  const isCsv = layout.format === "csv";
  if (fault.kind === "unknown commune") {
    if (!hasCommune) return null;
    line.isRefused = true;
    return {field: "commune", rule: "unknown_commune", severity: "row_error"};
  }
  const index = fault.cell % line.parts.length;
  const part = line.parts[index];
  if (part === undefined) return null;
  const [field] = part;
  // Of two cells "held" and its day the first decides what the second is read as.
  const isHeld = form.facts?.[line.fact]?.kind === "held";
  const fields: ValueField[] = field === "both" ? ["reached_count", "total_count"] : [field];
  const set = (cell: Written, rule: string): Spoilt => {
    part[1] = cell;
    for (const one of fields) Object.assign(line.said, {[one]: null});
    if (isHeld && field === "value_date" && line.parts.length === 1) line.said.is_met = null;
    if (isHeld && field === "is_met" && line.said.value_date !== null) line.said.is_met = true;
    return {field, rule, severity: "value_error"};
  };
  if (fault.kind === "part over whole" && field === "both") return set(text("61/59"), "part_over_whole");
  if (isHeld) return null;
  if (fault.kind === "bad value") {
    const wrong = taken(wrongCells(TYPES[field], {isCsv}), fault.way);
    return wrong === undefined ? null : set(wrong.cell, wrong.rule);
  }
  if (isCsv) return null;
  if (fault.kind === "error")
    return set({kind: "error", text: ERRORS[fault.way % ERRORS.length] ?? ERRORS[0]}, "error_cell");
  return fault.kind === "no value" ? set({kind: "formula", value: null}, "formula_without_value") : null;
}

function note(
  sheet: string,
  lines: readonly FactLine[],
  told: readonly {line: FactLine; at: Spoilt}[],
  addressOf: AddressOf,
  {expectation, year, period, stage, isYearless}: FileContext
): void {
  const refused = isYearless ? lines : lines.filter(({isRefused}) => isRefused);
  expectation.rowsRead += lines.length;
  expectation.rowsRejected += refused.length;
  if (isYearless) return;
  for (const line of lines) {
    if (line.isRefused) continue;
    expectation.facts.push({
      sheet,
      row_number: line.row,
      year,
      period,
      stage,
      commune_code: line.commune.code,
      commune_valid_from: line.commune.valid_from,
      fact: line.fact,
      ...line.said
    });
  }
  for (const {line, at} of told) {
    expectation.issues.push({severity: at.severity, rule: at.rule, sheet, cell: addressOf(line, at.field)});
  }
}
