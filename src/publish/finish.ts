import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {bundleScripts} from "./finish/bundleScripts.ts";
import {bundleStyles} from "./finish/bundleStyles.ts";
import {compressFiles} from "./finish/compressFiles.ts";
import {finishPage, type PageParts, takeApart} from "./finish/page.ts";

/** What Framework wrote and the bundles replace. */
const REPLACED = ["_import", "_node", "_npm", "_observablehq"];

/**
 * Finishes what `observable build` wrote into `out`: page language and titles, scripts of pages in files of their own, bundled and
 * shared, one style sheet with its fonts, precompressed copies. Afterwards the site holds under `script-src 'self'`.
 * @param options.root folder whose node_modules the bundled packages come from.
 */
export async function finishSite(out: string, {root}: {root: string}): Promise<{pages: number; files: number}> {
  const names = readdirSync(out).filter((name) => name.endsWith(".html"));
  const pages = names.map((name): [string, PageParts] => [name, takeApart(readFileSync(join(out, name), "utf8"))]);
  const scripts = await bundleScripts(
    out,
    pages.map(([name, {modules, code}]) => ({name: name.slice(0, -".html".length), modules, code})),
    {root}
  );
  const styles = await bundleStyles(out, {root, sheets: unique(pages.flatMap(([, {sheets}]) => sheets))});
  const classics = await scripts.minify(unique(pages.flatMap(([, parts]) => parts.classics)));
  for (const [name, parts] of pages) {
    const page = name.slice(0, -".html".length);
    writeFileSync(
      join(out, name),
      finishPage(parts, {
        page,
        styles,
        script: scripts.entries.get(page) ?? null,
        classics: parts.classics.map((path) => classics.get(path) ?? path)
      })
    );
  }
  for (const folder of REPLACED) rmSync(join(out, folder), {recursive: true, force: true, maxRetries: 5});
  return {pages: names.length, files: compressFiles(out)};
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
