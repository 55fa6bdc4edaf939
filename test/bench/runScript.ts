import {spawn} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** What one run of a script took. */
export interface Usage {
  seconds: number;
  /** Processor time of all its threads. */
  cpuSeconds: number;
  /** Largest memory of its process. */
  megabytes: number;
}

const RECORD = new URL("./recordUsage.ts", import.meta.url).href;

/** Runs a TypeScript script in a process of its own. @throws Error with what it wrote to stderr if it does not end with status 0. */
export async function runScript(script: string, args: readonly string[]): Promise<Usage & {output: string}> {
  const directory = mkdtempSync(join(tmpdir(), "bench-"));
  const usageFile = join(directory, "usage.json");
  const started = performance.now();
  try {
    const output = await new Promise<string>((resolve, reject) => {
      const child = spawn(process.execPath, ["--import", "tsx", "--import", RECORD, script, ...args], {
        stdio: ["ignore", "pipe", "pipe"],
        env: {...process.env, BENCH_USAGE: usageFile}
      });
      let written = "";
      let complaints = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (written += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints = (complaints + text).slice(-4_000)));
      child.on("error", reject);
      child.on("close", (status) => {
        if (status === 0) resolve(written);
        else reject(new Error(`${script} ended with status ${status}:\n${complaints}`));
      });
    });
    const seconds = (performance.now() - started) / 1000;
    return {...(JSON.parse(readFileSync(usageFile, "utf8")) as Omit<Usage, "seconds">), seconds, output};
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}
