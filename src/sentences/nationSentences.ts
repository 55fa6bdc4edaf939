import {formatCount, formatDate, formatShare} from "../components/format.js";
import type {NationData} from "../data/queries/nation.ts";
import type {ProvinceRow} from "../views/nationView.js";

/** "5 trong 34 tỉnh có số liệu năm 2025, mới 174 trong 3.321 xã": what is there is said before what it amounts to. */
export function nationTitle(rows: readonly ProvinceRow[], year: number): string {
  const known = rows.filter(({counts}) => counts !== null);
  const communes = known.reduce((sum, {counts}) => sum + (counts?.communes ?? 0), 0);
  const all = rows.reduce((sum, row) => sum + row.communes, 0);
  if (known.length === 0) return `Chưa tỉnh nào có số liệu năm ${year}`;
  if (communes === all) return `Cả ${formatCount(rows.length)} tỉnh có số liệu năm ${year}, đủ ${formatCount(all)} xã`;
  return `${formatCount(known.length)} trong ${formatCount(rows.length)} tỉnh có số liệu năm ${year}, mới ${formatCount(communes)} trong ${formatCount(all)} xã`;
}

/** Indicator, year, cut-off; the sum of what is there is not the country's. `**…**` is strong. */
export function nationSubtitle(
  rows: readonly ProvinceRow[],
  {indicator, year, asOf}: {indicator: string; year: number; asOf: string | null}
): string {
  const known = rows.flatMap(({counts}) => (counts ? [counts] : []));
  const n = known.reduce((sum, counts) => sum + counts.n, 0);
  const d = known.reduce((sum, counts) => sum + counts.d, 0);
  const isFinal = known.every(({is_final}) => is_final);
  return [
    `${indicator}, năm ${year}.`,
    known.length === 0 ? "" : `Số liệu **${isFinal ? "chính thức" : "sơ bộ"}** đến ${formatDate(asOf)}.`,
    d === 0
      ? ""
      : `Nơi đã có số liệu: ${formatShare(n, d)} (${formatCount(n)}/${formatCount(d)}); đó không phải tỷ lệ của cả nước.`,
    "Chưa kế hoạch nào đặt mức chung cho cả nước: màu xám chỉ độ lớn."
  ]
    .filter(Boolean)
    .join(" ");
}

/** "Tuyên Quang: 8 trong 124 xã có số liệu năm 2025". */
export function provinceTitle({name, communes, counts}: ProvinceRow, year: number): string {
  if (counts === null) return `${name} chưa có số liệu năm ${year}`;
  if (counts.communes >= communes) return `${name}: đủ ${formatCount(communes)} xã có số liệu năm ${year}`;
  return `${name}: ${formatCount(counts.communes)} trong ${formatCount(communes)} xã có số liệu năm ${year}`;
}

/** What is said of a province beside its name: "78,9%, 5.609/7.108, 158 trong 166 xã". */
export function provinceWords({communes, counts}: ProvinceRow): string {
  if (counts === null) return `chưa có số liệu, ${formatCount(communes)} xã`;
  const part =
    counts.communes >= communes
      ? `đủ ${formatCount(communes)} xã`
      : `một phần: ${formatCount(counts.communes)} trong ${formatCount(communes)} xã`;
  return `${formatShare(counts.n, counts.d)}, ${formatCount(counts.n)}/${formatCount(counts.d)}, ${part}`;
}

/** Why a province has no communes to show, and what to do. */
export function silentProvince(data: Pick<NationData, "years">, {name}: ProvinceRow): string {
  return data.years.length === 0
    ? "Chưa có tệp nào. Chép tệp của các xã vào thư mục submissions rồi chạy lại npm start."
    : `Chưa có tệp nào của ${name}. Chép tệp của các xã thuộc tỉnh vào thư mục submissions rồi chạy lại npm start.`;
}
