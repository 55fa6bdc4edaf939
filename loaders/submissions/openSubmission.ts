import {readFileSync, statSync} from "node:fs";
import type {Refusal} from "../read/workbook.ts";

const MAX_SIZE = 2 ** 30;

/** Bytes of a received file, or why they cannot be had. */
export type OpenResult = {ok: true; bytes: Uint8Array} | {ok: false; refusal: Refusal};

/** Reads a file whole; one that is gone, locked, forbidden or far too large is a refusal. */
export function openSubmission(path: string): OpenResult {
  try {
    const status = statSync(path);
    if (!status.isFile()) return refused("không phải một tệp thường hoặc không có quyền xem.");
    if (status.size > MAX_SIZE) return refused("lớn hơn 1 GB.");
    // A copy of its own: a buffer of Node's pool cannot be handed to another thread.
    return {ok: true, bytes: new Uint8Array(readFileSync(path))};
  } catch (error) {
    return refused(REASONS[(error as NodeJS.ErrnoException).code ?? ""] ?? (error as Error).message);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "tệp vừa bị xoá hoặc đổi tên.",
  EACCES: "không có quyền đọc.",
  EPERM: "không có quyền đọc.",
  EBUSY: "tệp đang được chương trình khác mở."
};

function refused(reason: string): OpenResult {
  return {
    ok: false,
    refusal: {
      rule: "file_not_opened",
      message: `Không mở được tệp: ${reason}`,
      remedy: "Đóng tệp ở chương trình khác, kiểm tra tên và quyền đọc của tệp, rồi chạy lại."
    }
  };
}
