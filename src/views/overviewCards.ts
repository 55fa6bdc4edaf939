import type {CompletenessData} from "../components/completenessCard.js";
import {formatCount, formatDate} from "../components/format.js";
import type {VerdictCardData} from "../components/verdictCard.js";
import type {OverviewResult, OverviewTarget} from "../data/queries/overviewShape.ts";
import {countChangeWords, gapWords, pointsWords} from "../sentences/cardWords.js";
import type {Figure} from "../sentences/figures.js";
import {belowWords} from "../sentences/communesTitle.js";
import type {Missing} from "../sentences/openWords.js";
import {clauseWords, shortDocument} from "../sentences/clauseWords.js";
import type {OverviewFacts} from "./overviewFacts.js";

/** Names short enough for a card; other targets carry their own title. */
const SHORT_TITLES: Readonly<Record<string, string>> = {
  certified_of_eligible: "Được công nhận An toàn về ANTT",
  certified_of_registered: "Được công nhận trên số đăng ký",
  good_or_better_of_eligible: "Phân loại Khá trở lên",
  good_or_better_of_classified: "Phân loại Khá trở lên"
};

/** Verdict cards beside the completeness card. */
const MOST_CARDS = 3;

/** The verdict cards: the targets of the governing plan; without one, the same figures without a verdict and the norm. */
export function overviewCards(facts: OverviewFacts): VerdictCardData[] {
  const plan = facts.plan();
  if (plan === null) return [...plainCards(facts, `Chưa có kế hoạch năm ${facts.state.year}`), ...normCards(facts)];
  const targets = facts.file.targets.filter(({plan_id}) => plan_id === plan.plan_id);
  const judged = targets.flatMap((target) => {
    const result = facts.result(target);
    return result && (result.subject_level === facts.file.home.level || result.subject_level === "board")
      ? [{target, result}]
      : [];
  });
  const isPlain = facts.state.group !== "all" && !judged.some(({target}) => facts.isOfGroup(target) && isRate(target));
  const cards = judged
    .filter(({target}) => !isPlain || !isRate(target))
    .sort((a, b) => Number(isRate(b.target)) - Number(isRate(a.target)))
    .map(({target, result}) => targetCard(facts, target, result));
  return [...(isPlain ? plainCards(facts, "Kế hoạch không giao riêng") : []), ...cards].slice(0, MOST_CARDS);
}

/** "Mô hình hiệu quả, KKT Nghi Sơn". */
function boardTitle({indicator, board, title}: OverviewTarget): string {
  return indicator === "effective_model_count" ? `Mô hình hiệu quả, ${board ?? ""}` : title;
}

function rangeWords({communes, expected, noun}: Missing): string {
  return communes > 0 ? `khi đủ ${formatCount(expected)} ${noun}` : "khi đủ kết quả";
}

function isRate({measure}: OverviewTarget): boolean {
  return measure === "percent";
}

function targetCard(facts: OverviewFacts, target: OverviewTarget, result: OverviewResult): VerdictCardData {
  const missing = facts.missing();
  const previousYear = facts.state.year - 1;
  const group = target.unit_group;
  const figure = asFigure(result);
  const judged = {
    comparator: target.comparator,
    measure: target.measure,
    value: target.value,
    basis: result.basis,
    verdict: result.verdict,
    units_needed: result.units_needed,
    is_impossible: result.is_impossible
  };
  const change = isRate(target)
    ? pointsWords(figure, facts.figure(target.indicator, {year: previousYear, group}), previousYear)
    : countChangeWords(result.numerator, facts.result(target, previousYear)?.numerator ?? null, previousYear);
  const noun = target.indicator.includes("model") ? "mô hình" : "đơn vị";
  return {
    title: target.board === null ? (SHORT_TITLES[target.indicator] ?? target.title) : boardTitle(target),
    verdict: result.verdict,
    tag: null,
    measure: target.measure,
    numerator: result.numerator,
    denominator: result.denominator,
    of: null,
    unknown_count: result.unknown_count,
    unreported_count: result.unreported_count,
    comparator: target.comparator,
    target: target.value,
    gap: gapWords(judged, figure, missing, noun),
    change,
    range_words: rangeWords(missing),
    clause: clauseOf(target, result.basis === "doi_chieu" ? " (mức chung)" : ""),
    trace:
      result.subject_level === facts.file.home.level
        ? facts.traceOf(target.indicator, {
            group: result.unit_group,
            managed: target.managed_levels,
            title: SHORT_TITLES[target.indicator] ?? target.title
          })
        : null
  };
}

/** Figures no plan judges: certified, and classified Khá or better. */
function plainCards(facts: OverviewFacts, why: string): VerdictCardData[] {
  const missing = facts.missing();
  return ["certified_of_eligible", "good_or_better_of_eligible"].map((indicator) => {
    const figure = facts.figure(indicator);
    const previousYear = facts.state.year - 1;
    return {
      title: SHORT_TITLES[indicator] ?? indicator,
      verdict: null,
      tag: null,
      measure: "percent",
      numerator: figure?.numerator ?? null,
      denominator: figure?.denominator ?? null,
      of: null,
      unknown_count: figure?.unknown_count ?? 0,
      unreported_count: figure?.unreported_count ?? 0,
      comparator: null,
      target: null,
      gap: why,
      change: pointsWords(figure, facts.figure(indicator, {year: previousYear}), previousYear),
      range_words: rangeWords(missing),
      clause: null,
      trace: figure && facts.traceOf(indicator, {title: SHORT_TITLES[indicator] ?? indicator})
    };
  });
}

/** How many communes meet the rate the law asks of each: what is left to say in a year without a plan. */
function normCards(facts: OverviewFacts): VerdictCardData[] {
  const {year, boundary} = facts.state;
  return facts.file.norms
    .filter((norm) => norm.year === year && norm.boundary === boundary)
    .flatMap(({target_id, dat, chua_dat, chua_ket_luan}) => {
      const target = facts.target(target_id);
      const judged = dat + chua_dat + chua_ket_luan;
      if (!target || judged === 0) return [];
      const open = chua_ket_luan > 0 ? `${formatCount(chua_ket_luan)} xã chưa kết luận` : "";
      return [
        {
          title: "Xã đạt mức của Thông tư 124",
          verdict: null,
          tag: null,
          measure: "count",
          numerator: dat,
          denominator: null,
          of: judged,
          unknown_count: 0,
          unreported_count: 0,
          comparator: null,
          target: null,
          gap: chua_dat > 0 ? `**${formatCount(chua_dat)} xã** ${belowWords(target)}` : "Mọi xã có kết quả đều đạt",
          change: open,
          range_words: null,
          clause: clauseOf(target)
        } satisfies VerdictCardData
      ];
    });
}

function clauseOf({target_id, clause, document}: OverviewTarget, note = ""): VerdictCardData["clause"] {
  return {
    text: clauseWords(clause),
    href: `./ke-hoach#${target_id}`,
    rest: `, ${shortDocument(document)}${note}`
  };
}

function asFigure({numerator, denominator, unknown_count, unreported_count}: OverviewResult): Figure | null {
  if (numerator === null || denominator === null) return null;
  return {numerator, denominator, unknown_count, unreported_count, is_final: unknown_count + unreported_count === 0};
}

/** Who has reported: against the plan's annual duty where there is one, else by what came in. */
export function overviewCompleteness(facts: OverviewFacts): CompletenessData {
  const {year} = facts.state;
  const {expected, reported} = facts.reports();
  const figure = facts.figure("certified_of_eligible", {group: "all"});
  const duty = facts.file.duties
    .filter((one) => one.year === year && one.evidence === "annual_report")
    .find(({plan_id}) => plan_id === facts.plan()?.plan_id);
  const counts = duty
    ? {on_time: duty.dung_han, late: duty.tre, missing: duty.chua_nop, not_due: duty.chua_den_han}
    : {on_time: reported, late: 0, missing: expected - reported, not_due: 0};
  const total = counts.on_time + counts.late + counts.missing + counts.not_due;
  const noun = duty?.area_level === "district" ? "huyện" : facts.missing().noun;
  const silent = counts.missing + counts.not_due;
  const estimated = figure && figure.unreported_count > 0 ? `, ước ${formatCount(figure.unreported_count)} đơn vị` : "";
  return {
    title: "Tiến độ nộp báo cáo năm",
    stage: figure === null ? null : figure.is_final ? "chinh_thuc" : "so_bo",
    expected: total,
    ...counts,
    has_deadline: duty !== undefined,
    gap:
      silent > 0
        ? `**${formatCount(silent)} ${noun} chưa nộp**${estimated}`
        : `**Đủ ${formatCount(total)} ${noun}** đã nộp`,
    due: duty?.due_date ? `Hạn: trước ${formatDate(duty.due_date)}` : `Chưa có hạn nộp năm ${year}`,
    noun,
    clause: duty
      ? {text: clauseWords(duty.clause), href: `./ke-hoach#${duty.duty}`, rest: `, ${shortDocument(duty.document)}`}
      : null
  };
}
