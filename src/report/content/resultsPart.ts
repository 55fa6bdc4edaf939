import type {UnitGroup, Verdict} from "../../../loaders/vocabulary.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import type {AreaSentence} from "../../data/queries/areaSentences.ts";
import {indicatorSentence} from "../../sentences/indicatorSentence.ts";
import {shortDocument} from "../../sentences/clauseWords.ts";
import type {OverviewFacts} from "../../views/overviewFacts.ts";
import type {OverviewView} from "../../views/overviewView.ts";
import type {Block, ReportPart} from "../reportShape.ts";
import {heading, note, table} from "./blocks.ts";
import {classReportChart, trendReportChart} from "./charts.ts";
import type {ReportFacts} from "./reportFacts.ts";
import {judgedParagraphs, sectionParagraphs} from "./sections.ts";
import {certificationTable, classTable, figureFinder} from "./unitGroupRows.ts";
import {clauseTable, type JudgedClause} from "./verdictRows.ts";

/** What the part of results is made from. */
export interface ResultsSource {
  facts: ReportFacts;
  lookup: OverviewFacts;
  view: OverviewView;
  sentences: readonly AreaSentence[];
}

/** Part I of the home area's report: clauses, certification, classes, the movement itself. */
export function resultsPart({facts, lookup, view, sentences}: ResultsSource): ReportPart {
  const {year} = facts;
  const find = figureFinder(facts.figures);
  const clauses = homeClauses(lookup);
  const trend = trendReportChart(view.trend.data, {
    lastYear: year,
    caption: `${view.trend.title}. ${view.trend.subtitle}`
  });
  const classes = classReportChart(find, year, {caption: `Cơ cấu phân loại phong trào theo loại đơn vị năm ${year}, %`});
  return {
    title: `Kết quả thực hiện năm ${year}`,
    blocks: [
      ...(clauses.length > 0
        ? [
            heading("Kết luận theo chỉ tiêu của kế hoạch"),
            ...judgedParagraphs(sentences),
            ...boardParagraphs(lookup, clauses),
            table(clauseTable(clauses, {caption: `Kết luận theo từng chỉ tiêu năm ${year}`}))
          ]
        : [heading("Kết quả chung"), ...judgedParagraphs(sentences)]),
      heading("Đăng ký và công nhận đạt tiêu chuẩn “An toàn về an ninh, trật tự”"),
      ...sectionParagraphs(sentences, "certification"),
      table(
        certificationTable(find, year, {
          caption: `Đăng ký và công nhận theo loại đơn vị năm ${year}`,
          note: "Chỉ tính đơn vị thuộc đối tượng xét theo Thông tư 124/2021/TT-BCA. Tỷ lệ: số được công nhận trên số phải xét."
        })
      ),
      {kind: "chart", chart: trend},
      ...(view.trend.note === "" ? [] : [note(view.trend.note.replaceAll("**", ""))]),
      heading("Phân loại phong trào"),
      ...sectionParagraphs(sentences, "classification"),
      table(classTable(find, year, {caption: `Phân loại phong trào theo loại đơn vị năm ${year}`})),
      ...(classes === null ? [] : [{kind: "chart", chart: classes} as const]),
      ...listed(
        "Tuyên truyền, xây dựng mô hình, điển hình và các kết quả khác",
        sectionParagraphs(sentences, "movement")
      )
    ]
  };
}

/** A clause of the governing plan, with what it was judged on. */
export interface HomeClause extends JudgedClause {
  target_id: string;
  indicator: string;
  unit_group: string;
  subject_level: string;
  board: string | null;
}

/** Clauses of the plan that governs the year, judged for the home area or for a board the plan names. */
export function homeClauses(lookup: OverviewFacts): HomeClause[] {
  const plan = lookup.plan();
  if (plan === null) return [];
  return lookup.file.targets.flatMap((target) => {
    const result = target.plan_id === plan.plan_id ? lookup.result(target) : null;
    if (result === null || (result.subject_level !== lookup.file.home.level && result.subject_level !== "board")) return [];
    return [{...target, ...result, verdict: result.verdict as Verdict}];
  });
}

/** The sentence of a target that a plan sets for a board, in the words of its indicator; null for any other target. */
export function boardSentence({state}: OverviewFacts, clause: HomeClause): string | null {
  const indicator = indicatorMetadata().find(({id}) => id === clause.indicator);
  const {board, numerator} = clause;
  if (board === null || numerator === null || indicator === undefined) return null;
  return indicatorSentence({
    year: state.year,
    area: `Ban Quản lý ${board}`,
    indicator,
    group: clause.unit_group as UnitGroup,
    figure: {
      numerator,
      denominator: clause.denominator ?? 0,
      unknown_count: clause.unknown_count ?? 0,
      unreported_count: clause.unreported_count ?? 0,
      is_final: true,
      is_unbounded: false
    },
    before: null,
    target: {
      ...clause,
      basis: clause.basis === "doi_chieu" ? "doi_chieu" : "rang_buoc",
      clause: `${clause.clause} ${shortDocument(clause.document)}`,
      owner: ""
    }
  });
}

function boardParagraphs(lookup: OverviewFacts, clauses: readonly HomeClause[]): Block[] {
  return clauses.flatMap((clause): Block[] => {
    const text = boardSentence(lookup, clause);
    return text === null ? [] : [{kind: "paragraph", text}];
  });
}

function listed(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks];
}
