import {spawn} from "node:child_process";
import {createRequire} from "node:module";
import {dirname, join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {prepareCache} from "./build.ts";
import {cutPublic} from "./cutPublic.ts";
import {runCommand} from "../../loaders/commandLine.ts";
import {openWorkspace} from "../../loaders/workspace.ts";

/** `npm run dev -- [--data DIR]`: Framework's live preview, for people who change the pages. */
await runCommand(async () => {
  const {values} = parseArgs({options: {data: {type: "string", default: "data"}}});
  const require = createRequire(import.meta.url);
  const framework = join(
    dirname(require.resolve("@observablehq/framework/package.json")),
    "dist",
    "bin",
    "observable.js"
  );
  await cutPublic(openWorkspace(values.data));
  prepareCache(join("src", ".observablehq", "cache"));
  const child = spawn(process.execPath, [framework, "preview", "--no-open"], {
    env: {...process.env, DATA_DIR: resolve(values.data), OBSERVABLE_TELEMETRY_DISABLE: "1"},
    stdio: "inherit"
  });
  return await new Promise<number>((done) => child.on("close", (code) => done(code ?? 1)));
});
