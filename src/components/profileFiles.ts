import type {Stage} from "../../loaders/vocabulary.ts";
import type {ProfileFile} from "../data/queries/communeProfiles.ts";
import {dataTable} from "./dataTable.js";
import {formatCount, formatDate} from "./format.js";
import {STAGE_WORDS} from "./words.js";

const STATUS_WORDS: Readonly<Record<string, string>> = {
  accepted: "Nhận",
  partly_accepted: "Nhận một phần",
  rejected: "Từ chối",
  duplicate: "Trùng tệp",
  withdrawn: "Đã rút"
};

/** The files a commune sent, newest first, with what became of each. */
export function profileFiles(files: readonly ProfileFile[], {caption}: {caption: string}): HTMLTableElement {
  return dataTable(
    files,
    [
      {title: "Tệp", heading: true, value: (file) => file.file},
      {
        title: "Nhận ngày",
        value: (file) => (file.received_date === null ? "không rõ" : formatDate(file.received_date)),
        fields: [{header: "Nhận ngày", kind: "day", of: (file) => file.received_date}]
      },
      {title: "Giai đoạn", value: (file) => STAGE_WORDS[file.stage as Stage]},
      {title: "Dòng đọc", numeric: true, value: (file) => formatCount(file.rows_read)},
      {title: "Không nạp", numeric: true, value: (file) => formatCount(file.rows_rejected)},
      {
        title: "Trạng thái",
        value: (file) => (file.is_current ? (STATUS_WORDS[file.status] ?? file.status) : "Đã có tệp mới thay")
      }
    ],
    {caption, hideCaption: true}
  );
}
