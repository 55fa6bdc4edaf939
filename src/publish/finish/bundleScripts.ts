import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, dirname, join, relative, resolve, sep} from "node:path";
import {build, type BuildOptions, type Metafile, type Plugin, transform} from "esbuild";

/** Folder of the finished scripts, styles and fonts; every name in it holds the hash of its contents. */
export const ASSETS = "_site";

const TARGET = ["es2022", "chrome105", "firefox110", "safari16"];

/** The scripts of one page: module files relative to it, and the code of its cells. */
export interface PageScripts {
  name: string;
  modules: string[];
  code: string;
}

/** The finished script of a page, and the files it cannot start without. Paths from the page. */
export interface PageEntry {
  path: string;
  imports: string[];
}

/** Shared files smaller than this many bytes are one file: each costs a request, whose head is larger than what it brings. */
const SMALL = 12_000;

/** The module that holds them together. */
const COMMON = "common.small.js";

/**
 * Bundles the scripts of all pages in `out` into one entry each, and what several share into files of their own, the small ones in one.
 * Packages are taken from their source in node_modules, so only what is used of them is sent.
 */
export async function bundleScripts(
  out: string,
  pages: readonly PageScripts[],
  {root}: {root: string}
): Promise<{entries: Map<string, PageEntry>; minify: (paths: readonly string[]) => Promise<Map<string, string>>}> {
  const sources = new Map(pages.map(({name, modules, code}) => [entryPath(out, name), entrySource(modules, code)]));
  const options = (small: SmallModules | null): BuildOptions & {metafile: true} => ({
    entryPoints: pages.map(({name}) => ({in: entryPath(out, name), out: name})),
    plugins: [
      ...(small ? [commonPlugin(out, root, small)] : []),
      pagePlugin(sources, small),
      framework(out, root, small)
    ],
    outdir: join(out, ASSETS),
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: TARGET,
    minify: true,
    keepNames: false,
    legalComments: "none",
    charset: "utf8",
    define: {"process.env.NODE_ENV": '"production"'},
    metafile: true,
    logLevel: "silent"
  });
  const first = await build({...options(null), write: false});
  const result = await build(options(smallModules(first.metafile, root)));
  const {outputs} = result.metafile;
  const pathOf = (file: string): string => posix(relative(out, resolve(root, file)));
  const entries = new Map<string, PageEntry>();
  for (const [file, {entryPoint}] of Object.entries(outputs)) {
    const page = pages.find(({name}) => entryPoint !== undefined && basename(entryPoint) === `${name}.page.js`);
    if (page) entries.set(page.name, {path: pathOf(file), imports: neededFiles(outputs, file).map(pathOf)});
  }
  return {entries, minify: (paths) => minifyClassics(out, paths)};
}

/** Modules of the small shared files, and the modules that cells load, all as paths of files. */
interface SmallModules {
  modules: string[];
  cells: ReadonlySet<string>;
}

/**
 * Modules of shared files under `SMALL` that import nothing but each other (so that no page is sent a large library for their sake). Null
 * when there are not two such files.
 */
function smallModules({inputs, outputs}: Metafile, root: string): SmallModules | null {
  const shared = Object.values(outputs).filter(({entryPoint, bytes}) => entryPoint === undefined && bytes < SMALL);
  if (shared.length < 2) return null;
  const own = new Set(shared.flatMap(({inputs: of}) => Object.keys(of)).filter((path) => !path.startsWith("absent:")));
  const leaves = (path: string): boolean =>
    inputs[path]?.imports.some(
      ({path: to, external, kind}) => external !== true && kind !== "dynamic-import" && !own.has(to)
    ) ?? true;
  for (let path = [...own].find(leaves); path !== undefined; path = [...own].find(leaves)) own.delete(path);
  const entries = Object.values(outputs).flatMap(({entryPoint}) => entryPoint ?? []);
  const cells = new Set(entries.filter((path) => !path.endsWith(".page.js")).map((path) => resolve(root, path)));
  const modules = [...own].map((path) => resolve(root, path)).filter((path) => !cells.has(path));
  return modules.length < 2 ? null : {modules: modules.sort(), cells};
}

/** Makes every page and every module of a cell reach all the small ones: what the same scripts reach, esbuild puts into one file. */
function commonPlugin(out: string, root: string, {modules}: SmallModules): Plugin {
  return {
    name: "common",
    setup(esbuild) {
      esbuild.onResolve({filter: /common\.small\.js$/}, () => ({path: join(out, COMMON)}));
      esbuild.onLoad({filter: /common\.small\.js$/}, () => ({
        contents: modules.map((path) => `import ${JSON.stringify(path)};`).join("\n"),
        loader: "js",
        resolveDir: root
      }));
    }
  };
}

/** Every file a page needs to start: what its script imports, what its cells import (Framework writes those as `import()`), and so on. */
function neededFiles(outputs: Metafile["outputs"], entry: string): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    for (const {path: imported, kind, external} of outputs[path]?.imports ?? []) {
      const isNeeded = kind === "import-statement" || (kind === "dynamic-import" && path === entry);
      if (!isNeeded || external === true || found.has(imported)) continue;
      found.add(imported);
      visit(imported);
    }
  };
  visit(entry);
  return [...found];
}

function entryPath(out: string, name: string): string {
  return join(out, `${name}.page.js`);
}

function entrySource(modules: readonly string[], code: string): string {
  return [...modules.map((path) => `import ${JSON.stringify(path)};`), code].join("\n");
}

/** Hands out the entries, which are not files. */
function pagePlugin(sources: ReadonlyMap<string, string>, small: SmallModules | null): Plugin {
  return {
    name: "page",
    setup(esbuild) {
      esbuild.onResolve({filter: /\.page\.js$/}, ({path, kind}) =>
        kind === "entry-point" ? {path: resolve(path)} : null
      );
      esbuild.onLoad({filter: /\.page\.js$/}, ({path}) => {
        const contents = sources.get(path);
        return contents === undefined
          ? null
          : {contents: withCommon(contents, small !== null), loader: "js", resolveDir: dirname(path)};
      });
    }
  };
}

function withCommon(code: string, isWanted: boolean): string {
  return isWanted ? `import ${JSON.stringify(COMMON)};\n${code}` : code;
}

/** Undoes what Framework did to imports: packages from their source, its own empty stubs as one module that says so. */
function framework(out: string, root: string, small: SmallModules | null): Plugin {
  return {
    name: "framework",
    setup(esbuild) {
      esbuild.onResolve({filter: /\/_node\//}, async ({path, kind}) => {
        const specifier = packageSpecifier(path);
        for (const name of [specifier, specifier.replace(/\.js$/, "")]) {
          const found = await esbuild.resolve(name, {resolveDir: root, kind});
          if (found.errors.length === 0) return found;
        }
        return null;
      });
      esbuild.onResolve({filter: /^\.{0,2}\//}, ({path, resolveDir}) =>
        existsSync(resolve(resolveDir, path)) ? null : {path: "absent", namespace: "absent"}
      );
      esbuild.onLoad({filter: /.*/, namespace: "absent"}, () => ({
        contents: 'throw new Error("this library is not part of the site");'
      }));
      esbuild.onLoad({filter: /\.js$/}, ({path}) => {
        const place = relative(out, path);
        if (place.startsWith("..") || path.endsWith(".page.js") || path.endsWith(COMMON)) return null;
        // A module names its data files relative to itself: keep saying where it stood.
        const url = `new URL(${JSON.stringify(`../${posix(place)}`)}, import.meta.url).href`;
        const contents = readFileSync(path, "utf8").replaceAll("import.meta.url", url);
        return {
          contents: withCommon(contents, small?.cells.has(path) ?? false),
          loader: "js",
          resolveDir: dirname(path)
        };
      });
    }
  };
}

/** "../_node/@observablehq/plot@0.6.17/index.hash.js" → "@observablehq/plot". */
export function packageSpecifier(path: string): string {
  const [, scope = "", name = "", file = ""] = /\/_node\/(@[^/]+\/)?([^/@]+)@[^/]+\/(.*)$/.exec(path) ?? [];
  const plain = file.replace(/\.[0-9a-f]{8}\.js$/, ".js");
  return plain === "index.js" ? scope + name : `${scope}${name}/${plain}`;
}

async function minifyClassics(out: string, paths: readonly string[]): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const path of paths) {
    const {code} = await transform(readFileSync(join(out, path), "utf8"), {
      minify: true,
      target: TARGET,
      charset: "utf8"
    });
    const name = (path.split("/").at(-1) ?? "").split(".")[0] ?? "";
    written.set(path, writeHashed(out, name, ".js", Buffer.from(code)));
  }
  return written;
}

/** Writes a file named after its contents into the assets; its path from the page. */
export function writeHashed(out: string, name: string, extension: string, contents: Buffer): string {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8).toUpperCase();
  const path = `${ASSETS}/${name}-${hash}${extension}`;
  mkdirSync(join(out, ASSETS), {recursive: true});
  writeFileSync(join(out, path), contents);
  return path;
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
