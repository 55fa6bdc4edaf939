import {median} from "d3";
import type {ClosingData} from "../../components/closingList.js";
import {formatCount} from "../../components/format.js";
import {type Goal, meets} from "../../sentences/figures.js";
import {belowWords, closingSubtitle, closingTitle, cutWords} from "../../sentences/communesTitle.js";
import type {NamedRate} from "../../sentences/compareSentences.js";
import {TYPE_HEADS} from "../../sentences/compareWords.js";
import type {CompareHome} from "../../data/queries/compareShape.ts";
import {FUNNEL_BANDS, funnelLimits} from "../../statistics/funnelLimits.js";
import {competitionRanks, LEAST_RANKED} from "../../statistics/ranks.js";
import {type RankRange, rankRanges} from "../../statistics/rankRanges.js";
import {type ShareRange, wilsonInterval} from "../../statistics/wilsonInterval.js";
import {type CompareCell, compareRates} from "./compareCells.js";
import type {CompareColumns} from "./compareColumns.js";
import {byName, type CompareRow, hasResult} from "./compareRows.js";

/** One commune as a dot. */
export interface CompareDot {
  code: string;
  name: string;
  type: string;
  n: number;
  d: number;
  isPicked: boolean;
}

/** One rate over all communes. */
export interface StripRow {
  label: string;
  goal: Goal | null;
  dots: readonly CompareDot[];
  /** In percent; null without a dot. */
  median: number | null;
  /** Communes left out: fewer than five units. */
  small: number;
}

/** Rows the strip shows at most. */
const STRIP_ROWS = 5;

/** The rates of the strip: the plan's, then residential areas, then offices, enterprises and schools together. */
export function stripRows(rows: readonly CompareRow[], {columns, organisations}: CompareColumns): StripRow[] {
  const rates = columns.flatMap((column, i) =>
    column.goal?.measure !== "count" && (column.section === "plan" || column.id === "khu_dan_cu")
      ? [{column, cellOf: (row: CompareRow) => row.cells[i] ?? null}]
      : []
  );
  const kept = rates.length > STRIP_ROWS - 1 ? [...rates.slice(0, STRIP_ROWS - 2), ...rates.slice(-1)] : rates;
  const together = organisations && {column: organisations, cellOf: (row: CompareRow) => row.organisations};
  return [...kept, ...(together ? [together] : [])].map(({column, cellOf}) => {
    const known = rows.flatMap((row) => {
      const cell = cellOf(row);
      return cell?.state === "value" ? [dotOf(row, cell)] : [];
    });
    const dots = known.filter(({d}) => d >= LEAST_RANKED);
    return {
      label: column.section === "detail" ? (TYPE_HEADS[column.group] ?? column.head) : column.head,
      goal: column.goal,
      dots,
      median: median(dots, ({n, d}) => (100 * n) / d) ?? null,
      small: known.length - dots.length
    };
  });
}

/** Where a commune lies against the bands of the funnel. */
export type FunnelSide = "far_below" | "below" | "inside" | "above" | "far_above";

export interface FunnelPoint extends CompareDot {
  side: FunnelSide;
  /** How many standard deviations from the level: names the farthest. */
  distance: number;
}

export interface FunnelView {
  points: readonly FunnelPoint[];
  /** Below the outer and the inner band. */
  farBelow: number;
  below: number;
}

/** Every commune with a result against the bands around the level. @param goal a rate between 0 and 100 percent. */
export function funnelView(rows: readonly CompareRow[], goal: Goal): FunnelView {
  const target = goal.value / 100;
  const limits = memo((d) => ({
    inner: funnelLimits(d, target, FUNNEL_BANDS.inner),
    outer: funnelLimits(d, target, FUNNEL_BANDS.outer)
  }));
  const points = rows.filter(hasResult).map((row): FunnelPoint => {
    const dot = dotOf(row, row.subject);
    const share = dot.n / dot.d;
    const {inner, outer} = limits(dot.d);
    const side =
      share < outer.low
        ? "far_below"
        : share < inner.low
          ? "below"
          : share > outer.high
            ? "far_above"
            : share > inner.high
              ? "above"
              : "inside";
    return {...dot, side, distance: (share - target) / Math.sqrt((target * (1 - target)) / dot.d)};
  });
  const count = (side: FunnelSide): number => points.filter((point) => point.side === side).length;
  return {points, farBelow: count("far_below"), below: count("below")};
}

function memo<T>(make: (d: number) => T): (d: number) => T {
  const made = new Map<number, T>();
  return (d) => {
    const known = made.get(d) ?? make(d);
    made.set(d, known);
    return known;
  };
}

/** One commune of the ranking by rate. */
export interface RankingRow extends CompareDot {
  rank: number | null;
  /** Communes at the same place, itself among them. */
  ties: number;
  range: ShareRange;
  places: RankRange | null;
  meetsGoal: boolean | null;
}

/** The ranking by rate, best first; communes under five units last, without a place. */
export function rankingRows(rows: readonly CompareRow[], goal: Goal | null): RankingRow[] {
  const known = rows.filter(hasResult).sort((a, b) => compareRates(b.subject, a.subject) || byName(a, b));
  const ranks = competitionRanks(known.map(({subject}) => ({numerator: subject.n, denominator: subject.d})));
  const ranges = known.map(({subject}) => wilsonInterval(subject.n, subject.d));
  const places = rankRanges(ranges.map((range, i) => (ranks[i] === null ? null : range)));
  const ties = new Map<number, number>();
  for (const rank of ranks) if (rank !== null) ties.set(rank, (ties.get(rank) ?? 0) + 1);
  const made = known.map((row, i): RankingRow => {
    const rank = ranks[i] ?? null;
    return {
      ...dotOf(row, row.subject),
      rank,
      ties: rank === null ? 1 : (ties.get(rank) ?? 1),
      range: ranges[i] ?? {low: 0, high: 1},
      places: places[i] ?? null,
      meetsGoal: goal === null ? null : meets(row.subject.n, row.subject.d, goal)
    };
  });
  return [...made.filter(({rank}) => rank !== null), ...made.filter(({rank}) => rank === null)];
}

export interface CompareClosing {
  title: string;
  subtitle: string;
  data: ClosingData;
}

/**
 * The communes that lack most units first; where all communes are shown, cut where they close the gap of the home area.
 * @param options.home what the target says of the home area; null where the rows are only some, or no clause speaks of them.
 */
export function compareClosing(
  rows: readonly CompareRow[],
  goal: Goal,
  {home, area}: {home: CompareHome | null; area: string}
): CompareClosing {
  const behind = rows
    .filter((row) => hasResult(row) && (row.subject.needed ?? 0) > 0)
    .sort(
      (a, b) =>
        (b.subject.needed ?? 0) - (a.subject.needed ?? 0) ||
        compareRates(a.subject, b.subject) ||
        (a.code < b.code ? -1 : 1)
    );
  const needed = behind.map(({subject}) => subject.needed ?? 0);
  const gap = home === null || home.verdict === "dat" ? null : home.units_needed;
  const facts = {goal, needed, cut: gap === null || gap === 0 ? null : cutAt(needed, gap), gap, area};
  return {
    title: closingTitle(facts),
    subtitle: closingSubtitle(goal),
    data: {
      rows: behind.map(({code, name, subject}) => ({
        code,
        href: `./xa?ma=${code}`,
        name,
        units_needed: subject.needed ?? 0,
        numerator: subject.n,
        denominator: subject.d
      })),
      heading: "Cần thêm (đơn vị)",
      cut: facts.cut,
      cut_words: cutWords(facts),
      rest_words: (count, units) =>
        `Còn ${formatCount(count)} xã ${belowWords(goal)}, cần thêm ${formatCount(units)} đơn vị.`,
      limit: {target: goal.value, comparator: goal.comparator}
    }
  };
}

/** How many from the top close a gap; null when all of them do not. */
function cutAt(needed: readonly number[], gap: number): number | null {
  let total = 0;
  for (const [i, units] of needed.entries()) {
    total += units;
    if (total >= gap) return i + 1;
  }
  return null;
}

export function namedRates(rows: readonly CompareRow[]): NamedRate[] {
  return rows.filter(hasResult).map(({name, subject}) => ({name, n: subject.n, d: subject.d, needed: subject.needed}));
}

function dotOf({code, name, type, isPicked}: CompareRow, {n, d}: CompareCell): CompareDot {
  return {code, name, type, n, d, isPicked};
}
