import type {Cell} from "../read/workbook.ts";
import {cleanText} from "../validate/cellText.ts";

const DAY = 86_400_000;
/** Days from 30/12/1899, where serial 0 stands, to 1/1/1970. */
const EPOCH = 25_569;
/** 31/12/9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Decimals beyond which a stored number only shows how computers count: 0,1 + 0,2. */
const MOST_DECIMALS = 10;

/** What a person sees in a cell, roughly as Excel in Vietnamese shows it: dates as dd/mm/yyyy, decimal comma, no grouping. */
export function shownText(cell: Cell, uses1904Dates: boolean): string {
  if (cell.kind !== "number" || cell.number === null) return cleanText(cell.text);
  if (cell.isDate) return shownDate(cell.number + (uses1904Dates ? 1462 : 0)) ?? cell.text;
  if (cell.isPercent) return `${shownNumber(cell.number * 100)}%`;
  return shownNumber(cell.number);
}

function shownDate(serial: number): string | null {
  if (serial < 1 || serial > LAST_SERIAL) return null;
  // Excel counts a 29/2/1900 that never was.
  const day = Math.floor(serial) + (serial < 60 ? 1 : 0) - EPOCH;
  const [year = "", month = "", date = ""] = new Date(day * DAY).toISOString().slice(0, 10).split("-");
  return `${date}/${month}/${year}`;
}

function shownNumber(number: number): string {
  const rounded = Number(number.toFixed(MOST_DECIMALS));
  const text = Math.abs(number) < 1e15 ? String(rounded) : String(number);
  return text.replace(".", ",").replace("-", "−");
}
