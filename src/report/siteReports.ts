import type {Kysely} from "kysely";
import type {Workspace} from "../../loaders/workspace.ts";
import type {Plan} from "../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {prepareHome} from "./content/prepareHome.ts";
import {markWords} from "./content/marks.ts";
import {FORMATS, reportFileName, type ReportFormat, writeReport} from "./formats.ts";
import type {ReportContent} from "./reportContent.ts";
import type {Report} from "./reportShape.ts";

const EVERY_FORMAT = Object.keys(FORMATS) as ReportFormat[];

/** The files the site offers, and what the page Báo cáo shows of the report. */
export async function siteReports(
  db: Kysely<PublicTables>,
  workspace: Workspace,
  plans: readonly Plan[],
  year: number
): Promise<{files: Map<string, Uint8Array>; content: ReportContent}> {
  const isPublic = workspace.settings.publication === "public";
  const prepared = await prepareHome(db, workspace, plans, {year, period: "nam", isPublic});
  const {report} = prepared;
  const files = new Map<string, Uint8Array>();
  const downloads: ReportContent["downloads"] = [];
  for (const format of EVERY_FORMAT) {
    const name = reportFileName(report, format);
    const bytes = await writeReport(prepared, format);
    files.set(name, bytes);
    downloads.push({format, name, bytes: bytes.length});
  }
  return {files, content: contentOf(report, downloads)};
}

/** Pictures and annexes stay in the files: the page draws the charts itself and links to the tables of communes. */
function contentOf(report: Report, downloads: ReportContent["downloads"]): ReportContent {
  const {year, area, subject, headline, bounds, marks, opening, parts, annexes} = report;
  return {
    year,
    area,
    subject,
    headline,
    bounds,
    source: marks.source,
    mark: markWords(marks),
    is_provisional: marks.is_provisional,
    as_of: marks.as_of,
    opening: opening.filter((block) => block.kind !== "picture"),
    parts: parts.map(({title, blocks}) => ({
      title,
      blocks: blocks.map((block) => (block.kind === "picture" ? {kind: "map", caption: block.picture.caption} : block))
    })),
    annexes: annexes.map(({title}) => title),
    downloads
  };
}
