import {formatCount} from "../components/format.js";
import type {Figure} from "./figures.js";

/** Communes that owe a report of the year and have not sent it. */
export interface Missing {
  communes: number;
  /** Of how many in all. */
  expected: number;
  /** "xã", or "xã cũ" for the years before the boundary change. */
  noun: string;
}

/** What a figure still depends on: "8 xã chưa nộp và 45 đơn vị chưa xét"; null when nothing is open. */
export function openWords({unknown_count, unreported_count}: Figure, missing: Missing): string | null {
  const parts: string[] = [];
  if (unreported_count > 0) {
    parts.push(
      missing.communes > 0
        ? `${formatCount(missing.communes)} ${missing.noun} chưa nộp`
        : `${formatCount(unreported_count)} đơn vị chưa rõ diện xét`
    );
  }
  if (unknown_count > 0) parts.push(`${formatCount(unknown_count)} đơn vị chưa có kết quả`);
  return parts.length === 0 ? null : parts.join(" và ");
}

/** The same in few words, for a title or a card: one number, whatever it is made of. */
export function openWordsShort(figure: Figure, missing: Missing): string | null {
  const {unknown_count, unreported_count} = figure;
  if (unknown_count > 0 && unreported_count > 0)
    return `${formatCount(unknown_count + unreported_count)} đơn vị chưa rõ`;
  return openWords(figure, missing);
}
