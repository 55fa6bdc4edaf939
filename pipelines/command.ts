import {parseArgs} from "node:util";
import {runPipeline} from "./runPipeline.ts";
import {summarySentence} from "./summarySentence.ts";
import {runCommand} from "../loaders/commandLine.ts";
import {createProgress} from "../loaders/progress.ts";
import {openWorkspace, requireFolder} from "../loaders/workspace.ts";

/** `npm run pipeline -- [--data DIR] [--as-of DATE] [--json] [--strict] [--full]` */
export const run = async (): Promise<void> =>
  runCommand(async () => {
    const {values} = parseArgs({
      options: {
        data: {type: "string", default: "data"},
        "as-of": {type: "string"},
        json: {type: "boolean", default: false},
        strict: {type: "boolean", default: false},
        full: {type: "boolean", default: false}
      }
    });
    const progress = createProgress();
    const summary = await runPipeline(openWorkspace(requireFolder(values.data), {asOf: values["as-of"]}), {
      isFull: values.full,
      progress
    });
    progress.finish(summarySentence(summary));
    if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    return values.strict && summary.rejected > 0 ? 2 : 0;
  });
