import type {Compare, CompareYear} from "../../data/queries/compareShape.ts";
import {compareState, compareYearOf} from "../../views/compare/compareState.js";
import {compareColumns} from "../../views/compare/compareColumns.js";
import {compareRows} from "../../views/compare/compareRows.js";
import {type CompareView, compareView} from "../../views/compare/compareView.js";
import {type PickedView, pickedView} from "../../views/compare/comparePicked.js";
import {chartFrame, type ChartSource} from "../chartFrame.js";
import {element} from "../element.js";
import {pageHead} from "../pageHead.js";
import {observeUrlState, readUrlState, type UrlState} from "../urlState.js";
import {compareNames} from "./compareExport.js";
import {comparePanels} from "./comparePanels.js";
import {compareFilters} from "./compareFilters.js";
import {compareGrid} from "./compareGrid.js";
import {gridTwin} from "./gridTwin.js";
import {cursorPlace, focusPlace, gridCursor} from "./gridCursor.js";
import {columnSwitch} from "./columnSwitch.js";
import {pickedPanel, pickedTray} from "./pickedPanel.js";

export interface ComparePage {
  compare: Compare;
  /** Fetches a year other than the default one. */
  loadYear: (year: number) => Promise<CompareYear>;
}

/** The page So sánh xã: the grid of communes and rates, their spread, the funnel, the ranking, who closes the gap, communes beside each other. */
export function comparePage({compare, loadYear}: ComparePage): HTMLElement {
  const {first} = compare;
  if (first === null || compare.communes.length === 0) return nothingYet();
  const filters = compareFilters(compare);
  const head = pageHead([filters.head]);
  const parts = {
    grid: element("div", {class: "compare-part"}),
    aside: element("div", {class: "compare-part"}),
    picked: element("div", {}),
    below: element("div", {})
  };
  const shownParts = [
    element("div", {class: "panels compare-panels"}, parts.grid, parts.aside),
    parts.picked,
    parts.below
  ];
  const body = element("div", {class: "compare-body"}, ...shownParts);
  let drawn = "";
  const years = new Map<number, CompareYear>([[first.year, first]]);
  const switcher = columnSwitch();
  let shown: {file: CompareYear; link: UrlState} | null = null;

  const paint = (year: CompareYear, link: UrlState, isPrinting = false): void => {
    const state = compareState(compare, year, link);
    const view = compareView(compare, year, state);
    const columns = compareColumns(compare, year, state);
    const everyone = compareRows(compare, year, {...state, type: "all", alike: null, words: ""}, columns).compared;
    const picked = pickedView(view, everyone);
    const source = sourceOf(compare, view);
    if (body.firstChild !== shownParts[0]) body.replaceChildren(...shownParts);
    head.say(view.title, view.subtitle);
    filters.show(year, view);
    const place = cursorPlace(parts.grid);
    const grid = gridPanel(view, picked, {source, isWhole: state.isWhole || isPrinting, switcher});
    parts.grid.replaceChildren(grid.frame);
    // Order, search and length change the grid alone: the charts stay, with what a person opened in them.
    const key = JSON.stringify({...state, order: null, words: null, isWhole: null});
    if (key !== drawn) {
      drawn = key;
      parts.aside.replaceChildren(comparePanels(view, {source, part: "aside"}));
      parts.picked.replaceChildren(
        picked.communes.length > 1 ? pickedPanel(view, picked, {source, trendWidth: 660}) : ""
      );
      parts.below.replaceChildren(comparePanels(view, {source, part: "below"}));
    }
    gridCursor(grid.table, place);
    if (place) focusPlace(grid.table, place);
    shown = {file: year, link};
  };

  observeUrlState((link) => {
    const wanted = compareYearOf(compare, link);
    const known = years.get(wanted);
    if (known) {
      paint(known, link);
      return;
    }
    loadYear(wanted).then(
      (loaded) => {
        years.set(wanted, loaded);
        // Meanwhile the reader may have gone on to another year.
        const now = readUrlState();
        if (compareYearOf(compare, now) === wanted) paint(loaded, now);
      },
      () =>
        body.replaceChildren(
          element(
            "p",
            {class: "empty", role: "alert"},
            `Không đọc được số liệu năm ${wanted}. Tải lại trang; nếu vẫn vậy, chạy lại npm run build.`
          )
        )
    );
  });
  const node = element("div", {class: "compare-page"}, head.node, filters.bar, body);
  printWhole(node, (isPrinting) => {
    if (shown) paint(shown.file, shown.link, isPrinting);
  });
  return node;
}

function nothingYet(): HTMLElement {
  const head = pageHead([]);
  head.say(
    "Chưa có số liệu để so sánh xã, phường",
    "Khi có tệp đầu tiên, trang này đặt các xã cạnh nhau theo từng chỉ tiêu."
  );
  const action = "Chép tệp của các xã vào thư mục submissions rồi chạy lại npm start.";
  return element("div", {class: "compare-page"}, head.node, element("p", {class: "empty"}, action));
}

function sourceOf({site}: Compare, {files, stage, state}: CompareView): ChartSource {
  return {
    files,
    href: `./tien-do-nop?nam=${state.year}#lich-su`,
    date: site.as_of,
    stage,
    isSimulated: site.is_simulated
  };
}

function gridPanel(
  view: CompareView,
  picked: PickedView,
  {source, isWhole, switcher}: {source: ChartSource; isWhole: boolean; switcher: ReturnType<typeof columnSwitch>}
): {frame: HTMLElement; table: HTMLTableElement} {
  const table = compareGrid(view, {isWhole});
  switcher.follow(table);
  const isEmpty = view.rows.ranked.length + view.rows.others.length === 0;
  const holder = element(
    "div",
    {class: `compare-scroll${table.dataset["wide"] === undefined ? "" : " is-wide"}`},
    table,
    isEmpty
      ? element("p", {class: "empty"}, "Không xã nào hợp với bộ lọc và tên đang tìm. Bỏ bớt một điều kiện.")
      : null
  );
  const frame = chartFrame(element("div", {}, pickedTray(view, picked), switcher.node, holder), {
    title: view.gridTitle,
    subtitle: gridSubtitle(view),
    source,
    ...compareNames("So sánh các xã theo chỉ tiêu", view),
    table: () => gridTwin(view)
  });
  frame.classList.add("panel-grid");
  return {frame, table};
}

function gridSubtitle({columns, noun}: CompareView): string {
  const {goal} = columns.subject;
  const colour =
    goal === null
      ? "Màu xám là độ lớn, chưa có mức để so."
      : goal.measure === "percent"
        ? "Màu là khoảng cách tới mức của từng cột."
        : "";
  return [
    "Tỷ lệ, %.",
    colour,
    "Mẫu số dưới 10 ghi phân số, không tô màu; dưới 5 không xếp hạng.",
    `Các ${noun} bằng nhau cùng hạng.`
  ]
    .filter(Boolean)
    .join(" ");
}

/** Draws every row while the page is printed. */
function printWhole(node: HTMLElement, show: (isPrinting: boolean) => void): void {
  const before = (): void => {
    if (node.isConnected) show(true);
    else stop();
  };
  const after = (): void => {
    if (node.isConnected) show(false);
    else stop();
  };
  const stop = (): void => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  };
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
}
