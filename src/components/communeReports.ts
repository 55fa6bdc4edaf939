import type {DutyYear} from "../data/queries/progress.ts";
import type {ReportPart} from "../data/queries/progressYear.ts";
import {respondentNoun, stateWords} from "../sentences/progressSentences.js";
import type {DutyState} from "../views/dutyStates.js";
import {PART_WORDS, type ProgressRow} from "../views/progressView.js";
import {element} from "./element.js";
import type {ExportField} from "./export/tableData.js";
import {formatCount, formatDate} from "./format.js";
import {type ListPlace, pagedTable} from "./pagedTable.js";
import type {SortableColumn, Sorting} from "./sortableTable.js";
import {stateLink} from "./stateLink.js";
import {dutyMark} from "./stateMark.js";
import {verdictIcon} from "./verdictMark.js";
import {STAGE_WORDS} from "./words.js";

const PARTS: readonly ReportPart[] = [
  "khu_dan_cu",
  "co_quan",
  "doanh_nghiep",
  "co_so_giao_duc",
  "xa",
  "models",
  "commune_facts"
];
const TYPE_WORDS: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu"
};

/** How the list stands first: what needs doing on top. */
export const FIRST_SORTING: Sorting = {column: 1, isFalling: false};

/**
 * Who owes a duty and what came: state, day, days late, stage, which parts of the report are there, files. Columns that would be empty
 * for every row are left out.
 */
export function communeReports(
  rows: readonly ProgressRow[],
  {
    duty,
    caption,
    place,
    onPlace
  }: {duty: DutyYear; caption: string; place: ListPlace; onPlace: (place: ListPlace) => void}
): HTMLElement {
  return pagedTable(rows, reportColumns(rows, duty), {caption, place, onPlace, noun: respondentNoun(duty)});
}

function reportColumns(rows: readonly ProgressRow[], duty: DutyYear): SortableColumn<ProgressRow>[] {
  const hasDays = rows.some(({received_date}) => received_date !== null);
  const isReport = duty.evidence === "annual_report";
  const hasParts = isReport && rows.some(({report}) => (report?.parts.length ?? 0) > 0);
  const hasFiles = rows.some(({report}) => (report?.files.length ?? 0) > 0);
  const columns: (SortableColumn<ProgressRow> | false)[] = [
    {
      title: duty.level === "commune" ? "Xã, phường" : "Nơi phải nộp",
      heading: true,
      value: areaName,
      compare: byName,
      fields: areaFields
    },
    {title: "Tình trạng", value: ({state}) => dutyMark(state, {words: stateWords(state, duty)}), compare: byState},
    hasDays && {
      title: isReport ? "Ngày nhận" : "Ngày làm",
      numeric: true,
      value: receivedWords,
      fields: [{header: isReport ? "Ngày nhận" : "Ngày làm", kind: "day", of: ({received_date}) => received_date}],
      compare: (a, b) => compareText(a.received_date ?? "9999", b.received_date ?? "9999") || byName(a, b)
    },
    hasDays &&
      duty.last_day !== null && {
        title: "Trễ (ngày)",
        numeric: true,
        value: ({days_late}) =>
          days_late === null ? null : days_late === 0 ? "0" : element("strong", {}, formatCount(days_late)),
        fields: [{header: "Trễ (ngày)", kind: "count", of: ({days_late}) => days_late}],
        compare: (a, b) => (a.days_late ?? -1) - (b.days_late ?? -1) || byName(a, b)
      },
    hasParts && {
      title: "Giai đoạn",
      value: ({report}) =>
        report?.stage == null
          ? null
          : report.stage === "so_bo"
            ? element("span", {class: "tag tag-provisional tag-small"}, STAGE_WORDS.so_bo)
            : STAGE_WORDS[report.stage],
      compare: (a, b) => compareText(a.report?.stage ?? "", b.report?.stage ?? "") || byName(a, b)
    },
    hasParts && {
      title: "Phần đã có",
      value: ({report}) => partsCell(report),
      fields: [
        {
          header: "Phần đã có",
          kind: "text",
          of: ({report}) => report?.parts.map((part) => PART_WORDS[part]).join(", ") || null
        }
      ],
      compare: (a, b) => (a.report?.parts.length ?? 0) - (b.report?.parts.length ?? 0) || byName(a, b)
    },
    hasParts && {
      title: "Còn thiếu",
      value: ({report}) =>
        report && report.missing.length > 0
          ? element("strong", {}, report.missing.map((part) => PART_WORDS[part]).join(", "))
          : null,
      compare: (a, b) => (b.report?.missing.length ?? 0) - (a.report?.missing.length ?? 0) || byName(a, b)
    },
    hasFiles && {
      title: "Tệp",
      numeric: true,
      value: ({report, area}) =>
        report && report.files.length > 0
          ? stateLink(
              {ma: area.code},
              {
                target: "lich-su",
                attributes: {"aria-label": `${formatCount(report.files.length)} tệp của ${area.name}`}
              },
              formatCount(report.files.length)
            )
          : null,
      compare: (a, b) => (a.report?.files.length ?? 0) - (b.report?.files.length ?? 0) || byName(a, b)
    },
    hasParts && {
      title: "Bản",
      numeric: true,
      value: ({report}) => (report && report.versions > 0 ? formatCount(report.versions) : null),
      compare: (a, b) => (a.report?.versions ?? 0) - (b.report?.versions ?? 0) || byName(a, b)
    }
  ];
  return columns.filter((column) => column !== false);
}

const areaFields: readonly ExportField<ProgressRow>[] = [
  {header: "Mã", kind: "text", of: ({area}) => area.code},
  {header: "Nơi", kind: "text", of: ({area}) => area.name},
  {header: "Loại", kind: "text", of: ({area}) => (area.level === "commune" ? (TYPE_WORDS[area.type] ?? null) : null)},
  {header: "Thuộc", kind: "text", of: ({area}) => area.place || null}
];

function areaName({area}: ProgressRow): HTMLElement {
  const isPresent = area.level === "commune" && area.register === "current";
  return element(
    "span",
    {},
    isPresent ? element("a", {href: `./xa?ma=${area.code}`}, area.name) : area.name,
    element("span", {class: "commune-type"}, ` ${area.level === "commune" ? (TYPE_WORDS[area.type] ?? "") : ""}`),
    area.place === "" ? null : element("span", {class: "clause"}, area.place)
  );
}

function receivedWords({received_date, state}: ProgressRow): string | null {
  if (received_date !== null) return formatDate(received_date);
  return state === "da_nop" ? "không rõ ngày" : null;
}

/** Seven small marks, each with its word for assistive technology; what is there is a tick, what is missing a dashed square. */
function partsCell(report: ProgressRow["report"]): HTMLElement | null {
  if (!report || (report.parts.length === 0 && report.missing.length === 0)) return null;
  const words = (part: ReportPart): string => PART_WORDS[part];
  const said = `Có: ${report.parts.map(words).join(", ")}.`;
  return element(
    "span",
    {class: "parts-cell"},
    element("span", {class: "visually-hidden"}, said),
    ...PARTS.map((part) => {
      const isThere = report.parts.includes(part);
      const isMissing = report.missing.includes(part);
      const short = SHORT_PARTS[part] ?? "";
      return element(
        "span",
        {
          class: `part ${isThere ? "is-there" : isMissing ? "is-missing" : "is-none"}`,
          title: words(part),
          "aria-hidden": "true"
        },
        isMissing ? verdictIcon("thieu_so_lieu", {size: 10}) : null,
        short
      );
    }),
    report.parts.includes("summary")
      ? element("span", {class: "part is-there", title: words("summary"), "aria-hidden": "true"}, "TH")
      : null
  );
}

/** Said in full under the list. */
export const SHORT_PARTS: Readonly<Partial<Record<ReportPart, string>>> = {
  khu_dan_cu: "KDC",
  co_quan: "CQ",
  doanh_nghiep: "DN",
  co_so_giao_duc: "GD",
  xa: "Xã",
  models: "MH",
  commune_facts: "TTC"
};

/** What needs doing first, then the longest delay. */
const URGENCY: Readonly<Record<DutyState, number>> = {
  chua_nop: 0,
  chua_thay: 1,
  tre: 2,
  chua_den_han: 3,
  da_nop: 4,
  dung_han: 5,
  khong_theo_doi: 6
};

function byState(a: ProgressRow, b: ProgressRow): number {
  return URGENCY[a.state] - URGENCY[b.state] || (b.days_late ?? 0) - (a.days_late ?? 0) || byName(a, b);
}

const COLLATOR = new Intl.Collator("vi");

function byName(a: ProgressRow, b: ProgressRow): number {
  return COLLATOR.compare(a.area.name, b.area.name) || compareText(a.area.code, b.area.code);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
