import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {basename, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {bundleScript, keptForCode} from "../compiled.ts";

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
  const [threadScript, ownPart] = await Promise.all([kept(thread), kept(process, [LIBRARY])]);
  const library = readFileSync(createRequire(import.meta.url).resolve(LIBRARY), "latin1");
  let processScript: Promise<string> | undefined;
  return {
    thread: threadScript,
    process: async () => (processScript ??= kept(process)),
    version: [threadScript, ownPart, library].join("\n")
  };
}

/** The script of one entry, compiled only when our code has changed; an entry elsewhere, as tests have, each time. */
async function kept(entry: URL, external: string[] = []): Promise<string> {
  const path = relative(ROOT, fileURLToPath(entry));
  if (!path.startsWith("loaders")) return bundleScript(entry, external);
  return keptForCode([basename(path), ...external.map(() => "part")].join("."), async () =>
    bundleScript(entry, external)
  );
}
