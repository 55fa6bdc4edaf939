import type {UnitType} from "../../../loaders/vocabulary.ts";
import type {CommuneProfile, ProfileSeries, YearValue} from "../../data/queries/communeProfiles.ts";
import {asReportedTitle, communeTitleName, leadingVerdict, trendTitle} from "../../sentences/communeSentences.js";
import {chartFrame} from "../chartFrame.js";
import {segmentedControl} from "../controls.js";
import {dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {exportName} from "../export/exportName.js";
import {rateFields} from "../export/rateFields.js";
import {formatShare} from "../format.js";
import {type TrendData, trendChart, type TrendSeries} from "../trendChart.js";
import {UNIT_GROUP_WORDS} from "../words.js";
import {profileSource} from "./profileSource.js";
import type {ProfileView} from "./profileView.ts";

/** Year whose figures are the first on the boundaries of 1/7/2025. */
const FIRST_NEW_YEAR = 2025;

/** What the trend sets the commune against. */
type Against = "current" | "as_reported" | "former";

/**
 * The yearly rate in three views: on present boundaries ("Ranh giới hiện nay") with its unit types and the province; as it was reported
 * ("Như đã báo cáo"): the former communes until 1/7/2025, then the new one, never one line through both; the line on present boundaries
 * over the former communes ("Xã, phường cũ"). Where no former commune has figures there is one view.
 */
export function profileTrend(profile: CommuneProfile, view: ProfileView): HTMLElement {
  let against: Against = "current";
  const holder = element("div", {class: "profile-trend"});
  const tools = segmentedControl(
    [
      {value: "current", text: "Ranh giới hiện nay"},
      {value: "as_reported", text: "Như đã báo cáo"},
      {value: "former", text: "Xã, phường cũ"}
    ],
    {
      label: "So với",
      onChange: (value) => {
        against = value as Against;
        draw();
      }
    }
  );
  const draw = (): void => {
    const data = trendData(profile, view, against);
    holder.replaceChildren(
      chartFrame((width) => trendChart(data, {width}), {
        title: against === "as_reported" ? asReportedTitle(profile) : trendTitle(profile, view.year),
        subtitle: `Tỷ lệ đơn vị được công nhận, %, ${AGAINST_WORDS[against]}`,
        name: exportName({what: "Tỷ lệ được công nhận theo năm", place: communeTitleName(profile), year: view.year}),
        filters: `${communeTitleName(profile)}, đến năm ${view.year}, ${AGAINST_WORDS[against]}`,
        tools: profile.former.some(({points}) => points.length > 0) ? tools : undefined,
        source: profileSource(profile, view),
        table: () => trendTable(data)
      })
    );
  };
  draw();
  return holder;
}

const AGAINST_WORDS: Readonly<Record<Against, string>> = {
  current: "ranh giới hiện nay",
  as_reported: "mỗi nơi như đã báo cáo",
  former: "ranh giới hiện nay; xám: xã, phường cũ"
};

function trendData(profile: CommuneProfile, {year, years}: ProfileView, against: Against): TrendData {
  const verdict = leadingVerdict(profile, year);
  const main = profile.series.find((s) => s.indicator === "certified_of_eligible" && s.unit_group === "all");
  const points = main?.points ?? [];
  // Before the merger the commune did not report: its line there is made of the units that are now its own.
  const ownPoints = against === "as_reported" ? points.filter((point) => point.year >= FIRST_NEW_YEAR) : points;
  const parts = profile.former.filter((former) => former.extent !== "area_only" && former.points.length > 0);
  const planYears = profile.verdicts
    .filter((v) => v.kind === "plan" && v.indicator.startsWith("certified_of_"))
    .map((v) => v.year);
  return {
    main: {label: profile.name, points: ownPoints, verdict: verdict?.verdict ?? null},
    context: against === "current" ? [...typeSeries(profile.series), provinceSeries(profile)] : parts.map(formerSeries),
    years,
    year,
    target: verdict && {value: verdict.value, comparator: verdict.comparator, years: planYears},
    break: years.some((y) => y < FIRST_NEW_YEAR)
      ? {
          before: FIRST_NEW_YEAR,
          title: "1/7/2025",
          subtitle: parts.length > 1 ? `${parts.length} xã, phường → 1` : "địa giới mới"
        }
      : null
  };
}

function typeSeries(series: readonly ProfileSeries[]): TrendSeries[] {
  return series
    .filter((s) => s.indicator === "certified_of_eligible" && !["all", "organisations"].includes(s.unit_group))
    .filter((s) => s.points.some(({denominator}) => denominator > 0))
    .map((s) => ({label: UNIT_GROUP_WORDS[s.unit_group as UnitType], points: s.points}));
}

function provinceSeries(profile: CommuneProfile): TrendSeries {
  return {label: "Toàn tỉnh", points: profile.province_points};
}

function formerSeries({name, points}: {name: string; points: YearValue[]}): TrendSeries {
  return {label: name, points, stops_at_break: true};
}

function trendTable({main, context, years}: TrendData): HTMLElement {
  return dataTable(
    [main, ...context],
    [
      {title: "Chuỗi số", heading: true, value: (series) => series.label},
      ...years.map((year) => ({
        title: `${year}`,
        numeric: true,
        value: (series: TrendSeries) => {
          const point = series.points.find((p) => p.year === year);
          if (!point || point.denominator === 0) return null;
          return `${formatShare(point.numerator, point.denominator)} (${point.numerator}/${point.denominator})`;
        },
        fields: rateFields<TrendSeries>(`${year}: `, (series) =>
          series.points.find((p) => p.year === year && p.denominator > 0)
        )
      }))
    ],
    {caption: "Tỷ lệ đơn vị được công nhận theo năm"}
  );
}
