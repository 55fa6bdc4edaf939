import type {Cell} from "../../read/workbook.ts";
import {typedText} from "../cellText.ts";
import {implausibleDate, notADate, notInCalendar} from "../rules/valueRules.ts";
import {blank, faulty, readCommon, valueOf, type ValueReading} from "./reading.ts";

const DAY_MONTH_YEAR = /^(\d{1,2}) ?[/.\-–] ?(\d{1,2}) ?[/.\-–] ?(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
const YEAR_MONTH_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
/** As Excel shows "mmm": in Vietnamese ("14-Thg2-25") and in English ("14-Feb-25"). */
const MONTH_NAMED = /^(\d{1,2})[-/. ](?:(?:thg|tháng) ?(\d{1,2})|([a-z]{3})[a-z]*)[-/., ]{1,2}(\d{4}|\d{2})$/i;
const ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const IN_WORDS = /(?:^|ngày )(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i;
const AFTER_DAY = /ngày (\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})\b/i;

/** The movement's records do not reach farther back. */
const FIRST_YEAR = 2000;
/** Serials of the days from 1/1/2000 to 31/12/2099, by the system that counts from 1900. */
const SERIALS = {first: 36_526, last: 73_050};
/** 31/12/9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;

/**
 * Reads a day as ISO text. Serials follow the workbook's date system; text is day first ("14/2/25", "14-02-2025",
 * "14-Thg2-25", "ngày 14 tháng 02 năm 2025", "số 12 ngày 14/02/2025") or a serial. `lastYear`: the latest year that makes sense.
 */
export function readDate(
  cell: Cell | undefined,
  {uses1904Dates, lastYear}: {uses1904Dates: boolean; lastYear: number}
): ValueReading<string> {
  const common = readCommon<string>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  const text = typedText(cell);
  if (cell.kind === "boolean") return faulty(notADate, text);
  if (cell.kind === "number" && cell.number !== null) {
    const serial = Math.floor(cell.number) + (uses1904Dates ? 1462 : 0);
    if (serial < 1 || serial > LAST_SERIAL) return faulty(notADate, text);
    if (cell.isDate) return plausible(fromSerial(serial), text, lastYear, false);
    if (serial >= SERIALS.first && serial <= SERIALS.last) return plausible(fromSerial(serial), text, lastYear, true);
    return faulty(notADate, text);
  }
  const bare = text.replace(/[.,;]$/, "");
  const ordered = YEAR_MONTH_DAY.exec(bare);
  if (ordered !== null) return fromParts(text, ordered[3], ordered[2], ordered[1], lastYear);
  const named = MONTH_NAMED.exec(bare);
  if (named !== null) {
    const [, day, month, english = "", year] = named;
    return fromParts(text, day, month ?? String(ENGLISH_MONTHS.indexOf(english.toLowerCase()) + 1), year, lastYear);
  }
  if (/^\d{5}$/.test(bare)) {
    const serial = Number(bare) + (uses1904Dates ? 1462 : 0);
    if (serial >= SERIALS.first && serial <= SERIALS.last) return plausible(fromSerial(serial), text, lastYear, true);
  }
  const parts = DAY_MONTH_YEAR.exec(bare) ?? IN_WORDS.exec(bare) ?? AFTER_DAY.exec(bare);
  if (parts === null) return faulty(notADate, text);
  return fromParts(text, parts[1], parts[2], parts[3], lastYear);
}

function fromParts(
  text: string,
  dayText: string | undefined,
  monthText: string | undefined,
  yearText: string | undefined,
  lastYear: number
): ValueReading<string> {
  const day = Number(dayText);
  const month = Number(monthText);
  const year = Number(yearText) + (yearText?.length === 2 ? 2000 : 0);
  const iso = isoDay(year, month, day);
  if (iso === null) {
    const swapped = isoDay(year, day, month);
    return faulty(notInCalendar, text, swapped === null ? undefined : written(swapped));
  }
  return plausible(iso, text, lastYear, text !== written(iso));
}

function plausible(iso: string, text: string, lastYear: number, isUnusual: boolean): ValueReading<string> {
  const year = Number(iso.slice(0, 4));
  if (year < FIRST_YEAR || year > lastYear)
    return faulty(implausibleDate, /\D/.test(text) ? text : written(iso), String(year));
  return valueOf(iso, isUnusual);
}

/** ISO text of a day, or null if the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Day of a serial that counts 1/1/1900 as 1; up to serial 60 that count is off by the 29/2/1900 that never was. */
function fromSerial(serial: number): string {
  const days = serial + (serial < 60 ? 1 : 0) - 25_569;
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** "2025-02-14" as people write it: "14/02/2025". */
function written(iso: string): string {
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
}
