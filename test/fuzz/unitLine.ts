import {areaTitle} from "../../loaders/reference/areaTitle.ts";
import {predecessorsOf} from "../../loaders/reference/lineage.ts";
import {nameKey} from "../../loaders/reference/nameKey.ts";
import type {Commune} from "../../loaders/reference/register.ts";
import {CLASSES, type MovementClass, type UnitType} from "../../loaders/vocabulary.ts";
import {register} from "../loaders/validate/build.ts";
import {communeAt, fillOrigin, ownType, type FileContext} from "./fileContext.ts";
import {dress, NO, spell, TYPE_WORDS, YES} from "./spell.ts";
import type {Column, DataLine, Pen} from "./table.ts";
import {dayIn, type Meant, type MeantUnit} from "./truth.ts";
import {number, text, type Written} from "./written.ts";

/** A unit on its way into a table: what its cells say, by field. */
export interface UnitLine extends DataLine {
  unit: MeantUnit;
  commune: Commune;
  type: UnitType;
  name: string;
  said: Map<string, Meant>;
  /** Fields whose cell cannot be read. */
  faulty: Set<string>;
  isRefused: boolean;
  /** Place among the units of the sheet, once they are in order. */
  place: number;
}

/** Lays a unit into the cells of a table. */
export function unitLine(
  unit: MeantUnit,
  index: number,
  columns: readonly Column[],
  context: FileContext,
  pen: Pen
): UnitLine {
  const commune = communeAt(context, unit.commune);
  const line: UnitLine = {
    kind: "data",
    key: String(index),
    cells: new Map(),
    row: 0,
    unit,
    commune,
    type: unit.type === "commune" ? ownType(commune) : unit.type,
    name: unit.type === "commune" ? areaTitle(commune) : `${unit.name.base} ${unit.name.number}`,
    said: new Map(),
    faulty: new Set(),
    isRefused: false,
    place: index
  };
  fillOrigin(line, columns, commune, context, pen);
  for (const column of columns) fill(line, column, columns, context, pen);
  return line;
}

const valueOf = (line: UnitLine, field: string, {year}: FileContext): Meant => {
  const value = line.unit.values[field] ?? null;
  return typeof value === "string" && /^-?\d+\/\d+$/.test(value) ? dayIn(year, value) : value;
};

function fill(line: UnitLine, column: Column, columns: readonly Column[], context: FileContext, pen: Pen): void {
  const {layout, choices, part} = pen;
  const {field, type} = column;
  const key = `${part}/${line.key}/${field}`;
  const say = (cell: Written | null, value: Meant, of = field): void => {
    if (cell === null) return;
    line.cells.set(column, cell);
    line.said.set(of, value);
  };
  if (type === "ordinal") {
    const at = Number(line.key) + 1;
    line.cells.set(
      column,
      choices.of<Written>(`${part}/ordinals`, [
        number(at),
        text(String(at)),
        text(`${at}.`),
        text(String(at).padStart(2, "0"))
      ])
    );
  } else if (type === "name") say(dress(text(line.name), key, layout, choices), line.name);
  else if (type === "unit_type") {
    const words = TYPE_WORDS[line.type] ?? [
      areaTitle({type: line.commune.type, name: ""}).trim(),
      "Xã, phường, thị trấn"
    ];
    line.cells.set(column, text(choices.of(`${part}/type/${line.type}`, words)));
  } else if (type === "former_commune") fillFormer(line, column, key, pen);
  else if (column.choice !== null) fillChoice(line, column, context, pen);
  else if (field === "is_certified" && layout.resultBy === "ticks") {
    if (valueOf(line, field, context) === true) say(text(choices.of(key, ["x", "X", "✓"])), true);
  } else if (type === "tick") fillTick(line, column, columns, context, pen);
  else if (field === "informed_count" || field === "titled_subunit_count" || field === "subunit_count") {
    fillPart(line, column, columns, context, pen);
  } else if (type !== null && !["commune", "commune_code", "district", "year"].includes(type)) {
    const value = valueOf(line, field, context);
    say(spell(type, value, key, layout, choices), value);
  }
}

const formerByCode = new Map(
  register.communes.flatMap((commune) => (commune.valid_from === null ? [[commune.code, commune] as const] : []))
);

/** A former commune by its name or code, where nothing else of the new one's area has that name. */
function fillFormer(line: UnitLine, column: Column, key: string, {choices}: Pen): void {
  const {unit, commune} = line;
  if (unit.former === null) return;
  const codes = new Set(
    predecessorsOf(register, commune.code).flatMap(({extent, old_code}) => (extent === "area_only" ? [] : [old_code]))
  );
  const olds = [...codes].flatMap((code) => formerByCode.get(code) ?? []);
  const old = olds[unit.former % olds.length];
  if (old === undefined) return;
  const namesakes = olds.filter(({name}) => nameKey(name) === nameKey(old.name));
  const ways = [old.code];
  if (namesakes.filter(({type}) => type === old.type).length === 1) ways.push(areaTitle(old), areaTitle(old));
  if (namesakes.length === 1) ways.push(old.name);
  line.cells.set(column, text(choices.of(key, ways)));
  line.said.set("former_commune_code", old.code);
}

/** A tick in the column of the value; "chưa đạt" alone may be left out where only Đạt has a column. */
function fillChoice(line: UnitLine, column: Column, context: FileContext, {choices, part}: Pen): void {
  const {field, choice} = column;
  const value = valueOf(line, field, context);
  const own = choice === "dat" ? true : choice === "chua_dat" ? false : choice;
  if (value === null || value !== own) return;
  const words = choice !== null && choice in CLASSES ? [text(CLASSES[choice as MovementClass])] : [];
  line.cells.set(column, choices.of(`${part}/${line.key}/${field}`, [...YES, ...words]));
  line.said.set(field, value);
}

/** A tick, an express "không", or nothing; a day where the list has no column for the day. */
function fillTick(
  line: UnitLine,
  column: Column,
  columns: readonly Column[],
  context: FileContext,
  {layout, choices, part}: Pen
): void {
  const {field} = column;
  const value = valueOf(line, field, context);
  const key = `${part}/${line.key}/${field}`;
  if (value === null) return;
  const dayField = {is_registered: "registered_date", is_award_registered: "award_registered_date"}[field];
  if (
    value === true &&
    dayField !== undefined &&
    !columns.some((one) => one.field === dayField) &&
    choices.is(`day/${key}`, 0.2)
  ) {
    const day = valueOf(line, dayField, context);
    const cell = spell("date", day, key, layout, choices);
    if (cell !== null) {
      line.cells.set(column, cell);
      line.said.set(field, true);
      line.said.set(dayField, day);
      return;
    }
  }
  if (value === false && dayField !== undefined && choices.is(`left blank/${key}`)) return;
  line.cells.set(column, dress(choices.of(key, value === true ? YES : NO), key, layout, choices));
  line.said.set(field, value);
}

/** A part with its whole in one cell ("59/61") or in two, or "không thuộc diện". */
function fillPart(
  line: UnitLine,
  column: Column,
  columns: readonly Column[],
  context: FileContext,
  {layout, choices, part}: Pen
): void {
  const {field} = column;
  const key = `${part}/${line.key}/${field}`;
  const isTitles = field !== "informed_count";
  const value = valueOf(line, field, context);
  const isFirst = field === "titled_subunit_count" || !columns.some((one) => one.field === "titled_subunit_count");
  if (isTitles && valueOf(line, "is_title_eligible", context) === false) {
    if (!isFirst) return;
    line.cells.set(column, dress(text("không thuộc diện"), key, layout, choices));
    line.said.set("is_title_eligible", false);
    return;
  }
  if (value === null) return;
  if (isTitles) line.said.set("is_title_eligible", true);
  line.said.set(field, value);
  const whole = isTitles ? "subunit_count" : "informed_total";
  if (layout.coverageBy === "fraction" && field !== "subunit_count") {
    const total = valueOf(line, whole, context);
    line.said.set(whole, total);
    const words = choices.of(key, ["/", " / "]);
    line.cells.set(column, dress(text(`${String(value)}${words}${String(total)}`), key, layout, choices));
    return;
  }
  const cell = spell("count", value, key, layout, choices);
  if (cell !== null) line.cells.set(column, cell);
}
