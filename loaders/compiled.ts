import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {Script} from "node:vm";
import type {Plugin} from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Our own code that is compiled, and what tells which libraries go with it. */
const FOLDERS = ["loaders", "pipelines"];
const VERSIONS = ["package-lock.json", "node_modules/.package-lock.json"];
/** May be deleted at any time, as everything in such folders. */
const CACHE = join(ROOT, "node_modules", ".cache", "an-ninh-trat-tu-dashboard");

/** Native code, and what is read from its own package or hardly ever. */
const EXTERNAL = ["@duckdb/node-api", "esbuild", "world-atlas", "@e965/xlsx"];

let known: string | undefined;

/** Hash of our own code and of the versions of its libraries. */
export function codeHash(): string {
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(process.version);
  const add = (path: string): void => {
    const content = existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path)) : "";
    hash.update(`\n${path} ${content.length}\n`).update(content);
  };
  for (const folder of FOLDERS) {
    const names = readdirSync(join(ROOT, folder), {recursive: true, encoding: "utf8"});
    for (const name of names.filter((one) => one.endsWith(".ts")).sort()) add(join(folder, name));
  }
  for (const file of VERSIONS) add(file);
  return (known = hash.digest("hex"));
}

/**
 * The text that `make` makes of our code, kept from run to run until the code changes.
 * Where nothing may be written it is made every time.
 */
export async function keptForCode(name: string, make: () => Promise<string>): Promise<string> {
  const path = pathOf(name);
  if (existsSync(path)) return readFileSync(path, "utf8");
  const text = await make();
  keep(path, text);
  return text;
}

/** A command of ours: a file that exports what it does. */
interface Command {
  run: () => Promise<void>;
}

/**
 * Runs a TypeScript file of ours, which exports `run`, as one script: opening each of some hundred files takes longer than most runs.
 * The script is compiled when the code has changed, and kept with what the engine made of it; where nothing can be kept the file itself
 * is run.
 */
export async function runCompiled(entry: URL): Promise<void> {
  const path = pathOf(
    `${fileURLToPath(entry)
      .slice(ROOT.length)
      .replaceAll(/[^a-z]+/gi, "-")}.cjs`
  );
  if (!existsSync(path)) keep(path, await bundleScript(entry, EXTERNAL));
  if (!existsSync(path)) return ((await import(entry.href)) as Command).run();
  const made = `${path}.compiled`;
  const cachedData = existsSync(made) ? readFileSync(made) : undefined;
  const wrapped = `(function (module, exports, require) {${readFileSync(path, "utf8")}\n})`;
  const script = new Script(wrapped, {filename: path, ...(cachedData === undefined ? {} : {cachedData})});
  const module = {exports: {} as Command};
  const load = script.runInThisContext() as (module: object, exports: object, require: NodeJS.Require) => void;
  load(module, module.exports, createRequire(entry));
  await module.exports.run();
  if (cachedData === undefined || script.cachedDataRejected === true) keep(made, script.createCachedData());
}

/** Compiles one entry to one script; `external` packages stay imports. */
export async function bundleScript(entry: URL, external: readonly string[] = []): Promise<string> {
  const {build} = await import("esbuild");
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    external: [...external],
    write: false,
    platform: "node",
    format: "cjs",
    supported: {"dynamic-import": false},
    target: "node20",
    absWorkingDir: ROOT,
    legalComments: "none",
    logLevel: "silent",
    define: {"import.meta.url": OWN_ADDRESS},
    plugins: [ownAddresses]
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("esbuild made no script");
  return script.text;
}

const OWN_ADDRESS = "ownAddress";

/** Each file keeps its own address: data, forms and scripts are found beside it. */
const ownAddresses: Plugin = {
  name: "own-addresses",
  setup({onLoad}) {
    onLoad({filter: /[\\/](?:loaders|pipelines)[\\/].*\.ts$/}, ({path}) => {
      const address = `const ${OWN_ADDRESS} = ${JSON.stringify(pathToFileURL(path).href)};`;
      return {contents: address + readFileSync(path, "utf8"), loader: "ts"};
    });
  }
};

function pathOf(name: string): string {
  return join(CACHE, codeHash().slice(0, 16), name);
}

/** Keeps a text, whole or not at all, and lets go of those of other versions of the code. */
function keep(path: string, text: string | Uint8Array): void {
  try {
    const folder = dirname(path);
    mkdirSync(folder, {recursive: true});
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, text);
    renameSync(draft, path);
    for (const name of readdirSync(CACHE)) {
      if (join(CACHE, name) !== folder) rmSync(join(CACHE, name), {recursive: true, force: true});
    }
  } catch {
    // Nothing may be written there: it is made again the next time.
  }
}
