import type {Period} from "../../../loaders/vocabulary.ts";
import type {AreaSentence} from "../../data/queries/areaSentences.ts";
import {cleanText} from "./cleanText.ts";
import {OverviewFacts} from "../../views/overviewFacts.ts";
import {overviewView} from "../../views/overviewView.ts";
import {overviewTrend} from "../../views/overviewTrend.ts";
import type {Block, Report, ReportPart, ReportPicture, TargetSummary} from "../reportShape.ts";
import {homeAnnexes} from "./annexes.ts";
import {blank} from "./blocks.ts";
import {communesPart} from "./communesPart.ts";
import {dataPart} from "./dataPart.ts";
import {halfYearPart} from "./halfYearPart.ts";
import {reportMarks, SIMULATED_SENTENCE} from "./marks.ts";
import type {ReportFacts} from "./reportFacts.ts";
import {targetSummary} from "./targetSummaries.ts";
import {boardSentence, homeClauses, resultsPart} from "./resultsPart.ts";

export interface HomeReportSource {
  facts: ReportFacts;
  sentences: readonly AreaSentence[];
  period: Period;
  /** The map of the certification rate; null without one. */
  map: ReportPicture | null;
}

/** The report of the home area: of a year, or of its first six months. */
export function homeReport({facts, sentences, period, map}: HomeReportSource): Report {
  const {year, overview: file} = facts;
  const lookup = new OverviewFacts(file, {year, group: "all", boundary: "current"});
  const view = overviewView(file, lookup.state);
  const isHalfYear = period === "6_thang";
  const [subtitle = "", bounds = ""] = splitBounds(view.subtitle);
  const closing = view.closing.data.rows
    .slice(0, view.closing.data.cut ?? 0)
    .flatMap(({href}) => (href === null ? [] : [href.replace(/^.*=/, "")]));
  const parts: ReportPart[] = [
    ...(isHalfYear
      ? [halfYearPart(facts, sentences)]
      : [resultsPart({facts, lookup, view, sentences}), communesPart({facts, lookup, view}, map)]),
    dataPart(facts, {subtitle, bounds}),
    {title: "Đánh giá, nguyên nhân", blocks: [blank("Cơ quan báo cáo viết: ưu điểm; tồn tại, hạn chế; nguyên nhân.")]},
    {
      title: isHalfYear ? "Nhiệm vụ 6 tháng cuối năm" : `Phương hướng, nhiệm vụ năm ${year + 1}`,
      blocks: [blank("Cơ quan báo cáo viết: nhiệm vụ, giải pháp, đề xuất, kiến nghị.")]
    }
  ];
  const is_provisional = isHalfYear || view.stage !== "chinh_thuc";
  return {
    level: "home",
    area_code: file.home.code,
    year,
    period,
    ...issuerOf(file.home),
    area: file.home.name,
    subject: cleanText(
      `Kết quả thực hiện phong trào Toàn dân bảo vệ an ninh Tổ quốc ${isHalfYear ? "6 tháng đầu năm" : "năm"} ${year}`
    ),
    headline: view.title,
    bounds: [subtitle, bounds].filter(Boolean).join(" "),
    marks: reportMarks({...facts.read, as_of: file.as_of, is_provisional, is_simulated: file.is_simulated}),
    opening: opening(facts, lookup, {isHalfYear, lead: `${view.title}. ${bounds}`}),
    targets: isHalfYear ? [] : homeTargetSummaries(lookup, sentences),
    parts,
    annexes: isHalfYear ? [] : homeAnnexes(facts, lookup, closing)
  };
}

/** The clauses of the governing plan, each with its indicator over the years. */
function homeTargetSummaries(lookup: OverviewFacts, sentences: readonly AreaSentence[]): TargetSummary[] {
  const {year} = lookup.state;
  return homeClauses(lookup).map((clause) => {
    const isShare = clause.measure === "percent" && clause.subject_level !== "board";
    return targetSummary(clause, {
      year,
      sentence: sentences.find(({target_id}) => target_id === clause.target_id)?.sentence ?? boardSentence(lookup, clause) ?? "",
      trend: isShare ? overviewTrend(lookup, clause.indicator).data : null
    });
  });
}

/** The body that reports, of each level: the steering committee 138 (Ban Chỉ đạo 138) at the police. */
function issuerOf({level, name}: {level: string; name: string}): Pick<
  Report,
  "superior" | "issuer" | "place" | "recipients" | "signature"
> {
  const bare = name.replace(/^(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Thị trấn|Đặc khu) /, "");
  if (level === "province") {
    return {
      superior: ["ỦY BAN NHÂN DÂN", name.toLocaleUpperCase("vi")],
      issuer: "BAN CHỈ ĐẠO 138",
      place: bare,
      recipients: ["Bộ Công an (V05) (để báo cáo)", "Thường trực Tỉnh ủy, Ủy ban nhân dân tỉnh", "Thành viên Ban Chỉ đạo 138"],
      signature: ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"]
    };
  }
  return {
    superior: [],
    issuer: `ỦY BAN NHÂN DÂN ${name}`.toLocaleUpperCase("vi"),
    place: bare,
    recipients: ["Ban Chỉ đạo 138 cấp trên (để báo cáo)"],
    signature: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
  };
}

function opening(
  {year, overview: file, plans}: ReportFacts,
  lookup: OverviewFacts,
  {isHalfYear, lead}: {isHalfYear: boolean; lead: string}
): Block[] {
  const governing = lookup.plan();
  const plan = plans.find(({id}) => id === governing?.plan_id);
  const basis =
    plan === undefined
      ? `Thực hiện Thông tư 124/2021/TT-BCA của Bộ Công an (năm ${year} chưa có kế hoạch của địa bàn)`
      : `Thực hiện ${plan.document} của ${plan.issuer} về ${lower(plan.title.replace(/^Kế hoạch /, ""))}`;
  const what = isHalfYear ? `kết quả 6 tháng đầu năm ${year}` : `kết quả năm ${year}`;
  return [
    {kind: "paragraph", text: cleanText(`${basis}, ${file.home.name} báo cáo ${what} như sau:`)},
    ...(file.is_simulated ? [{kind: "note", text: SIMULATED_SENTENCE} as const] : []),
    ...(isHalfYear ? [] : [{kind: "paragraph", text: cleanText(lead)} as const])
  ];
}

function lower(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("vi") + text.slice(1);
}

/** The head's line as two: year, stage and day; what is still open. */
function splitBounds(subtitle: string): string[] {
  const text = subtitle.replaceAll("**", "");
  const end = text.indexOf(". ");
  return end === -1 ? [text] : [text.slice(0, end + 1), text.slice(end + 2)];
}
