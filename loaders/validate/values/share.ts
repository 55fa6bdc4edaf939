import type {Cell} from "../../read/workbook.ts";
import {typedText} from "../cellText.ts";
import {notAShare} from "../rules/valueRules.ts";
import {parseSmallNumber} from "./numberText.ts";
import {blank, faulty, readCommon, valueOf, type ValueReading} from "./reading.ts";

/** A plan may be overfulfilled, not a hundred times over. */
const MOST = 10;
const FRACTION = /^([\d.,]+) *\/ *([\d.,]+)(?: *\p{L}[\p{L} ,]*)?$/u;

/**
 * Reads a share as 0 to 1 (a plan overfulfilled: more): "88,73 %", a cell in percent format, "59/61", and bare numbers,
 * of which those over 1 are percentages ("95").
 */
export function readShare(cell: Cell | undefined): ValueReading<number> {
  const common = readCommon<number>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  const text = typedText(cell);
  if (cell.kind === "boolean" || cell.isDate) return faulty(notAShare, text);
  if (cell.kind === "number" && cell.number !== null) {
    const {number} = cell;
    return checked(cell.isPercent || number <= 1 ? number : number / 100, text, !cell.isPercent);
  }
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const above = parseSmallNumber(fraction[1] ?? "");
    const below = parseSmallNumber(fraction[2] ?? "");
    if (above === null || below === null || below === 0) return faulty(notAShare, text);
    return checked(above / below, text, true);
  }
  const isPercent = text.endsWith("%");
  const number = parseSmallNumber(isPercent ? text.slice(0, -1).trimEnd() : text);
  if (number === null) return faulty(notAShare, text);
  return checked(isPercent || number > 1 ? number / 100 : number, text, true);
}

function checked(share: number, text: string, isUnusual: boolean): ValueReading<number> {
  if (share < 0 || share > MOST) return faulty(notAShare, text);
  return valueOf(Math.round(share * 1e10) / 1e10, isUnusual);
}
