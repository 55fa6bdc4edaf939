import type {CommuneMapData, MapValue} from "../components/communeMap.js";
import type {CompletenessData} from "../components/completenessCard.js";
import {formatNumber} from "../components/format.js";
import type {Traceable} from "../components/trace/figureKey.js";
import {mapScale, YES_NO_SCALE} from "../components/mapScale.js";
import type {VerdictCardData} from "../components/verdictCard.js";
import type {CommuneColumns} from "../data/queries/communeValues.ts";
import type {FormerHomeCommune} from "../data/queries/home.ts";
import type {Overview} from "../data/queries/overviewShape.ts";
import {mapTitle, yesTitle} from "../sentences/communesTitle.js";
import {GROUP_NOUNS} from "../sentences/nouns.js";
import {type HeadlineFacts, headlineSubtitle, headlineTitle} from "../sentences/headline.js";
import {communeStates, isOneUnitEach, missingWords} from "./communeStates.js";
import {overviewCards, overviewCompleteness} from "./overviewCards.js";
import {type ClosingView, overviewClosing} from "./overviewClosing.js";
import {shortDocument, targetWords} from "../sentences/clauseWords.js";
import {OverviewFacts, type OverviewState} from "./overviewFacts.js";
import {overviewTrend, type TrendView} from "./overviewTrend.js";

/** What Tổng quan shows of one year, unit group and boundary view: sentences and the data of each drawing. */
export interface OverviewView {
  title: string;
  subtitle: string;
  cards: VerdictCardData[];
  completeness: CompletenessData;
  map: {title: string; subtitle: string; data: CommuneMapData; traceOf: (value: MapValue) => Traceable};
  trend: TrendView;
  closing: ClosingView;
  files: number;
  trendFiles: number;
  stage: "so_bo" | "chinh_thuc" | null;
  /** The target the drawings are read against, with its clause; null where there is none. */
  clause: string | null;
}

/** Counts of former communes in the same year and group, where the view shows those. */
export interface FormerColumns {
  communes: readonly FormerHomeCommune[];
  columns: CommuneColumns | null;
}

/** The indicator of the head, the map, the trend and the list. */
const INDICATOR = "certified_of_eligible";

/** Builds everything Tổng quan shows from its data file; fast enough to run on each change of a filter. */
export function overviewView(file: Overview, state: OverviewState, former: FormerColumns | null = null): OverviewView {
  const facts = new OverviewFacts(file, state);
  const isFormer = facts.isFormerView() && former !== null;
  const communes = isFormer ? former.communes : file.communes;
  const columns = isFormer ? former.columns : facts.columns(INDICATOR);
  const head = headlineFacts(facts);
  const closing = overviewClosing(facts, communes, columns);
  const {mainTarget} = facts;
  const goal = mainTarget ? {comparator: mainTarget.comparator, value: mainTarget.value} : null;
  const values = communeStates(communes, columns, closing);
  const figures = values
    .filter((value) => value.state === "value")
    .map((value) => ({...value, unknown_count: 0, unreported_count: 0, is_final: true}));
  const figure = facts.figure(INDICATOR);
  const isYesNo = isOneUnitEach(values);
  return {
    title: headlineTitle(head),
    subtitle: headlineSubtitle(head),
    cards: overviewCards(facts),
    completeness: overviewCompleteness(facts),
    map: {
      title: isYesNo ? yesTitle(figures) : mapTitle(figures, goal, state.year),
      subtitle: mapSubtitle(facts, closing),
      data: {
        values,
        scale: isYesNo ? YES_NO_SCALE : mapScale(goal),
        measure: isYesNo ? "Được công nhận" : "Tỷ lệ được công nhận",
        missing_words: missingWords(values)
      },
      traceOf: (commune) => facts.traceOf(INDICATOR, {title: "tỷ lệ được công nhận", commune})
    },
    trend: overviewTrend(facts, INDICATOR),
    closing,
    files: facts.reports().files,
    trendFiles: file.reports.reduce((sum, {files}) => sum + files, 0),
    stage: figure === null ? null : figure.is_final ? "chinh_thuc" : "so_bo",
    clause: mainTarget && targetWords(mainTarget)
  };
}

function headlineFacts(facts: OverviewFacts): HeadlineFacts {
  const {file, mainTarget, state} = facts;
  const plan = facts.plan();
  const isGoverned = mainTarget !== null && mainTarget.plan_id === plan?.plan_id && facts.isOfGroup(mainTarget);
  const result = isGoverned ? facts.result(mainTarget) : null;
  return {
    year: state.year,
    group: state.group,
    area: facts.area(),
    as_of: file.as_of,
    figure:
      result?.denominator != null && result.numerator !== null
        ? {
            ...result,
            numerator: result.numerator,
            denominator: result.denominator,
            is_final: facts.figure(INDICATOR)?.is_final ?? false
          }
        : facts.figure(INDICATOR),
    judged:
      result && mainTarget
        ? {...result, comparator: mainTarget.comparator, measure: mainTarget.measure, value: mainTarget.value}
        : null,
    plan: plan === null ? null : shortDocument(plan.document),
    missing: facts.missing(),
    file_count: facts.reports().files
  };
}

function mapSubtitle(facts: OverviewFacts, {ranks}: ClosingView): string {
  const {year, group} = facts.state;
  const noun = group === "all" ? "" : ` ${GROUP_NOUNS[group]}`;
  const measure = `Tỷ lệ${noun} được công nhận, ${year}`;
  if (ranks.size > 0) return `${measure}. Số 1–${ranks.size}: các xã ở danh sách cần thêm`;
  const {mainTarget} = facts;
  if (mainTarget === null || mainTarget.plan_id === facts.plan()?.plan_id) return measure;
  const value = formatNumber(mainTarget.value, Number.isInteger(mainTarget.value) ? 0 : 1);
  return `${measure}. Đối chiếu mốc ${value}% của ${shortDocument(mainTarget.document)}`;
}
