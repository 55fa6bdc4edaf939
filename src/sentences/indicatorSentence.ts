import type {UnitGroup} from "../../loaders/vocabulary.ts";
import type {IndicatorMetadata} from "../../pipelines/indicators/registry.ts";
import {formatCount, formatNumber} from "../components/format.js";
import {pointChange} from "../statistics/pointChange.js";
import type {Conclusion, Figure, Goal} from "./figures.js";
import {GROUP_NOUNS} from "./nouns.js";
import {proseShare} from "./proseShare.js";

/** A target as a sentence speaks of it. */
export type SentenceTarget = Goal &
  Conclusion & {
    /** "mục I.1 Kế hoạch số 60/KH-UBND". */
    clause: string;
    /** Whose common level it is for comparison: "tỉnh". */
    owner: string;
  };

/** One figure of one indicator, area and year, and what it is held against. */
export interface SentenceFacts {
  year: number;
  /** "toàn tỉnh", "xã Trạm Tấu": inside a sentence. */
  area: string;
  indicator: Pick<IndicatorMetadata, "measure" | "unit_measure" | "words">;
  group: UnitGroup;
  figure: Figure & {is_unbounded: boolean};
  /** The same figure of the year before; null: none, or not comparable. */
  before: Pick<Figure, "numerator" | "denominator"> | null;
  target: SentenceTarget | null;
}

/**
 * One sentence of a report: "Năm 2025, toàn tỉnh có 3.512/4.357 khu dân cư (80,6%) được công nhận…, tăng 2,1 điểm phần trăm so với năm 2024,
 * đạt chỉ tiêu từ 80% trở lên (mục I.1 Kế hoạch số 60/KH-UBND)." and, while something is open, a second one that bounds it. Says only what
 * the tables decide: "đạt" and "chưa đạt" of a target that binds, "trên", "dưới", "bằng mức" of one that is only compared with.
 */
export function indicatorSentence(facts: SentenceFacts): string {
  const {figure} = facts;
  if (figure.denominator === 0) return `${nothingKnown(facts)}.`;
  const parts = [facts.indicator.measure === "percent" ? rate(facts) : amount(facts), change(facts), judgement(facts)];
  const said = `Năm ${facts.year}, ${facts.area} ${parts.filter((part) => part !== null).join(", ")}.`;
  return [said, openness(facts)].filter((part) => part !== null).join(" ");
}

function nothingKnown({year, area, indicator, group, figure}: SentenceFacts): string {
  const noun = nounOf(indicator.words, group);
  return figure.unreported_count > 0
    ? `Năm ${year}, ${area} chưa có số liệu về ${noun} ${indicator.words.predicate}`
    : `Năm ${year}, ${area} không có ${noun} nào thuộc diện`;
}

function rate({area, indicator, group, figure, target}: SentenceFacts): string {
  const {numerator: n, denominator: d} = figure;
  const {predicate} = indicator.words;
  const noun = nounOf(indicator.words, group);
  const limit = target?.measure === "percent" ? {target: target.value, comparator: target.comparator} : {};
  if (isOwnAnswer(area, indicator, figure)) return n === 1 ? predicate : `chưa ${predicate}`;
  return `có ${formatCount(n)}/${formatCount(d)} ${noun} (${proseShare(n, d, limit)}) ${predicate}${whose(indicator.words, group)}`;
}

/** A count of nothing is "không có … nào" only when all is known. */
function amount({indicator, group, figure}: SentenceFacts): string {
  const {words} = indicator;
  const noun = nounOf(words, group);
  const said = `${words.predicate}${whose(words, group)}`;
  if (figure.numerator > 0) return `có ${formatCount(figure.numerator)} ${noun} ${said}`;
  return `${isComplete(figure) ? "không có" : "chưa ghi nhận"} ${noun} nào ${said}`;
}

/** What is counted, without what narrows it. */
function ownNoun({noun}: IndicatorMetadata["words"], group: UnitGroup): string {
  return noun ?? GROUP_NOUNS[group];
}

function nounOf(words: IndicatorMetadata["words"], group: UnitGroup): string {
  return `${ownNoun(words, group)}${words.among === undefined ? "" : ` ${words.among}`}`;
}

/** "ở các cơ quan": whose people or models they are. */
function whose({isOfUnits}: IndicatorMetadata["words"], group: UnitGroup): string {
  if (isOfUnits !== true) return "";
  return group === "commune" ? " ở đơn vị cấp xã" : ` ở các ${GROUP_NOUNS[group]}`;
}

/** A commune that answers for itself: one of one, no share. */
function isOwnAnswer(area: string, {words}: SentenceFacts["indicator"], {denominator}: Figure): boolean {
  return denominator === 1 && words.noun?.startsWith("xã") === true && !area.startsWith("toàn ");
}

function isComplete({unknown_count: u, unreported_count: v}: Figure): boolean {
  return u + v === 0;
}

/** What changed since the year before: of a sum that is not complete, nothing; of a share that is not, as it stands now ("tạm tính"). */
function change({year, area, indicator, figure, before}: SentenceFacts): string | null {
  if (before === null || isOwnAnswer(area, indicator, figure)) return null;
  const since = `so với năm ${year - 1}`;
  if (indicator.measure === "count") {
    if (!isComplete(figure)) return null;
    const difference = figure.numerator - before.numerator;
    if (difference === 0) return `bằng năm ${year - 1}`;
    return `${difference > 0 ? "tăng" : "giảm"} ${formatCount(Math.abs(difference))} ${indicator.unit_measure} ${since}`;
  }
  const points = pointChange(before, figure);
  if (points === null) return null;
  const soFar = figure.is_final && isComplete(figure) ? "" : "tạm tính ";
  if (points === 0) return `${soFar}bằng năm ${year - 1}`;
  const size = formatNumber(Math.abs(points));
  return `${soFar}${points > 0 ? "tăng" : "giảm"} ${size === "0,0" ? "dưới 0,1" : size} điểm phần trăm ${since}`;
}

function judgement({indicator, group, figure, target}: SentenceFacts): string | null {
  if (target === null) return null;
  if (target.basis === "doi_chieu") return comparison(figure, target);
  const goal = `chỉ tiêu ${goalWords(target)} (${target.clause})`;
  const lack = target.units_needed !== null && target.units_needed > 0 ? formatCount(target.units_needed) : null;
  switch (target.verdict) {
    case "dat":
      return `đạt ${goal}`;
    case "chua_dat":
      if (target.measure === "count" && target.comparator === "=") return `chưa đạt ${goal}`;
      return lack === null
        ? `chưa đạt ${goal}`
        : `chưa đạt ${goal}, còn thiếu ${lack} ${ownNoun(indicator.words, group)}`;
    case "chua_ket_luan":
      return `chưa kết luận được ${goal}`;
    case "thieu_so_lieu":
    case "khong_ap_dung":
      return null;
  }
}

/** On which side of a level that does not bind the printed counts stand, by integers; nothing of a plan met or missed. */
function comparison({numerator: n, denominator: d}: Figure, {measure, value, clause, owner}: SentenceTarget): string {
  const [left, right] = measure === "percent" ? [100 * n, value * d] : [n, value];
  const side = left > right ? "trên" : left === right ? "bằng" : "dưới";
  const level = `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}${measure === "percent" ? "%" : ""}`;
  return `${side} mức chung ${level} của ${owner} (${clause})`;
}

/** "từ 80% trở lên", "trên 80%", "100%", "ít nhất 1", "không có". */
function goalWords({comparator, value, measure}: Goal): string {
  const figure = formatNumber(value, Number.isInteger(value) ? 0 : 1);
  if (measure === "count") {
    if (comparator === "=") return value === 0 ? "không còn trường hợp nào" : figure;
    return comparator === ">" ? `trên ${figure}` : `ít nhất ${figure}`;
  }
  if (comparator === "=" || value >= 100) return `${figure}%`;
  return comparator === ">" ? `trên ${figure}%` : `từ ${figure}% trở lên`;
}

/** What is still open, and between which ends the share then lies. */
function openness({indicator, group, figure}: SentenceFacts): string | null {
  const {numerator: n, denominator: d, unknown_count: u, unreported_count: v} = figure;
  const stage = figure.is_final ? null : "Số liệu chưa phải chính thức";
  if (u + v === 0) return stage === null ? null : `${stage}.`;
  const noun =
    indicator.words.isOfUnits === true || indicator.words.noun === null ? GROUP_NOUNS[group] : indicator.words.noun;
  const open = [
    ...(u > 0 ? [`${formatCount(u)} ${noun} chưa có kết quả`] : []),
    ...(v > 0
      ? [figure.is_unbounded ? "những nơi chưa báo cáo" : `${formatCount(v)} ${noun} chưa báo cáo hoặc chưa rõ`]
      : [])
  ].join(" và ");
  const head = stage === null ? `Còn ${open}` : `${stage}: còn ${open}`;
  if (indicator.measure === "count") return `${head}.`;
  if (figure.is_unbounded && v > 0) return `${head}, chưa giới hạn được tỷ lệ cuối cùng.`;
  return `${head}, tỷ lệ cuối cùng từ ${proseShare(n, d + v)} đến ${proseShare(n + u + v, d + v)}.`;
}
