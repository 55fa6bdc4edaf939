import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {listSubmissionFiles} from "../../../loaders/submissions/listSubmissionFiles.ts";
import {type BenchOptions, figure, type Figure, type Measure, ratios} from "../measure.ts";
import {runScript, type Usage} from "../runScript.ts";

const PIPELINE = fileURLToPath(new URL("../../../pipelines/run.ts", import.meta.url));
const READ_FILES = fileURLToPath(new URL("./readFiles.ts", import.meta.url));

/** Largest share of a cold run that a run may take after one file changed. */
const CHANGED_BUDGET = 0.1;

type Run = "cold" | "one file changed" | "nothing changed" | "own reader alone" | "SheetJS alone";

/**
 * The whole pipeline on the submissions, from nothing, with one file changed and with none, and two readers merely reading the
 * same files, one after another in each repetition.
 */
export const pipelineAgainstSheetJs: Measure = {
  id: "pipeline",
  title: "Pipeline on the submissions, against SheetJS CE merely reading the same files",
  run: measure
};

async function measure({data, repeat, tell}: BenchOptions): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), "bench-data-"));
  const usages: Record<Run, Usage[]> = {
    cold: [],
    "one file changed": [],
    "nothing changed": [],
    "own reader alone": [],
    "SheetJS alone": []
  };
  const note = async (run: Run, script: string, args: readonly string[]): Promise<void> => {
    tell(run);
    usages[run].push(await runScript(script, args));
  };
  try {
    for (const part of ["submissions", "workspace.yaml"]) {
      if (existsSync(join(data, part))) cpSync(join(data, part), join(directory, part), {recursive: true});
    }
    const submissions = join(directory, "submissions");
    for (let i = 0; i < repeat; i++) {
      rmSync(join(directory, "build"), {recursive: true, force: true});
      await note("SheetJS alone", READ_FILES, ["sheetjs", submissions]);
      await note("cold", PIPELINE, ["--data", directory]);
      await note("own reader alone", READ_FILES, ["own", submissions]);
      changeOneFile(submissions);
      await note("one file changed", PIPELINE, ["--data", directory]);
      await note("nothing changed", PIPELINE, ["--data", directory]);
    }
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
  return figures(usages);
}

function figures(usages: Record<Run, readonly Usage[]>): Figure[] {
  const of = (run: Run, key: keyof Usage): number[] => usages[run].map((usage) => usage[key]);
  const absolute = (Object.keys(usages) as Run[]).flatMap((run) => [
    figure(`${run}: time`, "s", of(run, "seconds")),
    figure(`${run}: processor`, "s", of(run, "cpuSeconds")),
    figure(`${run}: memory`, "MB", of(run, "megabytes"))
  ]);
  const against = (run: Run, other: Run, key: keyof Usage, label: string, budget?: number): Figure =>
    figure(`${run} / ${other}: ${label}`, "×", ratios(of(run, key), of(other, key)), budget);
  return [
    ...absolute,
    against("cold", "SheetJS alone", "seconds", "time", 1),
    against("cold", "SheetJS alone", "cpuSeconds", "processor"),
    against("cold", "SheetJS alone", "megabytes", "memory", 1),
    against("own reader alone", "SheetJS alone", "seconds", "time", 1),
    against("own reader alone", "SheetJS alone", "cpuSeconds", "processor", 1),
    against("own reader alone", "SheetJS alone", "megabytes", "memory", 1),
    against("one file changed", "cold", "seconds", "time", CHANGED_BUDGET),
    against("one file changed", "cold", "cpuSeconds", "processor"),
    against("nothing changed", "cold", "seconds", "time")
  ];
}

/** Gives the first workbook a comment at its end: other bytes, so it is read again, and its figures stay. */
function changeOneFile(submissions: string): void {
  const workbook = listSubmissionFiles(submissions).find(({file}) => file.endsWith(".xlsx"));
  if (workbook === undefined) throw new Error(`${submissions}: got no .xlsx, expected one to change`);
  const bytes = readFileSync(workbook.path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  view.setUint16(end + 20, bytes.length - end - 22 + 1, true);
  writeFileSync(workbook.path, Buffer.concat([bytes, Buffer.from("x")]));
}
