import {formatCount, formatDate, formatPoints, formatShare} from "../components/format.js";
import type {Cell, ColumnKind, Fraction} from "./reportShape.ts";

/** A cell as people read it; what is not known is a short dash. */
export function cellText(cell: Cell, kind: ColumnKind): string {
  if (cell === null || cell === "") return "–";
  if (isFraction(cell)) {
    const {numerator, denominator, target, comparator} = cell;
    return formatShare(numerator, denominator, {target, comparator});
  }
  if (typeof cell === "number") return kind === "points" ? formatPoints(cell) : formatCount(cell);
  return kind === "day" ? formatDate(cell) : cell;
}

export function isFraction(cell: Cell): cell is Fraction {
  return typeof cell === "object" && cell !== null;
}
