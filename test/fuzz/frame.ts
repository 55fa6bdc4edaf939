import type {Owner} from "./owner.ts";
import type {Pen} from "./table.ts";
import {put, text, type WrittenSheet} from "./written.ts";
import {areaTitle} from "../../loaders/reference/areaTitle.ts";

/** What the lines over a table say. */
export interface TitleWords {
  subject: string;
  /** Whose file it is, or null where it is said elsewhere. */
  owner: Owner | null;
  year: number | null;
  isHalfYear: boolean;
  /** "(Số liệu sơ bộ)" and the like, or null. */
  stage: string | null;
}

/** Area of the owner as titles write it: "XÃ BẢN MÙ, HUYỆN TRẠM TẤU, TỈNH YÊN BÁI". */
export function places({level, communes, district, province}: Owner): string[] {
  const [commune] = communes;
  const own = level === "commune" && commune !== undefined ? [areaTitle(commune)] : [];
  return [...own, ...(district === null ? [] : [district]), province.title];
}

/** Writes the lines over a table. @returns The row the table begins in. */
export function writeTitle(sheet: WrittenSheet, words: TitleWords, {layout, choices, part}: Pen): number {
  const {subject, owner, year, isHalfYear, stage} = words;
  const lines: [left: string | null, right: string | null][] = [];
  const area = owner === null ? [] : places(owner);
  if (layout.title === "block") {
    const [first, ...rest] = area.map((place) => place.toUpperCase());
    lines.push([
      first === undefined ? "BAN CHỈ ĐẠO 138" : `BAN CHỈ ĐẠO 138 ${first}`,
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    ]);
    lines.push([rest.length === 0 ? null : rest.join(", "), "Độc lập - Tự do - Hạnh phúc"]);
    lines.push([null, `Ngày 10 tháng 11 năm ${year ?? 2025}`]);
  } else if (area.length > 0) lines.push([area.join(", "), null]);
  const period = isHalfYear ? "6 THÁNG ĐẦU " : "";
  lines.push([`${subject}${year === null ? (isHalfYear ? " 6 THÁNG ĐẦU NĂM" : "") : ` ${period}NĂM ${year}`}`, null]);
  if (stage !== null) lines.push([`(${stage})`, null]);
  if (layout.title === "block" && year !== null) {
    lines.push([`(Kèm theo Báo cáo số 12/BC-UBND ngày 10/11/${year} của Ban Chỉ đạo)`, null]);
  }
  for (const [index, [left, right]] of lines.entries()) {
    if (left !== null) put(sheet, index + 1, 1, text(left));
    if (right !== null) put(sheet, index + 1, 6, text(right));
    const isAcross = left !== null && right === null && layout.format === "xlsx" && layout.header.isMerged;
    if (isAcross) sheet.merges.push([index + 1, 1, index + 1, 8]);
  }
  return lines.length + (choices.is(`${part}/gap`) ? 2 : 1);
}

/** Writes what stands under a table: place and date, who made it, who signed it. */
export function writeSignature(sheet: WrittenSheet, top: number, {layout, choices, part}: Pen): void {
  if (!layout.hasSignature) return;
  const right = choices.of(`${part}/signature at`, [4, 5, 6]);
  const left = choices.of(`${part}/maker at`, [1, 2]);
  const dress = (words: string): string =>
    choices.is(`${part}/signed in capitals`, 0.3) ? words.toUpperCase() : words;
  const row = top + (choices.is(`${part}/signature gap`) ? 1 : 0);
  put(sheet, row, right, text("Ngày 10 tháng 11 năm 2025"));
  put(sheet, row + 1, left, text(choices.of(`${part}/maker`, ["NGƯỜI LẬP BIỂU", "Người tổng hợp", "Nơi nhận:"])));
  put(
    sheet,
    row + 1,
    right,
    text(choices.of(`${part}/signer`, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "KT. TRƯỞNG CÔNG AN"]))
  );
  put(sheet, row + 2, right, text("(Ký, ghi rõ họ tên, đóng dấu)"));
  put(sheet, row + 5, left, text(dress("Nguyễn Văn An")));
  put(sheet, row + 5, right, text(dress("Trần Thị Bình")));
}
