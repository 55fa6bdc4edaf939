import {FileAttachment} from "observablehq:stdlib";
import {carryState, noticeIgnored} from "./components/carryState.js";
import type {Exporter} from "./components/export/exporterShape.ts";
import {provideExporter} from "./components/export/loadExporter.js";
import {foldMenu} from "./components/foldMenu.js";
import {searchBox} from "./components/searchBox.js";
import type {SearchIndex} from "./components/searchIndex.js";
import {themeSwitch} from "./components/themeSwitch.js";
import {followTrace} from "./components/trace/followTrace.js";

const input = document.querySelector<HTMLInputElement>(".search input");
if (input) searchBox(input, async () => (await FileAttachment("./data/search.json").json()) as SearchIndex);

const theme = document.querySelector<HTMLButtonElement>(".theme-switch");
if (theme) themeSwitch(theme);

const menu = document.querySelector<HTMLButtonElement>(".menu-button");
if (menu) foldMenu(menu);

// Named in functions: script and fonts are fetched when someone asks for a file, not with the page.
interface ExporterModule {
  openExporter: (loadFaces: () => Promise<unknown>) => Exporter;
}
const exporter = (): string => new URL(FileAttachment("./data/export.js").href, document.baseURI).href;
provideExporter(async () => {
  const {openExporter} = (await import(exporter())) as ExporterModule;
  return openExporter(() => FileAttachment("./data/export-fonts.json").json());
});
followTrace(async () => (await import("./components/trace/tracePanel.js")).tracePanel());

carryState(document);
const main = document.querySelector("#observablehq-main");
const years = document.querySelector<HTMLElement>(".masthead")?.dataset["years"] ?? "";
if (main) noticeIgnored(main, years === "" ? [] : years.split(" "));
