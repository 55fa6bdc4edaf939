import {formatCount, formatDate} from "../components/format.js";
import type {CrossCount, QualityYear} from "../data/queries/quality.ts";
import {yearWords} from "./progressSentences.js";

type Counts = Pick<QualityYear, "year" | "files" | "must_fix" | "rows_read" | "rows_accepted" | "rows_rejected">;

/** All files of the year, whatever became of them. */
export function fileCount({files}: Pick<QualityYear, "files">): number {
  return Object.values(files).reduce((sum, count) => sum + count, 0);
}

/** Title of Chất lượng: "12 tệp còn 34 ô phải sửa, 2 tệp bị từ chối". */
export function qualityTitle(counts: Counts | null): string {
  if (counts === null || fileCount(counts) === 0)
    return `Chưa có tệp nào${counts === null ? "" : ` ${yearWords(counts.year)}`}`;
  const {files, places} = counts.must_fix;
  const refused = counts.files["rejected"] ?? 0;
  const tail = refused > 0 ? `, ${formatCount(refused)} tệp bị từ chối` : "";
  if (places === 0 && refused === 0)
    return `Không còn ô nào phải sửa trong ${formatCount(fileCount(counts))} tệp ${yearWords(counts.year)}`;
  if (places === 0) return `Không còn ô nào phải sửa${tail}`;
  return `${formatCount(files)} tệp còn ${formatCount(places)} ô phải sửa${tail}`;
}

/** The line under the title: files and rows of the year, with the sum that must hold. `**…**` is strong. */
export function qualitySubtitle(counts: Counts | null, asOf: string | null): string {
  const until = asOf === null ? "" : `Tính đến ${formatDate(asOf)}.`;
  if (counts === null || fileCount(counts) === 0) return until;
  const year = counts.year === 0 ? "Tệp không rõ năm" : `Năm ${counts.year}`;
  return `${year}: ${formatCount(fileCount(counts))} tệp, ${accountingWords(counts)}. ${until}`.trim();
}

/** "đọc 18.108 dòng = nạp 18.107 + không nạp 1". */
export function accountingWords({
  rows_read,
  rows_accepted,
  rows_rejected
}: Pick<QualityYear, "rows_read" | "rows_accepted" | "rows_rejected">): string {
  return `đọc **${formatCount(rows_read)}** dòng = nạp ${formatCount(rows_accepted)} + không nạp ${formatCount(rows_rejected)}`;
}

/** Title of the table of rules: the rule that stands in most places of what must be mended, else the most frequent. */
export function rulesTitle(rules: readonly {title: string; count: number; mustFix: boolean}[]): string {
  const wrong = rules.filter(({mustFix, count}) => mustFix && count > 0);
  const [first] = [...(wrong.length > 0 ? wrong : rules)].sort((a, b) => b.count - a.count);
  if (!first || first.count === 0) return "Không kiểm tra nào tìm thấy gì";
  const what = wrong.length > 0 ? "Phải sửa nhiều nhất" : "Gặp nhiều nhất";
  return `${what}: ${first.title.slice(0, 1).toLocaleLowerCase("vi")}${first.title.slice(1)}, ${formatCount(first.count)} chỗ`;
}

/** The pairs that contradict each other: certified though Yếu, Xuất sắc though not certified. */
export function isOddPair({result, class: of}: Pick<CrossCount, "result" | "class">): boolean {
  return (result === "dat" && of === "yeu") || (result === "chua_dat" && of === "xuat_sac");
}

/** Title of the cross-table: how many units contradict themselves. */
export function crossTitle(cross: readonly CrossCount[]): string {
  const sum = (result: string, of: string): number =>
    cross.reduce((total, row) => total + (row.result === result && row.class === of ? row.count : 0), 0);
  const weak = sum("dat", "yeu");
  const excellent = sum("chua_dat", "xuat_sac");
  if (cross.length === 0) return "Chưa có đơn vị nào";
  if (weak === 0 && excellent === 0) return "Không đơn vị nào vừa đạt vừa Yếu, hay Xuất sắc mà chưa đạt";
  const parts = [
    weak > 0 ? `${formatCount(weak)} đơn vị đạt nhưng loại Yếu` : "",
    excellent > 0 ? `${formatCount(excellent)} đơn vị Xuất sắc nhưng chưa đạt` : ""
  ];
  return parts.filter(Boolean).join(", ");
}

/** What the comparison of Biểu tổng hợp with the lists found. */
export function summaryWords({compared, differing}: QualityYear["summary"]): string {
  if (compared === 0) return "Không có biểu tổng hợp nào để đối chiếu với danh sách.";
  if (differing === 0)
    return `${formatCount(compared)} dòng biểu tổng hợp có danh sách cùng loại, không dòng nào lệch.`;
  return `${formatCount(differing)} trong ${formatCount(compared)} dòng biểu tổng hợp lệch với danh sách; tính theo danh sách.`;
}

/** Title of the communes' table: what is missing most. */
export function fieldsTitle(totals: {
  units: number;
  no_result: number;
  no_class: number;
  no_registration: number;
}): string {
  const {units, no_result, no_class, no_registration} = totals;
  if (units === 0) return "Chưa có đơn vị nào";
  if (no_result + no_class + no_registration === 0)
    return `Cả ${formatCount(units)} đơn vị có đủ đăng ký, kết quả, phân loại`;
  const parts = [
    no_result > 0 ? `${formatCount(no_result)} đơn vị chưa có kết quả` : "",
    no_class > 0 ? `${formatCount(no_class)} chưa phân loại` : "",
    no_registration > 0 ? `${formatCount(no_registration)} chưa rõ đăng ký` : ""
  ].filter(Boolean);
  return parts.join(", ");
}
