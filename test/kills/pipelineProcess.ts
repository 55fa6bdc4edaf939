import {type ChildProcess, spawn} from "node:child_process";
import {fileURLToPath} from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A run of the pipeline as people start it, in a process of its own. */
export interface PipelineProcess {
  process: ChildProcess;
  /** Resolves when the process has ended, by itself or not. */
  ended: Promise<{status: number | null; signal: string | null; stderr: string; milliseconds: number}>;
}

/** Starts `npm run pipeline -- --data directory`, without npm in between so that a signal reaches the run itself. */
export function startPipeline(directory: string, ...more: string[]): PipelineProcess {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "pipelines/run.ts", "--data", directory, ...more], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"]
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.resume();
  const ended = new Promise<Awaited<PipelineProcess["ended"]>>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => {
      resolve({status, signal, stderr, milliseconds: performance.now() - started});
    });
  });
  return {process: child, ended};
}
