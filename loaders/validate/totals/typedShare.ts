import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";

/** A percentage as it stands in a cell: its digits as one whole number, and how many of them are decimals ("88,73" is 8873 and 2). */
export interface TypedShare {
  digits: bigint;
  decimals: number;
}

/** Stored numbers have binary tails: beyond this many decimals of a percentage nobody typed. */
const MOST_DECIMALS = 6;

/**
 * Readings of a percentage: "88,73 %", "88.73%", "95", a cell in percent format (0.8873). A bare number up to 1 may be a share or
 * a percentage: both are given. None for anything else ("trên 96%", "59/61").
 */
export function typedShares(cell: Cell): TypedShare[] {
  if (cell.kind === "boolean" || cell.kind === "error" || cell.isDate) return [];
  if (cell.kind === "number") {
    if (cell.number === null || cell.number < 0) return [];
    const plain = parseDecimal(plainDecimal(cell.number));
    if (plain === null) return [];
    if (cell.isPercent) return [shifted(plain)];
    return cell.number <= 1 ? [shifted(plain), plain] : [plain];
  }
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(textOf(cell));
  const typed = parseDecimal((match?.[1] ?? "").replace(",", "."));
  if (match === null || typed === null) return [];
  const isSmall = Number((match[1] ?? "").replace(",", ".")) <= 1;
  return match[2] === "%" || !isSmall ? [typed] : [typed, shifted(typed)];
}

/**
 * True if part/whole, as a percentage with the decimals that were typed, is the typed one: rounded half up in whole numbers
 * (252/284 is 88,73; 1/8 is 12,5 and 13).
 */
export function isShareOf({digits, decimals}: TypedShare, part: number, whole: number): boolean {
  const scaled = BigInt(part) * 100n * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + BigInt(whole)) / (2n * BigInt(whole));
  return rounded === digits;
}

function parseDecimal(text: string): TypedShare | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const decimals = match[2] ?? "";
  return {digits: BigInt(`${match[1] ?? ""}${decimals}`), decimals: decimals.length};
}

/** A stored number in decimals, without its binary tail: 0.8873239436619719 is 88.732394 %. */
function plainDecimal(number: number): string {
  const text = String(number);
  const isLong = text.includes("e") || (text.split(".")[1]?.length ?? 0) > MOST_DECIMALS + 2;
  return isLong ? number.toFixed(MOST_DECIMALS + 2) : text;
}

/** A share as a percentage: the point two places to the right. */
function shifted({digits, decimals}: TypedShare): TypedShare {
  return decimals >= 2 ? {digits, decimals: decimals - 2} : {digits: digits * 10n ** BigInt(2 - decimals), decimals: 0};
}
