import {formatCount, formatPoints, formatShare} from "../components/format.js";
import type {ChangedArea, ChangesFile} from "../data/queries/changes.ts";

type Value = ChangesFile["values"][number];
export type ChangeCounts = NonNullable<Value["before"]>;

/** A changed figure as the table shows it. */
export interface ChangeRow {
  area: ChangedArea;
  year: number;
  indicator: string;
  indicator_title: string;
  before: ChangeCounts | null;
  after: ChangeCounts | null;
  causes: readonly string[];
  /** Change of the rate in points; null where either has no rate: missing is not zero. */
  points: number | null;
}

/** Every changed figure with its names, communes first by name, provinces and the country apart (see `wholeRows`). */
export function changeRows({values, areas, indicators}: ChangesFile): ChangeRow[] {
  return values.flatMap(({area: at, year, indicator, before, after, causes}) => {
    const area = areas[at];
    if (!area) return [];
    return [
      {
        area,
        year,
        indicator,
        indicator_title: indicators.find(({id}) => id === indicator)?.title ?? indicator,
        before,
        after,
        causes,
        points: pointsOf(before, after)
      }
    ];
  });
}

function pointsOf(before: ChangeCounts | null, after: ChangeCounts | null): number | null {
  if (!before?.d || !after?.d) return null;
  return 100 * (after.n / after.d - before.n / before.d);
}

/** "45/52" with its rate; "chưa có" where nothing was reported. */
export function sideWords(counts: ChangeCounts | null): {rate: string; fraction: string} {
  if (counts === null || counts.d === 0) {
    const waiting = counts?.v ?? 0;
    return {rate: "chưa có", fraction: waiting > 0 ? `ước ${formatCount(waiting)} đơn vị chưa báo cáo` : ""};
  }
  const open = [
    counts.u > 0 ? `${formatCount(counts.u)} chưa có kết quả` : "",
    counts.v > 0 ? `ước ${formatCount(counts.v)} chưa báo cáo` : ""
  ].filter(Boolean);
  return {
    rate: formatShare(counts.n, counts.d),
    fraction: [`${formatCount(counts.n)}/${formatCount(counts.d)}`, ...open].join(", ")
  };
}

/** What the change amounts to: points where both have a rate, and under it the units that met and the units weighed. */
export function differenceWords({before, after, points}: ChangeRow): {first: string; detail: string} {
  if (!after || after.d === 0) return {first: before && before.d > 0 ? "Mất số liệu" : "Ước lượng đổi", detail: ""};
  if (!before || before.d === 0) return {first: "Mới có", detail: ""};
  return {
    first: `${formatPoints(points ?? 0)} điểm %`,
    detail: `đạt ${signed(after.n - before.n)}, xét ${signed(after.d - before.d)} đơn vị`
  };
}

function signed(count: number): string {
  return count > 0 ? `+${formatCount(count)}` : formatCount(count);
}

export interface ChangeFilter {
  year: number | null;
  indicator: string;
  cause: string;
  words: string;
}

/** Rows of communes that a filter leaves. */
export function filteredChanges(
  rows: readonly ChangeRow[],
  {year, indicator, cause, words}: ChangeFilter
): ChangeRow[] {
  const wanted = plain(words);
  return rows.filter(
    (row) =>
      (year === null || row.year === year) &&
      (indicator === "all" || row.indicator === indicator) &&
      (cause === "all" || row.causes.includes(cause)) &&
      (wanted === "" || plain(row.area.name).includes(wanted))
  );
}

/** How many rows name each cause, the most first. */
export function causeCounts(rows: readonly ChangeRow[]): {cause: string; count: number; communes: number}[] {
  const found = new Map<string, {count: number; communes: Set<string>}>();
  for (const {causes, area} of rows) {
    for (const cause of causes) {
      const entry = found.get(cause) ?? {count: 0, communes: new Set<string>()};
      entry.count++;
      entry.communes.add(area.code);
      found.set(cause, entry);
    }
  }
  return [...found]
    .map(([cause, {count, communes}]) => ({cause, count, communes: communes.size}))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}

function plain(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "d").toLowerCase().trim();
}
