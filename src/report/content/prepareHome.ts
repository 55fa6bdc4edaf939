import type {Kysely} from "kysely";
import type {Period} from "../../../loaders/vocabulary.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {areaSentences} from "../../data/queries/areaSentences.ts";
import {changesFiles} from "../../data/queries/changes.ts";
import {verdictRows} from "../../data/queries/verdictRows.ts";
import {overviewView} from "../../views/overviewView.ts";
import type {PreparedReport} from "../formats.ts";
import {mapPicture} from "../pictures/mapPicture.ts";
import {homeReport} from "./homeReport.ts";
import {reportFacts} from "./reportFacts.ts";
import {workbookFacts} from "./workbookFacts.ts";
import {homeWorkbook} from "./workbooks.ts";

export interface ReportTime {
  year: number;
  period: Period;
}

/**
 * Prepares the report of the home area.
 * @param options.isPublic `db` holds what may be known outside: what it lacks is said to be left out, not counted as none.
 * @throws Error in Vietnamese for a year without figures.
 */
export async function prepareHome(
  db: Kysely<PublicTables>,
  workspace: Workspace,
  plans: readonly Plan[],
  {year, period, isPublic = false}: ReportTime & {isPublic?: boolean}
): Promise<PreparedReport> {
  const {home} = workspace.settings;
  const facts = await reportFacts(db, workspace, plans, {year, isPublic});
  if (!facts.overview.years.includes(year) || facts.figures.every((figure) => figure.year !== year)) {
    const known = facts.overview.years.join(", ");
    throw new Error(
      `--year: năm ${year} không có số liệu của địa bàn. Ghi một trong các năm: ${known || "chưa có năm nào"}.`
    );
  }
  const sentences = await areaSentences(db, {area_code: home.code, year, boundary: "current"});
  const view = overviewView(facts.overview, {year, group: "all", boundary: "current"});
  const map = period === "nam" ? await mapPicture(facts.map, view) : null;
  const [changes = null] = (await changesFiles(db, workspace, {most: 1})).values();
  const report = homeReport({facts, sentences, period, map, changes});
  const verdicts = await verdictRows(db, {year, levels: ["country", "province", "district", "commune", "board"]});
  return {report, workbook: homeWorkbook(report, facts, {verdicts, more: await workbookFacts(db, workspace, year)})};
}
