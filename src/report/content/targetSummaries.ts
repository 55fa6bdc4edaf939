import type {Verdict} from "../../../loaders/vocabulary.ts";
import {formatCount, formatShare, formatTarget} from "../../components/format.ts";
import type {TrendData} from "../../components/trendData.ts";
import type {ReportChart, TargetSummary} from "../reportShape.ts";
import {INK, trendReportChart, VERDICT_COLOURS} from "./charts.ts";
import {cleanText} from "./cleanText.ts";
import {type JudgedClause, verdictWords} from "./verdictRows.ts";
import {shortDocument} from "../../sentences/clauseWords.ts";

/** A clause in few words and large figures. @param trend the indicator over the years; null for a count. */
export function targetSummary(
  clause: JudgedClause,
  {sentence, trend, year}: {sentence: string; trend: TrendData | null; year: number}
): TargetSummary {
  const {numerator: n, denominator: d, measure, comparator, value, units_needed, verdict} = clause;
  const isShare = measure === "percent";
  const isKnown = n !== null && (!isShare || (d !== null && d > 0));
  return {
    title: cleanText(clause.title),
    figure: !isKnown ? "–" : isShare ? formatShare(n, d ?? 0, {target: value, comparator}) : formatCount(n),
    counts: isKnown && isShare ? `${formatCount(n)}/${formatCount(d ?? 0)} đơn vị` : "",
    level: `Mức: ${formatTarget(comparator, value, measure)}`,
    verdict: verdictWords(clause),
    gap: verdict === "chua_dat" && units_needed !== null && units_needed > 0 ? `còn thiếu ${formatCount(units_needed)} đơn vị` : "",
    clause: cleanText(`${clause.clause}, ${shortDocument(clause.document)}`),
    sentence,
    colour: VERDICT_COLOURS[verdict] ?? INK,
    chart: trend === null ? null : targetChart(clause, trend, year)
  };
}

function targetChart({title, comparator, value, verdict}: JudgedClause, trend: TrendData, year: number): ReportChart | null {
  const data: TrendData = {
    ...trend,
    main: {...trend.main, verdict: verdict satisfies Verdict},
    context: [],
    target: {value, comparator, years: [year]}
  };
  const chart = trendReportChart(data, {lastYear: year, caption: cleanText(title)});
  return chart.series.some(({role}) => role === "main") ? chart : null;
}
