import type {CommuneMapData, MapValue} from "../components/communeMap.js";
import {formatCount, formatDate, formatShare} from "../components/format.js";
import type {Traceable} from "../components/trace/figureKey.js";
import {mapScale, YES_NO_SCALE} from "../components/mapScale.js";
import type {CommuneColumns} from "../data/queries/communeValues.ts";
import type {MapPageData} from "../data/queries/mapPage.ts";
import type {OverviewTarget} from "../data/queries/overviewShape.ts";
import {mapTitle, yesTitle} from "../sentences/communesTitle.js";
import {communeStates, isOneUnitEach, missingWords} from "./communeStates.js";
import {shortDocument, targetWords} from "../sentences/clauseWords.js";
import type {OverviewState} from "./overviewFacts.js";
import {UNIT_GROUP_WORDS} from "../components/words.js";

/** What the reader chose on the page Bản đồ. */
export interface MapState extends OverviewState {
  indicator: string;
}

/** What the page Bản đồ shows: sentences, and the data of map and list. */
export interface MapPageView {
  title: string;
  subtitle: string;
  /** The other sentence: "Thấp nhất Thạch Quảng 54,3%, cao nhất Hạc Thành 100%". */
  second: string;
  data: CommuneMapData;
  files: number;
  stage: "so_bo" | "chinh_thuc" | null;
  /** The target the classes stand around, with its clause; null where there is none. */
  clause: string | null;
  /** What the rate of a commune is traced by. */
  traceOf: (value: MapValue) => Traceable;
}

/** Communes and their counts that the view shows: present ones, or former ones as they reported. */
export interface MapCounts {
  communes: readonly {code: string; name: string; type: string}[];
  columns: CommuneColumns | null;
}

/** What a commune that is one unit by itself has, by indicator. */
const VERBS: Readonly<Record<string, string>> = {
  certified_of_eligible: "được công nhận",
  certified_of_registered: "đã đăng ký và được công nhận",
  registered_of_eligible: "đã đăng ký",
  good_or_better_of_eligible: "xếp loại Khá trở lên",
  excellent_of_eligible: "xếp loại Xuất sắc",
  average_or_better_of_eligible: "xếp loại Trung bình trở lên"
};

/** Builds what Bản đồ shows of one indicator, year, unit group and boundary view. */
export function mapPageView(page: MapPageData, state: MapState, {communes, columns}: MapCounts): MapPageView {
  const {site} = page;
  const indicator = page.indicators.find(({id}) => id === state.indicator);
  const target = targetOf(page, state);
  const goal = target && {comparator: target.comparator, value: target.value};
  const values = communeStates(communes, columns, {needed: new Map(), ranks: new Map()});
  const isProvisional = columns?.provisional?.some((flag) => flag === 1) ?? false;
  const reports = site.reports.find(({year}) => year === state.year);
  const stage = columns === null ? null : isProvisional ? "so_bo" : "chinh_thuc";
  const isYesNo = isOneUnitEach(values);
  const figures = values.filter(hasRate).map(asFigure);
  const counted = isYesNo ? yesTitle(figures, VERBS[state.indicator]) : mapTitle(figures, goal, state.year);
  const ends = extremes(values.filter(hasRate)) ?? counted;
  return {
    title: goal || isYesNo ? counted : ends,
    subtitle: [
      `${[
        indicator?.title,
        state.group === "all" ? "" : UNIT_GROUP_WORDS[state.group].toLowerCase(),
        `năm ${state.year}`
      ]
        .filter(Boolean)
        .join(", ")}.`,
      stage === null ? "" : `Số liệu **${stage === "so_bo" ? "sơ bộ" : "chính thức"}** đến ${formatDate(site.as_of)}.`,
      reports ? `${formatCount(reports.reported)} trên ${formatCount(reports.expected)} xã đã nộp.` : "",
      target ? goalSource(target, state.year) : "Không kế hoạch nào giao mức cho chỉ tiêu này: màu xám chỉ độ lớn."
    ]
      .filter(Boolean)
      .join(" "),
    second: isYesNo ? `Kết quả của từng xã, phường năm ${state.year}` : goal ? ends : counted,
    data: {
      values,
      scale: isYesNo ? YES_NO_SCALE : mapScale(goal),
      measure: indicator?.short_title ?? "",
      missing_words: missingWords(values)
    },
    files: reports?.files ?? 0,
    stage,
    clause: target && targetWords(target),
    traceOf: ({code, name}) => ({
      figure: {
        indicator: state.indicator,
        area: code,
        year: state.year,
        group: state.group,
        boundary: state.boundary,
        managed: "all"
      },
      label: `${indicator?.short_title ?? ""}, ${name}, năm ${state.year}`
    })
  };
}

/** The rate the classes stand around: of the home area's own plan, of the year if it has one, else of a norm; null: none is set. */
function targetOf({targets}: MapPageData, {indicator, year}: MapState): OverviewTarget | null {
  const own = targets.filter((target) => target.indicator === indicator);
  const plans = own.filter(({kind}) => kind === "plan");
  return (
    plans.find(({year_from, year_to}) => year_from <= year && (year_to === null || year <= year_to)) ??
    plans.at(-1) ??
    own.find(({kind}) => kind === "norm") ??
    null
  );
}

function goalSource({document, kind, year_from, year_to}: OverviewTarget, year: number): string {
  const isOfYear = kind === "norm" || (year_from <= year && (year_to === null || year <= year_to));
  return `Mức theo ${shortDocument(document)}${isOfYear ? "" : `, để đối chiếu: chưa có kế hoạch năm ${year}`}.`;
}

/** The lowest and the highest commune; several with the same rate are counted, not named. */
function extremes(values: readonly MapValue[]): string | null {
  const ordered = [...values].sort((a, b) => a.numerator * b.denominator - b.numerator * a.denominator);
  const [low, high] = [ordered[0], ordered.at(-1)];
  if (!low || !high) return null;
  const named = (end: MapValue): string => {
    const same = values.filter((one) => one.numerator * end.denominator === end.numerator * one.denominator).length;
    const share = formatShare(end.numerator, end.denominator);
    return same === 1 ? `${end.name} ${share}` : `${share} ở ${formatCount(same)} xã`;
  };
  return `Thấp nhất ${named(low)}, cao nhất ${named(high)}`;
}

function hasRate({state}: MapValue): boolean {
  return state === "value";
}

function asFigure({numerator, denominator}: MapValue): Parameters<typeof mapTitle>[0][number] {
  return {numerator, denominator, unknown_count: 0, unreported_count: 0, is_final: true};
}
