import process from "node:process";
import {cachedFiles} from "./src/publish/cachedFiles.ts";
import {pageFooter, pageHead, pageHeader} from "./src/publish/frame.ts";
import {PRODUCT, sitePages} from "./src/publish/pages.ts";
import {prepareFonts} from "./src/publish/prepareFonts.ts";
import {readSiteFacts} from "./src/publish/siteFacts.ts";
import {staticOverview} from "./src/publish/staticOverview.ts";
import {withoutScript} from "./src/publish/withoutScript.ts";

const root = "src";
const dataDir = process.env["DATA_DIR"] ?? "data";
const facts = await readSiteFacts(dataDir);
const figures = await staticOverview(dataDir);
const pages = sitePages(root);
prepareFonts(`${root}/fonts`);

/** Framework's own frame is off: masthead, menu, search and foot are ours, in Vietnamese, static. */
export default {
  root,
  output: process.env["SITE_OUT"] ?? "dist",
  title: PRODUCT,
  pages: pages.map(({title, path}) => ({name: title, path: `/${path}`})),
  dynamicPaths: cachedFiles(`${root}/.observablehq/cache`),
  style: "theme.css",
  globalStylesheets: [],
  sidebar: false,
  search: false,
  pager: false,
  toc: false,
  linkify: false,
  head: pageHead,
  header: ({path}: {path: string}): string => pageHeader(path, pages, facts) + withoutScript(path, pages, figures),
  footer: (): string => pageFooter(facts)
};
