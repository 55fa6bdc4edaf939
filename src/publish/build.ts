import {spawn} from "node:child_process";
import {existsSync, mkdirSync, renameSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, relative, resolve} from "node:path";
import process from "node:process";
import {setTimeout as wait} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {openWorkspace} from "../../loaders/workspace.ts";
import {withBuildLock} from "./buildLock.ts";
import {cutPublic} from "./cutPublic.ts";
import {fillCache} from "./fillCache.ts";
import {finishSite} from "./finish.ts";
import {ownProcess} from "./ownProcess.ts";

/** Root of the repository: Framework reads its config and `src` from here. */
const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Names Framework's own client asks the network for, whether a page uses them or not. */
const ASKED_NAMES = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "htl",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client"
];

export interface BuildOptions {
  /** The data folder whose warehouse is shown. */
  dataDir?: string | undefined;
  /** Day that takes the place of the workspace's as-of day, as in the run of the pipeline. */
  asOf?: string | undefined;
  /** Where the site is written. */
  out?: string | undefined;
  /** Called with each line of progress. */
  onProgress?: ((line: string) => void) | undefined;
}

export interface BuildSummary {
  out: string;
  pages: number;
  files: number;
  seconds: number;
}

/**
 * Builds the static site from the warehouse that is there: run the pipeline first. Works without a network.
 * @throws Error with what Framework said when a page or a data loader fails.
 */
export async function buildSite(options: BuildOptions = {}): Promise<BuildSummary> {
  const {dataDir = "data", asOf, out = "dist", onProgress = (): void => undefined} = options;
  const started = performance.now();
  const target = resolve(out);
  const fresh = `${target}.new`;
  const traces = `${target}.traces`;
  return await withBuildLock(join(REPOSITORY, "src", ".observablehq"), async () => {
    prepareCache(join(REPOSITORY, "src", ".observablehq", "cache"));
    try {
      remove(fresh);
      remove(traces);
      const workspace = openWorkspace(dataDir);
      await cutPublic(workspace);
      const env = {DATA_DIR: resolve(dataDir), AS_OF: asOf ?? ""};
      onProgress("data");
      await fillCache(join(REPOSITORY, "src"), {env, hasWarehouse: existsSync(workspace.shownWarehouse)});
      // Beside Framework, which keeps one core busy and clears the folder it writes into.
      const {child, ended} = ownProcess(new URL("tracesProcess.ts", import.meta.url), {
        args: [traces, resolve(dataDir)]
      });
      try {
        await Promise.all([runFramework({env, out: fresh, onProgress}), ended]);
      } finally {
        child.kill();
      }
      if (existsSync(traces)) await rename(join(traces, "data", "truy-vet"), join(fresh, "data", "truy-vet"));
      onProgress("finish");
      const {pages, files} = await finishSite(fresh, {root: REPOSITORY});
      // Swapped in whole: a server that shows the site meanwhile never shows half of it.
      remove(target);
      await rename(fresh, target);
      return {out: target, pages, files, seconds: (performance.now() - started) / 1000};
    } finally {
      remove(fresh);
      remove(traces);
    }
  });
}

function remove(folder: string): void {
  rmSync(folder, {recursive: true, force: true, maxRetries: 10});
}

/** Renames a folder; on Windows a scanner may hold a file in it for a moment. */
async function rename(from: string, to: string): Promise<void> {
  for (let tries = 1; ; ++tries) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await wait(100);
    }
  }
}

/** Clears what data loaders printed for an earlier warehouse, and answers the names the client asks for with empty packages. */
export function prepareCache(cache: string): void {
  rmSync(join(cache, "data"), {recursive: true, force: true, maxRetries: 5});
  for (const name of ASKED_NAMES) mkdirSync(join(cache, "_npm", `${name}@0.0.0`), {recursive: true});
}

async function runFramework({
  env,
  out,
  onProgress
}: {
  env: Readonly<Record<string, string>>;
  out: string;
  onProgress: (line: string) => void;
}): Promise<void> {
  const require = createRequire(import.meta.url);
  const framework = join(
    dirname(require.resolve("@observablehq/framework/package.json")),
    "dist",
    "bin",
    "observable.js"
  );
  if (!existsSync(framework)) throw new Error(`${framework} is missing: run "npm ci"`);
  // Relative where it can be: Framework clears its output folder only inside the folder it runs in.
  const inside = relative(REPOSITORY, out);
  const child = spawn(process.execPath, [framework, "build"], {
    cwd: REPOSITORY,
    env: {
      ...process.env,
      ...env,
      SITE_OUT: inside === "" || inside.startsWith("..") ? out : inside,
      OBSERVABLE_TELEMETRY_DISABLE: "1",
      NO_COLOR: "1"
    },
    stdio: ["ignore", "pipe", "pipe"]
  });
  const said: string[] = [];
  const hear = (chunk: Buffer): void => {
    for (const line of chunk.toString("utf8").split(/\r?\n/)) {
      if (line.trim() === "") continue;
      said.push(line);
      onProgress(line);
    }
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const code = await new Promise<number | null>((done, fail) => child.on("close", done).on("error", fail));
  if (code !== 0) throw new Error(`the site was not built:\n${said.slice(-30).join("\n")}`);
}
