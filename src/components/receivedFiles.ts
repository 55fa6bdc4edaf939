import type {Stage} from "../../loaders/vocabulary.ts";
import type {ReceivedFile} from "../data/queries/progressYear.ts";
import {fileStatus} from "../views/progressView.js";
import {element} from "./element.js";
import {formatCount, formatDate} from "./format.js";
import {pagedTable} from "./pagedTable.js";
import type {SortableColumn} from "./sortableTable.js";
import {fileMark} from "./stateMark.js";
import {STAGE_WORDS} from "./words.js";

const PERIOD_WORDS: Readonly<Record<string, string>> = {nam: "Năm", "6_thang": "6 tháng"};

/** What came, newest first: day, file, whose, what became of it, and which file took its place. Links lead to its issues on Chất lượng. */
export function receivedFiles(
  files: readonly ReceivedFile[],
  {all, year, caption}: {all: readonly ReceivedFile[]; year: number; caption: string}
): HTMLElement {
  const columns: SortableColumn<ReceivedFile>[] = [
    {
      title: "Ngày nhận",
      numeric: true,
      value: ({received_date}) => (received_date === null ? "không rõ ngày" : formatDate(received_date)),
      fields: [{header: "Ngày nhận", kind: "day", of: ({received_date}) => received_date}],
      compare: (a, b) => compareText(a.received_date ?? "", b.received_date ?? "")
    },
    {
      title: "Tệp",
      heading: true,
      value: ({id, file}) =>
        element(
          "a",
          {href: `./chat-luong?nam=${year}&tep=${id}&pham-vi=tat-ca#danh-sach`, class: "file-name"},
          nameOf(file)
        ),
      compare: (a, b) => compareText(a.file ?? a.id, b.file ?? b.id),
      fields: [
        {header: "Tệp", kind: "text", of: ({file}) => file},
        {header: "Mã tệp", kind: "text", of: ({id}) => id}
      ]
    },
    {
      title: "Của",
      value: ({area, sender, is_home}) =>
        element(
          "span",
          {},
          area ?? "không rõ nơi",
          is_home ? null : element("span", {class: "clause"}, area === null ? (sender ?? "") : "nơi khác")
        ),
      compare: (a, b) => new Intl.Collator("vi").compare(a.area ?? "", b.area ?? "")
    },
    {
      title: "Kỳ, giai đoạn",
      value: ({period, stage}) =>
        [PERIOD_WORDS[period ?? ""], STAGE_WORDS[stage as Stage].toLocaleLowerCase("vi")].filter(Boolean).join(", ")
    },
    {
      title: "Dòng đọc",
      numeric: true,
      value: ({rows_read}) => formatCount(rows_read),
      compare: (a, b) => a.rows_read - b.rows_read
    },
    {
      title: "Không nạp",
      numeric: true,
      value: ({rows_rejected}) => formatCount(rows_rejected),
      compare: (a, b) => a.rows_rejected - b.rows_rejected
    },
    {
      title: "Kết quả",
      value: (file) => fileMark(fileStatus(file)),
      compare: (a, b) => compareText(fileStatus(a), fileStatus(b))
    },
    {title: "Đang dùng", value: (file) => useWords(file, all)}
  ];
  return pagedTable(files, columns, {
    caption,
    noun: "tệp",
    place: {sorting: {column: 0, isFalling: true}, page: 1}
  });
}

/** The name without the folder of its year: the page says the year. */
export function nameOf(file: string | null): string {
  return file === null ? "Tệp" : file.slice(file.lastIndexOf("/") + 1);
}

function useWords(file: ReceivedFile, all: readonly ReceivedFile[]): HTMLElement | string | null {
  const names = file.replaced_by.flatMap((i) => all[i] ?? []).map((one) => nameOf(one.file));
  const by =
    names.length === 0
      ? null
      : element(
          "span",
          {class: "clause file-name"},
          names.slice(0, 3).join("; "),
          names.length > 3 ? ` và ${names.length - 3} tệp khác` : ""
        );
  if (file.status === "duplicate") return element("span", {}, "Giống hệt", by);
  if (file.status === "rejected" || file.status === "withdrawn" || file.parts === 0) return null;
  if (file.current_parts === file.parts) return "Cả tệp";
  const words =
    file.current_parts === 0
      ? "Cả tệp đã thay bằng"
      : `${formatCount(file.current_parts)} trên ${formatCount(file.parts)} phần, còn lại thay bằng`;
  return element("span", {}, words, by);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
