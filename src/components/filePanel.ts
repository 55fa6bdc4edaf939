import type {QualityFile} from "../data/queries/qualityYear.ts";
import {element} from "./element.js";
import {formatCount, formatDate} from "./format.js";
import {nameOf} from "./receivedFiles.js";
import {fileMark} from "./stateMark.js";

/** The command that makes the marked copy of a file. */
export function markedCopyCommand({id}: Pick<QualityFile, "id">): string {
  return `npm run marked-copy -- --submission ${id}`;
}

/** The one file whose issues are listed: its account, and how to send it back with each wrong row marked. */
export function filePanel(file: QualityFile, {hasCheckPage}: {hasCheckPage: boolean}): HTMLElement {
  const command = markedCopyCommand(file);
  const said = element("span", {role: "status", class: "muted"});
  const copy = element("button", {type: "button", class: "button"}, "Chép lệnh");
  copy.addEventListener("click", () => {
    navigator.clipboard.writeText(command).then(
      () => (said.textContent = "Đã chép."),
      () => (said.textContent = "Trình duyệt không cho chép: chọn dòng lệnh rồi bấm Ctrl+C.")
    );
  });
  const isRead = file.status === "accepted" || file.status === "partly_accepted";
  return element(
    "div",
    {class: "file-panel"},
    element("h3", {class: "file-name"}, nameOf(file.file)),
    element(
      "p",
      {},
      fileMark(file.status),
      ` · ${file.area ?? "không rõ nơi"} · nhận ${file.received_date === null ? "không rõ ngày" : formatDate(file.received_date)} · đọc ${formatCount(file.rows_read)} dòng = nạp ${formatCount(file.rows_accepted)} + không nạp ${formatCount(file.rows_rejected)}`
    ),
    isRead
      ? element(
          "p",
          {class: "command"},
          "Bản đánh dấu để gửi lại nơi nộp: ",
          element("code", {tabindex: 0}, command),
          " ",
          copy,
          " ",
          said
        )
      : null,
    hasCheckPage
      ? element(
          "p",
          {},
          "Nơi nộp tự xem lại được ở trang ",
          element("a", {href: "./kiem-tra-tep"}, "Kiểm tra tệp"),
          " trước khi gửi."
        )
      : null
  );
}
