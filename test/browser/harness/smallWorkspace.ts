import {existsSync} from "node:fs";
import {DEFAULT_SEED, writeDemo} from "../../../data/demo/writeDemo.ts";
import {SILENT} from "../../../loaders/progress.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import {openWorkspace, type Workspace} from "../../../loaders/workspace.ts";
import {runPipeline} from "../../../pipelines/runPipeline.ts";

/** Hạc Thành: many former communes in one. */
const ALWAYS = "14797";

/** Bắc Quang, whose plan of 2024 sets conditions for awards; in today's Tuyên Quang, so that two provinces have figures. */
const AWARDING = {code: "034", year: 2024};

/** Before the last files came: this day's figures are the edition that the latest is compared with. */
const EARLIER = "2026-11-05";

/**
 * Makes a small workspace in `directory`: the simulated files of Thanh Hóa from 2024, of every eighth commune, and one former district of
 * another province, taken through the whole path on two as-of days. Most communes have not submitted, so the pages show figures and
 * missing ones alike.
 */
export async function makeSmallWorkspace(directory: string): Promise<Workspace> {
  const workspace = openWorkspace(directory);
  if (existsSync(workspace.warehouse)) return workspace;
  const register = readRegister(workspace.reference);
  await writeDemo(workspace.submissions, {
    seed: DEFAULT_SEED,
    register,
    only: (file) => {
      if (!("reporter" in file)) return false;
      const {level, code, province} = file.reporter;
      if (level === "district" && code === AWARDING.code) return file.year === AWARDING.year;
      if (!province.endsWith("Thanh Hóa") || file.year < 2024) return false;
      return level !== "commune" || code === ALWAYS || Number(code) % 8 === 1;
    }
  });
  await runPipeline(openWorkspace(directory, {asOf: EARLIER}), {isFull: true, progress: SILENT});
  await runPipeline(workspace, {isFull: false, progress: SILENT});
  return workspace;
}
