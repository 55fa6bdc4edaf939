import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";

/** Root of the repository: this file stands in `src/data`. */
const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Bundles a module outside `src`, with all it imports, into one script for the browser.
 * @param entry its path from the root of the repository.
 * @throws Error if any of it imports a `node:` module: it could not run.
 */
export async function browserBundle(entry: string): Promise<Uint8Array> {
  const {outputFiles} = await build({
    entryPoints: [join(REPOSITORY, entry)],
    absWorkingDir: REPOSITORY,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["es2022", "chrome110", "firefox115", "safari16.4"],
    minify: true,
    legalComments: "none",
    charset: "utf8",
    write: false,
    logLevel: "silent"
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`nothing came of ${entry}`);
  return script.contents;
}
