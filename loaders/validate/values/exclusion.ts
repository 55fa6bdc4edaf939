import type {Cell} from "../../read/workbook.ts";
import {EXCLUSION_REASONS, type ExclusionReason} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import {foldKey} from "../foldKey.ts";
import type {Words} from "../recognise/compileForms.ts";
import {blank, readCommon, saidBlank, valueOf, type ValueReading} from "./reading.ts";

const NONE = new Set(["khong", "khong co", "0", "khong loai tru", "thuoc dien xet", "k", "binh thuong"]);

/** Parts of words by which a written reason is known, the first that is found. */
const REASONS: readonly (readonly [ExclusionReason, readonly string[]])[] = [
  ["mam_non", ["mam non", "nha tre", "mau giao", "nhom tre", "mn"]],
  ["tieu_hoc", ["tieu hoc"]],
  ["doanh_nghiep_nho", ["sieu nho", "doanh nghiep nho", "dn nho", "nho va sieu nho", "quy mo nho", "nho"]],
  [
    "luc_luong_vu_trang",
    ["luc luong vu trang", "llvt", "quan doi", "quan su", "bien phong", "cong an", "bo doi", "vu trang"]
  ]
];

/** Reads the reason why a unit is outside Thông tư 124 (Art. 1); another reason is "khac", quoted in the trace. */
export function readExclusion(cell: Cell | undefined): ValueReading<ExclusionReason> {
  const common = readCommon<ExclusionReason>(cell);
  if (common !== null || cell === undefined) return common ?? blank();
  const text = textOf(cell);
  const key = foldKey(text);
  if (NONE.has(key) || (cell.kind === "boolean" && cell.number === 0)) return saidBlank();
  for (const [reason, parts] of REASONS) {
    if (parts.some((part) => hasWords(key, part))) return valueOf(reason, text !== EXCLUSION_REASONS[reason]);
  }
  return valueOf("khac", text !== EXCLUSION_REASONS.khac);
}

/**
 * Reason that a unit's own name gives: "Trường Mầm non Hoa Sen", "Trường TH Kim Đồng". A school that is primary and lower
 * secondary ("TH&THCS") is not excluded.
 */
export function exclusionByName(name: string, {excludedNames}: Words): ExclusionReason | null {
  const key = foldKey(name);
  for (const {reason, contains, not} of excludedNames) {
    if (contains.some((part) => hasWords(key, part)) && !not.some((part) => hasWords(key, part))) return reason;
  }
  return null;
}

/** True if the folded text holds the words, whole. */
export function hasWords(key: string, words: string): boolean {
  for (let at = key.indexOf(words); at >= 0; at = key.indexOf(words, at + 1)) {
    const before = at === 0 || key.charAt(at - 1) === " ";
    const end = at + words.length;
    if (before && (end === key.length || key.charAt(end) === " ")) return true;
  }
  return false;
}
