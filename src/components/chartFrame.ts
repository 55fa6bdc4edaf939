import type {Stage} from "../../loaders/vocabulary.ts";
import {element} from "./element.js";
import {formatCount, formatDate} from "./format.js";
import {SIMULATED_WORDS, STAGE_WORDS} from "./words.js";

/** Where the figures of a chart come from. */
export interface ChartSource {
  /** Number of submitted files behind the figures. */
  files: number;
  /** Page that lists those files; without it the count is plain text. */
  href?: string | undefined;
  /** Cut-off day, ISO. */
  date: string | null;
  stage?: Stage | null | undefined;
  /** Some file says its figures are simulated. */
  isSimulated: boolean;
}

export interface ChartFrame {
  /** A sentence that carries the figure. */
  title: string;
  /** Measure, unit and filters. */
  subtitle?: string | Node | undefined;
  /** Switches at the top right, above the drawing. */
  tools?: Node | undefined;
  /** The drawing leaves its top right corner empty: the switches stand in it. */
  areToolsOver?: boolean | undefined;
  legend?: Node | undefined;
  note?: string | Node | undefined;
  source?: ChartSource | undefined;
  /** The table twin, made when it is first asked for. */
  table?: (() => HTMLElement) | undefined;
  /** Width to draw at before the page is laid out (and where it never is). */
  width?: number | undefined;
}

/**
 * The frame every chart stands in: ink rule, title, subtitle, drawing, legend, note, and a foot with the sources and the switch to the
 * table twin ("Bảng số").
 * @param body the drawing, or a function of the width in px that is called again whenever the width changes.
 */
export function chartFrame(body: Node | ((width: number) => Node), options: ChartFrame): HTMLElement {
  const {title, subtitle, tools, areToolsOver = false, legend, note, source, table, width = 640} = options;
  const drawing = element("div", {class: "chart-body"});
  if (typeof body === "function") redraw(drawing, body, width);
  else drawing.append(body);
  const switches =
    tools && element("div", {class: areToolsOver ? "chart-tools chart-tools-over" : "chart-tools"}, tools);
  const pictured = element(
    "div",
    {class: "chart-drawing"},
    switches,
    drawing,
    legend && element("div", {class: "chart-legend"}, legend)
  );
  const twin = element("div", {class: "chart-table", hidden: true, tabindex: 0, role: "region", "aria-label": title});
  const foot = element("div", {class: "chart-foot"}, sourceLine(source), element("span", {class: "chart-actions"}));
  if (table) foot.lastElementChild?.append(twinSwitch(pictured, twin, table));
  return element(
    "figure",
    {class: "chart", "aria-label": title},
    element("h2", {}, title),
    subtitle ? element("p", {class: "chart-subtitle"}, subtitle) : null,
    pictured,
    twin,
    note ? element("p", {class: "chart-note"}, note) : null,
    source || table ? foot : null
  );
}

function redraw(drawing: HTMLElement, draw: (width: number) => Node, first: number): void {
  let drawn = first;
  drawing.append(draw(first));
  if (typeof ResizeObserver === "undefined") return;
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width === 0 || width === drawn) return;
    drawn = width;
    drawing.replaceChildren(draw(width));
  }).observe(drawing);
}

function twinSwitch(pictured: HTMLElement, twin: HTMLElement, table: () => HTMLElement): HTMLButtonElement {
  const button = element("button", {type: "button", class: "link-button", "aria-expanded": "false"}, "Bảng số");
  button.addEventListener("click", () => {
    if (!twin.hasChildNodes()) twin.append(table());
    twin.hidden = !twin.hidden;
    pictured.hidden = !twin.hidden;
    button.setAttribute("aria-expanded", `${!twin.hidden}`);
    button.textContent = twin.hidden ? "Bảng số" : "Hình vẽ";
  });
  return button;
}

function sourceLine(source: ChartSource | undefined): HTMLElement {
  const line = element("span", {class: "chart-source"});
  if (!source) return line;
  const count = `${formatCount(source.files)} tệp`;
  const edition = [formatDate(source.date), source.stage && STAGE_WORDS[source.stage].toLowerCase()].filter(Boolean);
  line.append(
    element("span", {}, "Nguồn: ", source.href === undefined ? count : element("a", {href: source.href}, count)),
    element(
      "span",
      {},
      edition.join(" · "),
      source.isSimulated && " · ",
      source.isSimulated && element("span", {class: "is-simulated"}, SIMULATED_WORDS)
    )
  );
  return line;
}
