import {createHash} from "node:crypto";
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {DEFAULT_SEED, writeDemo} from "../../data/demo/writeDemo.ts";
import {readRegister} from "../../loaders/reference/readRegister.ts";
import {openWorkspace, type Workspace} from "../../loaders/workspace.ts";
import {startPipeline, type PipelineProcess} from "./pipelineProcess.ts";
import {warehouseContents} from "./warehouseContents.ts";

/** How one killed run ended. */
export interface Killed {
  /** Milliseconds after its start, and the step it had told of last. */
  moment: number;
  step: string;
  isCold: boolean;
  warehouse: "old" | "new";
  leftovers: string[];
  /** Everything that is not as it must be. */
  wrong: string[];
}

/** A folder with a warehouse of an earlier state and submissions that have changed since. */
export interface KillSite {
  workspace: Workspace;
  /** Copy of the build folder of the earlier state. */
  before: string;
  old: string;
  new: string;
  submissions: string;
  /** Milliseconds of a whole run. */
  duration: number;
}

/** Makes the folder: `size` simulated files, a run, then a file changed, one added, one taken away; both warehouses are known. */
export async function makeKillSite(directory: string, size: number): Promise<KillSite> {
  mkdirSync(directory, {recursive: true});
  const workspace = openWorkspace(directory);
  let taken = 0;
  let seen = 0;
  await writeDemo(workspace.submissions, {
    seed: DEFAULT_SEED,
    register: readRegister(workspace.reference),
    only: (file) => file.kind === "lists" && seen++ % 7 === 0 && taken++ < size
  });
  await succeed(startPipeline(directory));
  const before = join(directory, "before");
  cpSync(workspace.build, before, {recursive: true});
  const old = await stateOf(workspace);
  const files = filesUnder(workspace.submissions).filter((file) => file.endsWith(".xlsx"));
  const [first, second, third] = files;
  if (first === undefined || second === undefined || third === undefined) throw new Error("too few files");
  cpSync(second, first);
  cpSync(third, join(workspace.submissions, "2025", "bản gửi lại.xlsx"));
  rmSync(second);
  writeFileSync(join(workspace.submissions, "2025", "hỏng.xlsx"), readFileSync(third).subarray(0, 4000));
  const {milliseconds} = await succeed(startPipeline(directory));
  const fresh = await stateOf(workspace);
  if (fresh === old) throw new Error("the change of the submissions does not show in the warehouse");
  return {workspace, before, old, new: fresh, submissions: hashesOf(workspace.submissions), duration: milliseconds};
}

/** Kills a run `moment` milliseconds after its start and looks at what it leaves; then runs again, without help. */
export async function killRun(site: KillSite, moment: number, isCold: boolean): Promise<Killed> {
  const {workspace, before} = site;
  rmSync(workspace.build, {recursive: true, force: true});
  cpSync(before, workspace.build, {recursive: true});
  if (isCold) rmSync(join(workspace.build, "submissions"), {recursive: true});
  const run = startPipeline(workspace.directory);
  await Promise.race([sleep(moment), run.ended]);
  run.process.kill("SIGKILL");
  const {stderr, signal} = await run.ended;
  const wrong: string[] = [];
  const leftovers = leftoversIn(workspace.build);
  const state = await stateOf(workspace).catch((error: unknown) => `unreadable: ${(error as Error).message}`);
  if (state !== site.old && state !== site.new)
    wrong.push(`warehouse is neither the old nor the new one: ${state.slice(0, 300)}`);
  if (hashesOf(workspace.submissions) !== site.submissions) wrong.push("submissions were touched");
  const next = await startPipeline(workspace.directory).ended;
  if (next.status !== 0) wrong.push(`the next run failed: ${next.stderr.slice(-500)}`);
  if ((await stateOf(workspace)) !== site.new) wrong.push("the next run did not make the new warehouse");
  const left = leftoversIn(workspace.build);
  if (left.length > 0) wrong.push(`left behind: ${left.join(", ")}`);
  const step =
    signal === null ? "(ended before)" : (stderr.split("\n").findLast((line) => line !== "") ?? "(nothing told)");
  return {moment: Math.round(moment), step, isCold, warehouse: state === site.new ? "new" : "old", leftovers, wrong};
}

async function succeed(run: PipelineProcess): ReturnType<typeof startPipeline>["ended"] {
  const ended = await run.ended;
  if (ended.status !== 0)
    throw new Error(`the pipeline ended with ${String(ended.status ?? ended.signal)}: ${ended.stderr}`);
  return ended;
}

/** Everything the warehouse holds, as one text. */
export async function stateOf({warehouse}: Workspace): Promise<string> {
  return JSON.stringify(await warehouseContents(warehouse));
}

/** Whatever a finished run does not leave in the build folder. */
function leftoversIn(build: string): string[] {
  const isOwn = (name: string): boolean => /^(?:warehouse\.duckdb|warehouse\.json|map\.json|submissions)$/.test(name);
  const isKept = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);
  const cache = join(build, "submissions");
  return [
    ...readdirSync(build).filter((name) => !isOwn(name)),
    ...(readdirSync(build).includes("submissions") ? readdirSync(cache).filter((name) => !isKept(name)) : [])
  ];
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashesOf(directory: string): string {
  const hash = createHash("sha256");
  for (const file of filesUnder(directory)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}
