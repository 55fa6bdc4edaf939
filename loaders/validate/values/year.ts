import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {unknownYearText} from "../rules/valueRules.ts";
import {blank, faulty, readCommon, valueOf, type ValueReading} from "./reading.ts";

/** A year, and whether it was written as two ("2019-2020", a school year: the first one counts). */
export interface Year {
  year: number;
  isRange: boolean;
}

const ONE = /^(?:năm )?(20\d\d)$/i;
const TWO = /^(?:năm (?:học )?)?(20\d\d) ?[-–/] ?(?:20)?\d\d$/i;

/** Reads a year of this century: a number, "năm 2025", "2019-2020". */
export function readYear(cell: Cell | undefined): ValueReading<Year> {
  const common = readCommon<Year>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  const text = textOf(cell);
  const one = ONE.exec(text);
  if (one !== null && !cell.isDate) return valueOf({year: Number(one[1]), isRange: false}, text !== one[1]);
  const two = TWO.exec(text);
  if (two !== null) return valueOf({year: Number(two[1]), isRange: true}, true);
  return faulty(unknownYearText, text);
}

const IN_TITLE = /(tháng *\d{0,2} *[,]? *)?năm (?:học )?(20\d\d)(?: ?[-–/] ?((?:20)?\d\d)(?!\d))?/giu;

/** In a text without any accent "NAM 2025" is a year, elsewhere "nam" is the south. */
const ACCENTED = /[^\0-\u007f]/;
const PLAIN_YEAR = /\bnam (?=20\d\d)/giu;

/** Year that a title names ("… NĂM 2025"); the year of a day ("ngày 10 tháng 11 năm 2025") is none. */
export function yearOfTitle(title: string): Year | null {
  const text = ACCENTED.test(title) ? title : title.replace(PLAIN_YEAR, "năm ").replace(/\bthang\b/giu, "tháng");
  for (const [, month, year, second] of text.matchAll(IN_TITLE)) {
    if (month === undefined || !/\d/.test(month)) return {year: Number(year), isRange: second !== undefined};
  }
  return null;
}
