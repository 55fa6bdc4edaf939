import type {NationData, NationProvinceFile} from "../../data/queries/nation.ts";
import {communeStates, missingWords} from "../../views/communeStates.js";
import type {ProvinceRow} from "../../views/nationView.js";
import {chartFrame, type ChartSource} from "../chartFrame.js";
import {communeList} from "../communeList.js";
import {communeMap, type CommuneMapData, type MapView} from "../communeMap.js";
import {segmentedControl} from "../controls.js";
import {element} from "../element.js";
import {exportName} from "../export/exportName.js";
import {filterWords} from "../export/filterWords.js";
import type {MapScale} from "../mapScale.js";

const MAP_HEIGHT = 560;

export interface ProvincePanel {
  row: ProvinceRow;
  title: string;
  indicator: NationData["indicators"][number];
  year: number;
  scale: MapScale;
  source: ChartSource;
  mapView: MapView;
  onView: (view: MapView) => void;
}

/** The communes of a province, as map or tiles with their list; only communes with a profile lead on. */
export function provincePanel(
  {map, communes, values, profiles}: NationProvinceFile,
  {row, title, indicator, year, scale, source, mapView, onView}: ProvincePanel
): HTMLElement {
  const columns = values[`${year}|${indicator.id}|all`] ?? null;
  const states = communeStates(communes, columns, {needed: new Map(), ranks: new Map()}).map((state) =>
    // A commune that never reported is missing, not one without units.
    state.state === "none" ? {...state, state: "missing" as const, words: "chưa có số liệu"} : state
  );
  const data: CommuneMapData = {
    values: states,
    scale,
    measure: indicator.short_title,
    missing_words: missingWords(states) === "Chưa nộp" ? "Chưa nộp" : "Chưa có số liệu"
  };
  const hasPage = (code: string): boolean => profiles.includes(code);
  const tools = segmentedControl(
    [
      {value: "cells", text: "Bản đồ"},
      {value: "tiles", text: "Ô đều"}
    ],
    {label: "Kiểu bản đồ", value: mapView, onChange: (value) => onView(value === "tiles" ? "tiles" : "cells")}
  );
  const place = `${row.type === "tinh" ? "Tỉnh" : "Thành phố"} ${row.name}`;
  const names = {
    name: exportName({what: indicator.short_title, place: row.name, year}),
    filters: filterWords({year, group: "all", boundary: "current"}),
    place
  };
  const twin = (): HTMLElement =>
    communeList(data, {
      caption: title,
      isLinked: hasPage,
      of: {year},
      traceOf: ({code, name}) => ({
        figure: {indicator: indicator.id, area: code, year, group: "all", boundary: "current", managed: "all"},
        label: `${indicator.title}, ${name}, năm ${year}`
      })
    });
  const frame = chartFrame(
    (width) =>
      communeMap(map, data, {width, maxHeight: MAP_HEIGHT, view: mapView, label: `${title}, năm ${year}`, hasPage}),
    {
      title,
      subtitle: `${indicator.title}, năm ${year}`,
      tools,
      areToolsOver: mapView === "cells",
      source,
      width: 840,
      ...names,
      data: twin
    }
  );
  frame.classList.add("panel-map");
  const list = element(
    "div",
    {class: "list-scroll", tabindex: 0, role: "region", "aria-label": "Danh sách xã, phường"},
    twin()
  );
  return element(
    "div",
    {class: "panels map-panels"},
    frame,
    chartFrame(list, {
      title: "Danh sách, thấp nhất trước, xã chưa có số liệu cuối cùng",
      ...names,
      filters: `${indicator.title}. ${names.filters}`,
      name: `Danh sách ${names.name}`
    })
  );
}

/** The home province has pages of its own. */
export function homePanel({name}: ProvinceRow, {year}: {year: number}): HTMLElement {
  const link = (path: string, words: string): HTMLElement =>
    element("a", {class: "button", href: `./${path}?nam=${year}`}, words);
  return element(
    "div",
    {class: "empty nation-home"},
    element("p", {}, `${name} là địa bàn của bảng theo dõi này: có trang riêng cho từng xã, chỉ tiêu và kế hoạch.`),
    element(
      "p",
      {class: "nation-links"},
      link("", "Tổng quan"),
      link("ban-do", "Bản đồ"),
      link("tien-do-nop", "Tiến độ nộp")
    )
  );
}
