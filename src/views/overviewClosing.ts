import type {ClosingData, ClosingRow} from "../components/closingList.js";
import {formatCount, formatTarget} from "../components/format.js";
import type {CommuneColumns} from "../data/queries/communeValues.ts";
import type {OverviewClosing, OverviewTarget} from "../data/queries/overviewShape.ts";
import {belowWords, closingSubtitle, closingTitle, cutWords} from "../sentences/communesTitle.js";
import type {OverviewFacts} from "./overviewFacts.js";
import {shortDocument} from "../sentences/clauseWords.js";

/** The list of communes that hold the area back, with its sentence. */
export interface ClosingView {
  title: string;
  subtitle: string;
  data: ClosingData;
  /** By place among the communes: units to go, and numbers shown on the map. */
  needed: ReadonlyMap<number, number>;
  ranks: ReadonlyMap<number, number>;
}

/** Numbers that still fit on the map. */
const MOST_RANKS = 20;

/**
 * The closing list of the governing target; without one, of the rate the law asks of each commune; for a unit group no clause speaks of,
 * the communes with the most units not certified.
 */
export function overviewClosing(
  facts: OverviewFacts,
  communes: readonly {code: string; name: string}[],
  columns: CommuneColumns | null
): ClosingView {
  const target = facts.mainTarget;
  const own = target && facts.isOfGroup(target) ? facts.closing(target.target_id) : null;
  const result = target ? facts.result(target) : null;
  if (target && own && result) {
    const gap = result.verdict === "dat" ? null : result.units_needed;
    return targetView(facts, communes, target, own, gap);
  }
  const norm = facts.file.targets.find(
    ({kind, measure, indicator, target_id}) =>
      kind === "norm" && measure === "percent" && indicator.startsWith("certified_of_") && facts.closing(target_id)
  );
  const normClosing = norm && facts.state.group === "all" ? facts.closing(norm.target_id) : null;
  if (norm && normClosing && facts.plan() === null) {
    const view = targetView(facts, communes, norm, normClosing, null);
    const value = formatTarget(">=", norm.value).replace("từ ", "");
    return {...view, subtitle: `Cần thêm để đạt ${value} của ${shortDocument(norm.document)}`};
  }
  return openUnitsView(facts, communes, columns);
}

function targetView(
  facts: OverviewFacts,
  communes: readonly {code: string; name: string}[],
  target: OverviewTarget,
  closing: OverviewClosing,
  gap: number | null
): ClosingView {
  const goal = {comparator: target.comparator, value: target.value};
  const words = {goal, needed: closing.needed, cut: closing.cut, gap, area: facts.area()};
  const isOwn = target.kind === "plan";
  return {
    title: closingTitle(words),
    subtitle: closingSubtitle(goal),
    needed: new Map(closing.order.map((place, i) => [place, closing.needed[i] ?? 0])),
    ranks: new Map(closing.order.slice(0, Math.min(closing.cut ?? 0, MOST_RANKS)).map((place, i) => [place, i + 1])),
    data: {
      rows: closing.order.flatMap((place, i) =>
        row(facts, communes[place], [closing.needed[i] ?? 0, closing.n[i] ?? 0, closing.d[i] ?? 0], target)
      ),
      heading: "Cần thêm (đơn vị)",
      cut: closing.cut,
      cut_words: closing.cut === null ? "" : cutWords(words),
      rest_words: (count, units) =>
        `Còn ${formatCount(count)} xã ${belowWords(goal)}, cần thêm ${formatCount(units)} đơn vị.`,
      limit: isOwn ? {target: target.value, comparator: target.comparator} : {}
    }
  };
}

/** Where no clause sets a rate: the communes with the most units that are not certified. */
function openUnitsView(
  facts: OverviewFacts,
  communes: readonly {code: string; name: string}[],
  columns: CommuneColumns | null
): ClosingView {
  const open = communes
    .map((_, place) => {
      const [n, d] = [columns?.n[place] ?? 0, columns?.d[place] ?? 0];
      return {place, n, d, open: (columns?.v?.[place] ?? 0) > d ? 0 : d - n};
    })
    .filter((one) => one.open > 0)
    .sort((a, b) => b.open - a.open || a.n * b.d - b.n * a.d || a.place - b.place);
  const total = open.reduce((sum, one) => sum + one.open, 0);
  return {
    title:
      total === 0
        ? `Chưa có kết quả của xã, phường năm ${facts.state.year}`
        : open.every(({d}) => d === 1)
          ? `${formatCount(total)} xã, phường chưa được công nhận`
          : `${formatCount(total)} đơn vị chưa được công nhận, ở ${formatCount(open.length)} xã`,
    subtitle: "Số đơn vị chưa được công nhận của mỗi xã",
    needed: new Map(),
    ranks: new Map(),
    data: {
      rows: open.flatMap(({place, open: units, n, d}) => row(facts, communes[place], [units, n, d])),
      heading: "Chưa công nhận",
      cut: null,
      cut_words: "",
      rest_words: (count, units) =>
        `Còn ${formatCount(count)} xã với ${formatCount(units)} đơn vị chưa được công nhận.`,
      limit: {}
    }
  };
}

/** A commune of the list; a former one has no page. */
function row(
  facts: OverviewFacts,
  commune: {code: string; name: string} | undefined,
  [units, numerator, denominator]: readonly [units: number, numerator: number, denominator: number],
  target?: OverviewTarget
): ClosingRow[] {
  if (!commune) return [];
  const href = facts.isFormerView() ? null : `./xa?ma=${commune.code}`;
  const trace = facts.traceOf(target?.indicator ?? "certified_of_eligible", {
    title: "tỷ lệ được công nhận",
    commune,
    ...(target ? {group: target.unit_group, managed: target.managed_levels} : {})
  });
  return [{code: commune.code, href, name: commune.name, units_needed: units, numerator, denominator, trace}];
}
