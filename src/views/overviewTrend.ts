import type {TrendData, TrendPoint, TrendSeries} from "../components/trendData.js";
import {FIRST_PRESENT_YEAR, type OverviewFacts} from "./overviewFacts.js";
import {PAGE_GROUP_ORDER} from "./pageGroups.js";
import {trendTitle} from "../sentences/trendTitle.js";

/** Names short enough for the end of a line. */
const SERIES_WORDS: Readonly<Record<string, string>> = {
  all: "Tất cả",
  khu_dan_cu: "Khu dân cư",
  co_quan: "Cơ quan",
  doanh_nghiep: "Doanh nghiệp",
  co_so_giao_duc: "Giáo dục",
  commune: "Xã, phường"
};

export interface TrendView {
  title: string;
  subtitle: string;
  note: string;
  data: TrendData;
}

/** The rate of the chosen unit group over the years, the other groups in grey, with the target and the boundary change. */
export function overviewTrend(facts: OverviewFacts, indicator: string): TrendView {
  const {year, group, boundary} = facts.state;
  const {file, mainTarget} = facts;
  const series = PAGE_GROUP_ORDER.map((id): TrendSeries & {id: string} => ({
    id,
    label: SERIES_WORDS[id] ?? id,
    points: file.figures.filter(
      (figure) => figure.indicator === indicator && figure.unit_group === id && figure.boundary === boundary
    ) satisfies TrendPoint[],
    stops_at_break: id === "commune"
  }));
  const main = series.find(({id}) => id === group) ?? series[0];
  const result = mainTarget && facts.isOfGroup(mainTarget) ? facts.result(mainTarget) : null;
  const {years} = file;
  const hasBreak =
    file.former_count > 0 && years.some((y) => y < FIRST_PRESENT_YEAR) && years.some((y) => y >= FIRST_PRESENT_YEAR);
  const planned = mainTarget && facts.isOfGroup(mainTarget) ? plannedYears(facts, mainTarget.target_id) : [];
  const figures = new Map((main?.points ?? []).map((point) => [point.year, point]));
  return {
    title: trendTitle(figures, year),
    subtitle: `Tỷ lệ được công nhận theo loại đơn vị, %, ${
      boundary === "current" ? "ranh giới hiện nay" : "khi báo cáo"
    }`,
    note: hasBreak ? "Công nhận của xã cũ không cộng cho xã mới: đường **Xã, phường** dừng ở lần sáp nhập." : "",
    data: {
      main: {
        label: main?.label ?? "",
        points: main?.points ?? [],
        verdict: result?.verdict ?? null,
        stops_at_break: main?.stops_at_break
      },
      context: series.filter((one) => one !== main && one.points.length > 0),
      years,
      year,
      target: mainTarget ? {value: mainTarget.value, comparator: mainTarget.comparator, years: planned} : null,
      break: hasBreak
        ? {
            before: FIRST_PRESENT_YEAR,
            title: "1/7/2025",
            subtitle: `${file.former_count} → ${file.communes.length} xã`
          }
        : null
    }
  };
}

/** Years for which a plan set the target. */
function plannedYears({file}: OverviewFacts, targetId: string): number[] {
  const years = file.results.filter(({target_id, basis}) => target_id === targetId && basis === "rang_buoc");
  return [...new Set(years.map(({year}) => year))];
}
