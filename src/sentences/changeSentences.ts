import {formatCount, formatDate} from "../components/format.js";
import type {ChangesFile} from "../data/queries/changes.ts";

/** Why a figure changed, in words. */
export const CAUSE_WORDS: Readonly<Record<string, string>> = {
  tep_moi: "Tệp mới",
  chinh_thuc: "Bản chính thức thay bản sơ bộ",
  ban_sua: "Bản sửa thay bản trước",
  rut_tep: "Tệp bị rút",
  tu_choi: "Tệp nay bị từ chối",
  mat_tep: "Tệp không còn trong thư mục",
  ngay_tinh: "Đổi ngày tính đến",
  ke_hoach: "Sửa kế hoạch, chỉ tiêu",
  ranh_gioi: "Sửa danh mục xã, ranh giới",
  danh_muc: "Sửa danh mục khác",
  bieu_mau: "Sửa biểu mẫu",
  cach_tinh: "Đổi cách tính (bản chương trình)",
  nam_khac: "Danh sách năm khác của xã đã đổi",
  chua_ro: "Chưa rõ"
};

type Counted = Pick<ChangesFile, "commune_count" | "value_count" | "older" | "verdicts">;

/** "139 xã thay đổi so với bản 2026-11-05.1, 12 kết luận đổi". */
export function changesTitle({commune_count, value_count, older, verdicts}: Counted): string {
  const flips = verdicts.length === 0 ? "không kết luận nào đổi" : `${formatCount(verdicts.length)} kết luận đổi`;
  if (value_count === 0) return `Không số nào thay đổi so với bản ${older.id}, ${flips}`;
  if (commune_count === 0) return `Số chung thay đổi so với bản ${older.id}, ${flips}`;
  return `${formatCount(commune_count)} xã thay đổi so với bản ${older.id}, ${flips}`;
}

/** Which two editions, and how many figures in all. `**…**` is strong. */
export function changesSubtitle({older, newer, value_count, inputs, files}: ChangesFile): string {
  const days =
    older.as_of === newer.as_of
      ? `cùng tính đến ${formatDate(newer.as_of)}`
      : `tính đến ${formatDate(older.as_of)} và ${formatDate(newer.as_of)}`;
  return [
    `Bản **${newer.id}** so với bản ${older.id}, ${days}.`,
    `${formatCount(value_count)} số thay đổi, kể cả số chi tiết theo loại đơn vị.`,
    `${formatCount(files.length)} tệp thêm, bớt hoặc đổi kết quả nhận.`,
    inputs.length === 0 ? "" : inputWords(inputs)
  ]
    .filter(Boolean)
    .join(" ");
}

/** "Quy tắc đã sửa: kế hoạch thanh-hoa-2025.yaml, bản chương trình." */
function inputWords(inputs: readonly string[]): string {
  const words = inputs.map((name) => {
    if (name === "program") return "bản chương trình";
    const [folder = "", file = name] = name.split("/");
    return `${{plans: "kế hoạch", forms: "biểu mẫu", reference: "danh mục"}[folder] ?? folder} ${file}`;
  });
  return `Quy tắc đã sửa: ${words.join(", ")}.`;
}

/** What the page says while there is nothing to compare with. */
export function firstTitle(latest: string | null): string {
  return latest === null ? "Chưa có bản số liệu nào được lưu" : `Đây là bản số liệu lần đầu: ${latest}`;
}

/** What the foot of every page says of the edition: "So bản trước: 3 xã thay đổi". */
export function editionNote(changed: number | null): string {
  if (changed === null) return "Bản lần đầu";
  return changed === 0 ? "So bản trước: không xã nào thay đổi" : `So bản trước: ${formatCount(changed)} xã thay đổi`;
}
