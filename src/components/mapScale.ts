import type {Comparator} from "./format.js";

/** Classes of a rate on the map: colours that say on which side of the target, or greys where no target is set. */
export interface MapScale {
  /** Lower edge of each class but the first, in percent, rising. */
  edges: readonly number[];
  /** Fill of each class, lowest first: one more than edges. */
  fills: readonly string[];
  /** Text colour that is readable on each fill. */
  inks: readonly string[];
  /** Which edge is the target; null without one. */
  target_edge: number | null;
  comparator: Comparator;
  /** Names of the classes, written in place of edges. */
  words?: readonly string[];
}

/** Where each commune is one unit that is certified or not: two named classes, no rate. */
export const YES_NO_SCALE: MapScale = {
  edges: [100],
  fills: ["var(--m2)", "var(--m5)"],
  inks: ["var(--on-m2)", "var(--on-m5)"],
  target_edge: null,
  comparator: ">=",
  words: ["Chưa", "Có"]
};

/** Fixed classes without a target: twenty points each, in greys, since colour speaks of targets only. */
const GREY_EDGES = [20, 40, 60, 80];
const GREY_STEPS = [14, 28, 44, 60, 80];

/**
 * Classes around a target of `value` percent: 20 and 10 points below it, and 10 and 15 above (80 → 60, 70 | 80 | 90, 95). Where less than
 * 20 points are left above, the two upper edges part what is left (95 → 75, 85 | 95 | 98, 99); at 100 nothing is above.
 */
export function mapScale(target: {value: number; comparator: Comparator} | null): MapScale {
  if (target === null) {
    return {
      edges: GREY_EDGES,
      fills: GREY_STEPS.map((step) => `color-mix(in srgb, var(--ink) ${step}%, var(--page))`),
      inks: GREY_STEPS.map((step) => (step < 50 ? "var(--ink)" : "var(--page)")),
      target_edge: null,
      comparator: ">="
    };
  }
  const {value, comparator} = target;
  const below = [value - 20, value - 10].filter((edge) => edge > 0);
  const rest = 100 - value;
  const above = (
    rest >= 20 ? [value + 10, value + 15] : [value + rest / 2, value + (3 * rest) / 4].map(Math.ceil)
  ).filter((edge, i, all) => edge > value && edge < 100 && all.indexOf(edge) === i);
  const classes = [...["1", "2", "3"].slice(2 - below.length), ...["4", "5", "6"].slice(0, above.length + 1)];
  return {
    edges: [...below, value, ...above],
    fills: classes.map((name) => `var(--m${name})`),
    inks: classes.map((name) => `var(--on-m${name})`),
    target_edge: below.length,
    comparator
  };
}

/** Which class n of d falls in, from 0; by integers, lower edge included (the target's own edge as its comparator says). */
export function mapClass({edges, target_edge, comparator}: MapScale, numerator: number, denominator: number): number {
  return edges.filter((edge, i) => {
    const [left, right] = [100 * numerator, edge * denominator];
    return i === target_edge && comparator === ">" ? left > right : left >= right;
  }).length;
}
