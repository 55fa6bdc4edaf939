import type {ChangesFile} from "../../data/queries/changes.ts";
import {chartFrame} from "../chartFrame.js";
import {dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {exportName} from "../export/exportName.js";
import {formatCount, formatDate} from "../format.js";
import {pagedTable} from "../pagedTable.js";
import {changedBetween} from "./changedBetween.js";
import {FILE_STATUS_WORDS} from "../stateMark.js";

const DUTY_WORDS: Readonly<Record<string, string>> = {
  dung_han: "Đúng hạn",
  tre: "Trễ",
  chua_nop: "Chưa nộp",
  chua_den_han: "Chưa đến hạn",
  khong_theo_doi: "Không theo dõi được"
};

/** Duties that went from one state to another, counted; null where none did. */
export function dutyChanges({duties, older, newer}: ChangesFile): HTMLElement | null {
  if (duties.length === 0) return null;
  const total = duties.reduce((sum, {count}) => sum + count, 0);
  const words = (status: string | null): string => (status === null ? "chưa có" : (DUTY_WORDS[status] ?? status));
  const title = `${formatCount(total)} nhiệm vụ nộp đổi tình trạng`;
  const table = dataTable(
    duties,
    [
      {title: "Bản trước", heading: true, value: ({before}) => words(before)},
      {title: "Bản này", value: ({after}) => words(after)},
      {title: "Nhiệm vụ", numeric: true, value: ({count}) => formatCount(count)}
    ],
    {caption: title, hideCaption: true}
  );
  return chartFrame(table, {
    title,
    subtitle: "Mỗi việc của mỗi nơi là một nhiệm vụ",
    note: element("a", {href: "./tien-do-nop"}, "Tiến độ nộp"),
    name: exportName({what: "Nhiệm vụ nộp đổi tình trạng", year: newer.id}),
    filters: changedBetween({older, newer})
  });
}

/** Files that came, went, or were received with another result; null where none did. */
export function fileChanges({files, older, newer}: ChangesFile): HTMLElement | null {
  if (files.length === 0) return null;
  const words = (status: string | null): string =>
    status === null ? "không có" : (FILE_STATUS_WORDS[status] ?? status);
  const title = `${formatCount(files.length)} tệp thêm, bớt hoặc đổi kết quả nhận`;
  const table = pagedTable(
    files,
    [
      {
        title: "Tệp",
        heading: true,
        value: ({file}) => element("span", {class: "file-name"}, file),
        compare: (a, b) => a.file.localeCompare(b.file, "vi")
      },
      {
        title: "Ngày nhận",
        value: ({day}) => formatDate(day),
        compare: (a, b) => ((a.day ?? "") < (b.day ?? "") ? -1 : (a.day ?? "") > (b.day ?? "") ? 1 : 0),
        fields: [{header: "Ngày nhận", kind: "day", of: ({day}) => day}]
      },
      {title: "Bản trước", value: ({before}) => words(before)},
      {title: "Bản này", value: ({after}) => words(after)}
    ],
    {caption: title, noun: "tệp", place: {sorting: {column: 1, isFalling: true}, page: 1}, pageSize: 12}
  );
  return chartFrame(table, {
    title,
    name: exportName({what: "Tệp thay đổi", year: newer.id}),
    filters: changedBetween({older, newer})
  });
}
