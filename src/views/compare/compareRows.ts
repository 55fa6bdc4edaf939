import type {Verdict} from "../../../loaders/vocabulary.ts";
import {plainKey} from "../../components/searchIndex.js";
import {type Compare, compareKey, type CompareYear, trendKey} from "../../data/queries/compareShape.js";
import {competitionRanks, LEAST_RANKED} from "../../statistics/ranks.js";
import {FIRST_PRESENT_YEAR} from "../overviewFacts.js";
import {type CommuneGroupView, communeGroups} from "./communeGroups.js";
import {columnCells, type CompareCell, compareRates} from "./compareCells.js";
import type {CompareColumn, CompareColumns} from "./compareColumns.js";
import {type CompareOrder, type CompareState, ORDER_KEYS} from "./compareState.js";

/** One year of a commune's rate; null where the year has none. */
export type TrendPoint = {n: number; d: number} | null;

/** One commune of the comparison. */
export interface CompareRow {
  place: number;
  code: string;
  name: string;
  type: string;
  /** One per column. */
  cells: readonly CompareCell[];
  subject: CompareCell;
  organisations: CompareCell | null;
  /** The commune's own certificate, as a verdict; null before its boundaries were its own. */
  own: Verdict | null;
  /** Units known or expected. */
  expected: number;
  /** Equal ones share a number; null under five units and without a result. */
  rank: number | null;
  trend: readonly TrendPoint[];
  isPicked: boolean;
}

/** The rows the filters leave, in order. */
export interface CompareRows {
  /** With a result under the subject, in order; filtered by name too. */
  ranked: readonly CompareRow[];
  /** Without one: not reported, not decided, no such unit. By name. */
  others: readonly CompareRow[];
  /** All communes of type and group, before the search by name: what charts and sentences speak of. */
  compared: readonly CompareRow[];
  years: readonly number[];
}

/** Builds the rows of the state: filtered by type, group and name, ranked, ordered. */
export function compareRows(
  file: Compare,
  year: CompareYear,
  state: CompareState,
  {columns, subject, organisations}: CompareColumns
): CompareRows {
  const count = file.communes.length;
  const cells = columns.map((column) => columnCells(year, column, count));
  const subjectCells = cells[columns.indexOf(subject)] ?? columnCells(year, subject, count);
  const together = organisations && columnCells(year, organisations, count);
  const group = state.alike === null ? null : findGroup(communeGroups(file, year), state.alike);
  const years = trendYears(file, subject, state);
  const picked = new Set(state.picked);
  const made = file.communes.flatMap(({code, name, type}, place): CompareRow[] => {
    const cell = subjectCells[place];
    if (!cell || (state.type !== "all" && type !== state.type) || (group && !group.places.has(place))) return [];
    return [
      {
        place,
        code,
        name,
        type,
        cells: cells.flatMap((column) => column[place] ?? []),
        subject: cell,
        organisations: together?.[place] ?? null,
        own: ownVerdict(year, place),
        expected: year.expected[place] ?? 0,
        rank: null,
        trend: trendOf(file, subject, {state, place, years}),
        isPicked: picked.has(code)
      }
    ];
  });
  const compared = withRanks(made, columns, state.order);
  const words = plainKey(state.words);
  const named = words === "" ? compared : compared.filter(({name}) => plainKey(name).includes(words));
  const order = rowOrder(columns, state.order);
  return {
    ranked: named.filter(hasResult).sort(order),
    others: named.filter((row) => !hasResult(row)).sort(byName),
    compared,
    years
  };
}

export function hasResult({subject}: CompareRow): boolean {
  return subject.state === "value";
}

function findGroup(groups: readonly CommuneGroupView[], id: string): CommuneGroupView | null {
  return groups.find((one) => one.id === id) ?? null;
}

/** Places by what the rows are ordered by: a column's rate, best first; otherwise units to go, most first. */
function withRanks(rows: readonly CompareRow[], columns: readonly CompareColumn[], {key}: CompareOrder): CompareRow[] {
  const column = columns.findIndex(({id}) => id === key);
  const cellOf = (row: CompareRow): CompareCell | undefined => (column === -1 ? row.subject : row.cells[column]);
  if (column !== -1 || key === ORDER_KEYS.rate) {
    const ranks = competitionRanks(
      rows.map((row) => {
        const cell = cellOf(row);
        return {numerator: cell?.n ?? 0, denominator: cell?.state === "value" ? cell.d : 0};
      })
    );
    return rows.map((row, i) => ({...row, rank: ranks[i] ?? null}));
  }
  const needs = rows.map(({subject}) =>
    subject.state === "value" && subject.needed !== null && subject.needed > 0 && subject.d >= LEAST_RANKED
      ? subject.needed
      : null
  );
  return rows.map((row, i) => {
    const own = needs[i] ?? null;
    return {...row, rank: own === null ? null : needs.filter((need) => need !== null && need > own).length + 1};
  });
}

/** The order of rows with a result; equal ones by lower rate, then by name. */
function rowOrder(
  columns: readonly CompareColumn[],
  {key, isFalling}: CompareOrder
): (a: CompareRow, b: CompareRow) => number {
  const column = columns.findIndex(({id}) => id === key);
  const sign = isFalling ? -1 : 1;
  const rest = (a: CompareRow, b: CompareRow): number => compareRates(a.subject, b.subject) || byName(a, b);
  if (key === ORDER_KEYS.name) return (a, b) => sign * byName(a, b);
  if (key === ORDER_KEYS.units) return (a, b) => sign * (a.subject.d - b.subject.d) || rest(a, b);
  if (key === ORDER_KEYS.own)
    return (a, b) => sign * ((a.own ?? "") < (b.own ?? "") ? -1 : Number(a.own !== b.own)) || rest(a, b);
  if (key === ORDER_KEYS.rate) return (a, b) => sign * compareRates(a.subject, b.subject) || byName(a, b);
  if (column !== -1) {
    return (a, b) => {
      const [one, other] = [a.cells[column], b.cells[column]];
      const isKnown = [one, other].map((cell) => cell?.state === "value");
      if (!isKnown[0] || !isKnown[1]) return Number(isKnown[1]) - Number(isKnown[0]) || rest(a, b);
      return sign * compareRates(one ?? NOTHING, other ?? NOTHING) || rest(a, b);
    };
  }
  return (a, b) => sign * ((a.subject.needed ?? -1) - (b.subject.needed ?? -1)) || rest(a, b);
}

const NOTHING = {n: 0, d: 0};

export function byName(a: CompareRow, b: CompareRow): number {
  return NAMES.compare(a.name, b.name) || (a.code < b.code ? -1 : 1);
}

const NAMES = new Intl.Collator("vi");

function ownVerdict({year, values}: CompareYear, place: number): Verdict | null {
  // Until then the unit of this group was each former commune: their certificates are never added up.
  if (year < FIRST_PRESENT_YEAR) return null;
  const own = values[compareKey("certified_of_eligible", "commune", "all")];
  const [n, d, u, v] = [own?.n[place] ?? 0, own?.d[place] ?? 0, own?.u?.[place] ?? 0, own?.v?.[place] ?? 0];
  if (d === 0) return v > 0 || own === undefined ? "thieu_so_lieu" : "khong_ap_dung";
  if (n === d) return "dat";
  return u > 0 ? "chua_ket_luan" : "chua_dat";
}

function trendYears(file: Compare, subject: CompareColumn, state: CompareState): number[] {
  return trendLine(file, subject, state)
    .map(({year}) => year)
    .filter((year) => year <= state.year);
}

function trendLine(file: Compare, subject: CompareColumn, {targetId, level}: CompareState): Compare["trends"][string] {
  // The years are read of the levels a target covers; narrowed to one level there is no line.
  if (targetId === null || level !== "all") return [];
  return file.trends[trendKey(targetId, subject.group)] ?? [];
}

function trendOf(
  file: Compare,
  subject: CompareColumn,
  {state, place, years}: {state: CompareState; place: number; years: readonly number[]}
): TrendPoint[] {
  const line = trendLine(file, subject, state);
  return years.map((year) => {
    const columns = line.find((one) => one.year === year);
    const d = columns?.d[place] ?? 0;
    return columns && d > 0 ? {n: columns.n[place] ?? 0, d} : null;
  });
}
