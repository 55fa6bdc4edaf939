import {parseArgs} from "node:util";
import {runCommand} from "../../loaders/commandLine.ts";
import type {Figure, Measure} from "./measure.ts";
import {hostileFiles} from "./measures/hostileFiles.ts";
import {national} from "./measures/national.ts";
import {pipelineAgainstSheetJs} from "./measures/pipelineAgainstSheetJs.ts";
import {isOver, printFigures} from "./printFigures.ts";

const MEASURES: readonly Measure[] = [pipelineAgainstSheetJs, hostileFiles, national];

/** `npm run bench -- [--only ID] [--data DIR] [--repeat N] [--json]`: measures, prints figures beside their budgets; status 1 if one is over. */
await runCommand(async () => {
  const {values} = parseArgs({
    options: {
      only: {type: "string"},
      data: {type: "string", default: "data"},
      repeat: {type: "string", default: "3"},
      json: {type: "boolean", default: false}
    }
  });
  const chosen = MEASURES.filter(({id}) => values.only === undefined || id === values.only);
  if (chosen.length === 0) {
    throw new Error(`--only: got "${values.only}", expected one of ${MEASURES.map(({id}) => id).join(", ")}`);
  }
  const results: Record<string, Figure[]> = {};
  for (const {id, title, run} of chosen) {
    const tell = (text: string): boolean => process.stderr.write(`${id}: ${text}\n`);
    const figures = await run({data: values.data, repeat: Number(values.repeat), tell});
    results[id] = figures;
    if (!values.json) process.stdout.write(`\n${title}\n\n${printFigures(figures)}`);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
  return Object.values(results).flat().some(isOver) ? 1 : 0;
});
