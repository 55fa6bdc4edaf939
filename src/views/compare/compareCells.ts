import type {Verdict} from "../../../loaders/vocabulary.ts";
import {compareKey, type CompareYear, VERDICT_ORDER} from "../../data/queries/compareShape.js";
import {unitsToGo} from "../../statistics/unitsToGo.js";
import type {CompareColumn} from "./compareColumns.js";

/** One rate of one commune. */
export interface CompareCell {
  /** A result; nothing to judge by yet (silent, or more units missing than known); no unit of the kind. */
  state: "value" | "missing" | "none";
  n: number;
  d: number;
  /** Undecided, unreported units. */
  u: number;
  v: number;
  /** What the tables conclude; null where no clause speaks of these units. */
  verdict: Verdict | null;
  /** Units to go to the level; null where that says nothing. */
  needed: number | null;
}

/** From this many units on a rate is written as one; below, as a fraction without colour. */
export const LEAST_RATE = 10;

/** The cells of one column, in the order of the communes. */
export function columnCells(year: CompareYear, column: CompareColumn, communes: number): CompareCell[] {
  const places = Array.from({length: communes}, (_, place) => place);
  const results = column.target && year.results[column.target.target_id];
  if (results) {
    return places.map((place) => {
      const isCount = column.goal?.measure === "count";
      // A count is compared by itself: as if of one.
      const [n, d] = [results.n[place] ?? 0, isCount ? 1 : (results.d[place] ?? 0)];
      const [u, v] = [results.u?.[place] ?? 0, results.v?.[place] ?? 0];
      const verdict = VERDICT_ORDER[results.verdict[place] ?? -1] ?? null;
      const state = isCount ? countState(verdict) : rateState({n, d, u, v});
      return {
        state,
        n,
        d,
        u,
        v,
        verdict,
        needed: state === "value" ? (results.needed[place] ?? null) : null
      };
    });
  }
  const parts = column.levels.flatMap((level) => year.values[compareKey(column.indicator, column.group, level)] ?? []);
  const sum = (place: number, of: "n" | "d" | "u" | "v"): number =>
    parts.reduce((total, part) => total + (part[of]?.[place] ?? 0), 0);
  return places.map((place) => {
    const counts = {n: sum(place, "n"), d: sum(place, "d"), u: sum(place, "u"), v: sum(place, "v")};
    const state = rateState(counts);
    return {
      state,
      ...counts,
      verdict: null,
      needed: state === "value" && column.goal !== null ? unitsToGo(counts.n, counts.d, column.goal) : null
    };
  });
}

/** Missing is not zero: units none of which has a result, or fewer known than missing, have no rate. */
function rateState({n, d, u, v}: Pick<CompareCell, "n" | "d" | "u" | "v">): CompareCell["state"] {
  if (d > 0 && (n > 0 || u < d) && v <= d) return "value";
  return d + v > 0 ? "missing" : "none";
}

function countState(verdict: Verdict | null): CompareCell["state"] {
  if (verdict === null || verdict === "khong_ap_dung") return "none";
  return verdict === "thieu_so_lieu" || verdict === "chua_ket_luan" ? "missing" : "value";
}

/** Order of two rates by integers: below zero where the first is lower. */
export function compareRates(a: Pick<CompareCell, "n" | "d">, b: Pick<CompareCell, "n" | "d">): number {
  return a.n * b.d - b.n * a.d;
}
