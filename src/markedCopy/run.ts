import process from "node:process";
import {runCommand} from "../../loaders/commandLine.ts";
import {createProgress} from "../../loaders/progress.ts";
import {copyReceived} from "./copyReceived.ts";

/** `npm run marked-copy -- --submission ID|FILE…`: see `copyReceived.ts`. */
await runCommand(async () =>
  copyReceived(process.argv.slice(2), {write: (text) => process.stdout.write(text), progress: createProgress()})
);
