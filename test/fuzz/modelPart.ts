import type {FieldType} from "../../loaders/validate/form.ts";
import type {Commune} from "../../loaders/reference/register.ts";
import {nameKey} from "../../loaders/reference/nameKey.ts";
import {MODEL_CLASSES, type ModelClass, type Severity} from "../../loaders/vocabulary.ts";
import {forms} from "../loaders/validate/build.ts";
import {ERRORS, wrongCells, type Fault} from "./faults.ts";
import {communeAt, faultsByLine, fillOrigin, noCommune, originColumns, taken, type FileContext} from "./fileContext.ts";
import {dress, NO, spell, YES} from "./spell.ts";
import {addressIn, arrange, columnOf, writeTable, type Column, type DataLine, type Line, type Pen} from "./table.ts";
import type {Meant, MeantModel} from "./truth.ts";
import {choiceColumns} from "./unitColumns.ts";
import {number, text, type Written, type WrittenSheet} from "./written.ts";

interface ModelLine extends DataLine {
  commune: Commune;
  name: string;
  said: Map<string, Meant>;
  faulty: Set<string>;
  isRefused: boolean;
}

/** Writes a list of models below row `top` and notes what must be read. @returns The first row below it. */
export function writeModels(
  sheet: WrittenSheet,
  top: number,
  models: readonly MeantModel[],
  faults: readonly Fault[],
  context: FileContext,
  pen: Pen
): number {
  const {layout, choices, part} = pen;
  const columns = arrange(modelColumns(context, pen), pen);
  const data = models.map((model, index) => modelLine(model, index, columns, context, pen));
  const told = [...faultsByLine(faults, data)].flatMap(([line, fault]) => {
    const one = spoil(line, fault, columns, pen);
    return one === null ? [] : [{line, ...one}];
  });
  const lines: Line[] = [...data];
  if (layout.repeatsHeader && data.length > 2) lines.splice(2, 0, {kind: "header"});
  if (layout.hasTotals)
    lines.push({kind: "total", words: choices.of(`${part}/total`, ["Tổng cộng", "Cộng"]), numbers: data.length});
  const end = writeTable(sheet, top, columns, lines, pen);
  const {expectation, year, period, stage, isYearless} = context;
  const accepted = isYearless ? [] : data.filter(({isRefused}) => !isRefused);
  expectation.rowsRead += data.length;
  expectation.rowsRejected += data.length - accepted.length;
  if (isYearless) return end;
  const field = "is_replicated_province";
  const used = new Set(accepted.flatMap(({said, commune}) => (said.get(field) === true ? [commune.code] : [])));
  const hasTicks = columns.some((column) => column.field === field);
  for (const {row, said, commune, name, faulty} of accepted) {
    if (hasTicks && used.has(commune.code) && !said.has(field) && !faulty.has(field)) said.set(field, false);
    expectation.models.push({
      sheet: sheet.name,
      row_number: row,
      year,
      period,
      stage,
      commune_code: commune.code,
      commune_valid_from: commune.valid_from,
      model_name: name,
      name_key: nameKey(name),
      unit_name: (said.get("unit_name") ?? null) as string | null,
      class: (said.get("class") ?? null) as string | null,
      site_count: (said.get("site_count") ?? null) as number | null,
      team_count: (said.get("team_count") ?? null) as number | null,
      is_replicated_province: (said.get(field) ?? null) as boolean | null,
      plan_done_share: (said.get("plan_done_share") ?? null) as number | null
    });
  }
  for (const {line, column, rule, severity} of told) {
    expectation.issues.push({severity, rule, sheet: sheet.name, cell: addressIn(columns, column, line.row)});
  }
  return end;
}

function modelColumns(context: FileContext, pen: Pen): Column[] {
  const {layout, choices, part} = pen;
  const plain = (field: string): Column =>
    columnOf("models", field, forms.forms.models.fields[field]?.type as FieldType, pen);
  const has = (field: string): boolean => choices.share(`${part}/has/${field}`) < layout.columnShare;
  const columns = [plain("model_name")];
  if (layout.ordinal !== "none") columns.push(plain("ordinal"));
  columns.push(...originColumns("models", context, pen));
  if (layout.classBy === "ticks")
    columns.push(...choiceColumns("class", ["tot", "kha", "trung_binh", "yeu"], pen, "models"));
  else columns.push(plain("class"));
  for (const field of ["unit_name", "site_count", "team_count", "is_replicated_province", "plan_done_share"]) {
    if (field === "team_count" || has(field)) columns.push(plain(field));
  }
  return columns;
}

function modelLine(
  model: MeantModel,
  index: number,
  columns: readonly Column[],
  context: FileContext,
  pen: Pen
): ModelLine {
  const {layout, choices, part} = pen;
  const commune = communeAt(context, model.commune);
  const name = `${model.name.base} ${model.name.number}`;
  const line: ModelLine = {
    kind: "data",
    key: String(index),
    cells: new Map(),
    row: 0,
    commune,
    name,
    said: new Map(),
    faulty: new Set(),
    isRefused: false
  };
  fillOrigin(line, columns, commune, context, pen);
  for (const column of columns) {
    const {field, type, choice} = column;
    const key = `${part}/${index}/${field}`;
    const value = model.values[field] ?? null;
    if (type === "ordinal") line.cells.set(column, number(index + 1));
    else if (type === "name") line.cells.set(column, dress(text(name), key, layout, choices));
    else if (value === null || type === null) continue;
    else if (choice !== null) {
      if (value !== choice) continue;
      line.cells.set(column, choices.of(key, [...YES, text(MODEL_CLASSES[choice as ModelClass])]));
      line.said.set(field, value);
    } else if (type === "tick") {
      if (value === false && choices.is(`left blank/${key}`)) continue;
      line.cells.set(column, choices.of(key, value === true ? YES : NO));
      line.said.set(field, value);
    } else {
      const cell = spell(type, value, key, layout, choices);
      if (cell === null) continue;
      line.cells.set(column, cell);
      line.said.set(field, value);
    }
  }
  return line;
}

interface Wrong {
  column: Column;
  cell: Written | null;
  rule: string;
  severity: Severity;
}

function spoil(line: ModelLine, fault: Fault, columns: readonly Column[], {layout}: Pen): Wrong | null {
  const isCsv = layout.format === "csv";
  const places = columns.flatMap((column): Wrong[] => {
    const {type, choice} = column;
    const isCommune = type === "commune" || type === "commune_code";
    if (type === null || type === "ordinal" || type === "district" || type === "year") return [];
    const isTicked = columns.some((one) => one.field === column.field && one !== column && line.cells.has(one));
    if (choice !== null && isTicked) return [];
    switch (fault.kind) {
      case "no name":
        return type === "name" && line.cells.size >= 5
          ? [{column, cell: null, rule: "missing_model_name", severity: "row_error"}]
          : [];
      case "unknown commune":
        return isCommune ? [{column, cell: noCommune(line), rule: "unknown_commune", severity: "row_error"}] : [];
      case "bad value": {
        const wrong = taken(wrongCells(choice === null ? type : "tick", {isCsv}), fault.way);
        return wrong === undefined ? [] : [{column, ...wrong}];
      }
      case "error":
      case "no value": {
        if (isCsv || isCommune || type === "name") return [];
        const isError = fault.kind === "error";
        const cell: Written = isError
          ? {kind: "error", text: ERRORS[fault.way % ERRORS.length] ?? ERRORS[0]}
          : {kind: "formula", value: null};
        return [{column, cell, rule: isError ? "error_cell" : "formula_without_value", severity: "value_error"}];
      }
      default:
        return [];
    }
  });
  const wrong = taken(places, fault.cell);
  if (wrong === undefined) return null;
  if (wrong.cell === null) line.cells.delete(wrong.column);
  else line.cells.set(wrong.column, wrong.cell);
  line.said.delete(wrong.column.field);
  line.faulty.add(wrong.column.field);
  line.isRefused = wrong.severity === "row_error";
  return wrong;
}
