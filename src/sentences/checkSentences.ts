import type {CheckedFile, CheckedSheet} from "../../loaders/checkFile/messages.ts";
import {formatCount} from "../components/format.js";
import type {CheckItem, ItemKind} from "../views/checkItems.js";
import {countItems} from "../views/checkItems.js";

/** What the page says above a file: the answer, and what to do next. */
export interface CheckTitle {
  title: string;
  subtitle: string;
}

/** What is said before a file is there, and in every state beside a result: nothing is sent. */
export const NOTHING_SENT = "Tệp được đọc ngay trên máy này, không gửi đi đâu.";

/** The answer for a checked file: what is left to mend before it is sent. */
export function checkTitle(file: CheckedFile, items: readonly CheckItem[]): CheckTitle {
  if (file.refusal !== null) return {title: "Tệp này không đọc được", subtitle: NOTHING_SENT};
  if (file.sheets.every(({forms}) => forms.length === 0))
    return {title: "Không nhận ra biểu mẫu nào trong tệp", subtitle: NOTHING_SENT};
  const counts = countItems(items);
  if (counts.fix > 0) {
    return {
      title: `Còn ${countPlaces(items, "fix")} phải sửa trước khi gửi`,
      subtitle: `${NOTHING_SENT} Sửa trong Excel, lưu, rồi thả lại tệp.`
    };
  }
  if (file.rowsRead === 0) return {title: "Tệp chưa có dòng số liệu nào", subtitle: NOTHING_SENT};
  if (counts.review > 0)
    return {title: `Gửi được, nên xem lại ${countPlaces(items, "review")}`, subtitle: NOTHING_SENT};
  return {title: "Tệp đọc được hết, gửi được", subtitle: NOTHING_SENT};
}

/** "5 ô", or "5 chỗ" where one of them is not a cell. */
export function countPlaces(items: readonly CheckItem[], kind: ItemKind): string {
  const ofKind = items.filter((item) => item.kind === kind);
  return `${formatCount(ofKind.length)} ${ofKind.every(({cell}) => cell !== null) ? "ô" : "chỗ"}`;
}

/** What a file was recognised as: "Mẫu năm 2025, phường Sầm Sơn". */
export function recognisedAs({year, period, area, sheets}: CheckedFile): string {
  if (sheets.every(({forms}) => forms.length === 0)) return "Không thuộc biểu mẫu nào";
  const half = period === "6_thang" ? "6 tháng " : "";
  return `Mẫu ${year === null ? "chưa rõ năm" : `${half}năm ${year}`}, ${area ?? "chưa rõ của xã nào"}`;
}

/** "31 = 26 nhận + 5 lỗi": every row read is accounted for. */
export function rowsRead({rowsRead: read, rowsAccepted, rowsRejected}: CheckedFile): string {
  if (rowsRejected === 0) return read === 0 ? "0" : `${formatCount(read)}, nhận hết`;
  return `${formatCount(read)} = ${formatCount(rowsAccepted)} nhận + ${formatCount(rowsRejected)} lỗi`;
}

/** What the file was held against, and what of that was left out. */
export function comparison({comparedWith, sheets}: CheckedFile): string {
  if (sheets.every(({forms}) => forms.length === 0)) return "";
  if (comparedWith === undefined)
    return "Chưa so với năm trước: chỉ so được tệp của một xã, phường hiện nay, có ghi năm.";
  return comparedWith === null
    ? "Chưa so với năm trước: chưa có danh sách cũ của xã, phường này."
    : `Đã so với danh sách năm ${comparedWith} của xã, phường này.`;
}

/** "46 kB", "1,2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;
}

/** "lưu 10/11/2025 09:15", by the clock of this machine. */
export function savedAt(moment: Date): string {
  const two = (number: number): string => `${number}`.padStart(2, "0");
  const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`;
  return `lưu ${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** Rows that a sheet's foot names one by one. */
const MOST_NAMED = 3;

/** What the drawing of a sheet leaves to say: rows passed over, and rows whose empty result is not what it may seem. */
export function sheetNote(
  roles: ReadonlySet<string>,
  {unjudgedRows, unregisteredRows}: Pick<CheckedSheet, "unjudgedRows" | "unregisteredRows">
): string {
  const skipped = [
    ...(roles.has("title") ? ["dòng tiêu đề"] : []),
    ...(roles.has("group") ? ["dòng nhóm"] : []),
    ...(roles.has("total") ? ["dòng tổng"] : []),
    ...(roles.has("note") ? ["dòng chú thích"] : [])
  ];
  const sentences: string[] = [];
  if (skipped.length > 0) {
    const last = skipped.at(-1) ?? "";
    const listed = skipped.length === 1 ? last : `${skipped.slice(0, -1).join(", ")} và ${last}`;
    sentences.push(`${listed.charAt(0).toUpperCase()}${listed.slice(1)} (nền xám) được nhận ra và bỏ qua.`);
  }
  if (unjudgedRows.length > 0)
    sentences.push(`${listRows(unjudgedRows)} để trống kết quả: tính là **chưa xét**, không phải chưa đạt.`);
  if (unregisteredRows.length > 0) {
    sentences.push(
      `${listRows(unregisteredRows)} để trống cả đăng ký và kết quả: tính là **không đăng ký**, chưa được công nhận.`
    );
  }
  return sentences.join(" ");
}

/** "Dòng 14, 20, 31 và 5 dòng khác". */
function listRows(rows: readonly number[]): string {
  const more = rows.length > MOST_NAMED ? ` và ${formatCount(rows.length - MOST_NAMED)} dòng khác` : "";
  return `Dòng ${rows.slice(0, MOST_NAMED).join(", ")}${more}`;
}
