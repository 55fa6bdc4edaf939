import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Large, and read only when an .xls file is there. */
const LIBRARY = "@e965/xlsx";

/** Where the scripts of the readers begin: of the threads, and of the processes that read .xls. */
export interface ReaderEntries {
  thread: URL;
  process: URL;
}

/** The readers as scripts, and what tells one version of them from another. */
export interface ReaderScripts {
  thread: string;
  /** Made when it is first asked for: most runs need no such process. */
  process: () => Promise<string>;
  /** Text that differs as soon as any code of a reader, or of a library in it, differs. */
  version: string;
}

/** Compiles the readers. */
export async function bundleReaders({thread, process}: ReaderEntries): Promise<ReaderScripts> {
  const [threadScript, ownPart] = await Promise.all([bundleScript(thread), bundleScript(process, [LIBRARY])]);
  const library = readFileSync(createRequire(import.meta.url).resolve(LIBRARY), "latin1");
  let processScript: Promise<string> | undefined;
  return {
    thread: threadScript,
    process: async () => (processScript ??= bundleScript(process)),
    version: [threadScript, ownPart, library].join("\n")
  };
}

/** Compiles one entry to one script; `external` packages stay imports. */
export async function bundleScript(entry: URL, external: string[] = []): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    external,
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
