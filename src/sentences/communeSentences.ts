import {median} from "d3";
import type {CommuneProfile, ProfileVerdict, YearValue} from "../data/queries/communeProfiles.ts";
import {formatCount, formatNumber, formatShare} from "../components/format.js";
import type {StripDot} from "../components/stripChart.js";

const TYPE_WORDS: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu",
  huyen_dao: "huyện đảo"
};

/** "phường Hạc Thành": an area with its own type, lower case inside a sentence. */
export function communeName({name, type}: {name: string; type: string}): string {
  return `${TYPE_WORDS[type] ?? "xã"} ${name}`;
}

/** "Phường Hạc Thành", at the head of a sentence. */
export function communeTitleName(commune: {name: string; type: string}): string {
  const name = communeName(commune);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The certification figure of the commune in a year, null where none. */
export function certifiedPoint(profile: CommuneProfile, year: number): YearValue | null {
  const series = profile.series.find((s) => s.indicator === "certified_of_eligible" && s.unit_group === "all");
  return series?.points.find((point) => point.year === year) ?? null;
}

/** The verdict that leads the page: the plan's certification target in that year, else none. */
export function leadingVerdict(profile: CommuneProfile, year: number): ProfileVerdict | null {
  return (
    profile.verdicts.find((v) => v.year === year && v.kind === "plan" && v.indicator.startsWith("certified_of_")) ??
    null
  );
}

/**
 * The page's title: how many units the commune lacks to reach the level of its plan, or that it stands there, or its rate where no plan
 * sets one. Against a province's rate it says "mức", never "không đạt kế hoạch": that rate binds the province.
 */
export function communeTitle(profile: CommuneProfile, year: number): string {
  const name = communeTitleName(profile);
  const report = profile.reports.find((r) => r.year === year);
  if (report && !report.is_reported) return `${name} chưa nộp báo cáo năm ${year}`;
  const verdict = leadingVerdict(profile, year);
  if (verdict?.numerator != null && verdict.denominator) {
    const {numerator, denominator, value, units_needed} = verdict;
    const goal = `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}%`;
    if (verdict.is_impossible && report?.stage !== "chinh_thuc")
      return `${name} không thể lên ${goal} với mẫu số hiện tại`;
    if (units_needed !== null && units_needed > 0)
      return `${name} còn thiếu ${formatCount(units_needed)} đơn vị để lên ${goal}`;
    const isAbove = 100 * numerator > value * denominator;
    // "Trên" is said of the printed figure too: 80,01 % is not printed as 80,0 %.
    const rate = formatShare(numerator, denominator, {target: value, comparator: ">"});
    return isAbove ? `${name} đạt ${rate}, trên mức ${goal}` : `${name} đạt đúng mức ${goal}`;
  }
  const point = certifiedPoint(profile, year);
  if (!point || point.denominator === 0) return `${name} chưa có số liệu năm ${year}`;
  return `${name}: ${formatShare(point.numerator, point.denominator)} đơn vị được công nhận năm ${year}`;
}

/** Code, birth and size of the commune: "Mã 14797, lập 1/7/2025 từ 12 xã, phường cũ (10 toàn bộ, 2 một phần). 252 đơn vị phải xét." */
export function communeSubtitle(profile: CommuneProfile, year: number): string {
  const parts = profile.former.filter((former) => former.extent !== "area_only");
  const whole = parts.filter((former) => former.extent === "full").length;
  const partial = parts.length - whole;
  const only = parts.length === 1 ? parts[0] : undefined;
  const origin =
    only?.extent === "full" && only.name === profile.name
      ? "giữ nguyên địa giới khi sắp xếp 1/7/2025"
      : `lập 1/7/2025 từ ${parts.length} ${noun(parts)} cũ${partial > 0 ? ` (${whole} toàn bộ, ${partial} một phần)` : ""}`;
  const point = certifiedPoint(profile, year);
  const units = point && point.denominator > 0 ? ` ${formatCount(point.denominator)} đơn vị phải xét năm ${year}.` : "";
  return `Mã ${profile.code}, ${profile.province}, ${origin}.${units}`;
}

function noun(communes: readonly {type: string}[]): string {
  const types = new Set(communes.map(({type}) => TYPE_WORDS[type] ?? "xã"));
  return types.size === 1 ? ([...types][0] ?? "xã") : [...types].join(", ");
}

/** How many levels of the plan and conditions of the norm are met: the title of the table of verdicts. */
export function verdictsTitle(verdicts: readonly ProfileVerdict[]): string {
  const plan = verdicts.filter(({kind}) => kind === "plan");
  const norm = verdicts.filter(({kind}) => kind === "norm");
  const of = (list: readonly ProfileVerdict[]): string =>
    `${list.filter(({verdict}) => verdict === "dat").length}/${list.length}`;
  const sentences = [
    ...(plan.length > 0 ? [`Tới ${of(plan)} mức của kế hoạch`] : []),
    ...(norm.length > 0 ? [`${plan.length > 0 ? "đủ" : "Đủ"} ${of(norm)} điều kiện của Thông tư 124`] : [])
  ];
  return sentences.length > 0 ? sentences.join("; ") : "Chưa có mức nào để đối chiếu trong năm này";
}

/** The change since the year before and the distance to the province, in percentage points: the title of the trend. */
export function trendTitle(profile: CommuneProfile, year: number): string {
  const now = certifiedPoint(profile, year);
  const before = certifiedPoint(profile, year - 1);
  const province = profile.province_points.find((point) => point.year === year);
  if (!now || now.denominator === 0) return "Tỷ lệ được công nhận qua các năm";
  const change = before && before.denominator > 0 ? points(now) - points(before) : null;
  const gap = province && province.denominator > 0 ? points(now) - points(province) : null;
  const first = change === null ? `Năm ${year} ${formatShare(now.numerator, now.denominator)}` : changeWords(change);
  return gap === null ? first : `${first}, ${gapWords(gap)}`;
}

/** Who reported until the merger and who since: "12 phường cũ báo cáo đến 2024, phường Hạc Thành từ 2025". */
export function asReportedTitle(profile: CommuneProfile): string {
  const parts = profile.former.filter(({extent, points}) => extent !== "area_only" && points.length > 0);
  const last = Math.max(...parts.flatMap(({points}) => points.map(({year}) => year)));
  return `${parts.length} ${noun(parts)} cũ báo cáo đến ${last}, ${communeName(profile)} từ ${FIRST_OWN_YEAR}`;
}

/** First year that present communes report for themselves. */
const FIRST_OWN_YEAR = 2025;

function changeWords(change: number): string {
  const size = formatNumber(Math.abs(change));
  return size === "0,0" ? "Không đổi so với năm trước" : `${change > 0 ? "Tăng" : "Giảm"} ${size} điểm`;
}

function gapWords(gap: number): string {
  const size = formatNumber(Math.abs(gap));
  return size === "0,0" ? "ngang toàn tỉnh" : `${gap > 0 ? "trên" : "dưới"} toàn tỉnh ${size} điểm`;
}

function points({numerator, denominator}: YearValue): number {
  return (100 * numerator) / denominator;
}

/** "7 trong 12 phường cũ được công nhận năm 2024": each by itself, never summed. */
export function formerTitle(profile: CommuneProfile): string {
  const parts = profile.former.filter((former) => former.extent !== "area_only");
  const judged = parts.filter((former) => former.is_certified !== null);
  const year = parts.find((former) => former.year !== null)?.year;
  if (judged.length === 0 || year == null) return `${parts.length} ${noun(parts)} cũ nhập vào, chưa có kết quả riêng`;
  const certified = judged.filter((former) => former.is_certified).length;
  return `${certified} trong ${judged.length} ${noun(judged)} cũ được công nhận năm ${year}`;
}

/** On how many rates the commune stands below the middle of all that reported: "Thấp hơn trung vị các xã ở 3 trong 4 tỷ lệ". */
export function stripsTitle(labels: readonly string[], dots: readonly StripDot[]): string {
  let known = 0;
  let below = 0;
  for (const label of labels) {
    const row = dots.filter((dot) => dot.label === label && dot.denominator > 0);
    const own = row.find(({isChosen}) => isChosen);
    const middle = median(row, ({numerator, denominator}) => numerator / denominator);
    if (!own || middle === undefined) continue;
    known += 1;
    if (own.numerator / own.denominator < middle) below += 1;
  }
  if (known === 0) return "Chưa có số liệu để so với các xã khác";
  if (below === 0) return `Không thấp hơn trung vị các xã ở tỷ lệ nào trong ${known} tỷ lệ`;
  return `Thấp hơn trung vị các xã ở ${below === known ? `cả ${known}` : `${below} trong ${known}`} tỷ lệ`;
}
