import type {Period} from "../../../loaders/vocabulary.ts";
import {formatCount, formatDate} from "../../components/format.ts";
import {STAGE_WORDS} from "../../components/words.ts";
import type {AreaSentence} from "../../data/queries/areaSentences.ts";
import type {CommuneProfile} from "../../data/queries/communeProfiles.ts";
import {
  certifiedPoint,
  communeName,
  communeSubtitle,
  communeTitle,
  communeTitleName,
  formerTitle,
  leadingVerdict,
  trendTitle
} from "../../sentences/communeSentences.ts";
import type {TrendData} from "../../components/trendData.ts";
import type {Annex, Block, Cell, Report, ReportTable, TargetSummary} from "../reportShape.ts";
import {openUnitTable} from "./annexes.ts";
import {trendReportChart} from "./charts.ts";
import {cleanText} from "./cleanText.ts";
import {reportMarks, SIMULATED_SENTENCE} from "./marks.ts";
import type {ReportUnit} from "./openUnitRows.ts";
import {blank, heading, note, table} from "./blocks.ts";
import {judgedParagraphs, sectionParagraphs} from "./sections.ts";
import {certificationTable, classTable, figureFinder, type GroupFigure} from "./unitGroupRows.ts";
import {targetSummary} from "./targetSummaries.ts";
import {clauseTable} from "./verdictRows.ts";

export interface CommuneReportSource {
  profile: CommuneProfile;
  year: number;
  period: Period;
  sentences: readonly AreaSentence[];
  figures: readonly GroupFigure[];
  units: readonly ReportUnit[];
  as_of: string | null;
  is_simulated: boolean;
}

/** The report of one present commune: two to four pages. */
export function communeReport(source: CommuneReportSource): Report {
  const {profile, year, period, units, as_of} = source;
  const name = cleanText(communeTitleName(profile));
  const report = profile.reports.find((one) => one.year === year);
  const isHalfYear = period === "6_thang";
  const isReported = report?.is_reported === true;
  const files = profile.files.filter((file) => file.year === year && file.is_current);
  const open = units.filter(({is_certified}) => is_certified !== true);
  const headline = cleanText(communeTitle(profile, year));
  return {
    level: "commune",
    area_code: profile.code,
    year,
    period,
    superior: [],
    issuer: `ỦY BAN NHÂN DÂN ${name}`.toLocaleUpperCase("vi"),
    place: cleanText(profile.name),
    area: name,
    subject: cleanText(
      `Kết quả phong trào Toàn dân bảo vệ an ninh Tổ quốc ${isHalfYear ? "6 tháng đầu năm" : "năm"} ${year}`
    ),
    headline,
    bounds: "",
    marks: reportMarks({
      files: files.length,
      as_of,
      is_provisional: isHalfYear || report?.stage !== "chinh_thuc",
      is_simulated: source.is_simulated
    }),
    recipients: ["Ban Chỉ đạo 138 tỉnh (qua Công an tỉnh)", "Thường trực Đảng ủy, Hội đồng nhân dân", "Thành viên Ban Chỉ đạo 138"],
    signature: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    opening: [
      {kind: "paragraph", text: `${name} báo cáo kết quả ${isHalfYear ? "6 tháng đầu năm" : "năm"} ${year} như sau:`},
      ...(source.is_simulated ? [note(SIMULATED_SENTENCE)] : []),
      {kind: "paragraph", text: `${headline}.`}
    ],
    targets: isReported && !isHalfYear ? communeTargets(source) : [],
    parts: [
      {title: "Đặc điểm địa bàn", blocks: [{kind: "paragraph", text: cleanText(communeSubtitle(profile, year))}, ...former(profile)]},
      {title: `Kết quả ${isHalfYear ? "6 tháng đầu năm" : "năm"} ${year}`, blocks: isReported ? results(source, isHalfYear) : silent(source)},
      {title: "Số liệu", blocks: [{kind: "paragraph", text: filesParagraph(profile, year, files.length)}]},
      {title: "Đánh giá, phương hướng", blocks: [blank("Cơ quan báo cáo viết: đánh giá, nguyên nhân, nhiệm vụ, kiến nghị.")]}
    ],
    annexes: isReported && !isHalfYear ? annexes(open, year) : []
  };
}

/** What is judged of the commune's share of units, each with its sentence. */
function communeTargets({profile, year, sentences}: CommuneReportSource): TargetSummary[] {
  return yearClauses(profile, year).flatMap((clause) => {
    const sentence = sentences.find(({target_id}) => target_id === clause.target_id)?.sentence;
    return sentence === undefined
      ? []
      : [targetSummary(clause, {year, sentence, trend: trendOf(profile, year, clause.indicator)})];
  });
}

function yearClauses({verdicts}: CommuneProfile, year: number): CommuneProfile["verdicts"] {
  return verdicts.filter(
    (verdict) => verdict.year === year && verdict.numerator !== null && !verdict.unit_group.includes("+")
  );
}

function results({profile, year, sentences, figures}: CommuneReportSource, isHalfYear: boolean): Block[] {
  const find = figureFinder(figures);
  const registration = sectionParagraphs(sentences, "certification");
  const movement = sectionParagraphs(sentences, "movement");
  const others: Block[] =
    movement.length === 0 ? [] : [heading("Tuyên truyền, mô hình, điển hình và các kết quả khác"), ...movement];
  if (isHalfYear) return [heading("Đăng ký"), ...registration.slice(0, 1), ...others];
  const clauses = yearClauses(profile, year);
  return [
    heading("Kết luận theo kế hoạch và Thông tư 124/2021/TT-BCA"),
    ...judgedParagraphs(sentences),
    ...(clauses.length === 0
      ? []
      : [table(clauseTable(clauses, {caption: `Kết luận theo từng điều khoản năm ${year}`}))]),
    heading("Đăng ký, công nhận và phân loại"),
    ...registration,
    ...sectionParagraphs(sentences, "classification"),
    table(certificationTable(find, year, {caption: `Đăng ký và công nhận theo loại đơn vị năm ${year}`})),
    table(classTable(find, year, {caption: `Phân loại phong trào theo loại đơn vị năm ${year}`})),
    ...trend(profile, year),
    ...others
  ];
}

/** The commune's rate over the years beside the province's; null before it has two years to show. */
function trendOf(profile: CommuneProfile, year: number, indicator: string): TrendData | null {
  const series = profile.series.find((one) => one.indicator === indicator && one.unit_group === "all");
  const years = (series?.points ?? []).map((point) => point.year).filter((one) => one <= year);
  if (series === undefined || years.length < 2) return null;
  const lead = leadingVerdict(profile, year);
  return {
    main: {label: cleanText(communeTitleName(profile)), points: series.points, verdict: lead?.verdict ?? null},
    context:
      indicator === "certified_of_eligible"
        ? [{label: cleanText(profile.province), points: profile.province_points}]
        : [],
    years,
    year,
    target: lead === null ? null : {value: lead.value, comparator: lead.comparator, years: [year]},
    break: null
  };
}

function trend(profile: CommuneProfile, year: number): Block[] {
  const data = trendOf(profile, year, "certified_of_eligible");
  if (data === null || certifiedPoint(profile, year) === null) return [];
  const caption = `${trendTitle(profile, year)}. Tỷ lệ được công nhận, %, trên địa giới hiện nay`;
  return [{kind: "chart", chart: trendReportChart(data, {lastYear: year, caption})}];
}

function silent({profile, year}: CommuneReportSource): Block[] {
  const expected = profile.reports.find((one) => one.year === year)?.expected_unit_count ?? 0;
  return [
    {
      kind: "paragraph",
      text: `Chưa có tệp báo cáo năm ${year} của ${cleanText(communeName(profile))}. Theo danh sách gần nhất có ${formatCount(expected)} đơn vị phải xét; các đơn vị này chưa rõ kết quả, không tính là chưa đạt.`
    }
  ];
}

function former(profile: CommuneProfile): Block[] {
  const parts = profile.former.filter(({extent}) => extent !== "area_only");
  if (parts.length < 2) return [];
  return [table(formerTable(profile)), note("Kết quả của xã, phường cũ không cộng thành kết quả của xã, phường mới.")];
}

function formerTable(profile: CommuneProfile): ReportTable {
  const parts = profile.former.filter(({extent}) => extent !== "area_only");
  return {
    caption: cleanText(formerTitle(profile)),
    columns: [
      {header: "Xã, phường cũ", kind: "text", width: 32},
      {header: "Nhập vào", kind: "text", width: 16},
      {header: "Được công nhận/phải xét", kind: "figure", width: 20},
      {header: "Tỷ lệ", kind: "share", width: 12},
      {header: "Tự được công nhận", kind: "text", width: 20}
    ],
    rows: parts.map(({name, type, extent, numerator: n, denominator: d, is_certified}): Cell[] => [
      cleanText(communeTitleName({name, type})),
      extent === "full" ? "Toàn bộ" : "Một phần",
      n === null || !d ? null : `${formatCount(n)}/${formatCount(d)}`,
      n === null || !d ? null : {numerator: n, denominator: d},
      is_certified === null ? null : is_certified ? "Đạt" : "Chưa đạt"
    ])
  };
}

function filesParagraph(profile: CommuneProfile, year: number, files: number): string {
  const report = profile.reports.find((one) => one.year === year);
  if (report === undefined || !report.is_reported) return `Chưa nhận được tệp báo cáo năm ${year}.`;
  const stage = report.stage === null ? "" : `, số liệu ${STAGE_WORDS[report.stage as "so_bo"].toLocaleLowerCase("vi")}`;
  const day = report.received_date === null ? "" : `, nhận lần đầu ngày ${formatDate(report.received_date)}`;
  const read = profile.files.filter((file) => file.year === year && file.is_current);
  const rows = read.reduce((sum, file) => sum + file.rows_read, 0);
  const rejected = read.reduce((sum, file) => sum + file.rows_rejected, 0);
  return `Số liệu lấy từ ${formatCount(files)} tệp đang có hiệu lực${day}${stage}: đọc ${formatCount(rows)} dòng, từ chối ${formatCount(rejected)} dòng.`;
}

function annexes(open: readonly ReportUnit[], year: number): Annex[] {
  if (open.length === 0) return [];
  const title = `${formatCount(open.length)} đơn vị chưa được công nhận năm ${year}`;
  return [
    {title, isWide: false, blocks: [table(openUnitTable(open, new Map(), {caption: title, withCommune: false}))]}
  ];
}
