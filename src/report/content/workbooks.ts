import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import type {VerdictRow} from "../../data/queries/verdictRows.ts";
import {communeTitleName} from "../../sentences/communeSentences.ts";
import {OverviewFacts} from "../../views/overviewFacts.ts";
import type {Report} from "../reportShape.ts";
import type {ReportSheet, ReportWorkbook} from "../workbook/writeWorkbook.ts";
import {communeTable} from "./annexes.ts";
import {cleanText} from "./cleanText.ts";
import {SIMULATED_SENTENCE} from "./marks.ts";
import type {ReportUnit} from "./openUnitRows.ts";
import type {ReportFacts} from "./reportFacts.ts";
import type {WorkbookFacts} from "./workbookFacts.ts";
import {allVerdictsTable, fileTable, indicatorTable, issueTable, unitTable} from "./workbookTables.ts";

/** The whole year of the home area: summary, indicators, communes, verdicts, units, issues, files, notes. */
export function homeWorkbook(
  report: Report,
  facts: ReportFacts,
  {verdicts, more}: {verdicts: readonly VerdictRow[]; more: WorkbookFacts}
): ReportWorkbook {
  const {year, overview: file} = facts;
  const lookup = new OverviewFacts(file, {year, group: "all", boundary: "current"});
  const names = communeNames(file.communes);
  const own = verdicts.filter(
    ({boundary, subject_id, subject_level: level}) =>
      boundary === "current" &&
      (level === "commune" ? names.has(subject_id) : level === "board" || subject_id === file.home.code)
  );
  const homeNames = new Map(names).set(file.home.code, file.home.name);
  return workbook(report, [
    summarySheet(report),
    {
      name: "Chỉ tiêu",
      title: `Chỉ tiêu của ${file.home.name}`,
      tables: [indicatorTable(more.values, year)],
      frozenColumns: 2
    },
    {
      name: "Xã, phường",
      title: `Kết quả của từng xã, phường năm ${year}`,
      tables: [communeTable(facts, lookup)],
      frozenColumns: 2
    },
    {
      name: "Kết luận",
      title: `Kết luận năm ${year}`,
      tables: [allVerdictsTable(own, year, homeNames)],
      frozenColumns: 1
    },
    // A sheet without rows would say that there is no unit, no fault: a public edition has no such sheet.
    ...(facts.isPublic ? [] : innerSheets(facts, more, names)),
    {name: "Tệp", title: `Tệp của năm ${year}`, tables: [fileTable(more.files, year, names)], frozenColumns: 2}
  ]);
}

/** Units and what is wrong in the files: for those inside alone. */
function innerSheets({year, units}: ReportFacts, {issues}: WorkbookFacts, names: Map<string, string>): ReportSheet[] {
  return [
    {name: "Đơn vị", title: `Đơn vị năm ${year}`, tables: [unitTable(units, year, names)], frozenColumns: 2},
    {name: "Lỗi trong tệp", title: `Lỗi trong tệp năm ${year}`, tables: [issueTable(issues, year, names)]}
  ];
}

/** The same of one commune. */
export function communeWorkbook(
  report: Report,
  {verdicts, more, units}: {verdicts: readonly VerdictRow[]; more: WorkbookFacts; units: readonly ReportUnit[]}
): ReportWorkbook {
  const {year, area, area_code: code} = report;
  const names = new Map([[code, area]]);
  return workbook(report, [
    summarySheet(report),
    {name: "Chỉ tiêu", title: `Chỉ tiêu của ${area}`, tables: [indicatorTable(more.values, year)], frozenColumns: 2},
    {
      name: "Kết luận",
      title: `Kết luận năm ${year}`,
      tables: [allVerdictsTable(verdicts, year, names)],
      frozenColumns: 1
    },
    {name: "Đơn vị", title: `Đơn vị năm ${year}`, tables: [unitTable(units, year, names)], frozenColumns: 2},
    {name: "Lỗi trong tệp", title: `Lỗi trong tệp năm ${year}`, tables: [issueTable(more.issues, year, names)]},
    {name: "Tệp", title: `Tệp của năm ${year}`, tables: [fileTable(more.files, year, names)], frozenColumns: 2}
  ]);
}

export function communeNames(communes: readonly {code: string; name: string; type: string}[]): Map<string, string> {
  return new Map(communes.map((commune) => [commune.code, cleanText(communeTitleName(commune))]));
}

/** The tables of the report's own parts. */
function summarySheet(report: Report): ReportSheet {
  const tables = report.parts.flatMap(({blocks}) =>
    blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))
  );
  return {name: "Tổng hợp", title: `${report.area}: ${report.headline}`, tables};
}

function workbook(report: Report, sheets: readonly ReportSheet[]): ReportWorkbook {
  return {
    title: `${report.subject}, ${report.area}`,
    creator: report.issuer,
    marks: report.marks,
    sheets: sheets.filter(({tables}) => tables.length > 0),
    notes: notes(report)
  };
}

function notes({marks, bounds}: Report): string[] {
  return [
    ...(marks.is_simulated ? [SIMULATED_SENTENCE] : []),
    ...(bounds === "" ? [] : [bounds]),
    "Ô trống là chưa có số liệu, không phải số 0. Đơn vị chưa có kết quả và xã chưa nộp không tính là chưa đạt.",
    "Tỷ lệ của một địa bàn là tổng tử số chia cho tổng mẫu số. Kết luận đạt hay chưa đạt xét bằng số đơn vị, không bằng tỷ lệ đã làm tròn.",
    "Số liệu trên địa giới từ 1/7/2025; xã, phường cũ được nối với xã, phường mới theo nghị quyết sắp xếp.",
    "Thấp nhất, cao nhất: tỷ lệ khi mọi đơn vị chưa rõ đều không đạt, hay đều đạt.",
    "Định nghĩa các chỉ tiêu:",
    ...indicatorMetadata().map(({title, formula, legal_basis}) =>
      cleanText(`${title}: ${formula}. Căn cứ: ${legal_basis}.`)
    )
  ];
}
