import {formatCount, formatDate} from "../components/format.js";
import type {DutyYear} from "../data/queries/progress.ts";
import {DONE_STATES, DUTY_STATE_WORDS, type DutyState, OPEN_STATES} from "../views/dutyStates.js";
import {shortDocument} from "./clauseWords.js";

/** What doing a duty is called, what not having done it is called after a count of areas, and the verb alone. */
const DEEDS: Readonly<Record<DutyYear["evidence"], readonly [done: string, open: string, verb: string]>> = {
  annual_report: ["nộp báo cáo", "chưa nộp", "nộp"],
  half_year_report: ["nộp báo cáo 6 tháng", "chưa nộp", "nộp"],
  plan_issued: ["ban hành kế hoạch", "chưa ban hành", "ban hành"],
  registration: ["đăng ký đủ đơn vị", "chưa đăng ký đủ", "đăng ký đủ"],
  award_registration: ["đăng ký khen thưởng", "chưa đăng ký", "đăng ký"],
  award_dossier: ["gửi hồ sơ khen thưởng", "chưa gửi", "gửi"],
  none: ["làm", "chưa làm", "làm"]
};

/** "nộp", "đăng ký đủ": the verb of a duty in a label. */
export function deedVerb({evidence}: Pick<DutyYear, "evidence">): string {
  return DEEDS[evidence][2];
}

/** How a duty stands, in the words of its own deed: what is owed is not always sent in. */
export function stateWords(state: DutyState, {evidence}: Pick<DutyYear, "evidence">): string {
  if (state !== "chua_nop") return DUTY_STATE_WORDS[state];
  const [, open] = DEEDS[evidence];
  return `${open.slice(0, 1).toLocaleUpperCase("vi")}${open.slice(1)}`;
}

/** "xã", "xã cũ", "huyện", "tỉnh": who owes a duty. */
export function respondentNoun({level, register}: Pick<DutyYear, "level" | "register">): string {
  if (level === "commune") return register === "former" ? "xã cũ" : "xã";
  return level === "district" ? "huyện" : "tỉnh";
}

/** "năm 2025"; files that name no year have words of their own. */
export function yearWords(year: number): string {
  return year === 0 ? "chưa rõ năm" : `năm ${year}`;
}

export function sumStates(counts: DutyYear["counts"], states: readonly DutyState[]): number {
  return states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}

/** Whether files tell anything of a duty: otherwise there is nothing to count. */
export function isTracked({counts, expected}: Pick<DutyYear, "counts" | "expected">): boolean {
  return (counts.khong_theo_doi ?? 0) < expected;
}

/** Title of Tiến độ nộp: "158 trong 166 xã đã nộp báo cáo năm 2025, 8 xã chưa nộp". */
export function progressTitle(duty: DutyYear | null, {year, files}: {year: number; files: number}): string {
  if (duty === null) {
    if (files > 0) return `Đã nhận ${formatCount(files)} tệp ${yearWords(year)}, không có việc nào phải nộp`;
    return `Chưa có tệp nào ${yearWords(year)}`;
  }
  const noun = respondentNoun(duty);
  const [deed, open] = DEEDS[duty.evidence];
  const done = sumStates(duty.counts, DONE_STATES);
  const missing = sumStates(duty.counts, OPEN_STATES);
  if (!isTracked(duty)) return `Không theo dõi được “${duty.title}” qua các tệp đã nộp`;
  if (done === 0 && missing === 0) return `Chưa đến hạn: ${duty.title.toLocaleLowerCase("vi")} ${yearWords(year)}`;
  const late = duty.counts.tre ?? 0;
  if (done === duty.expected) {
    const how = late > 0 ? `, ${formatCount(late)} ${noun} trễ` : duty.last_day === null ? "" : ", đều đúng hạn";
    return `Cả ${formatCount(done)} ${noun} đã ${deed} ${yearWords(year)}${how}`;
  }
  const tail = missing > 0 ? `, ${formatCount(missing)} ${noun} ${open}` : "";
  return `${formatCount(done)} trong ${formatCount(duty.expected)} ${noun} đã ${deed} ${yearWords(year)}${tail}`;
}

/** The line under the title: how many in time and late, the duty's day and clause, the day the figures stand at. `**…**` is strong. */
export function progressSubtitle(duty: DutyYear | null, asOf: string | null): string {
  const until = asOf === null ? "" : `Tính đến ${formatDate(asOf)}.`;
  if (duty === null) return until;
  const {dung_han = 0, tre = 0, khong_theo_doi = 0} = duty.counts;
  const noun = respondentNoun(duty);
  const parts = [
    dung_han + tre > 0 ? `**${formatCount(dung_han)} đúng hạn**, ${formatCount(tre)} trễ.` : "",
    isTracked(duty) && khong_theo_doi > 0 ? `${formatCount(khong_theo_doi)} ${noun} không theo dõi được.` : "",
    `${dueSentence(duty)}, ${clauseWords(duty)}.`,
    until
  ];
  return parts.filter(Boolean).join(" ");
}

/** "Hạn: trước 15/11/2025", or that there is none. */
export function dueSentence({due}: Pick<DutyYear, "due">): string {
  return due === "" ? "Không có hạn" : `Hạn: ${due.slice(0, 1).toLocaleLowerCase("vi")}${due.slice(1)}`;
}

/** "mục IV.1, Kế hoạch 60/KH-UBND". */
export function clauseWords({clause, document}: Pick<DutyYear, "clause" | "document">): string {
  return `${clause}, ${shortDocument(document)}`;
}

/** Title of the bars: how many of the year's duties the files tell of. */
export function dutiesTitle(duties: readonly DutyYear[], year: number): string {
  const tracked = duties.filter(isTracked).length;
  if (duties.length === 0) return `Không có việc nào phải nộp ${yearWords(year)}`;
  if (tracked === duties.length)
    return `Theo dõi được cả ${formatCount(tracked)} việc ${yearWords(year)} qua tệp đã nộp`;
  return `Theo dõi được ${formatCount(tracked)} trong ${formatCount(duties.length)} việc ${yearWords(year)} qua tệp đã nộp`;
}

/** Title of the receipts' curve: what had come by the due day, and what came after; without a day, from when to when. */
export function receivedTitle(duty: DutyYear): string {
  const noun = respondentNoun(duty);
  const [first] = duty.received[0] ?? [];
  const [last] = duty.received.at(-1) ?? [];
  if (first === undefined || last === undefined) return `Chưa ${noun} nào có ngày nhận`;
  const total = duty.received.reduce((sum, [, count]) => sum + count, 0);
  if (duty.last_day === null) {
    return first === last
      ? `${formatCount(total)} ${noun} ${deedVerb(duty)} ngày ${formatDate(first)}`
      : `${formatCount(total)} ${noun} ${deedVerb(duty)} từ ${formatDate(first)} đến ${formatDate(last)}`;
  }
  const lastDay = duty.last_day;
  const inTime = duty.received.reduce((sum, [day, count]) => sum + (day <= lastDay ? count : 0), 0);
  const verb = deedVerb(duty);
  if (inTime === total) return `${formatCount(total)} ${noun} ${verb} đều đúng hạn`;
  return `${formatCount(inTime)} ${noun} ${verb} đúng hạn, ${formatCount(total - inTime)} ${noun} sau hạn, muộn nhất ${formatDate(last)}`;
}

/** Title of the list under the filters. */
export function listTitle(
  shown: number,
  {duty, status, total}: {duty: DutyYear | null; status: DutyState | "thieu_phan" | "all"; total: number}
): string {
  if (duty === null) return "Không có danh sách";
  const noun = respondentNoun(duty);
  if (status === "all")
    return shown === total
      ? `${formatCount(total)} ${noun} phải làm`
      : `${formatCount(shown)} trong ${formatCount(total)} ${noun}`;
  if (status === "chua_nop") return `${formatCount(shown)} ${noun} ${DEEDS[duty.evidence][1]} khi đã hết hạn`;
  return `${formatCount(shown)} ${noun} ${STATUS_TAILS[status]}`;
}

const STATUS_TAILS: Readonly<Record<Exclude<DutyState, "chua_nop"> | "thieu_phan", string>> = {
  dung_han: "đúng hạn",
  tre: "trễ hạn",
  da_nop: "đã nộp, không xét hạn",
  chua_thay: "chưa nộp, không có hạn",
  chua_den_han: "chưa đến hạn",
  khong_theo_doi: "không theo dõi được",
  thieu_phan: "đã nộp nhưng còn thiếu phần"
};
