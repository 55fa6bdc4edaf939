import {existsSync} from "node:fs";
import {DEFAULT_SEED, writeDemo} from "../../../data/demo/writeDemo.ts";
import {SILENT} from "../../../loaders/progress.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {openWorkspace, type Workspace} from "../../../loaders/workspace.ts";
import {runPipeline} from "../../../pipelines/runPipeline.ts";

/** Hạc Thành: many former communes in one. */
const ALWAYS = "14797";

/**
 * Makes a small workspace in `directory`: the simulated files of Thanh Hóa from 2024, of every eighth commune, taken through the whole
 * path. Most communes have not submitted, so the pages show figures and missing ones alike.
 */
export async function makeSmallWorkspace(directory: string): Promise<Workspace> {
  const workspace = openWorkspace(directory);
  if (existsSync(workspace.warehouse)) return workspace;
  const register = readRegister(workspace.reference);
  await writeDemo(workspace.submissions, {
    seed: DEFAULT_SEED,
    register,
    only: (file) => {
      if (!("reporter" in file) || !file.reporter.province.endsWith("Thanh Hóa") || file.year < 2024) return false;
      const {level, code} = file.reporter;
      return level !== "commune" || code === ALWAYS || Number(code) % 8 === 1;
    }
  });
  await runPipeline(workspace, {isFull: true, progress: SILENT});
  return workspace;
}
