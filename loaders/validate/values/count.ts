import type {Cell} from "../../read/workbook.ts";
import {typedText} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import {countNotWhole, countTooLarge, negativeCount, notACount, partOverWhole} from "../rules/valueRules.ts";
import {parseNumber, writeNumber} from "./numberText.ts";
import {blank, faulty, readCommon, valueOf, type ValueReading} from "./reading.ts";

/** More than the people of a province: a slip of the keyboard. */
const MOST = 10_000_000;

/** A number of things; `total` where the cell also says of how many ("59/61"); not concerned: "không thuộc diện". */
export interface Count {
  count: number | null;
  total: number | null;
  isNotConcerned: boolean;
}

const ZERO_WORDS = new Set(["khong", "khong co", "khong phat sinh"]);
const NOT_CONCERNED = new Set([
  "khong thuoc dien",
  "khong thuoc dien xet",
  "khong thuoc doi tuong",
  "ngoai dien",
  "ktd",
  "khong xet"
]);
const FRACTION = /^(\S.*?) *[/] *(\S.*)$/;
/** A number with a word of what is counted: "12 người", "03 mô hình". */
const WITH_MEASURE = /^([\d.,]+(?: \d{3})*) ?(?:\p{L}[\p{L} ]*)$/u;

/** Reads a count. `maximum`: the greatest that can be; `takesFraction`: "59/61" is a count and its total. */
export function readCount(
  cell: Cell | undefined,
  {maximum = MOST, takesFraction = false}: {maximum?: number | undefined; takesFraction?: boolean} = {}
): ValueReading<Count> {
  const common = readCommon<Count>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  if (cell.kind === "number" && cell.number !== null) return fromNumber(cell, cell.number, maximum);
  const text = typedText(cell);
  if (cell.kind === "boolean") return faulty(notACount, text);
  const fraction = FRACTION.exec(text);
  if (fraction !== null) return fromFraction(text, fraction[1] ?? "", fraction[2] ?? "", {maximum, takesFraction});
  const key = foldKey(text);
  if (ZERO_WORDS.has(key)) return valueOf({count: 0, total: null, isNotConcerned: false}, true);
  if (NOT_CONCERNED.has(key)) return valueOf({count: null, total: null, isNotConcerned: true}, true);
  const written = WITH_MEASURE.exec(text)?.[1] ?? text;
  const number = parseNumber(written);
  if (number === null) {
    const english = /^\d{1,3}(?:,\d{3})+$/.test(written) ? Number(written.replaceAll(",", "")) : null;
    return english === null ? faulty(notACount, text) : faulty(countNotWhole, text, question(english / 1000, english));
  }
  if (number < 0) return faulty(negativeCount, text);
  if (!Number.isInteger(number)) return notWhole(text, number);
  if (number > maximum) return faulty(countTooLarge, text, writeNumber(maximum));
  return valueOf({count: number, total: null, isNotConcerned: false}, text !== String(number));
}

function fromNumber(cell: Cell, number: number, maximum: number): ValueReading<Count> {
  if (Number.isInteger(number) && number >= 0 && number <= maximum && !cell.isDate && !cell.isPercent) {
    return valueOf({count: number, total: null, isNotConcerned: false}, false);
  }
  const text = writeNumber(number);
  if (cell.isDate) return faulty(notACount, cell.text);
  if (cell.isPercent) return faulty(notACount, `${writeNumber(Math.round(number * 1e6) / 1e4)}%`);
  if (number < 0) return faulty(negativeCount, text);
  return Number.isInteger(number) ? faulty(countTooLarge, text, writeNumber(maximum)) : notWhole(text, number);
}

/** 1.376 typed where a dot is the decimal sign: only the sender knows whether 1376 was meant. */
function notWhole(text: string, number: number): ValueReading<Count> {
  const thousands = Math.round(number * 1000);
  const isThousands = Math.abs(number * 1000 - thousands) < 1e-6 && number < 1000;
  return faulty(countNotWhole, text, isThousands ? question(number, thousands) : undefined);
}

function question(number: number, thousands: number): string {
  const decimals = thousands % 10 === 0 && String(number).length < 5 ? String(number) : number.toFixed(3);
  return `${decimals} hay ${thousands}?`;
}

function fromFraction(
  text: string,
  above: string,
  below: string,
  {maximum, takesFraction}: {maximum: number; takesFraction: boolean}
): ValueReading<Count> {
  const count = parseNumber(above);
  const total = parseNumber(WITH_MEASURE.exec(below)?.[1] ?? below);
  if (!takesFraction || count === null || total === null || !Number.isInteger(count) || !Number.isInteger(total)) {
    return faulty(notACount, text);
  }
  if (count < 0 || total < 0) return faulty(negativeCount, text);
  if (total > maximum) return faulty(countTooLarge, text, writeNumber(maximum));
  if (count > total) return faulty(partOverWhole, writeNumber(count), writeNumber(total));
  return valueOf({count, total, isNotConcerned: false}, true);
}
