import type {FormOwner} from "../data/queries/formsBook.ts";
import {formatCount} from "../components/format.js";

/** "Biểu năm 2026 của Phường Hạc Thành có sẵn 155 đơn vị"; without an owner what can be had. */
export function formsTitle({
  owner,
  year,
  count,
  communeCount
}: {
  owner: Pick<FormOwner, "title"> | null;
  year: number;
  count: number;
  communeCount: number;
}): string {
  if (owner !== null) {
    const whose = owner.title.replace(/ \(.*\)$/u, "");
    return `Biểu năm ${year} của ${whose} có sẵn ${formatCount(count)} đơn vị`;
  }
  return communeCount === 0
    ? `Biểu năm ${year} để ghi danh sách đơn vị`
    : `Biểu năm ${year} có sẵn đơn vị của ${formatCount(communeCount)} xã, phường`;
}

/** What is in the file, and what to do. */
export function formsSubtitle({owner, count}: {owner: Pick<FormOwner, "key"> | null; count: number}): string {
  if (owner === null)
    return "Chọn xã, phường để tải biểu có sẵn đơn vị của danh sách gần nhất, hoặc tải **biểu trống**.";
  if (count <= 1) return "Chưa có danh sách của năm trước: biểu có dòng nhóm, danh sách thả xuống và **dòng trống**.";
  return "Đơn vị lấy từ danh sách gần nhất, **kết quả để trống**. Tệp được lập ngay trên máy này, không gửi gì đi đâu.";
}
