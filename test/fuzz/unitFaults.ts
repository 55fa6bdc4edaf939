import {forms} from "../loaders/validate/build.ts";
import {ERRORS, wrongCells, type Fault} from "./faults.ts";
import {noCommune, taken} from "./fileContext.ts";
import type {Column, Pen} from "./table.ts";
import type {UnitLine} from "./unitLine.ts";
import {number, text, type Written} from "./written.ts";
import type {Severity} from "../../loaders/vocabulary.ts";

/** A fault that was put in: where, and what must be told of it. */
export interface Told<L> {
  line: L;
  column: Column;
  rule: string;
  severity: Severity;
}

/** Spoils a unit's row; null if the row offers no place for such a fault. */
export function spoilUnit(
  line: UnitLine,
  fault: Fault,
  lines: readonly UnitLine[],
  columns: readonly Column[],
  isOfCommune: boolean,
  pen: Pen
): Told<UnitLine> | null {
  switch (fault.kind) {
    case "no name":
      return withoutName(line, fault, columns);
    case "unknown commune":
      return unknownCommune(line, columns);
    case "unknown type":
      return unknownType(line, columns);
    case "two ticks":
      return twoTicks(line, fault, columns);
    case "part over whole":
      return partOverWhole(line, columns, pen);
    case "twice":
      return twice(line, fault, lines, columns);
    default:
      return wrongCell(line, fault, columns, isOfCommune, pen);
  }
}

/** True if the row is still seen as one of data once a cell is gone: others hold values, or a number stands before it. */
function isRowWithout(line: UnitLine, column: Column): boolean {
  const others = [...line.cells.keys()].filter((one) => one !== column && one.field !== "note");
  return others.length >= 4;
}

function withoutName(line: UnitLine, {way}: Fault, columns: readonly Column[]): Told<UnitLine> | null {
  const column = columns.find(({type}) => type === "name");
  if (column === undefined || !isRowWithout(line, column)) return null;
  if (way % 3 === 0) line.cells.set(column, text("-"));
  else line.cells.delete(column);
  line.isRefused = true;
  return {line, column, rule: "missing_unit_name", severity: "row_error"};
}

function unknownCommune(line: UnitLine, columns: readonly Column[]): Told<UnitLine> | null {
  const column = columns.find(({type}) => type === "commune" || type === "commune_code");
  if (column === undefined) return null;
  line.cells.set(column, noCommune(line));
  line.isRefused = true;
  return {line, column, rule: "unknown_commune", severity: "row_error"};
}

/** The type is then told by the unit's name. */
function unknownType(line: UnitLine, columns: readonly Column[]): Told<UnitLine> | null {
  const column = columns.find(({type}) => type === "unit_type");
  if (column === undefined) return null;
  line.cells.set(column, text(`Câu lạc bộ thơ ${line.key}`));
  return {line, column, rule: "unknown_unit_type", severity: "value_error"};
}

function twoTicks(line: UnitLine, {cell}: Fault, columns: readonly Column[]): Told<UnitLine> | null {
  const fields = ["is_certified", "class"].filter((field) => columns.filter((one) => one.field === field).length > 1);
  const field = taken(fields, cell);
  const ticks = columns.filter((column) => column.field === field);
  const [first, second] = ticks;
  if (field === undefined || first === undefined || second === undefined) return null;
  for (const column of ticks) line.cells.delete(column);
  line.cells.set(first, text("x"));
  line.cells.set(second, text("x"));
  line.said.delete(field);
  line.faulty.add(field);
  return {line, column: second, rule: "two_ticks", severity: "value_error"};
}

function partOverWhole(line: UnitLine, columns: readonly Column[], {layout}: Pen): Told<UnitLine> | null {
  const column = columns.find(({field}) => field === "informed_count");
  const whole = columns.find(({field}) => field === "informed_total");
  if (column === undefined) return null;
  line.said.delete("informed_count");
  line.faulty.add("informed_count");
  if (layout.coverageBy === "fraction") {
    line.cells.set(column, text("61/59"));
    line.said.delete("informed_total");
  } else if (whole !== undefined) {
    line.cells.set(column, number(61));
    line.cells.set(whole, number(59));
    line.said.set("informed_total", 59);
  }
  return {line, column, rule: "part_over_whole", severity: "value_error"};
}

/** The unit stands in the list a second time. */
function twice(
  line: UnitLine,
  {cell}: Fault,
  lines: readonly UnitLine[],
  columns: readonly Column[]
): Told<UnitLine> | null {
  const column = columns.find(({type}) => type === "name");
  const code = columns.find(({type}) => type === "code");
  const former = columns.find(({type}) => type === "former_commune");
  const {unit, commune} = line;
  const alike = lines.filter(
    (one) =>
      one !== line && !one.isRefused && one.faulty.size === 0 && one.unit.type === unit.type && one.commune === commune
  );
  const other = taken(alike, cell);
  const cellOfName = other === undefined || column === undefined ? undefined : other.cells.get(column);
  if (other === undefined || column === undefined || cellOfName === undefined) return null;
  line.cells.set(column, cellOfName);
  line.name = other.name;
  line.unit = {...unit, name: other.unit.name};
  line.said.set("unit_name", other.name);
  for (const each of [line, other]) {
    for (const told of [code, former]) if (told !== undefined) each.cells.delete(told);
    each.said.delete("unit_code");
    each.said.delete("former_commune_code");
  }
  const isLater = line.place > other.place;
  return {line: isLater ? line : other, column, rule: "duplicate_unit", severity: "warning"};
}

/** Fields whose cells say more than one thing, or which no fault of a value can fall on. */
const ALSO_SAYS: Readonly<Record<string, readonly string[]>> = {
  is_registered: ["registered_date"],
  is_award_registered: ["award_registered_date"],
  informed_count: ["informed_total"],
  titled_subunit_count: ["subunit_count"]
};

/** A cell with a value no field of its type has, with an error, or with a formula that has no value. */
function wrongCell(
  line: UnitLine,
  fault: Fault,
  columns: readonly Column[],
  isOfCommune: boolean,
  pen: Pen
): Told<UnitLine> | null {
  const {layout} = pen;
  const isCsv = layout.format === "csv";
  if (isCsv && fault.kind !== "bad value") return null;
  const places = columns.flatMap((column) => {
    const cells = wrongOf(column, line, fault, isOfCommune, isCsv);
    return cells.length > 0 && isPlaceFor(column, line, columns, layout.resultBy) ? [{column, cells}] : [];
  });
  const place = taken(places, fault.cell);
  const wrong = taken(place?.cells ?? [], fault.way);
  if (place === undefined || wrong === undefined) return null;
  const {column} = place;
  const {field} = column;
  line.cells.set(column, wrong.cell);
  if (wrong.severity === "row_error") line.isRefused = true;
  const isFraction = layout.coverageBy === "fraction";
  const ownColumn = (of: string): boolean => columns.some((one) => one.field === of);
  if (column.type === "former_commune") line.said.delete("former_commune_code");
  else line.said.delete(field);
  for (const also of ALSO_SAYS[field] ?? []) {
    if (!ownColumn(also) || (isFraction && field.endsWith("count"))) line.said.delete(also);
  }
  if (field === "titled_subunit_count" || field === "subunit_count") {
    const other = columns.find(
      (one) => one.field === (field === "subunit_count" ? "titled_subunit_count" : "subunit_count")
    );
    if (other === undefined || !line.cells.has(other)) line.said.delete("is_title_eligible");
  }
  line.faulty.add(field);
  return {line, column, rule: wrong.rule, severity: wrong.severity};
}

interface Wrong {
  cell: Written;
  rule: string;
  severity: Severity;
}

function wrongOf(column: Column, line: UnitLine, {kind, way}: Fault, isOfCommune: boolean, isCsv: boolean): Wrong[] {
  const {type, field, choice} = column;
  if (type === null || type === "ordinal" || type === "ignored" || type === "district" || type === "year") return [];
  if (kind === "bad value") {
    const {maximum} = forms.forms.unit_list.fields[field] ?? {};
    return wrongCells(choice === null ? type : "tick", {isCsv, maximum});
  }
  const error: Written = {kind: "error", text: ERRORS[way % ERRORS.length] ?? ERRORS[0]};
  const cell: Written = kind === "error" ? error : {kind: "formula", value: null};
  const rule = kind === "error" ? "error_cell" : "formula_without_value";
  if (type === "name") return [{cell, rule: "missing_unit_name", severity: "row_error"}];
  if (type === "commune" || type === "commune_code") {
    // The file itself says whose the row is, if it is one commune's.
    return [{cell, rule, severity: isOfCommune ? "value_error" : "row_error"}];
  }
  if (type === "unit_type" && kind === "error") return [{cell, rule: "unknown_unit_type", severity: "value_error"}];
  return line.cells.size > 0 ? [{cell, rule, severity: "value_error"}] : [];
}

/** Among tick columns of one value the fault falls on the tick, if there is one; a column of bare ticks stays one. */
function isPlaceFor(
  column: Column,
  line: UnitLine,
  columns: readonly Column[],
  resultBy: Pen["layout"]["resultBy"]
): boolean {
  if (column.field === "is_certified" && resultBy === "ticks") return false;
  if (column.type === "name") return isRowWithout(line, column);
  if (column.choice === null) return true;
  const ticked = columns.filter((one) => one.field === column.field && line.cells.has(one));
  return ticked.length === 0 || ticked.includes(column);
}
