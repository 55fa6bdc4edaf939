import {plainKey} from "../components/searchIndex.js";
import type {NamedArea} from "../data/queries/homeAreas.ts";
import type {DutyYear, Progress} from "../data/queries/progress.ts";
import type {AreaReport, ProgressYear, ReceivedFile, ReportPart} from "../data/queries/progressYear.ts";
import {decodeStates, DUTY_STATES, type DutyState} from "./dutyStates.js";

/** What the reader chose on Tiến độ nộp. */
export interface ProgressState {
  year: number;
  /** Id of the duty. */
  duty: string | null;
  status: ProgressStatus;
  search: string;
}
export type ProgressStatus = DutyState | "thieu_phan" | "all";

/** An area under the duty shown. */
export interface ProgressRow {
  area: NamedArea;
  state: DutyState;
  received_date: string | null;
  /** Days after the last good day; 0 in time, null where no day is set or known. */
  days_late: number | null;
  report: AreaReport | null;
}

/** Short names of the parts of a report, as heads of columns and in sentences. */
export const PART_WORDS: Readonly<Record<ReportPart, string>> = {
  khu_dan_cu: "Khu dân cư",
  co_quan: "Cơ quan",
  doanh_nghiep: "Doanh nghiệp",
  co_so_giao_duc: "Giáo dục",
  xa: "Xã",
  models: "Mô hình",
  commune_facts: "Thông tin chung",
  summary: "Biểu tổng hợp"
};

/** The duties of a year, in the order of their plans. */
export function dutiesOfYear({duties}: Pick<Progress, "duties">, year: number): DutyYear[] {
  return duties.filter((duty) => duty.year === year);
}

/** The duty the page opens on: the year's report with a day, else without one, else the first that files tell of. */
export function firstDuty(duties: readonly DutyYear[]): DutyYear | null {
  const reports = duties.filter(({evidence}) => evidence === "annual_report");
  return (
    reports.find(({due_date}) => due_date !== null) ??
    reports[0] ??
    duties.find(({counts, expected}) => (counts.khong_theo_doi ?? 0) < expected) ??
    duties[0] ??
    null
  );
}

/** The duty a link names, else the one the page opens on. */
export function knownDuty(duties: readonly DutyYear[], id: string | undefined): DutyYear | null {
  return duties.find((duty) => duty.id === id) ?? firstDuty(duties);
}

/** The state a link names; "all" for one that is none. */
export function knownStatus(value: string | undefined): ProgressStatus {
  if (value === "thieu_phan") return value;
  return DUTY_STATES.find((state) => state === value) ?? "all";
}

/** Every area that owes the duty, with what came from it. */
export function progressRows(file: ProgressYear, duty: DutyYear | null): ProgressRow[] {
  const columns = duty === null ? undefined : file.duties[duty.id];
  if (duty === null || !columns) return [];
  const states = decodeStates(columns.states);
  return columns.areas.flatMap((place, i) => {
    const area = file.areas[place];
    const state = states[i];
    if (!area || !state) return [];
    const received_date = columns.received[i] ?? null;
    return [
      {
        area,
        state,
        received_date,
        days_late: daysLate(received_date, duty.last_day),
        report: file.reports[place] ?? null
      }
    ];
  });
}

/** Whole days between two ISO days, never below 0; null where one is not known. */
export function daysLate(received: string | null, lastDay: string | null): number | null {
  if (received === null || lastDay === null) return null;
  return Math.max(0, Math.round((Date.parse(received) - Date.parse(lastDay)) / 86_400_000));
}

/** The rows a reader asked for: by state, then by words of name or place, with or without accents. */
export function filteredRows(
  rows: readonly ProgressRow[],
  {status, search}: Pick<ProgressState, "status" | "search">
): ProgressRow[] {
  const words = plainKey(search);
  return rows.filter(
    ({area, state, report}) =>
      (status === "all" || (status === "thieu_phan" ? (report?.missing.length ?? 0) > 0 : state === status)) &&
      (words === "" || plainKey(`${area.name} ${area.place} ${area.code}`).includes(words))
  );
}

/** How many rows stand in each state, for the choices of the filter; those that are 0 are left out. */
export function statusCounts(rows: readonly ProgressRow[]): {status: ProgressStatus; count: number}[] {
  const counts: {status: ProgressStatus; count: number}[] = [{status: "all", count: rows.length}];
  for (const status of [...DUTY_STATES, "thieu_phan"] as const) {
    const {length} = filteredRows(rows, {status, search: ""});
    if (length > 0) counts.push({status, count: length});
  }
  return counts;
}

/** Files of the history that match the words, the status and the commune asked for. */
export function filteredFiles(
  {files, areas, reports}: ProgressYear,
  {status, search, code}: {status: string; search: string; code: string | undefined}
): ReceivedFile[] {
  const words = plainKey(search);
  const ofArea = areas.flatMap((area, i) => (area.code === code ? (reports[i]?.files ?? []) : []));
  const chosen = code === undefined ? files : files.filter((_, i) => ofArea.includes(i));
  return chosen.filter(
    (file) =>
      (status === "all" || fileStatus(file) === status) &&
      (words === "" || plainKey(`${file.file ?? ""} ${file.sender ?? ""} ${file.area ?? ""}`).includes(words))
  );
}

/** What became of a file: one all of whose parts were replaced is "thay", whatever was accepted of it. */
export function fileStatus({
  status,
  parts,
  current_parts
}: Pick<ReceivedFile, "status" | "parts" | "current_parts">): string {
  const isAccepted = status === "accepted" || status === "partly_accepted";
  return isAccepted && parts > 0 && current_parts === 0 ? "thay" : status;
}

/** Running totals of what was received, by day. */
export function cumulative(received: DutyYear["received"]): {day: string; count: number; total: number}[] {
  let total = 0;
  return received.map(([day, count]) => ({day, count, total: (total += count)}));
}
