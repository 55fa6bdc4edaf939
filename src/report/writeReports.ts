import {mkdir, writeFile} from "node:fs/promises";
import {dirname, extname, join} from "node:path";
import type {Kysely} from "kysely";
import type {Progress} from "../../loaders/progress.ts";
import type {Workspace} from "../../loaders/workspace.ts";
import {readPlans} from "../../pipelines/plans/readPlans.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {prepareCommunes} from "./content/prepareCommunes.ts";
import {prepareHome, type ReportTime} from "./content/prepareHome.ts";
import {type PreparedReport, reportFileName, type ReportFormat, writeReport} from "./formats.ts";

/** Whose reports: the home area's, one commune's, or every commune's. */
export type ReportOwners = {kind: "home"} | {kind: "commune"; code: string} | {kind: "all"};

export interface ReportsWanted extends ReportTime {
  owners: ReportOwners;
  formats: readonly ReportFormat[];
  /** File of a single report in one format, else a folder; null: `build/reports/<year>` of the workspace. */
  out: string | null;
}

export interface ReportsWritten {
  files: number;
  bytes: number;
  /** The file, or the folder of several. */
  path: string;
}

/** Writes reports; each file is whole or not there. @throws Error in Vietnamese for a year or code without figures. */
export async function writeReports(
  db: Kysely<PublicTables>,
  workspace: Workspace,
  {owners, formats, out, ...time}: ReportsWanted,
  progress: Progress
): Promise<ReportsWritten> {
  const isOne = owners.kind !== "all" && formats.length === 1 && out !== null && extname(out) !== "";
  const folder = isOne ? dirname(out) : (out ?? join(workspace.build, "reports", String(time.year)));
  await mkdir(folder, {recursive: true});
  const written: ReportsWritten = {files: 0, bytes: 0, path: folder};
  const write = async (prepared: PreparedReport): Promise<void> => {
    for (const format of formats) {
      const path = isOne ? out : join(folder, reportFileName(prepared.report, format));
      const bytes = await writeReport(prepared, format);
      await writeFile(path, bytes);
      written.files += 1;
      written.bytes += bytes.length;
      if (formats.length === 1 && owners.kind !== "all") written.path = path;
    }
  };
  progress.step("Lấy số liệu");
  if (owners.kind === "home") {
    await write(await prepareHome(db, workspace, readPlans(workspace.plans), time));
    return written;
  }
  const {codes, prepare, close} = await prepareCommunes(
    db,
    workspace,
    time,
    owners.kind === "all" ? null : [owners.code]
  );
  progress.step("Ghi báo cáo");
  try {
    for (const [i, code] of codes.entries()) {
      const prepared = await prepare(code);
      await write(prepared);
      progress.advance(i + 1, codes.length, prepared.report.area);
    }
  } finally {
    await close();
  }
  return written;
}
