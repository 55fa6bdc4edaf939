import type {Cell} from "../../read/workbook.ts";
import {typedText} from "../cellText.ts";
import {notAScore, scoreOver100} from "../rules/valueRules.ts";
import {parseSmallNumber, writeNumber} from "./numberText.ts";
import {blank, faulty, readCommon, valueOf, type ValueReading} from "./reading.ts";

const OF_HUNDRED = /^(\S+) *\/ *100$/;
const WITH_MEASURE = /^([\d.,]+) *(?:điểm|đ)$/i;

/** Reads a score of 0 to 100 (Quyết định 510/QĐ-BCA-V05). "840" is refused and "84,0" offered: a comma was lost. */
export function readScore(cell: Cell | undefined): ValueReading<number> {
  const common = readCommon<number>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  const text = typedText(cell);
  if (cell.kind === "boolean" || cell.isDate) return faulty(notAScore, text);
  if (cell.kind === "number" && cell.number !== null) {
    const score = cell.isPercent ? cell.number * 100 : cell.number;
    return checked(tidy(score), null, cell.isPercent);
  }
  const written = OF_HUNDRED.exec(text)?.[1] ?? WITH_MEASURE.exec(text)?.[1] ?? text;
  const score = parseSmallNumber(written);
  if (score === null) return faulty(notAScore, text);
  return checked(score, text, text !== writeNumber(score) && text !== String(score));
}

/** 84.30000000000001 is a score of 84,3. */
function tidy(score: number): number {
  return Math.round(score * 1e9) / 1e9;
}

function checked(score: number, written: string | null, isUnusual: boolean): ValueReading<number> {
  if (score >= 0 && score <= 100) return valueOf(score, isUnusual);
  const text = written ?? writeNumber(score);
  if (score < 0) return faulty(notAScore, text);
  const mended = score <= 1000 && Number.isInteger(score) ? (score / 10).toFixed(1).replace(".", ",") : undefined;
  return faulty(scoreOver100, text, mended);
}
