import {formatCount} from "../components/format.js";
import type {AwardEntry} from "../data/queries/awardBook.ts";
import type {Standing} from "../views/awardView.js";
import {clauseWords, shortDocument} from "./clauseWords.js";

const CANDIDATE_NOUNS: Readonly<Record<AwardEntry["candidates"], string>> = {
  communes: "xã",
  organisations: "đơn vị",
  enterprises: "doanh nghiệp",
  units: "đơn vị",
  models: "mô hình",
  none: "ứng viên"
};

/** What the candidates of an award are called inside a sentence. */
export function candidateNoun({candidates}: Pick<AwardEntry, "candidates">): string {
  return CANDIDATE_NOUNS[candidates];
}

/**
 * "3 xã đủ điều kiện, 12 xã chỉ thiếu một điều kiện". Where some condition stands in no form nobody is told eligible:
 * "3 xã đạt các điều kiện có số liệu, …".
 */
export function awardTitle(
  award: Pick<AwardEntry, "candidates" | "conditions">,
  counts: Readonly<Record<Standing, number>>
): string {
  const noun = candidateNoun(award);
  const isWhole = award.conditions.every(({is_tracked}) => is_tracked);
  const deed = isWhole ? "đủ điều kiện" : "đạt các điều kiện có số liệu";
  const first = counts.du === 0 ? `Chưa ${noun} nào ${deed}` : `${formatCount(counts.du)} ${noun} ${deed}`;
  if (counts.thieu_1 > 0) return `${first}, ${formatCount(counts.thieu_1)} ${noun} chỉ thiếu một điều kiện`;
  if (counts.chua_ro > 0) return `${first}, ${formatCount(counts.chua_ro)} ${noun} còn điều kiện chưa rõ`;
  return first;
}

/** What the title counts, of which plan, and what people must still weigh. `**…**` is strong. */
export function awardSubtitle(
  {title, document, area, conditions, clause}: AwardEntry,
  {year, candidates, noun}: {year: number; candidates: number; noun: string}
): string {
  const apart = conditions.filter(({is_tracked}) => !is_tracked).length;
  return [
    `**${title}**, ${area}, năm ${year}. ${clauseWords(clause)}, ${shortDocument(document)}.`,
    `${formatCount(candidates)} ${noun} được xét.`,
    apart === 0 ? "" : `${formatCount(apart)} điều kiện không biểu nào hỏi, phải xét riêng.`
  ]
    .filter(Boolean)
    .join(" ");
}

/** Why an award has no table: its text sets no condition the files answer, or no file of its area came. */
export function noCandidatesTitle({candidates}: Pick<AwardEntry, "candidates">): string {
  return candidates === "none"
    ? "Kế hoạch không nêu điều kiện xét được bằng số liệu"
    : "Chưa có tệp nào của nơi được xét khen thưởng";
}

/** "12 xã: chưa được công nhận" — title of the list for what is filtered. */
export function awardListTitle(shown: number, total: number, noun: string): string {
  return shown === total
    ? `${formatCount(total)} ${noun} được xét`
    : `${formatCount(shown)} trên ${formatCount(total)} ${noun}`;
}
