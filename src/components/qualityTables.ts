import type {Stage, UnitType} from "../../loaders/vocabulary.ts";
import type {CrossUnits, QualityFile} from "../data/queries/qualityYear.ts";
import {type CommuneRow, type IssueRow, mustFix} from "../views/qualityView.js";
import {element} from "./element.js";
import {formatCount, formatDate} from "./format.js";
import {type ListPlace, pagedTable} from "./pagedTable.js";
import {nameOf} from "./receivedFiles.js";
import type {SortableColumn, Sorting} from "./sortableTable.js";
import {type LinkChanges, stateLink} from "./stateLink.js";
import {fileMark, SEVERITY_ORDER, SEVERITY_WORDS, severityMark} from "./stateMark.js";
import {STAGE_WORDS, UNIT_GROUP_WORDS} from "./words.js";

const COLLATOR = new Intl.Collator("vi");

/** A link that shows only the issues asked for. */
function issuesLink(changes: LinkChanges, words: string, count: number): HTMLElement | string {
  if (count === 0) return "0";
  const cleared = {
    muc: undefined,
    "quy-tac": undefined,
    tep: undefined,
    ma: undefined,
    tim: undefined,
    trang: undefined
  };
  return stateLink(
    {...cleared, ...changes},
    {target: "danh-sach", attributes: {"aria-label": words}},
    formatCount(count)
  );
}

/** Files with what must be mended first, each with its account: rows read = loaded + not loaded. */
export function fileTable(files: readonly QualityFile[], {caption}: {caption: string}): HTMLElement {
  const columns: SortableColumn<QualityFile>[] = [
    {
      title: "Tệp",
      heading: true,
      value: ({file, area, received_date, stage}) =>
        element(
          "span",
          {},
          element("span", {class: "file-name"}, nameOf(file)),
          element(
            "span",
            {class: "clause"},
            [
              area ?? "không rõ nơi",
              received_date === null ? "không rõ ngày" : formatDate(received_date),
              STAGE_WORDS[stage as Stage].toLocaleLowerCase("vi")
            ].join(" · ")
          )
        ),
      fields: [
        {header: "Tệp", kind: "text", of: ({file}) => file},
        {header: "Của", kind: "text", of: ({area}) => area},
        {header: "Ngày nhận", kind: "day", of: ({received_date}) => received_date},
        {header: "Giai đoạn", kind: "text", of: ({stage}) => STAGE_WORDS[stage as Stage]}
      ],
      compare: (a, b) => compareText(a.file ?? a.id, b.file ?? b.id)
    },
    {
      title: "Phải sửa",
      numeric: true,
      value: (file) =>
        issuesLink(
          {tep: file.id, muc: "phai-sua", "pham-vi": file.is_open ? undefined : "tat-ca"},
          `${formatCount(mustFix(file.issues))} ô phải sửa của ${nameOf(file.file)}`,
          mustFix(file.issues)
        ),
      compare: (a, b) => mustFix(a.issues) - mustFix(b.issues)
    },
    {
      title: "Nên xem",
      numeric: true,
      value: (file) =>
        issuesLink(
          {tep: file.id, muc: "warning", "pham-vi": file.is_open ? undefined : "tat-ca"},
          `${formatCount(file.issues[2])} chỗ nên xem lại của ${nameOf(file.file)}`,
          file.issues[2]
        ),
      compare: (a, b) => a.issues[2] - b.issues[2]
    },
    {
      title: "Dòng đọc",
      numeric: true,
      value: ({rows_read}) => formatCount(rows_read),
      compare: (a, b) => a.rows_read - b.rows_read
    },
    {
      title: "Nạp",
      numeric: true,
      value: ({rows_accepted}) => formatCount(rows_accepted),
      compare: (a, b) => a.rows_accepted - b.rows_accepted
    },
    {
      title: "Không nạp",
      numeric: true,
      value: ({rows_rejected}) => formatCount(rows_rejected),
      compare: (a, b) => a.rows_rejected - b.rows_rejected
    },
    {
      title: "Kết quả",
      value: ({status, is_open}) =>
        fileMark(!is_open && (status === "accepted" || status === "partly_accepted") ? "thay" : status),
      compare: (a, b) => compareText(a.status, b.status)
    }
  ];
  return pagedTable(files, columns, {
    caption,
    noun: "tệp",
    pageSize: 15,
    place: {sorting: {column: 1, isFalling: true}, page: 1}
  });
}

/** Communes with what must be mended, and the units whose registration, result or class nobody gave. */
export function communeTable(rows: readonly CommuneRow[], {caption}: {caption: string}): HTMLElement {
  const byName = (a: CommuneRow, b: CommuneRow): number =>
    COLLATOR.compare(a.name, b.name) || compareText(a.code, b.code);
  const gap = (title: string, of: (row: CommuneRow) => number): SortableColumn<CommuneRow> => ({
    title,
    numeric: true,
    value: (row) => (row.units === 0 ? null : of(row) === 0 ? "0" : element("strong", {}, formatCount(of(row)))),
    compare: (a, b) => of(a) - of(b) || byName(b, a)
  });
  const columns: SortableColumn<CommuneRow>[] = [
    {
      title: "Xã, phường",
      heading: true,
      value: ({name, href, place}) =>
        element(
          "span",
          {},
          href === null ? name : element("a", {href}, name),
          place === "" ? null : element("span", {class: "clause"}, place)
        ),
      fields: [
        {header: "Mã xã", kind: "text", of: ({code}) => code},
        {header: "Xã, phường", kind: "text", of: ({name}) => name},
        {header: "Thuộc", kind: "text", of: ({place}) => place || null}
      ],
      compare: byName
    },
    {
      title: "Phải sửa",
      numeric: true,
      value: ({code, name, issues}) =>
        issuesLink(
          {ma: code, muc: "phai-sua"},
          `${formatCount(mustFix(issues))} ô phải sửa của ${name}`,
          mustFix(issues)
        ),
      compare: (a, b) => mustFix(a.issues) - mustFix(b.issues) || byName(b, a)
    },
    {
      title: "Nên xem",
      numeric: true,
      value: ({code, name, issues}) =>
        issuesLink({ma: code, muc: "warning"}, `${formatCount(issues[2])} chỗ nên xem lại của ${name}`, issues[2]),
      compare: (a, b) => a.issues[2] - b.issues[2] || byName(b, a)
    },
    {
      title: "Đơn vị",
      numeric: true,
      value: ({units}) => formatCount(units),
      compare: (a, b) => a.units - b.units || byName(b, a)
    },
    gap("Thiếu đăng ký", ({no_registration}) => no_registration),
    gap("Thiếu kết quả", ({no_result}) => no_result),
    gap("Thiếu phân loại", ({no_class}) => no_class)
  ];
  return pagedTable(rows, columns, {
    caption,
    noun: "xã",
    pageSize: 15,
    place: {sorting: {column: 1, isFalling: true}, page: 1}
  });
}

/** How the list of issues stands first: the heaviest on top. */
export const FIRST_ISSUES: Sorting = {column: 0, isFalling: false};

/** Issues, each with file, cell, what stands in it, why it is wrong and what to write instead. */
export function issueTable(
  rows: readonly IssueRow[],
  {caption, place, onPlace}: {caption: string; place: ListPlace; onPlace: (place: ListPlace) => void}
): HTMLElement {
  const weight = ({rule}: IssueRow): number => (rule === null ? 9 : SEVERITY_ORDER.indexOf(rule.severity));
  const columns: SortableColumn<IssueRow>[] = [
    {
      title: "Mức, kiểm tra",
      value: ({rule}) =>
        rule === null
          ? null
          : element("span", {}, severityMark(rule.severity), element("span", {class: "clause"}, rule.title)),
      fields: [
        {header: "Mức", kind: "text", of: ({rule}) => (rule === null ? null : SEVERITY_WORDS[rule.severity])},
        {header: "Kiểm tra", kind: "text", of: ({rule}) => rule?.title ?? null}
      ],
      compare: (a, b) => weight(a) - weight(b) || compareText(a.file?.file ?? "", b.file?.file ?? "")
    },
    {
      title: "Tệp",
      heading: true,
      value: ({file, commune}) =>
        element(
          "span",
          {},
          file === null
            ? "Tệp"
            : stateLink({tep: file.id, trang: undefined}, {attributes: {class: "file-name"}}, nameOf(file.file)),
          element("span", {class: "clause"}, commune?.name ?? file?.area ?? "không rõ nơi")
        ),
      fields: [
        {header: "Tệp", kind: "text", of: ({file}) => file?.file ?? null},
        {header: "Xã, phường", kind: "text", of: ({commune, file}) => commune?.name ?? file?.area ?? null}
      ],
      compare: (a, b) => compareText(a.file?.file ?? "", b.file?.file ?? "") || weight(a) - weight(b)
    },
    {
      title: "Ô",
      value: ({cell, sheet}) =>
        cell === null && sheet === null
          ? element("span", {class: "muted"}, "cả tệp")
          : element(
              "span",
              {},
              element("strong", {}, cell ?? "cả trang"),
              sheet === null ? null : element("span", {class: "clause"}, sheet)
            ),
      fields: [
        {header: "Trang", kind: "text", of: ({sheet}) => sheet},
        {header: "Ô", kind: "text", of: ({cell}) => cell}
      ]
    },
    {
      title: "Ghi trong ô",
      value: ({value}) =>
        value === null
          ? null
          : value === ""
            ? element("span", {class: "muted"}, "ô trống")
            : element("span", {class: "quoted"}, `“${value}”`),
      fields: [{header: "Ghi trong ô", kind: "text", of: ({value}) => value}],
      compare: (a, b) => COLLATOR.compare(a.value ?? "", b.value ?? "")
    },
    {
      title: "Vấn đề và cách sửa",
      value: ({message, remedy}) =>
        element("span", {class: "problem"}, message, element("span", {class: "remedy"}, remedy)),
      fields: [
        {header: "Vấn đề", kind: "text", of: ({message}) => message},
        {header: "Cách sửa", kind: "text", of: ({remedy}) => remedy}
      ]
    }
  ];
  const node = pagedTable(rows, columns, {caption, place, onPlace, noun: "chỗ"});
  node.classList.add("issues");
  return node;
}

/** The units of a cell of the cross-table, with where each stands. */
export function unitTable({units}: CrossUnits, {caption}: {caption: string}): HTMLElement {
  type Unit = CrossUnits["units"][number];
  const columns: SortableColumn<Unit>[] = [
    {title: "Đơn vị", heading: true, value: ({name}) => name, compare: (a, b) => COLLATOR.compare(a.name, b.name)},
    {
      title: "Loại",
      value: ({type}) => UNIT_GROUP_WORDS[type as UnitType],
      compare: (a, b) => compareText(a.type, b.type)
    },
    {title: "Xã, phường", value: ({commune}) => commune, compare: (a, b) => COLLATOR.compare(a.commune, b.commune)},
    {
      title: "Cơ quan quản lý",
      value: ({managed_by}) => managed_by,
      compare: (a, b) => COLLATOR.compare(a.managed_by ?? "", b.managed_by ?? "")
    },
    {
      title: "Điểm",
      numeric: true,
      value: ({score}) => (score === null ? null : `${score}`.replace(".", ",")),
      fields: [{header: "Điểm", kind: "points", of: ({score}) => score}],
      compare: (a, b) => (a.score ?? -1) - (b.score ?? -1)
    },
    {
      title: "Nằm ở",
      value: ({file, sheet, row}) =>
        element(
          "span",
          {},
          element("span", {class: "file-name"}, nameOf(file)),
          element("span", {class: "clause"}, `${sheet}, dòng ${row}`)
        ),
      fields: [
        {header: "Tệp", kind: "text", of: ({file}) => file},
        {header: "Trang", kind: "text", of: ({sheet}) => sheet},
        {header: "Dòng", kind: "count", of: ({row}) => row}
      ]
    }
  ];
  return pagedTable(units, columns, {
    caption,
    noun: "đơn vị",
    pageSize: 25,
    place: {sorting: {column: 2, isFalling: false}, page: 1}
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
