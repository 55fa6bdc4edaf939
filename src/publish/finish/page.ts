import {PRODUCT} from "../pages.ts";

/** What a page of Framework's is made of. Paths are relative to the page. */
export interface PageParts {
  html: string;
  /** Classic scripts that run before the page is drawn. */
  classics: string[];
  /** Module scripts in files. */
  modules: string[];
  /** The inline module that defines the page's cells; "" when the page has none. */
  code: string;
  sheets: string[];
}

/** Where the finished files of a page are. */
export interface FinishedFiles {
  /** Name of the page without ".html". */
  page: string;
  styles: {sheet: string; preloads: string[]};
  script: {path: string; imports: string[]} | null;
  classics: string[];
}

/** Takes scripts, style sheets and preloads out of a page that Framework rendered. */
export function takeApart(source: string): PageParts {
  const classics: string[] = [];
  const modules: string[] = [];
  const inline: string[] = [];
  const sheets: string[] = [];
  const html = source
    .replace(/[^\S\n]*<script\b([^>]*)>([\s\S]*?)<\/script>\n?/g, (_, attributes: string, code: string) => {
      const path = attribute(attributes, "src");
      const isModule = attribute(attributes, "type") === "module";
      if (path !== null) (isModule ? modules : classics).push(path);
      else if (isModule) inline.push(code);
      else throw new Error(`inline script in a page: ${code.slice(0, 80)}`);
      return "";
    })
    .replace(/[^\S\n]*<link\b([^>]*)>\n?/g, (link, attributes: string) => {
      const rel = (attribute(attributes, "rel") ?? "").split(" ");
      if (rel.includes("modulepreload") || rel.includes("preload")) return "";
      if (!rel.includes("stylesheet")) return link;
      sheets.push(attribute(attributes, "href") ?? "");
      return "";
    });
  // The other inline module is Framework's own, which looks for a page without its trailing slash.
  const code = inline.filter((text) => /\bdefine\(|\bregisterFile\(/.test(text)).join("\n");
  return {html, classics, modules, code, sheets};
}

/** Puts a page together again around its finished files. */
export function finishPage({html, code}: PageParts, {page, styles, script, classics}: FinishedFiles): string {
  const head = [
    ...classics.map((path) => `<script src="./${path}"></script>`),
    `<link rel="stylesheet" href="./${styles.sheet}">`,
    ...styles.preloads.map((path) => `<link rel="preload" href="./${path}" as="font" type="font/woff2" crossorigin>`),
    ...(script?.imports ?? []).map((path) => `<link rel="modulepreload" href="./${path}">`),
    ...dataFiles(code).map((path) => `<link rel="preload" href="${path}" as="fetch" crossorigin>`),
    ...(script === null ? [] : [`<script type="module" src="./${script.path}"></script>`])
  ].join("\n");
  const finished = html
    .replace(/<html>/, '<html lang="vi">')
    .replace(/<meta name="viewport"[^>]*>/, '<meta name="viewport" content="width=device-width, initial-scale=1">')
    .replace(/<meta name="generator"[^>]*>\n?/, "")
    .replace(/<title>([\s\S]*?)<\/title>/, (_, title: string) => `<title>${pageTitle(title)}</title>`)
    .replace(/<\/title>/, () => `</title>\n${head}`);
  if (page !== "404") return finished;
  // Shown at any address, so its links start at the root; and a <base> is not allowed.
  return finished.replace(/<base\b[^>]*>\n?/, "").replace(/(\b(?:href|src)=")\.\//g, "$1/");
}

/** The data the cells of a page ask for at once (not inside a function): fetched while its scripts load, not after. */
function dataFiles(code: string): string[] {
  const registered = code.matchAll(/^registerFile\("(?:\.\/)?([^"]+)".*"path":"(\.\/_file\/[^"]+\.json)"/gm);
  const asked = new Set(
    [...code.matchAll(/(=>\s*)?FileAttachment\("(?:\.\/)?([^"]+)"\)/g)].map(([, lazy, name]) => (lazy ? "" : name))
  );
  return [...registered].flatMap(([, name = "", path = ""]) => (asked.has(name) ? [path] : []));
}

/** "Bản đồ | Product" → "Bản đồ · Product". */
function pageTitle(title: string): string {
  const [own = ""] = title.split(` | ${PRODUCT}`);
  return own === "" || own === PRODUCT ? PRODUCT : `${own} · ${PRODUCT}`;
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}
