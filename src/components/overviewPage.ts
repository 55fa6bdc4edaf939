import type {MapFile} from "../../pipelines/geography/mapFile.ts";
import type {FormerValues} from "../data/queries/formerValues.ts";
import type {Overview} from "../data/queries/overviewShape.ts";
import {FIRST_PRESENT_YEAR, type OverviewState} from "../views/overviewFacts.js";
import {type FormerColumns, type OverviewView, overviewView} from "../views/overviewView.js";
import {groupChoices, knownGroup} from "../views/pageGroups.js";
import {chartFrame, type ChartSource} from "./chartFrame.js";
import {closingList} from "./closingList.js";
import {communeList} from "./communeList.js";
import {communeMap, type MapView} from "./communeMap.js";
import {completenessCard} from "./completenessCard.js";
import {type Control, segmentedControl, selectControl} from "./controls.js";
import {element} from "./element.js";
import {exportName} from "./export/exportName.js";
import {filterWords} from "./export/filterWords.js";
import {formatCount} from "./format.js";
import {formerTiles} from "./formerTiles.js";
import {closingTable, trendTable} from "./overviewTables.js";
import {pageHead} from "./pageHead.js";
import {richText} from "./richText.js";
import {trendChart} from "./trendChart.js";
import {observeUrlState, type UrlState, writeUrlState} from "./urlState.js";
import {verdictCard} from "./verdictCard.js";
import {UNIT_GROUP_WORDS} from "./words.js";

export interface OverviewPage {
  overview: Overview;
  /** Null before the pipeline has made one. */
  map: MapFile | null;
  /** Fetches the counts of former communes: asked for once, when someone looks at a year before 2025 as it was reported. */
  loadFormer: () => Promise<FormerValues>;
}

const BOUNDARY_IN_LINK = "khi-bao-cao";

/** Rows of the closing list before "Xem cả danh sách": fewer on a phone. */
const ROWS = {wide: 12, phone: 9};

/** Height of the map in px: the page then fits a screen of 1440 × 900. */
const MAP_HEIGHT = 360;
/** The same where the map has a row of its own. */
const WIDE_MAP_HEIGHT = 520;

/** The page Tổng quan: head with filters, cards, map, trend and closing list; repaints from memory on each change of the address. */
export function overviewPage({overview, map, loadFormer}: OverviewPage): HTMLElement {
  if (overview.default_year === null) return emptySite();
  const defaultYear = overview.default_year;
  const filters = filterControls(overview, defaultYear);
  const head = pageHead(Object.values(filters));
  const cards = element("div", {class: "cards"});
  const panels = element("div", {class: "panels panels-3 overview-panels"});
  let former: FormerValues | null = null;
  let mapView: MapView = "cells";
  const paint = (state: OverviewState): void => {
    const view = overviewView(overview, state, formerColumns(former, state));
    head.say(view.title, view.subtitle);
    cards.replaceChildren(...view.cards.map(verdictCard), completenessCard(view.completeness));
    const source = {date: overview.as_of, stage: view.stage, isSimulated: overview.is_simulated};
    panels.replaceChildren(
      mapPanel(view, state, {
        map,
        former,
        mapView,
        source: {...source, files: view.files},
        onView: (next) => {
          mapView = next;
          paint(state);
          panels.querySelector<HTMLElement>(".panel-map .segmented [aria-pressed=true]")?.focus();
        }
      }),
      trendPanel(view, state, {...source, files: view.trendFiles}),
      closingPanel(view, state, {...source, files: view.files})
    );
  };
  observeUrlState((link) => {
    const state = readState(overview, link, defaultYear);
    filters.year.value = `${state.year}`;
    filters.group.value = state.group;
    filters.boundary.value = state.boundary;
    paint(state);
    if (state.boundary === "as_reported" && state.year < FIRST_PRESENT_YEAR && former === null) {
      void loadFormer().then((loaded) => {
        former = loaded;
        paint(readState(overview, currentLink(), defaultYear));
      });
    }
  });
  let link: UrlState = {};
  observeUrlState((now) => (link = now));
  const currentLink = (): UrlState => link;
  return element("div", {class: "overview"}, head.node, cards, panels);
}

function emptySite(): HTMLElement {
  const head = pageHead([]);
  head.say("Chưa có tệp nào", "Khi có tệp đầu tiên, trang này hiện kết quả và so với chỉ tiêu.");
  const action = "Chép tệp của các xã vào thư mục submissions rồi chạy lại npm start.";
  return element("div", {class: "overview"}, head.node, element("p", {class: "empty"}, action));
}

function filterControls(
  {years, communes}: Overview,
  defaultYear: number
): {year: Control; group: Control; boundary: Control} {
  const year = selectControl(
    [...years].reverse().map((value) => ({value: `${value}`, text: `${value}`})),
    {label: "Năm", onChange: (nam) => writeUrlState({nam: nam === `${defaultYear}` ? undefined : nam})}
  );
  const group = selectControl(groupChoices(), {
    label: "Loại đơn vị",
    onChange: (loai) => writeUrlState({loai: loai === "all" ? undefined : loai})
  });
  const boundary = selectControl(
    [
      {value: "current", text: `Hiện nay (${formatCount(communes.length)} xã)`},
      {value: "as_reported", text: "Khi báo cáo"}
    ],
    {
      label: "Ranh giới",
      onChange: (value) => writeUrlState({"ranh-gioi": value === "current" ? undefined : BOUNDARY_IN_LINK})
    }
  );
  return {year, group, boundary};
}

function readState({years}: Overview, link: UrlState, defaultYear: number): OverviewState {
  return {
    year: years.find((year) => `${year}` === link.nam) ?? defaultYear,
    group: knownGroup(link.loai),
    boundary: link["ranh-gioi"] === BOUNDARY_IN_LINK ? "as_reported" : "current"
  };
}

function formerColumns(former: FormerValues | null, {year, group}: OverviewState): FormerColumns | null {
  if (former === null) return null;
  return {communes: former.communes, columns: former.values[`${year}|certified_of_eligible|${group}`] ?? null};
}

interface MapPanel {
  map: MapFile | null;
  former: FormerValues | null;
  mapView: MapView;
  source: ChartSource;
  onView: (view: MapView) => void;
}

function mapPanel(
  view: OverviewView,
  state: OverviewState,
  {map, former, mapView, source, onView}: MapPanel
): HTMLElement {
  const {title, subtitle, data} = view.map;
  const isFormer = state.boundary === "as_reported" && state.year < FIRST_PRESENT_YEAR;
  const draw = (width: number): Node => {
    if (isFormer) {
      if (former === null) return element("p", {class: "empty"}, "Đang tải số liệu của các xã cũ…");
      const districts = former.communes.map(({district}) => district);
      return formerTiles(data, districts, {width, label: title});
    }
    if (map === null) return element("p", {class: "empty"}, "Chưa có bản đồ. Chạy npm run pipeline để dựng.");
    return communeMap(map, data, {
      width,
      maxHeight: width < 640 ? MAP_HEIGHT : WIDE_MAP_HEIGHT,
      view: mapView,
      label: `${title}. ${subtitle}`
    });
  };
  const tools =
    isFormer || map === null
      ? undefined
      : segmentedControl(
          [
            {value: "cells", text: "Bản đồ"},
            {value: "tiles", text: "Ô đều"}
          ],
          {label: "Kiểu bản đồ", value: mapView, onChange: (value) => onView(value === "tiles" ? "tiles" : "cells")}
        );
  const note = isFormer ? "Ô đều theo huyện cũ: ranh giới xã cũ không có trong bản đồ này." : undefined;
  const frame = chartFrame(draw, {
    title,
    subtitle,
    tools,
    areToolsOver: true,
    note,
    source,
    width: 516,
    ...namesOf(data.measure, view, state),
    table: () =>
      communeList(data, {
        caption: title,
        isLinked: !isFormer,
        of: {year: state.year, stage: view.stage},
        traceOf: view.map.traceOf
      })
  });
  frame.classList.add("panel-map");
  return frame;
}

/** What the files of a panel are called, and the filters and the target they say. */
function namesOf(
  what: string,
  {stage, clause}: OverviewView,
  {year, group, boundary}: OverviewState
): {name: string; filters: string; clause?: string} {
  return {
    name: exportName({what, of: group === "all" ? null : UNIT_GROUP_WORDS[group], year, stage}),
    filters: filterWords({year, group, boundary}),
    ...(clause === null ? {} : {clause})
  };
}

function trendPanel(view: OverviewView, state: OverviewState, source: ChartSource): HTMLElement {
  const {trend} = view;
  const note = trend.note === "" ? undefined : element("span", {}, ...richText(trend.note));
  const frame = chartFrame((width) => trendChart(trend.data, {width, height: 322}), {
    title: trend.title,
    subtitle: trend.subtitle,
    note,
    source,
    width: 370,
    ...namesOf("Tỷ lệ được công nhận theo năm", view, state),
    table: () => trendTable(trend.data, trend.title)
  });
  frame.classList.add("panel-trend");
  return frame;
}

function closingPanel(view: OverviewView, state: OverviewState, source: ChartSource): HTMLElement {
  const {closing} = view;
  const isPhone = typeof matchMedia === "function" && matchMedia("(max-width: 720px)").matches;
  const body =
    closing.data.rows.length === 0
      ? element("p", {class: "empty"}, "Không có xã nào trong danh sách này.")
      : closingList(closing.data, {limit: isPhone ? ROWS.phone : ROWS.wide, caption: closing.title});
  const frame = chartFrame(body, {
    title: closing.title,
    subtitle: closing.subtitle,
    source,
    ...namesOf("Số đơn vị cần thêm của từng xã", view, state),
    table: () => closingTable(closing.data, closing.title)
  });
  frame.classList.add("panel-closing");
  return frame;
}
