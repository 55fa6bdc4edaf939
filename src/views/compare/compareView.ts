import {formatCount, formatDate} from "../../components/format.js";
import {type Compare, type CompareHome, compareKey, type CompareYear} from "../../data/queries/compareShape.js";
import {shortDocument} from "../../sentences/clauseWords.js";
import {communeNoun, compareTitle, gridTitle} from "../../sentences/compareSentences.js";
import {LEVEL_WORDS} from "../../sentences/compareWords.js";
import {GROUP_NOUNS, wholeArea} from "../../sentences/nouns.js";
import {FIRST_PRESENT_YEAR} from "../overviewFacts.js";
import {namedRates} from "./compareCharts.js";
import {type CompareColumns, compareColumns} from "./compareColumns.js";
import {type CompareRows, compareRows, hasResult} from "./compareRows.js";
import {type CommuneGroupView, communeGroups} from "./communeGroups.js";
import type {CompareState} from "./compareState.js";

/** What So sánh xã shows for one state. */
export interface CompareView {
  state: CompareState;
  columns: CompareColumns;
  rows: CompareRows;
  groups: readonly CommuneGroupView[];
  /** "xã", "phường": what the communes compared are called. */
  noun: string;
  title: string;
  subtitle: string;
  gridTitle: string;
  /** The measure under the charts: "Công nhận, khu dân cư, năm 2025". */
  measure: string;
  stage: "so_bo" | "chinh_thuc" | null;
  files: number;
  /** What the subject's target says of the home area, where every commune of it is shown. */
  home: CompareHome | null;
  /** "toàn tỉnh". */
  area: string;
}

/** Builds everything the page shows but the charts' own numbers. */
export function compareView(file: Compare, year: CompareYear, state: CompareState): CompareView {
  const columns = compareColumns(file, year, state);
  const rows = compareRows(file, year, state, columns);
  const groups = communeGroups(file, year);
  const noun = communeNoun(state.type);
  const rates = namedRates(rows.compared);
  const {goal, target} = columns.subject;
  const reports = file.site.reports.find((one) => one.year === state.year);
  const stage = stageOf(year, columns, rows);
  const isWhole = state.type === "all" && state.alike === null;
  const measure = measureWords(file, state, columns, groups);
  return {
    state,
    columns,
    rows,
    groups,
    noun,
    title: compareTitle(rates, goal, {noun, year: state.year, head: columns.subject.head}),
    subtitle: [
      `${measure}.`,
      stage === null
        ? ""
        : `Số liệu **${stage === "so_bo" ? "sơ bộ" : "chính thức"}** đến ${formatDate(file.site.as_of)}.`,
      reports && reports.expected > 0
        ? state.year < FIRST_PRESENT_YEAR
          ? `${formatCount(reports.reported)} trên ${formatCount(reports.expected)} xã, phường cũ đã nộp; tính theo địa giới hiện nay.`
          : `${formatCount(reports.reported)} trên ${formatCount(reports.expected)} xã, phường đã nộp.`
        : "",
      groundWords(year, state, columns, file)
    ]
      .filter(Boolean)
      .join(" "),
    gridTitle: gridTitle(rates, goal, noun),
    measure,
    stage,
    files: reports?.files ?? 0,
    home: isWhole && target ? (year.home[target.target_id] ?? null) : null,
    area: wholeArea(file.site.home.level, file.site.home.type)
  };
}

function measureWords(
  file: Compare,
  {year, level, group, type, alike}: CompareState,
  {subject}: CompareColumns,
  groups: readonly CommuneGroupView[]
): string {
  const indicator = file.indicators.find(({id}) => id === subject.indicator);
  return [
    indicator?.title ?? subject.head,
    group === "all" ? "" : GROUP_NOUNS[group],
    level === "all" ? "" : `đơn vị ${LEVEL_WORDS[level] ?? ""} quản lý`,
    alike === null ? "" : `nhóm ${groups.find(({id}) => id === alike)?.words ?? ""}`,
    type === "all" || alike !== null ? "" : `chỉ các ${communeNoun(type)}`,
    `năm ${year}`
  ]
    .filter(Boolean)
    .join(", ");
}

/** Which clause sets the level, and what it means for one commune. */
function groundWords(year: CompareYear, state: CompareState, {subject}: CompareColumns, file: Compare): string {
  const target = file.targets.find(({target_id}) => target_id === state.targetId);
  if (!target) return "Không kế hoạch nào giao mức năm này: màu xám chỉ độ lớn.";
  const source = `Mức theo ${shortDocument(target.document)}, ${target.clause}`;
  if (subject.target === null) return `${source}, để đối chiếu: văn bản không giao riêng phần này.`;
  const basis = year.results[target.target_id]?.basis;
  return basis === "doi_chieu" ? `${source}; với từng xã là để đối chiếu.` : `${source}, giao cho từng xã.`;
}

function stageOf(year: CompareYear, {subject}: CompareColumns, {compared}: CompareRows): CompareView["stage"] {
  const known = compared.filter(hasResult);
  if (known.length === 0) return null;
  const parts = subject.levels.flatMap(
    (level) => year.values[compareKey(subject.indicator, subject.group, level)] ?? []
  );
  const isProvisional = known.some(({place}) => parts.some(({provisional}) => provisional?.[place] === 1));
  return isProvisional ? "so_bo" : "chinh_thuc";
}
