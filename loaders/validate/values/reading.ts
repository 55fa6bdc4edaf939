import type {Cell} from "../../read/workbook.ts";
import {quoted, textOf} from "../cellText.ts";
import type {Rule} from "../rules/rule.ts";
import {errorCell, formulaWithoutValue} from "../rules/valueRules.ts";

/** Why a cell has no value. */
export interface Fault {
  rule: Rule;
  /** Text to quote. */
  text: string;
  detail?: string;
}

/** A cell read as a value of one kind: the value, nothing (blank), or a fault. */
export interface ValueReading<T> {
  value: T | null;
  fault: Fault | null;
  /** True if the text is not how we would write the value, so that a reader of the trace must see it. */
  isUnusual: boolean;
}

const BLANK: ValueReading<never> = {value: null, fault: null, isUnusual: false};
/** Missing, but written as a word or a dash. */
const SAID_BLANK: ValueReading<never> = {value: null, fault: null, isUnusual: true};

/** Nothing was written. */
export function blank<T>(): ValueReading<T> {
  return BLANK;
}

/** Something was written that means "no value": a dash, "chưa xét". */
export function saidBlank<T>(): ValueReading<T> {
  return SAID_BLANK;
}

/** A value; `isUnusual` if the trace must show the text beside it. */
export function valueOf<T>(value: T, isUnusual: boolean): ValueReading<T> {
  return {value, fault: null, isUnusual};
}

/** No value, and why. */
export function faulty<T>(rule: Rule, text: string, detail?: string): ValueReading<T> {
  const fault = detail === undefined ? {rule, text: quoted(text)} : {rule, text: quoted(text), detail};
  return {value: null, fault, isUnusual: true};
}

const DASHES = new Set(["-", "–", "—", "−", "...", "…", "/", "\\", "_", ".", "--", "- -"]);

/** Reads what is alike in every kind: no cell, a dash, an error, a formula without value. Null if the text has to be read. */
export function readCommon<T>(cell: Cell | undefined): ValueReading<T> | null {
  if (cell === undefined) return blank();
  if (cell.kind === "error") return faulty(errorCell, cell.text);
  if (cell.kind === "text") {
    const text = textOf(cell);
    if (text === "") return cell.isFormula ? faulty(formulaWithoutValue, "") : blank();
    if (text.length <= 3 && DASHES.has(text)) return saidBlank();
  }
  return null;
}
