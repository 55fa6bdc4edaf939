import type {NationFile} from "../../../pipelines/geography/nation/nationFile.ts";
import type {NationData, NationProvinceFile} from "../../data/queries/nation.ts";
import {
  nationSubtitle,
  nationTitle,
  provinceTitle,
  provinceWords,
  silentProvince
} from "../../sentences/nationSentences.js";
import {type ProvinceRow, provinceRows} from "../../views/nationView.js";
import {chartFrame, type ChartSource} from "../chartFrame.js";
import type {MapView} from "../communeMap.js";
import {segmentedControl, selectControl} from "../controls.js";
import {element} from "../element.js";
import {exportName} from "../export/exportName.js";
import {filterWords} from "../export/filterWords.js";
import {mapScale} from "../mapScale.js";
import {pageHead} from "../pageHead.js";
import {stateLink} from "../stateLink.js";
import {observeUrlState, type UrlState, writeUrlState} from "../urlState.js";
import {nationList} from "./nationList.js";
import {nationMap} from "./nationMap.js";
import {homePanel, provincePanel} from "./provincePanel.js";

export interface NationPage {
  data: NationData;
  /** Null where the register does not hold the whole country: then there is only the list. */
  map: NationFile | null;
  /** Fetches the communes of a province. */
  load: (code: string) => Promise<NationProvinceFile>;
}

const MAP_HEIGHT = 760;

/** The page Cả nước: provinces as map, tiles and list; a province leads to its communes, these to their profiles. */
export function nationPage({data, map, load}: NationPage): HTMLElement {
  if (map === null) return noMap();
  const years = data.years.length > 0 ? data.years : [Number((data.site.as_of ?? "2025").slice(0, 4))];
  const firstYear = data.default_year ?? years.at(-1) ?? 0;
  const [first] = data.indicators;
  if (!first) throw new Error("no indicator to show on the national map");
  const indicatorControl = selectControl(
    data.indicators.map(({id, short_title}) => ({value: id, text: short_title})),
    {label: "Chỉ tiêu", onChange: (id) => writeUrlState({"chi-tieu": id === first.id ? undefined : id})}
  );
  const yearControl = selectControl(
    [...years].reverse().map((year) => ({value: `${year}`, text: `${year}`})),
    {label: "Năm", onChange: (nam) => writeUrlState({nam: nam === `${firstYear}` ? undefined : nam})}
  );
  const head = pageHead([indicatorControl, yearControl]);
  const trail = element("nav", {class: "breadcrumb", "aria-label": "Đang xem"});
  const body = element("div", {class: "nation-body"});
  const node = element("div", {class: "map-page nation-page"}, trail, head.node, body);
  const scale = mapScale(null);
  const files = new Map<string, Promise<NationProvinceFile>>();
  let mapView: MapView = "cells";
  let link: UrlState = {};
  let shown = "";

  const switchView = (view: MapView): void => {
    mapView = view;
    paint();
    body.querySelector<HTMLElement>(".segmented [aria-pressed=true]")?.focus();
  };
  const paint = (): void => {
    const indicator = data.indicators.find(({id}) => id === link["chi-tieu"]) ?? first;
    const year = years.find((known) => `${known}` === link.nam) ?? firstYear;
    const rows = provinceRows(map.provinces, data, {indicator: indicator.id, year});
    const chosen = rows.find(({code}) => code === link.ma);
    indicatorControl.value = indicator.id;
    yearControl.value = `${year}`;
    const source: ChartSource = {
      files: data.files[`${year}`] ?? 0,
      date: data.site.as_of,
      isSimulated: data.site.is_simulated
    };
    shown = `${chosen?.code ?? ""} ${indicator.id} ${year}`;
    trail.replaceChildren(...(chosen ? [stateLink({ma: undefined}, {}, "Cả nước"), ` › ${chosen.name}`] : []));
    trail.hidden = chosen === undefined;
    if (chosen) showProvince(chosen, {indicator, year, source});
    else showNation(rows, {indicator, year, source});
  };

  interface Chosen {
    indicator: NationData["indicators"][number];
    year: number;
    source: ChartSource;
  }
  const showNation = (rows: readonly ProvinceRow[], {indicator, year, source}: Chosen): void => {
    const title = nationTitle(rows, year);
    head.say(title, nationSubtitle(rows, {indicator: indicator.title, year, asOf: data.site.as_of}));
    const tools = segmentedControl(
      [
        {value: "cells", text: "Bản đồ"},
        {value: "tiles", text: "Ô đều"}
      ],
      {label: "Kiểu bản đồ", value: mapView, onChange: (value) => switchView(value === "tiles" ? "tiles" : "cells")}
    );
    const label = `${title}. Bản đồ 34 tỉnh, thành phố, 13 đặc khu, có Quần đảo Hoàng Sa và Quần đảo Trường Sa`;
    const names = {
      name: exportName({what: indicator.short_title, of: "theo tỉnh", place: "Cả nước", year}),
      filters: filterWords({year, group: "all", boundary: "current"}),
      place: "Cả nước"
    };
    const list = (): HTMLElement =>
      nationList(rows, {caption: title, scale, indicator: indicator.id, indicatorTitle: indicator.title, year});
    const frame = chartFrame(
      (width) =>
        nationMap(
          map,
          {rows, scale, measure: indicator.short_title},
          {width, maxHeight: MAP_HEIGHT, view: mapView, label}
        ),
      {
        title: `${indicator.short_title} theo tỉnh, năm ${year}`,
        subtitle: indicator.title,
        hint: "chọn một tỉnh để xem các xã của tỉnh đó",
        tools,
        source,
        width: 700,
        ...names,
        data: list
      }
    );
    frame.classList.add("panel-map");
    const scroll = element(
      "div",
      {class: "list-scroll", tabindex: 0, role: "region", "aria-label": "Danh sách tỉnh, thành phố"},
      list()
    );
    body.replaceChildren(
      element(
        "div",
        {class: "panels map-panels nation-panels"},
        frame,
        chartFrame(scroll, {
          title: "Danh sách, thấp nhất trước",
          subtitle: "13 đặc khu tính trong tỉnh của mình",
          ...names,
          filters: `${indicator.title}. ${names.filters}`,
          name: `Danh sách ${names.name}`
        })
      )
    );
  };

  const showProvince = (row: ProvinceRow, {indicator, year, source}: Chosen): void => {
    const title = provinceTitle(row, year);
    head.say(title, `${indicator.title}, năm ${year}. ${capital(provinceWords(row))}.`);
    const {home} = data.site;
    if (home.level === "province" && home.code === row.code) {
      body.replaceChildren(homePanel(row, {year}));
      return;
    }
    if (!data.drilled.includes(row.code)) {
      body.replaceChildren(element("p", {class: "empty"}, silentProvince(data, row)));
      return;
    }
    const key = shown;
    const file = files.get(row.code) ?? load(row.code);
    files.set(row.code, file);
    file.then(
      (loaded) => {
        if (shown !== key) return;
        body.replaceChildren(
          provincePanel(loaded, {row, title, indicator, year, scale, source, mapView, onView: switchView})
        );
      },
      () => {
        files.delete(row.code);
        body.replaceChildren(
          element(
            "p",
            {class: "empty"},
            "Không đọc được các xã của tỉnh này. Tải lại trang; nếu vẫn vậy, chạy lại npm run build."
          )
        );
      }
    );
  };

  observeUrlState((now) => {
    link = now;
    paint();
  });
  return node;
}

function noMap(): HTMLElement {
  const head = pageHead([]);
  head.say("Danh mục này không đủ cả nước", "Trang này cần danh mục đủ 34 tỉnh, thành phố với các xã của chúng.");
  const action = "Bỏ thư mục reference riêng, hoặc chép đủ danh mục vào đó, rồi chạy lại npm start.";
  return element("div", {class: "map-page"}, head.node, element("p", {class: "empty"}, action));
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase("vi") + words.slice(1);
}
