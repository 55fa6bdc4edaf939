import process from "node:process";
import {runCommand} from "../../loaders/commandLine.ts";
import {createProgress} from "../../loaders/progress.ts";
import {checkFiles} from "./checkFiles.ts";

/** `npm run check-file -- FILE…`: see `checkFiles.ts`. */
await runCommand(async () =>
  checkFiles(process.argv.slice(2), {
    write: (text) => process.stdout.write(text),
    progress: createProgress(),
    hasColours: process.stdout.isTTY && process.env["NO_COLOR"] === undefined
  })
);
