import {FileAttachment} from "observablehq:stdlib";
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

followTrace(async () => (await import("./components/trace/tracePanel.js")).tracePanel());
