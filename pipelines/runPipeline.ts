import {availableParallelism} from "node:os";
import {openDatabase, useThreads} from "./database/openDatabase.ts";
import {hasEdition, recordEdition} from "./editions/recordEdition.ts";
import {drawMap} from "./geography/drawMap.ts";
import {buildTables} from "./models.ts";
import {readPlans} from "./plans/readPlans.ts";
import {swapWarehouse} from "./swapWarehouse.ts";
import {inputsHash, noteInputs, summaryOfUnchanged} from "./unchanged.ts";
import {judgePlans} from "./verdicts/judgePlans.ts";
import {lockWorkspace, WorkspaceBusyError} from "./workspaceLock.ts";
import type {Progress} from "../loaders/progress.ts";
import {loadRegister} from "../loaders/reference/loadRegister.ts";
import {readRegister} from "../loaders/reference/readRegister.ts";
import {type LoadSummary, loadSubmissions} from "../loaders/submissions/loadSubmissions.ts";
import {readForms} from "../loaders/submissions/readForms.ts";
import type {Workspace} from "../loaders/workspace.ts";

/** What one run did, for `--json` and the closing line. */
export interface PipelineSummary extends LoadSummary {
  /** True if nothing had changed since the warehouse was made: it stands as it is. */
  is_unchanged: boolean;
  seconds: number;
  /** Largest memory of the whole process so far. */
  peak_megabytes: number;
  warehouse: string;
}

/** Rows from which on single statements are worth several threads. */
const MANY_ROWS = 500_000;

/**
 * The whole path of the data folder: submitted files → raw tables → staging → intermediate → public tables → verdicts → map.
 * The warehouse is replaced whole at the end, or not at all; if nothing has changed since it was made, it stands.
 */
export async function runPipeline(
  workspace: Workspace,
  {isFull, progress}: {isFull: boolean; progress: Progress}
): Promise<PipelineSummary> {
  const started = performance.now();
  const finish = (summary: LoadSummary, is_unchanged: boolean): PipelineSummary => ({
    ...summary,
    is_unchanged,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    peak_megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    warehouse: workspace.warehouse
  });
  const inputs = inputsHash(workspace);
  const unchanged = isFull ? null : summaryOfUnchanged(workspace, inputs);
  if (unchanged !== null) {
    await keepMissingEdition(workspace, progress);
    return finish(unchanged, true);
  }
  const summary = await swapWarehouse(
    workspace,
    async (path) => {
      progress.step("Đọc danh mục, biểu mẫu, kế hoạch");
      const register = readRegister(workspace.reference);
      const forms = readForms(workspace.forms);
      const plans = readPlans(workspace.plans);
      // Small statements, and readers beside them: one thread each is fastest.
      const db = await openDatabase<never>(path, {threads: 1});
      try {
        await loadRegister(db, register);
        progress.step("Đọc tệp đã nộp");
        const loaded = await loadSubmissions(db, workspace, {register, forms, isFull, progress: progress.advance});
        if (loaded.rows_accepted > MANY_ROWS) await useThreads(db, availableParallelism());
        progress.step("Lập bảng chỉ tiêu, vẽ bản đồ");
        const map = drawMap(workspace, register);
        // Told at the end; until then a failure must not end the process.
        map.catch(() => undefined);
        await buildTables(db, workspace);
        progress.step("Kết luận theo kế hoạch");
        await judgePlans(db, workspace, plans);
        await map;
        return loaded;
      } finally {
        await db.destroy();
      }
    },
    async (result) => {
      await keepEdition(workspace, progress);
      // A file that its reader could not finish may be read the next time.
      if (result.failed === 0) noteInputs(workspace, inputs, result);
    }
  );
  return finish(summary, false);
}

/** A warehouse that stands while no edition is kept, as after their folder was deleted: kept now, unless another run is at work. */
async function keepMissingEdition(workspace: Workspace, progress: Progress): Promise<void> {
  if (hasEdition(workspace)) return;
  try {
    const lock = lockWorkspace(workspace);
    try {
      await keepEdition(workspace, progress);
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof WorkspaceBusyError)) throw error;
  }
}

/** Keeps what this run makes public, and says what is new of it and which kept editions cannot be read. */
async function keepEdition(workspace: Workspace, progress: Progress): Promise<void> {
  const {edition, is_new, damaged} = await recordEdition(workspace);
  if (edition && is_new) progress.step(`Ghi bản số liệu ${edition.id}`);
  for (const id of damaged) progress.step(`Bản số liệu ${id} hỏng, không so sánh được: bỏ qua, giữ nguyên tệp`);
}
