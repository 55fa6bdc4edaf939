import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Compiles a reader to one script. Its text is the reader's version: any change of code or of a library changes it. */
export async function bundleReader(entry: URL): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    absWorkingDir: ROOT,
    legalComments: "none",
    logLevel: "silent"
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("esbuild made no script");
  return script.text;
}
