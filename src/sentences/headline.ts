import type {UnitGroup} from "../../loaders/vocabulary.ts";
import {formatCount, formatDate, formatRange, formatShare, formatTarget} from "../components/format.js";
import {type Conclusion, type Figure, type Goal, isKnown, meets, unitsToSpare} from "./figures.js";
import {GROUP_NOUNS} from "./nouns.js";
import {type Missing, openWords, openWordsShort} from "./openWords.js";

/** What the head of Tổng quan speaks of: the certified units of one year, group and boundary view. */
export interface HeadlineFacts {
  year: number;
  group: UnitGroup;
  /** "toàn tỉnh". */
  area: string;
  as_of: string | null;
  figure: Figure | null;
  /** The target that governs the year, and what the tables conclude; null without a plan, or where the plan sets none for the group. */
  judged: (Goal & Conclusion) | null;
  /** Short name of the governing plan, "Kế hoạch 60/KH-UBND"; null: no plan of the year. */
  plan: string | null;
  missing: Missing;
  /** Submissions of the year that were read. */
  file_count: number;
}

/** The page's title: subject, verb, figure; only what the tables conclude. */
export function headlineTitle(facts: HeadlineFacts): string {
  const {year, group, figure, judged, plan} = facts;
  if (!isKnown(figure)) {
    if (facts.file_count === 0) return `Chưa có tệp năm ${year}`;
    return plan === null
      ? `Chưa có kế hoạch năm ${year} và chưa có kết quả công nhận`
      : `Chưa có kết quả công nhận năm ${year}`;
  }
  const share = formatShare(figure.numerator, figure.denominator, limitOf(judged));
  const noun = GROUP_NOUNS[group];
  if (judged === null) {
    const why = plan === null ? `chưa có kế hoạch năm ${year}` : "kế hoạch không giao riêng";
    return `${share} ${noun} được công nhận, ${why}`;
  }
  if (judged.basis === "doi_chieu") return `${share} ${noun} được công nhận, ${sideOf(judged)}`;
  switch (judged.verdict) {
    case "dat": {
      const spare = unitsToSpare(figure.numerator, figure.denominator, judged);
      const over = spare > 0 ? `vượt ${formatCount(spare)} đơn vị` : "vừa đủ số đơn vị";
      return `Đạt chỉ tiêu công nhận: ${share}, ${over}`;
    }
    case "chua_dat": {
      const gap = judged.is_impossible
        ? "không thể đạt với mẫu số hiện tại"
        : `còn thiếu ${formatCount(judged.units_needed ?? 0)} đơn vị`;
      return `Chưa đạt chỉ tiêu công nhận: ${share}, ${gap}`;
    }
    case "chua_ket_luan":
      return `Chưa kết luận chỉ tiêu công nhận: ${share}, còn tùy ${openWordsShort(figure, facts.missing) ?? "số liệu bổ sung"}`;
    case "thieu_so_lieu":
      return `Chưa đủ số liệu để kết luận chỉ tiêu công nhận năm ${year}`;
    case "khong_ap_dung":
      return `${share} ${noun} được công nhận, chỉ tiêu không áp dụng`;
  }
}

/** The line under the title: year, stage, cut-off day, and what the missing reports could change. `**…**` is strong. */
export function headlineSubtitle(facts: HeadlineFacts): string {
  const {year, figure, as_of, missing} = facts;
  if (facts.file_count === 0 && !isKnown(figure))
    return "Khi có tệp đầu tiên, trang này hiện kết quả và so với chỉ tiêu.";
  const until = as_of === null ? "" : ` đến ${formatDate(as_of)}`;
  const stage = figure?.is_final ? "chính thức" : "sơ bộ";
  const said = `Năm ${year}, số liệu **${stage}**${until}.`;
  const bound = isKnown(figure) ? boundSentence(facts, figure) : null;
  if (bound !== null) return `${said} ${bound}`;
  if (missing.expected === 0) return said;
  return missing.communes === 0
    ? `${said} Đủ ${formatCount(missing.expected)} ${missing.noun} đã nộp.`
    : `${said} ${formatCount(missing.expected - missing.communes)} trên ${formatCount(missing.expected)} ${missing.noun} đã nộp.`;
}

/** What the open units could change, from the bounds alone: certain either way, or a range. */
function boundSentence({area, judged, missing}: HeadlineFacts, figure: Figure): string | null {
  const open = openWords(figure, missing);
  if (open === null) return null;
  const total = figure.denominator + figure.unreported_count;
  const low = [figure.numerator, total] as const;
  const high = [figure.numerator + figure.unknown_count + figure.unreported_count, total] as const;
  if (judged?.verdict === "chua_dat" && !meets(...high, judged))
    return `Dù ${open} đều đạt hết, ${area} cũng chỉ lên ${formatShare(...high, limitOf(judged))}.`;
  if (judged?.verdict === "dat" && meets(...low, judged))
    return `Dù ${open} đều không đạt, ${area} vẫn còn ${formatShare(...low, limitOf(judged))}.`;
  return `Tùy ${open}, ${area} có thể từ ${formatRange(low, high, limitOf(judged)).replace("–", " đến ")}.`;
}

function sideOf(judged: Goal & Conclusion): string {
  const goal = formatTarget(judged.comparator, judged.value, judged.measure);
  if (judged.verdict === "dat") return `đạt mức chung ${goal}`;
  if (judged.verdict === "chua_dat") return `chưa tới mức chung ${goal}`;
  return `chưa rõ so với mức chung ${goal}`;
}

function limitOf(judged: Goal | null): {target?: number; comparator?: Goal["comparator"]} {
  return judged?.measure === "percent" ? {target: judged.value, comparator: judged.comparator} : {};
}
