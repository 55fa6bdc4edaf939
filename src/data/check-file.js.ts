import {dirname, join} from "node:path";
import process from "node:process";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";

/**
 * The loader's own code as one script for the Worker of Kiểm tra tệp: `loaders/read`, `loaders/validate`, `loaders/checkFile`.
 * Pages cannot import code from outside `src`; a Worker can start what a data loader printed.
 */
const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const {outputFiles} = await build({
  entryPoints: [join(repository, "loaders", "checkFile", "worker.ts")],
  absWorkingDir: repository,
  bundle: true,
  format: "esm",
  // No `node:` module is there: an import of one fails the build.
  platform: "browser",
  target: ["es2023", "chrome110", "firefox115", "safari16.4"],
  minify: true,
  legalComments: "none",
  charset: "utf8",
  write: false,
  logLevel: "silent"
});
for (const {contents} of outputFiles) process.stdout.write(contents);
