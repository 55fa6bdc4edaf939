import {formatNumber, formatShare} from "../components/format.js";
import {type Figure, isKnown} from "./figures.js";
import {spellCount} from "./nouns.js";

/**
 * Title of the trend: how many years in a row the rate rose or fell up to `year`, and by how many points in the last.
 * @param figures the rate of each year.
 */
export function trendTitle(figures: ReadonlyMap<number, Figure>, year: number): string {
  const shares = [...figures]
    .filter(([at, figure]) => at <= year && isKnown(figure))
    .sort(([a], [b]) => a - b)
    .map(([at, {numerator, denominator}]) => ({at, numerator, denominator}));
  const last = shares.at(-1);
  if (last?.at !== year) return `Chưa có kết quả năm ${year}`;
  const before = shares.at(-2);
  if (before?.at !== year - 1) return `Năm ${year} được công nhận ${formatShare(last.numerator, last.denominator)}`;
  const direction = compare(before, last);
  let run = 0;
  for (let i = shares.length - 1; i > 0; --i) {
    const [from, to] = [shares[i - 1], shares[i]];
    if (!from || !to || from.at !== to.at - 1 || compare(from, to) !== direction) break;
    ++run;
  }
  if (direction === 0) return `Năm ${year} bằng năm ${year - 1}`;
  const points = 100 * Math.abs(last.numerator / last.denominator - before.numerator / before.denominator);
  const size = points < 0.05 ? "chưa đến 0,1" : formatNumber(points);
  const [verb, more] = direction > 0 ? ["Tăng", "thêm"] : ["Giảm", "bớt"];
  return run > 1
    ? `${verb} ${spellCount(run)} năm liền, năm ${year} ${more} ${size} điểm %`
    : `Năm ${year} ${verb.toLowerCase()} ${size} điểm % so với ${year - 1}`;
}

/** Sign of the change, by integers. */
function compare(from: {numerator: number; denominator: number}, to: {numerator: number; denominator: number}): number {
  return Math.sign(to.numerator * from.denominator - from.numerator * to.denominator);
}
