import type {Verdict} from "../../loaders/vocabulary.ts";
import type {BookDuty, BookPlan, BookTarget, TargetYear} from "../data/queries/planBook.ts";
import {type Column, dataTable} from "./dataTable.js";
import {element} from "./element.js";
import {exportName} from "./export/exportName.js";
import {tableFoot} from "./export/tableFoot.js";
import {formatCount, formatDate, formatShare, formatTarget, share} from "./format.js";
import {shortDocument} from "../sentences/clauseWords.js";
import {rail} from "./rail.js";
import type {Traceable} from "./trace/figureKey.js";
import {tracedWords} from "./trace/tracedFigure.js";
import {verdictIcon, verdictMark} from "./verdictMark.js";
import {UNIT_GROUP_WORDS, VERDICT_WORDS} from "./words.js";

const SUBJECT_WORDS: Readonly<Record<string, string>> = {
  commune: "từng xã, phường",
  unit: "từng đơn vị",
  model: "từng mô hình",
  board: "đơn vị được nêu tên"
};

const STATUS_WORDS: Readonly<Record<string, string>> = {
  dung_han: "đúng hạn",
  tre: "trễ",
  chua_nop: "chưa nộp",
  chua_den_han: "chưa đến hạn",
  khong_theo_doi: "không theo dõi được"
};

/** One plan or norm: what it is, each target with its own words and what was found in `year`, and its deadlines. */
export function planSection(plan: BookPlan, {year}: {year: number}): HTMLElement {
  const {plan_id, title, document, issuer, area, kind, targets, duties} = plan;
  const judged = targetTable(targets, {year, caption: `Chỉ tiêu, ${document}, năm ${year}`});
  const due = dutyTable(duties, {year, caption: `Thời hạn, ${document}`});
  const foot = (table: Node, what: string): HTMLElement =>
    tableFoot(table, {
      name: exportName({what: `${what} ${shortDocument(document)}`, year, place: area}),
      title: `${what}, ${document}`,
      subtitle: `${area}, năm ${year}`
    });
  return element(
    "section",
    {class: "section plan", id: plan_id},
    element("h2", {}, kind === "plan" ? `${area}: ${document}` : document),
    element("p", {class: "chart-subtitle"}, `${title}. ${issuer}. ${yearsWords(plan)}.`),
    targets.length > 0
      ? element("div", {}, scroll(`Chỉ tiêu, ${document}`, judged), foot(judged, "Chỉ tiêu"))
      : element("p", {class: "note"}, "Văn bản không giao chỉ tiêu bằng số."),
    duties.length > 0
      ? element(
          "details",
          {class: "plan-duties"},
          element("summary", {}, `${duties.length} mốc thời hạn`),
          scroll(`Thời hạn, ${document}`, due),
          foot(due, "Thời hạn")
        )
      : null
  );
}

function yearsWords({year_from, year_to}: BookPlan): string {
  if (year_to === year_from) return `Năm ${year_from}`;
  return year_to === null ? `Từ năm ${year_from}` : `Năm ${year_from}–${year_to}`;
}

function scroll(label: string, table: HTMLElement): HTMLElement {
  return element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": label}, table);
}

function targetTable(targets: readonly BookTarget[], {year, caption}: {year: number; caption: string}): HTMLElement {
  const found = (target: BookTarget): TargetYear | undefined => target.years.find((entry) => entry.year === year);
  const columns: Column<BookTarget>[] = [
    {
      title: "Chỉ tiêu và câu chữ của văn bản",
      heading: true,
      value: (target) =>
        element(
          "span",
          {},
          target.title,
          element("q", {class: "clause"}, target.quote),
          target.interpretation === null
            ? null
            : element("span", {class: "clause"}, `Cách hiểu: ${target.interpretation}`)
        ),
      fields: [
        {header: "Mã chỉ tiêu", kind: "text", of: ({target_id}) => target_id},
        {header: "Chỉ tiêu", kind: "text", of: ({title}) => title},
        {header: "Câu chữ", kind: "text", of: ({quote}) => quote},
        {header: "Cách hiểu", kind: "text", of: ({interpretation}) => interpretation}
      ]
    },
    {title: "Điều khoản", value: (target) => target.clause},
    {
      title: "Tính trên",
      value: (target) => `${groupWords(target.unit_group)}, ${SUBJECT_WORDS[target.subject_level] ?? "gộp cả địa bàn"}`
    },
    {title: "Mức", value: ({comparator, value, measure}) => formatTarget(comparator, value, measure)},
    {
      title: "Kết quả",
      numeric: true,
      value: (target) => figure(target, found(target)),
      fields: [
        {header: "Tử số hoặc số đếm", kind: "count", of: (target) => found(target)?.figure?.numerator ?? null},
        {header: "Mẫu số", kind: "count", of: (target) => found(target)?.figure?.denominator ?? null},
        {header: "Tỷ lệ", kind: "share", of: (target) => shareOf(target, found(target))}
      ]
    },
    {
      title: "So với mức",
      value: (target) => railOf(target, found(target)) ?? element("span", {}),
      fields: [{header: "Còn thiếu", kind: "count", of: (target) => found(target)?.figure?.units_needed ?? null}]
    },
    {title: "Kết luận", value: (target) => verdictOf(found(target))}
  ];
  return dataTable(targets, columns, {caption, hideCaption: true});
}

/** A group, or unit types joined by "+". */
function groupWords(group: string): string {
  const words = group.split("+").map((part) => UNIT_GROUP_WORDS[part as keyof typeof UNIT_GROUP_WORDS]);
  return words.map((word, i) => (i === 0 ? word : word.toLowerCase())).join(", ");
}

function shareOf({measure}: BookTarget, entry: TargetYear | undefined): number | null {
  const {numerator = null, denominator = null} = entry?.figure ?? {};
  return measure === "percent" && numerator !== null && denominator ? share(numerator, denominator) : null;
}

/** What the figure of an area is traced by; null for a board's, which no table of areas holds. */
function traceOf(
  {title, indicator, unit_group, managed_levels}: BookTarget,
  {traced, year}: TargetYear
): Traceable | null {
  if (traced === null) return null;
  return {
    figure: {indicator, ...traced, year, group: unit_group, managed: managed_levels},
    label: `${title}, năm ${year}`
  };
}

function figure(target: BookTarget, entry: TargetYear | undefined): HTMLElement | null {
  const {measure, value, comparator} = target;
  const numerator = entry?.figure?.numerator ?? null;
  if (!entry?.figure || numerator === null) return null;
  const trace = traceOf(target, entry);
  if (measure === "count") return element("strong", {}, tracedWords(trace, formatCount(numerator)));
  const {denominator} = entry.figure;
  if (!denominator) return null;
  return element(
    "span",
    {},
    element("strong", {}, tracedWords(trace, formatShare(numerator, denominator, {target: value, comparator}))),
    element("span", {class: "clause"}, `${formatCount(numerator)}/${formatCount(denominator)}`)
  );
}

function railOf({measure, value, comparator}: BookTarget, entry: TargetYear | undefined): HTMLElement | null {
  const found = entry?.figure;
  if (measure !== "percent" || !found?.denominator || found.numerator === null) return null;
  const {numerator, denominator, verdict} = found;
  const open = (found.unknown_count ?? 0) + (found.unreported_count ?? 0);
  const total = denominator + (found.unreported_count ?? 0);
  const bounds = open > 0 ? {low: [numerator, total] as const, high: [numerator + open, total] as const} : {};
  return rail(
    {measure, numerator, denominator, comparator, target: value, verdict, ...bounds},
    {domain: [0, 100], compact: true}
  );
}

function verdictOf(entry: TargetYear | undefined): HTMLElement {
  if (!entry) return element("span", {class: "muted"}, "chưa có trong số liệu");
  const note = entry.basis === "doi_chieu" ? element("span", {class: "clause"}, "để đối chiếu") : null;
  if (entry.figure) {
    const {units_needed, is_impossible, verdict} = entry.figure;
    const gap = is_impossible
      ? "Không thể đạt với mẫu số hiện tại"
      : units_needed !== null && units_needed > 0
        ? `thiếu ${formatCount(units_needed)}`
        : null;
    return element("span", {}, verdictMark(verdict, {size: 13}), gap && element("span", {class: "clause"}, gap), note);
  }
  const counts = Object.entries(entry.counts ?? {}) as [Verdict, number][];
  const order = Object.keys(VERDICT_WORDS);
  counts.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return element(
    "span",
    {},
    ...counts.map(([verdict, n]) =>
      element(
        "span",
        {class: `verdict verdict-${verdict} verdict-count`},
        verdictIcon(verdict, {size: 12}),
        `${formatCount(n)} ${VERDICT_WORDS[verdict].toLowerCase()}`
      )
    ),
    note
  );
}

function dutyTable(duties: readonly BookDuty[], {year, caption}: {year: number; caption: string}): HTMLElement {
  return dataTable(
    duties,
    [
      {
        title: "Việc phải làm",
        heading: true,
        value: ({title, clause}) => element("span", {}, title, element("span", {class: "clause"}, clause))
      },
      {title: "Ai", value: ({who, to}) => (to === null ? who : `${who} → ${to}`)},
      {title: "Hạn", value: ({due}) => due},
      {title: `Năm ${year}`, value: (duty) => dutyYear(duty, year)}
    ],
    {caption, hideCaption: true}
  );
}

function dutyYear({years}: BookDuty, year: number): string | null {
  const entry = years.find((known) => known.year === year);
  if (!entry) return null;
  const counts = Object.keys(STATUS_WORDS)
    .filter((status) => (entry.counts[status] ?? 0) > 0)
    .map((status) => `${formatCount(entry.counts[status] ?? 0)} ${STATUS_WORDS[status] ?? status}`);
  return `${counts.join(", ")}${entry.due_date === null ? "" : ` (hạn ${formatDate(entry.due_date)})`}`;
}
