import {formatCount, formatShare} from "../../components/format.ts";
import {drawnPoints, percent, type TrendData, type TrendSeries} from "../../components/trendData.ts";
import type {ClosingData} from "../../components/closingList.ts";
import type {ChartSeries, ReportChart} from "../reportShape.ts";
import {classCounts, type FindFigure, shownTypes} from "./unitGroupRows.ts";

/** Colours of the site on white paper (src/styles/tokens.css, light). */
export const INK = "17202B";
export const VERDICT_COLOURS: Readonly<Record<string, string>> = {dat: "0B6B80", chua_dat: "AD4409", chua_ket_luan: "4A3C8C"};
const GREYS = ["868F98", "A9B0B7", "606A76", "C2C6CA", "4F5A66", "8C9298"];
/** From best to weakest. */
const CLASS_COLOURS = ["1A6A7E", "62A3B1", "F6C79B", "A63F07"];

/**
 * The trend as Office can draw it: solid up to the last final year, dashed to a provisional one; what a former commune was itself is
 * another line than what the merged one is. Years after `lastYear` are left out.
 */
export function trendReportChart(data: TrendData, {lastYear, caption}: {lastYear: number; caption: string}): ReportChart {
  const years = data.years.filter((year) => year <= lastYear);
  const limit = data.target ? {target: data.target.value, comparator: data.target.comparator} : {};
  const colour = VERDICT_COLOURS[data.main.verdict ?? ""] ?? INK;
  const lines = [
    ...linesOf(data.main, years, {data, role: "main", colour, limit}),
    ...data.context.flatMap((series, i) =>
      linesOf(series, years, {data, role: "context", colour: GREYS[i % GREYS.length] ?? INK, limit: {}})
    )
  ];
  const series: ChartSeries[] = [...lines];
  if (data.target) {
    const {value} = data.target;
    const words = `${data.target.years.includes(lastYear) ? "Chỉ tiêu" : "Mốc"} ${value}%`.replace(".", ",");
    series.push({
      name: words,
      values: years.map(() => value),
      labels: years.map(() => null),
      role: "target",
      colour: INK,
      isDashed: true
    });
  }
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const high = Math.min(100, Math.ceil((Math.max(0, ...values) + 3) / 10) * 10);
  const low = values.length === 0 ? 0 : Math.max(0, Math.min(Math.floor((Math.min(...values) - 1) / 10) * 10, high - 30));
  return {
    caption,
    description: describe(data.main, years),
    kind: "lines",
    unit: "%",
    categories: years.map((year) => `${year}`),
    series,
    range: [low, high]
  };
}

interface LineLook {
  data: TrendData;
  role: "main" | "context";
  colour: string;
  limit: {target?: number; comparator?: ">=" | ">" | "="};
}

function linesOf(series: TrendSeries, years: readonly number[], look: LineLook): ChartSeries[] {
  const {data, role, colour, limit} = look;
  const points = new Map(drawnPoints(series).map((point) => [point.year, point]));
  const known = years.filter((year) => points.has(year));
  if (known.length === 0) return [];
  const breakAt = series.stops_at_break === true ? data.break?.before : undefined;
  const stretches = breakAt === undefined ? [known] : [known.filter((y) => y < breakAt), known.filter((y) => y >= breakAt)];
  const names = breakAt === undefined ? [series.label] : [`${series.label} cũ`, `${series.label} mới`];
  return stretches.flatMap((stretch, i) => {
    if (stretch.length === 0) return [];
    // Only the line that is read value by value parts what is not final yet.
    const firstOpen = role === "main" ? stretch.find((year) => points.get(year)?.is_final === false) : undefined;
    const final = stretch.filter((year) => firstOpen === undefined || year < firstOpen);
    const open = firstOpen === undefined ? [] : stretch.filter((year) => year >= firstOpen);
    const name = stretches.filter((one) => one.length > 0).length > 1 ? (names[i] ?? series.label) : series.label;
    const line = (shown: readonly number[], labelled: readonly number[], isDashed: boolean): ChartSeries => ({
      name: isDashed ? `${name} (sơ bộ)` : name,
      values: years.map((year) => {
        const point = shown.includes(year) ? points.get(year) : undefined;
        return point === undefined ? null : percent(point);
      }),
      labels: years.map((year) => {
        const point = labelled.includes(year) ? points.get(year) : undefined;
        return point === undefined || role !== "main"
          ? null
          : formatShare(point.numerator, point.denominator, {...limit, unit: ""});
      }),
      role,
      colour,
      isDashed
    });
    return [
      ...(final.length > 0 ? [line(final, final, false)] : []),
      ...(open.length > 0 ? [line([...final.slice(-1), ...open], open, true)] : [])
    ];
  });
}

function describe(main: TrendSeries, years: readonly number[]): string {
  const points = drawnPoints(main).filter(({year}) => years.includes(year));
  return `${main.label}: ${points.map(({year, numerator, denominator}) => `${year} ${formatShare(numerator, denominator)}`).join("; ")}`;
}

/** Bars of a chart that still have a name each. */
const MOST_BARS = 20;

/** Communes with the most units to go; those that close the gap in the strong colour. */
export function closingReportChart({rows, cut, heading}: ClosingData, {caption}: {caption: string}): ReportChart | null {
  const shown = rows.slice(0, Math.min(MOST_BARS, Math.max(cut ?? 0, 12)));
  if (shown.length === 0) return null;
  const enough = cut ?? 0;
  const bars = (isIn: (i: number) => boolean, name: string, colour: string): ChartSeries => ({
    name,
    values: shown.map(({units_needed}, i) => (isIn(i) ? units_needed : null)),
    labels: shown.map(({units_needed}, i) => (isIn(i) ? formatCount(units_needed) : null)),
    role: "main",
    colour,
    isDashed: false
  });
  const series = [
    ...(enough > 0 ? [bars((i) => i < enough, "Đủ bù phần còn thiếu", "AD4409")] : []),
    ...(shown.length > enough ? [bars((i) => i >= enough, enough > 0 ? "Các xã tiếp theo" : heading, "DD9A66")] : [])
  ];
  return {
    caption,
    description: shown.map(({name, units_needed}) => `${name} ${formatCount(units_needed)}`).join("; "),
    kind: "bars",
    unit: "đơn vị",
    categories: shown.map(({name}, i) => `${i + 1}. ${name}`),
    series
  };
}

/** Shares of the four classes by unit type. */
export function classReportChart(find: FindFigure, year: number, {caption}: {caption: string}): ReportChart | null {
  const types = [...shownTypes(find, year), {group: "all", title: "Tổng số"}].flatMap((type) => {
    const counts = classCounts(find, type.group, year);
    return counts === null || counts.classified === 0 ? [] : [{...type, ...counts}];
  });
  if (types.length === 0) return null;
  const words = ["Xuất sắc", "Khá", "Trung bình", "Yếu"];
  return {
    caption,
    description: types
      .map(({title, classes}) => `${title}: ${classes.map((count, i) => `${words[i]} ${formatCount(count)}`).join(", ")}`)
      .join("; "),
    kind: "parts",
    unit: "%",
    categories: types.map(({title}) => title),
    series: words.map((name, i) => ({
      name,
      values: types.map(({classes, classified}) => (100 * (classes[i] ?? 0)) / classified),
      labels: types.map(({classes, classified}) => {
        const count = classes[i] ?? 0;
        return 100 * count < 6 * classified ? null : formatShare(count, classified, {unit: ""});
      }),
      role: "class",
      colour: CLASS_COLOURS[i] ?? INK,
      isDashed: false
    })),
    range: [0, 100]
  };
}
