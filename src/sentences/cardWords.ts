import {formatCount, formatPoints} from "../components/format.js";
import {type Conclusion, type Figure, type Goal, isKnown, unitsToSpare} from "./figures.js";
import {type Missing, openWordsShort} from "./openWords.js";

/** First line of a verdict card: the gap in units, or what the verdict depends on. `**…**` is strong. */
export function gapWords(judged: Goal & Conclusion, figure: Figure | null, missing: Missing, noun = "đơn vị"): string {
  const {verdict, measure, comparator, value, units_needed, is_impossible} = judged;
  const known = measure === "count" ? figure : isKnown(figure) ? figure : null;
  if (verdict === "khong_ap_dung") return "Không áp dụng";
  if (verdict === "thieu_so_lieu" || known === null) return "Chưa đủ số liệu";
  if (verdict === "chua_ket_luan") return `**Còn tùy ${openWordsShort(known, missing) ?? "số liệu bổ sung"}**`;
  if (verdict === "chua_dat") {
    if (is_impossible) return "**Không thể đạt** với mẫu số hiện tại";
    if (comparator === "=" && value === 0) return `**Còn ${formatCount(known.numerator)} ${noun}**, phải về 0`;
    return `**Thiếu ${formatCount(units_needed ?? 0)} ${noun}** để đạt`;
  }
  if (comparator === "=") return value === 0 ? `**Không có ${noun}** nào` : "**Đủ** số phải đạt";
  const over = measure === "count" ? known.numerator - value : unitsToSpare(known.numerator, known.denominator, judged);
  return over > 0 ? `**Vượt ${formatCount(over)} ${noun}**` : `**Vừa đủ** số ${noun}`;
}

/** Second line of a card in percent: "+2,3 điểm % so với 2024"; "" when a year is unknown. */
export function pointsWords(figure: Figure | null, previous: Figure | null, previousYear: number): string {
  if (!isKnown(figure) || !isKnown(previous)) return "";
  const points = 100 * (figure.numerator / figure.denominator - previous.numerator / previous.denominator);
  return `${formatPoints(points)} điểm % so với ${previousYear}`;
}

/** Second line of a card that counts: "Thêm 1 so với 2024". */
export function countChangeWords(count: number | null, previous: number | null, previousYear: number): string {
  if (count === null || previous === null) return "";
  if (count === previous) return `Bằng năm ${previousYear}`;
  return `${count > previous ? "Thêm" : "Bớt"} ${formatCount(Math.abs(count - previous))} so với ${previousYear}`;
}
