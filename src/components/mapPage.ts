import type {MapFile} from "../../pipelines/geography/mapFile.ts";
import type {FormerValues} from "../data/queries/formerValues.ts";
import type {MapPageData} from "../data/queries/mapPage.ts";
import {type MapPageView, mapPageView, type MapState} from "../views/mapView.js";
import {FIRST_PRESENT_YEAR} from "../views/overviewFacts.js";
import {groupChoices, knownGroup} from "../views/pageGroups.js";
import {chartFrame} from "./chartFrame.js";
import {communeList} from "./communeList.js";
import {communeMap, type MapView} from "./communeMap.js";
import {type Control, segmentedControl, selectControl} from "./controls.js";
import {element} from "./element.js";
import {exportName} from "./export/exportName.js";
import {filterWords} from "./export/filterWords.js";
import {formatCount} from "./format.js";
import {formerTiles} from "./formerTiles.js";
import {pageHead} from "./pageHead.js";
import {observeUrlState, type UrlState, writeUrlState} from "./urlState.js";
import {UNIT_GROUP_WORDS} from "./words.js";

export interface MapPage {
  page: MapPageData;
  map: MapFile | null;
  /** Fetches the counts of former communes, once, when a year before 2025 is shown as it was reported. */
  loadFormer: () => Promise<FormerValues>;
}

const BOUNDARY_IN_LINK = "khi-bao-cao";
const NO_YEAR = "khong";
/** Height of a map in px that still fits a screen with its head. */
const MAP_HEIGHT = 560;

/** The page Bản đồ: one indicator over the communes as map or tiles, its list beside it, or a second year beside it. */
export function mapPage({page, map, loadFormer}: MapPage): HTMLElement {
  const {default_year: defaultYear} = page.site;
  if (defaultYear === null || map === null) return nothingYet();
  const filters = filterControls(page, defaultYear);
  const head = pageHead(Object.values(filters));
  const body = element("div", {});
  let former: FormerValues | null = null;
  let mapView: MapView = "cells";
  let link: UrlState = {};
  const paint = (): void => {
    const state = readState(page, link, defaultYear);
    const other = page.site.years.find((year) => `${year}` === link["so-voi"] && year !== state.year);
    filters.indicator.value = state.indicator;
    filters.year.value = `${state.year}`;
    filters.group.value = state.group;
    filters.boundary.value = state.boundary;
    filters.other.value = other === undefined ? NO_YEAR : `${other}`;
    const shown = viewOf(page, state, former);
    head.say(shown.title, shown.subtitle);
    const switchView = (next: MapView): void => {
      mapView = next;
      paint();
      body.querySelector<HTMLElement>(".segmented [aria-pressed=true]")?.focus();
    };
    const panel = (of: MapState, view: MapPageView, isPair: boolean): HTMLElement =>
      mapPanel(page, of, view, {map, former, mapView, isPair, onView: switchView});
    if (other === undefined) {
      const list = listPanel(shown, state);
      body.replaceChildren(element("div", {class: "panels map-panels"}, panel(state, shown, false), list));
    } else {
      const before = {...state, year: other};
      const pair = [panel(before, viewOf(page, before, former), true), panel(state, shown, true)];
      if (other > state.year) pair.reverse();
      body.replaceChildren(element("div", {class: "panels map-pair"}, ...pair));
    }
    const needsFormer = isFormerView(state) || (other !== undefined && isFormerView({...state, year: other}));
    if (needsFormer && former === null) {
      void loadFormer().then((loaded) => {
        former = loaded;
        paint();
      });
    }
  };
  observeUrlState((now) => {
    link = now;
    paint();
  });
  return element("div", {class: "map-page"}, head.node, body);
}

function nothingYet(): HTMLElement {
  const head = pageHead([]);
  head.say("Chưa có số liệu cho bản đồ", "Khi có tệp đầu tiên, trang này tô từng xã, phường theo chỉ tiêu.");
  const action = "Chép tệp của các xã vào thư mục submissions rồi chạy lại npm start.";
  return element("div", {class: "map-page"}, head.node, element("p", {class: "empty"}, action));
}

function filterControls(
  {site, indicators, communes}: MapPageData,
  defaultYear: number
): Record<"indicator" | "year" | "other" | "group" | "boundary", Control> {
  const years = [...site.years].reverse().map((year) => ({value: `${year}`, text: `${year}`}));
  const first = indicators[0]?.id;
  return {
    indicator: selectControl(
      indicators.map(({id, short_title}) => ({value: id, text: short_title})),
      {label: "Chỉ tiêu", onChange: (id) => writeUrlState({"chi-tieu": id === first ? undefined : id})}
    ),
    year: selectControl(years, {
      label: "Năm",
      onChange: (nam) => writeUrlState({nam: nam === `${defaultYear}` ? undefined : nam})
    }),
    other: selectControl([{value: NO_YEAR, text: "Không"}, ...years], {
      label: "So với năm",
      onChange: (year) => writeUrlState({"so-voi": year === NO_YEAR ? undefined : year})
    }),
    group: selectControl(groupChoices(), {
      label: "Loại đơn vị",
      onChange: (loai) => writeUrlState({loai: loai === "all" ? undefined : loai})
    }),
    boundary: selectControl(
      [
        {value: "current", text: `Hiện nay (${formatCount(communes.length)} xã)`},
        {value: "as_reported", text: "Khi báo cáo"}
      ],
      {
        label: "Ranh giới",
        onChange: (value) => writeUrlState({"ranh-gioi": value === "current" ? undefined : BOUNDARY_IN_LINK})
      }
    )
  };
}

function readState({site, indicators}: MapPageData, link: UrlState, defaultYear: number): MapState {
  return {
    indicator: (indicators.find(({id}) => id === link["chi-tieu"]) ?? indicators[0])?.id ?? "",
    year: site.years.find((year) => `${year}` === link.nam) ?? defaultYear,
    group: knownGroup(link.loai),
    boundary: link["ranh-gioi"] === BOUNDARY_IN_LINK ? "as_reported" : "current"
  };
}

function isFormerView({boundary, year}: MapState): boolean {
  return boundary === "as_reported" && year < FIRST_PRESENT_YEAR;
}

function viewOf(page: MapPageData, state: MapState, former: FormerValues | null): MapPageView {
  const key = `${state.year}|${state.indicator}|${state.group}`;
  const counts = isFormerView(state)
    ? {communes: former?.communes ?? [], columns: former?.values[key] ?? null}
    : {communes: page.communes, columns: page.values[key] ?? null};
  return mapPageView(page, state, counts);
}

interface PanelOptions {
  map: MapFile;
  former: FormerValues | null;
  mapView: MapView;
  /** One of two years side by side: each says its own sentence and has its own table. */
  isPair: boolean;
  onView: (view: MapView) => void;
}

function mapPanel(
  {site}: MapPageData,
  state: MapState,
  view: MapPageView,
  {map, former, mapView, isPair, onView}: PanelOptions
): HTMLElement {
  const isFormer = isFormerView(state);
  const label = `${view.title}, năm ${state.year}`;
  const draw = (width: number): Node => {
    if (!isFormer) return communeMap(map, view.data, {width, maxHeight: MAP_HEIGHT, view: mapView, label});
    if (former === null) return element("p", {class: "empty"}, "Đang tải số liệu của các xã cũ…");
    return formerTiles(
      view.data,
      former.communes.map(({district}) => district),
      {width, label}
    );
  };
  const twin = (): HTMLElement =>
    communeList(view.data, {
      caption: view.title,
      isLinked: !isFormer,
      of: {year: state.year, stage: view.stage}
    });
  const tools = segmentedControl(
    [
      {value: "cells", text: "Bản đồ"},
      {value: "tiles", text: "Ô đều"}
    ],
    {label: "Kiểu bản đồ", value: mapView, onChange: (value) => onView(value === "tiles" ? "tiles" : "cells")}
  );
  const frame = chartFrame(draw, {
    title: isPair ? `${state.year}: ${view.title}` : view.second,
    tools: isFormer ? undefined : tools,
    areToolsOver: mapView === "cells",
    note: isFormer ? "Ô đều theo huyện cũ: ranh giới xã cũ không có trong bản đồ này." : undefined,
    source: {files: view.files, date: site.as_of, stage: view.stage, isSimulated: site.is_simulated},
    width: isPair ? 668 : 840,
    ...namesOf(state, view),
    ...(isPair ? {table: twin} : {data: twin})
  });
  frame.classList.add("panel-map");
  return frame;
}

/** What the files of a map or list are called, and the filters and the target they say. */
function namesOf(
  state: MapState,
  {data, stage, clause}: MapPageView
): {name: string; filters: string; clause?: string} {
  const {year, group} = state;
  const of = group === "all" ? null : UNIT_GROUP_WORDS[group];
  return {
    name: exportName({what: data.measure, of, year, stage}),
    filters: `${data.measure}. ${filterWords(state)}`,
    ...(clause === null ? {} : {clause})
  };
}

function listPanel(view: MapPageView, state: MapState): HTMLElement {
  const list = communeList(view.data, {
    caption: view.title,
    isLinked: !isFormerView(state),
    of: {year: state.year, stage: view.stage},
    traceOf: view.traceOf
  });
  const scroll = element(
    "div",
    {class: "list-scroll", tabindex: 0, role: "region", "aria-label": "Danh sách xã, phường"},
    list
  );
  const names = namesOf(state, view);
  return chartFrame(scroll, {title: "Danh sách, thấp nhất trước", ...names, name: `Danh sách ${names.name}`});
}
