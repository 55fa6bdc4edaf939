import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import type {Field} from "../form.ts";
import {readCount} from "../values/count.ts";
import {readDate} from "../values/date.ts";
import {readClass, readModelClass} from "../values/movementClass.ts";
import {readCommon, valueOf, type Fault, type ValueReading} from "../values/reading.ts";
import {readResult} from "../values/result.ts";
import {readScore} from "../values/score.ts";
import {readShare} from "../values/share.ts";
import {readTick} from "../values/tick.ts";
import {readYesNo} from "../values/yesNo.ts";
import type {AppliedRule} from "./trace.ts";

export type Scalar = string | number | boolean | null;

/** What dates of a file are read by. */
export interface DateSystem {
  uses1904Dates: boolean;
  /** Latest year that a day may have. */
  lastYear: number;
}

/** What one cell says: values of its field and of those that share the cell, or why there is none. */
export interface FieldValues {
  values: readonly {field: string; value: Scalar; rule: AppliedRule | null}[];
  fault: Fault | null;
  isUnusual: boolean;
}

/** Reads a cell by the type of its field; fields whose meaning depends on the row (type, commune, level) are read elsewhere. */
export function readField(cell: Cell, name: string, field: Field, dates: DateSystem): FieldValues {
  switch (field.type) {
    case "name":
    case "text":
    case "code":
      return one(name, readText(cell));
    case "tick":
      return readTickOrDate(cell, name, field, dates);
    case "yes_no":
      return one(name, readYesNo(cell));
    case "result":
      return one(name, readResult(cell));
    case "class":
      return one(name, readClass(cell));
    case "model_class":
      return one(name, readModelClass(cell));
    case "date":
      return one(name, readDate(cell, dates));
    case "score":
      return one(name, readScore(cell));
    case "share":
      return one(name, readShare(cell));
    case "count":
      return readCountOrFraction(cell, name, field);
    default:
      return {values: [], fault: null, isUnusual: false};
  }
}

/** Text as people read it; null for nothing or a dash. */
export function readText(cell: Cell): ValueReading<string> {
  const common = readCommon<string>(cell);
  if (common !== null) return common;
  const text = textOf(cell);
  return valueOf(text, text !== cell.text);
}

function one(field: string, {value, fault, isUnusual}: ValueReading<Scalar>): FieldValues {
  return {values: [{field, value, rule: null}], fault, isUnusual};
}

function readTickOrDate(cell: Cell, name: string, field: Field, dates: DateSystem): FieldValues {
  const tick = readTick(cell);
  if (tick.fault === null || field.or_date === undefined) return one(name, tick);
  const {value, fault} = readDate(cell, dates);
  if (fault !== null || value === null) return one(name, tick);
  const values = [
    {field: name, value: true, rule: "date_is_tick"},
    {field: field.or_date, value, rule: "date_is_tick"}
  ] as const;
  return {values, fault: null, isUnusual: true};
}

function readCountOrFraction(cell: Cell, name: string, {maximum, total, not_concerned}: Field): FieldValues {
  const {value, fault, isUnusual} = readCount(cell, {maximum, takesFraction: total !== undefined});
  if (value === null) return {values: [{field: name, value: null, rule: null}], fault, isUnusual};
  const values: FieldValues["values"][number][] = [
    {field: name, value: value.count, rule: value.total === null ? null : "fraction"}
  ];
  if (total !== undefined && value.total !== null) values.push({field: total, value: value.total, rule: "fraction"});
  if (not_concerned !== undefined) {
    values.push({
      field: not_concerned,
      value: !value.isNotConcerned,
      rule: value.isNotConcerned ? "not_concerned" : null
    });
  }
  return {values, fault: null, isUnusual};
}
