import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type BenchOptions, type Figure, figure, type Measure} from "../measure.ts";
import {runScript} from "../runScript.ts";

const SCRIPT = fileURLToPath(new URL("./nationalTables.ts", import.meta.url));

/** Units of each of some ten thousand former communes, over five years: a hundred thousand, a million, five million unit-years. */
const SIZES = [2, 20, 100] as const;
const SECONDS_BUDGET = 60;
const MEGABYTES_BUDGET = 4096;
const EXPONENT_BUDGET = 1.1;

/** What DuckDB may use of memory, and so little that the largest size has to spill to the disk. */
const MEMORY = "2500MB";
const LITTLE_MEMORY = "1GB";

/**
 * All tables of the whole country from its loaded rows, in growing sizes: time, memory, and how time grows with rows. The loaded rows are
 * made in the database itself: workbooks would only measure Excel.
 */
export const national: Measure = {
  id: "national",
  title: "Tables of the whole country from loaded rows",
  run: measure
};

interface Made {
  unitYears: number;
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
  /** Largest size of the files DuckDB moved rows to. */
  spilledMegabytes: number;
}

async function measure({repeat, tell}: BenchOptions): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), "bench-nation-"));
  const run = async (units: number, memory: string): Promise<Made> => {
    tell(`${units} units of each former commune, ${memory}`);
    return JSON.parse((await runScript(SCRIPT, ["tables", directory, String(units), memory])).output) as Made;
  };
  try {
    const sizes: Made[][] = SIZES.map(() => []);
    for (const units of SIZES) {
      tell(`rows: ${units} units of each former commune`);
      await runScript(SCRIPT, ["rows", directory, String(units)]);
    }
    for (let i = 0; i < repeat; i++) {
      for (const [at, units] of SIZES.entries()) sizes[at]?.push(await run(units, MEMORY));
    }
    const little = await run(SIZES[2], LITTLE_MEMORY);
    const [, middle = [], largest = []] = sizes;
    const exponents = (key: "seconds" | "cpuSeconds"): number[] =>
      largest.map((large, i) => {
        const small = middle[i] ?? large;
        return Math.log(large[key] / small[key]) / Math.log(large.unitYears / small.unitYears);
      });
    return [
      ...sizes.flatMap((made, i) => {
        const isLargest = i === sizes.length - 1;
        const size = `${made[0]?.unitYears ?? 0} unit-years`;
        const of = (key: keyof Made): number[] => made.map((one) => one[key]);
        return [
          figure(`${size}: time`, "s", of("seconds"), isLargest ? SECONDS_BUDGET : undefined),
          figure(`${size}: processor`, "s", of("cpuSeconds")),
          figure(`${size}: memory`, "MB", of("megabytes"), isLargest ? MEGABYTES_BUDGET : undefined)
        ];
      }),
      figure("growth exponent, time", "", exponents("seconds"), EXPONENT_BUDGET),
      figure("growth exponent, processor", "", exponents("cpuSeconds")),
      figure(`${little.unitYears} unit-years in ${LITTLE_MEMORY}: time`, "s", [little.seconds]),
      figure(`${little.unitYears} unit-years in ${LITTLE_MEMORY}: memory`, "MB", [little.megabytes]),
      figure(`${little.unitYears} unit-years in ${LITTLE_MEMORY}: spilled to disk`, "MB", [little.spilledMegabytes])
    ];
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}
