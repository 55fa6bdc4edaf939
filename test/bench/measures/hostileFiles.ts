import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {ALL_CASES} from "../../hostile/allCases.ts";
import type {HostileCase} from "../../hostile/cases.ts";
import type {BenchOptions, Figure, Measure} from "../measure.ts";

const SECONDS_BUDGET = 2;
const MEGABYTES_BUDGET = 300;
const FORMS = fileURLToPath(new URL("../../../data/forms", import.meta.url));

/** Each hostile file read in a process of its own: time of the reading, memory of the whole process. */
export const hostileFiles: Measure = {
  id: "hostile",
  title: "Hostile files, each read in a process of its own",
  run: measure
};

interface Outcome {
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
  rule: string;
}

async function measure({tell}: BenchOptions): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), "bench-hostile-"));
  try {
    const script = join(directory, "readOne.cjs");
    await build({
      entryPoints: [fileURLToPath(new URL("./readOne.ts", import.meta.url))],
      outfile: script,
      bundle: true,
      platform: "node",
      format: "cjs",
      logLevel: "silent"
    });
    return ALL_CASES.flatMap((one) => {
      const outcome = readOne(script, directory, one);
      const verdict = outcome.rule === one.expected ? outcome.rule : `${outcome.rule}, expected ${one.expected}`;
      tell(`${one.name}: ${verdict}`);
      const name = `${one.name} → ${verdict}`;
      const single = (value: number, unit: string, budget: number): Figure => ({
        name: `${name}: ${unit === "s" ? "time" : "memory"}`,
        value,
        low: value,
        high: value,
        unit,
        budget
      });
      return [
        single(Math.min(outcome.seconds, outcome.cpuSeconds), "s", SECONDS_BUDGET),
        single(outcome.megabytes, "MB", MEGABYTES_BUDGET)
      ];
    });
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

function readOne(script: string, directory: string, {name, file, make}: HostileCase): Outcome {
  const path = join(directory, "file");
  writeFileSync(path, make());
  const {stdout, stderr, status} = spawnSync(process.execPath, [script, path, file, FORMS], {encoding: "utf8"});
  if (status !== 0) throw new Error(`${name}: ended with status ${status}: ${stderr.slice(-2_000)}`);
  return JSON.parse(stdout) as Outcome;
}
