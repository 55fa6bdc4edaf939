import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {Grid, GridRow} from "../grid.ts";
import type {CompiledForms} from "./compileForms.ts";
import {headerPaths} from "./headerPaths.ts";
import {headerKeys} from "./headerPattern.ts";
import {bestMatch, type HeaderMatch} from "./matchHeader.ts";

/** A header found in a sheet: the rows of the grid it takes, and what they mean. */
export interface FoundHeader {
  /** Index of its first and last row in `grid.rows`. */
  first: number;
  last: number;
  match: HeaderMatch;
}

const MAX_HEADER_ROWS = 4;
/** Without a header word that only headers hold, a header is looked for in this many rows. */
const ANCHORLESS_ROWS = 40;

/** True if a row may belong to a header: some texts, no numbers (years apart). */
export function looksLikeHeader(row: GridRow): boolean {
  if (row.ownCount < 2) return false;
  for (const cell of row.cells) {
    if (cell === undefined) continue;
    if (cell.row !== row.number) return false;
    if (cell.kind === "number" || cell.kind === "boolean") return false;
    if (cell.text.length > 200 || /^[\d.,/\s-]+$/.test(cell.text)) return false;
  }
  return true;
}

/** True if the row holds a word that only headers hold ("STT", "Tên đơn vị"). */
export function hasAnchor(row: GridRow, {anchors}: CompiledForms): boolean {
  for (const cell of row.cells) {
    if (cell === undefined || cell.kind !== "text" || cell.text.length > 60) continue;
    if (headerKeys(textOf(cell)).keys.some((key) => anchors.has(key))) return true;
  }
  return false;
}

/** The header that takes in row `index` of the grid, in the block of rows that explains most; null if none is complete. */
export function headerAt(grid: Grid, index: number, forms: CompiledForms): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (let first = topOf(grid, index); first >= Math.max(0, index - 2); first--) {
    for (let last = index; last < Math.min(grid.rows.length, first + MAX_HEADER_ROWS, index + 3); last++) {
      const block = contiguous(grid.rows, first, last);
      if (block === null || (last > first && isHeading(grid.rows[last], forms))) break;
      const match = bestMatch(headerPaths(grid, block), forms, grid.sheet.name);
      if (match === null) continue;
      if (best === null || isBetter({first, last, match}, best)) best = {first, last, match};
    }
  }
  return best;
}

/** True for a row that names a type of units and nothing else ("XÃ, PHƯỜNG, THỊ TRẤN"): it heads rows, though columns have such headers. */
function isHeading(row: GridRow | undefined, {words}: CompiledForms): boolean {
  if (row?.ownCount !== 1) return false;
  const cell = row.cells.find((one) => one?.row === row.number);
  const {values, rest} = words.types.find(foldKey(textOf(cell)));
  return values.length > 0 && rest.length === 0;
}

/** First row of the header that a row belongs to: what is merged into it from above belongs to it too, whatever it says. */
function topOf({rows}: Grid, index: number): number {
  const merged = rows[index]?.cells.flatMap((cell) => (cell === undefined ? [] : [cell.row])) ?? [];
  const top = Math.min(...merged);
  const above = rows.findIndex(({number}) => number === top);
  return above < 0 || index - above > 2 ? index : Math.min(index, above);
}

/**
 * More of the form is better, then more counts whose unit type is known. With as many columns a row below is part of the header
 * if it makes it more telling: "Số lượng" under "Trung bình". A row above may be a title, whose words would pass for a group.
 */
function isBetter({first, match}: FoundHeader, best: FoundHeader): boolean {
  if (match.isComplete !== best.match.isComplete) return match.isComplete;
  if (match.score !== best.match.score) return match.score > best.match.score;
  if (match.compiled !== best.match.compiled) return false;
  const [typed, bestTyped] = [typedColumns(match), typedColumns(best.match)];
  if (typed !== bestTyped) return typed > bestTyped;
  return first === best.first && match.weight > best.match.weight && keepsColumns(match, best.match);
}

/** True if all columns stay known: a heading below the header ("DOANH NGHIỆP") would pass for the header of another column. */
function keepsColumns({columns}: HeaderMatch, best: HeaderMatch): boolean {
  const known = new Set(columns.map(({column}) => column));
  return best.columns.every(({column}) => known.has(column));
}

function typedColumns({columns}: HeaderMatch): number {
  return columns.filter(({types}) => types.length > 0).length;
}

/** A number, or the text of one as in a CSV file: a total ("Tổng", "12", "9") is no header. A year may be one. */
function isNumber({kind, text}: Cell): boolean {
  return kind === "number" || (/^\d[\d.,\s]*$/.test(text) && !/^20\d\d$/.test(text));
}

/** Rows first to last, if no empty row and no row of numbers stands between them. */
function contiguous(rows: readonly GridRow[], first: number, last: number): GridRow[] | null {
  const block = rows.slice(first, last + 1);
  const start = block[0]?.number ?? 0;
  for (let offset = 0; offset < block.length; offset++) {
    const row = block[offset];
    if (row?.number !== start + offset) return null;
    if (row.cells.some((cell) => cell?.row === row.number && isNumber(cell))) return null;
  }
  return block;
}

/**
 * The first header of a sheet. A header row is known by a word that only headers hold; failing that, the rows on top are tried.
 * @returns The header, or the nearest thing to one with `isComplete` false; null if no row comes near.
 */
export function findFirstHeader(grid: Grid, forms: CompiledForms): FoundHeader | null {
  let nearest: FoundHeader | null = null;
  const consider = (index: number): FoundHeader | null => {
    const found = headerAt(grid, index, forms);
    if (found === null) return null;
    if (found.match.isComplete) return found;
    if (found.match.score > (nearest?.match.score ?? 0)) nearest = found;
    return null;
  };
  for (let index = 0; index < grid.rows.length; index++) {
    const row = grid.rows[index];
    if (row === undefined || !hasAnchor(row, forms)) continue;
    const found = consider(index);
    if (found !== null) return found;
  }
  for (let index = 0; index < Math.min(grid.rows.length, ANCHORLESS_ROWS); index++) {
    const row = grid.rows[index];
    if (row === undefined || !looksLikeHeader(row)) continue;
    const found = consider(index);
    if (found !== null && found.match.score >= 3) return found;
  }
  return nearest;
}
