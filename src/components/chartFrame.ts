import type {Stage} from "../../loaders/vocabulary.ts";
import {element} from "./element.js";
import {downloadMenu} from "./export/downloadMenu.js";
import {exportName} from "./export/exportName.js";
import type {PageFacts, PictureParts} from "./export/exporterShape.ts";
import type {ExportTable} from "./export/exportTable.ts";
import {pageFacts} from "./export/pageFacts.js";
import {type TableData, tableDataIn} from "./export/tableData.js";
import {SIMULATED_MARK, tableNotes} from "./export/tableNotes.js";
import {formatCount, formatDate} from "./format.js";
import {STAGE_WORDS} from "./words.js";

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
  /** What to do with the drawing, after the subtitle; no picture says it. */
  hint?: string | undefined;
  /** The filters of the page, said only in what leaves it: on the page they stand in its head. */
  filters?: string | undefined;
  /** Switches at the top right, above the drawing. */
  tools?: Node | undefined;
  /** The drawing leaves its top right corner empty: the switches stand in it. */
  areToolsOver?: boolean | undefined;
  legend?: Node | undefined;
  note?: string | Node | undefined;
  source?: ChartSource | undefined;
  /** The table twin, made when it is first asked for. */
  table?: (() => HTMLElement) | undefined;
  /** What it holds, in parts that name a file: "Tỷ lệ được công nhận, Thanh Hóa, 2025, sơ bộ". Left out: the title. */
  name?: string | undefined;
  /** The place the figures are of, where it is not that of the page: said only in what leaves it. */
  place?: string | undefined;
  /** The clause that sets the target; stands in what leaves the page. */
  clause?: string | undefined;
  /** Definitions of what the table counts, one line each, for the sheet "Ghi chú". */
  definitions?: readonly string[] | undefined;
  /** A table that is drawn only to take its figures from: where the twin stands beside the drawing. */
  data?: (() => HTMLElement) | undefined;
  /** Figures that leave the page as CSV and Excel; left out: those of the table twin, or of the table in the body. */
  download?: (() => ExportTable) | undefined;
  /** False where the body holds only words. */
  isDownloadable?: boolean | undefined;
  /** Width to draw at before the page is laid out (and where it never is). */
  width?: number | undefined;
}

/**
 * The frame every chart stands in: ink rule, title, subtitle, drawing, legend, note, and a foot with the sources, the switch to the
 * table twin ("Bảng số") and the files of it ("Tải về"): the frame is one for screen and files.
 * @param body the drawing, or a function of the width in px that is called again whenever the width changes.
 */
export function chartFrame(body: Node | ((width: number) => Node), options: ChartFrame): HTMLElement {
  const {title, subtitle, hint, tools, areToolsOver = false, legend, note, source, table, width = 640} = options;
  const {isDownloadable = !isEmptyWords(body)} = options;
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
  if (isDownloadable) foot.lastElementChild?.append(downloads(body, options));
  return element(
    "figure",
    {class: "chart", "aria-label": title},
    element("h2", {}, title),
    subtitle ? element("p", {class: "chart-subtitle"}, subtitle, hint === undefined ? null : `; ${hint}`) : null,
    pictured,
    twin,
    note ? element("p", {class: "chart-note"}, note) : null,
    source || table || isDownloadable ? foot : null
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

/** Whether figures are simulated is not repeated here: the masthead says it on screen and paper, the mark in what leaves the page. */
function sourceLine(source: ChartSource | undefined): HTMLElement {
  const line = element("span", {class: "chart-source"});
  if (!source) return line;
  const count = `${formatCount(source.files)} tệp`;
  const edition = [formatDate(source.date), source.stage && STAGE_WORDS[source.stage].toLowerCase()].filter(Boolean);
  line.append(
    element("span", {}, "Nguồn: ", source.href === undefined ? count : element("a", {href: source.href}, count)),
    element("span", {}, edition.join(" · "))
  );
  return line;
}

/** A body that only says there is nothing to draw. */
function isEmptyWords(body: Node | ((width: number) => Node)): boolean {
  return body instanceof Element && body.matches(".empty");
}

function downloads(body: Node | ((width: number) => Node), options: ChartFrame): HTMLElement {
  const {title, definitions, download} = options;
  const {name = exportName({what: title})} = options;
  const data = download === undefined ? dataOf(body, options) : null;
  const table = (): ExportTable => {
    const own = download?.() ?? {name, notes: [], ...(data?.() ?? {columns: [], rows: []})};
    return {...own, notes: [...tableNotes(wordsOf(options), factsOf(options), definitions), ...own.notes]};
  };
  return downloadMenu({
    name: () => download?.().name ?? name,
    picture: () => pictureParts(body, options),
    table: download === undefined && data === null ? undefined : table
  });
}

/** The figures of the table twin or of the table the body is; null where there is neither. */
function dataOf(
  body: Node | ((width: number) => Node),
  {table, data: hidden = table}: ChartFrame
): (() => TableData) | null {
  if (hidden) {
    return () => {
      const data = tableDataIn(hidden());
      if (data === null) throw new Error("a table twin without data: make it with dataTable");
      return data();
    };
  }
  return typeof body === "function" ? null : tableDataIn(body);
}

function pictureParts(body: Node | ((width: number) => Node), options: ChartFrame): PictureParts {
  const {legend} = options;
  const {place, isSimulated} = factsOf(options);
  const {source, ...words} = wordsOf(options);
  return {
    words: {
      ...words,
      source: [source, place].filter(Boolean).join(". "),
      mark: isSimulated || options.source?.isSimulated ? SIMULATED_MARK : null
    },
    draw: (width) => {
      const drawing = typeof body === "function" ? body(width) : body.cloneNode(true);
      const parts = [element("div", {class: "chart-body"}, drawing)];
      if (legend) parts.push(element("div", {class: "chart-legend"}, legend.cloneNode(true)));
      return parts;
    }
  };
}

function factsOf({place}: ChartFrame): PageFacts {
  return place === undefined ? pageFacts() : {...pageFacts(), place};
}

function wordsOf({title, subtitle, filters, note, clause, source}: ChartFrame): {
  title: string;
  subtitle: string;
  note: string | undefined;
  clause: string | undefined;
  source: string | undefined;
} {
  const {asOf} = pageFacts();
  const files = source === undefined ? null : `Nguồn: ${formatCount(source.files)} tệp`;
  const day = source?.date ?? asOf;
  const edition = day === null ? null : `số liệu tính đến ${formatDate(day)}`;
  const stage = source?.stage ? STAGE_WORDS[source.stage].toLowerCase() : null;
  const said = [files, edition, stage].filter(Boolean).join(", ");
  return {
    title,
    subtitle: [plain(subtitle)?.replace(/\.$/, ""), filters].filter(Boolean).join(". "),
    note: plain(note),
    clause: clause === undefined ? undefined : `Chỉ tiêu: ${clause}`,
    source: said === "" ? undefined : said.slice(0, 1).toLocaleUpperCase("vi") + said.slice(1)
  };
}

function plain(words: string | Node | undefined): string | undefined {
  return typeof words === "object" ? (words.textContent ?? "") : words;
}
