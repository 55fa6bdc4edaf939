import type {Cell} from "../../read/workbook.ts";
import {CLASSES, MODEL_CLASSES} from "../../vocabulary.ts";
import type {Field} from "../form.ts";
import {readClass, readModelClass} from "../values/movementClass.ts";
import type {Fault} from "../values/reading.ts";
import {readResult} from "../values/result.ts";
import {readTick} from "../values/tick.ts";
import type {Scalar} from "./fieldValue.ts";

/** What a cell of one of several tick columns says: chosen, expressly not, or nothing. */
export interface Choice {
  isChosen: boolean | null;
  fault: Fault | null;
}

/** Reads a cell of the tick column `choice`: a tick, or the choice's own word ("Khá" in the column "Khá"). */
export function readChoice(cell: Cell, choice: string, field: Field): Choice {
  const tick = readTick(cell);
  if (tick.value === null && tick.fault === null) return {isChosen: null, fault: null};
  if (tick.value === true && cell.text === "x") return {isChosen: true, fault: null};
  const word = readByType(cell, field);
  if (word !== null) return {isChosen: word === choiceValue(choice), fault: null};
  return {isChosen: tick.value, fault: tick.fault};
}

function readByType(cell: Cell, {type}: Field): Scalar {
  if (type === "result") return isTickSign(cell) ? null : readResult(cell).value;
  if (type === "class") return readClass(cell).value;
  return type === "model_class" ? readModelClass(cell).value : null;
}

/** In the column "Chưa đạt" a sign or "Có" is a tick, not the result "Đạt". */
function isTickSign(cell: Cell): boolean {
  return !/đạt|công nhận/iu.test(cell.text.normalize("NFC"));
}

/** Value that a tick column stands for. */
export function choiceValue(choice: string): Scalar {
  if (choice === "dat") return true;
  return choice === "chua_dat" ? false : choice;
}

/** The value as a person reads it. */
export function choiceTitle(choice: string): string {
  const titles: Readonly<Record<string, string>> = {dat: "Đạt", chua_dat: "Chưa đạt", ...MODEL_CLASSES, ...CLASSES};
  return titles[choice] ?? choice;
}
