import {element} from "../element.js";
import type {OpenPanel} from "./followTrace.js";
import {type FigureKey, formatTraceLink, parseTraceLink, type RowKey} from "./figureKey.js";
import {areaTrace} from "./areaTrace.js";
import {communeTrace} from "./communeTrace.js";
import {traceHeading} from "./traceHeading.js";
import {openTrace} from "./traceLink.js";
import {type LoadedFigure, TraceFiles} from "./traceLoad.js";

const TITLE_ID = "trace-title";
const WAIT = 300;

/**
 * The trace panel ("Truy vết"): a dialog beside the page that does not block it. Escape or its button closes it and gives the focus back
 * to the figure; the page stays usable.
 * @param options.files where the data comes from.
 * @param options.parent what it is put into; it takes the right side there.
 */
export function tracePanel({
  files = new TraceFiles(),
  parent = document.getElementById("observablehq-center") ?? document.body
}: {files?: TraceFiles; parent?: HTMLElement} = {}): OpenPanel {
  const title = element("h2", {id: TITLE_ID, tabindex: -1}, "Truy vết");
  const about = element("p", {class: "trace-about"});
  const close = element("button", {type: "button", class: "trace-close", "aria-label": "Đóng truy vết"}, "×");
  const body = element("div", {class: "trace-body"});
  const node = element(
    "div",
    {class: "trace-panel", role: "dialog", "aria-modal": "false", "aria-labelledby": TITLE_ID, hidden: true},
    element("div", {class: "trace-head"}, element("div", {}, title, about), close),
    body
  );
  parent.append(node);
  let asked: string | undefined;
  let opener: HTMLElement | null = null;

  close.addEventListener("click", () => openTrace(undefined));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || node.hidden || event.defaultPrevented) return;
    const {target} = event;
    if (target instanceof HTMLInputElement && !node.contains(target)) return;
    event.preventDefault();
    openTrace(undefined);
  });

  const clear = (): void => {
    title.textContent = "Truy vết";
    about.textContent = "";
    body.replaceChildren();
  };
  const hide = (isAsked: boolean): void => {
    const hadFocus = node.contains(document.activeElement);
    node.hidden = true;
    document.documentElement.classList.remove("has-trace");
    clear();
    if (isAsked || hadFocus) (returnTarget(asked, opener) ?? document.querySelector<HTMLElement>("h1"))?.focus();
    asked = undefined;
  };
  const say = (...content: (Node | string)[]): void => body.replaceChildren(...content);
  const fail = (words: string): void => say(element("p", {class: "trace-empty", role: "status"}, words));

  const fill = (loaded: LoadedFigure | null, figure: FigureKey, row: RowKey | null): void => {
    const heading = loaded && traceHeading(loaded, figure);
    if (loaded === null || heading === null) {
      title.textContent = "Không có số này";
      about.textContent = "";
      fail(
        `Không có số liệu của chỉ tiêu, địa bàn hoặc năm ghi trong liên kết (địa bàn ${figure.area}, năm ${figure.year}). ` +
          "Mở lại con số trên trang để lấy liên kết mới."
      );
      return;
    }
    title.textContent = `Truy vết: ${heading.figure}`;
    about.textContent = heading.about;
    say(loaded.traces ? communeTrace(loaded, figure, heading, {row}) : areaTrace(loaded, figure, heading));
  };

  return {
    show: (vet, {isAsked}) => {
      if (vet === undefined) {
        hide(isAsked);
        return;
      }
      const active = document.activeElement;
      if (active instanceof HTMLElement && active.classList.contains("traced") && !node.contains(active))
        opener = active;
      asked = vet;
      document.documentElement.classList.add("has-trace");
      node.hidden = false;
      node.scrollTop = 0;
      // Never the number that was shown before under the name of this one.
      clear();
      const parsed = parseTraceLink(vet);
      if (parsed === undefined) {
        title.textContent = "Không có số này";
        fail("Liên kết không chỉ tới một con số. Mở lại con số trên trang để lấy liên kết mới.");
        if (isAsked) title.focus();
        return;
      }
      const waiting = setTimeout(() => {
        if (asked === vet) fail("Đang tải các ô nguồn…");
      }, WAIT);
      files
        .load(parsed.figure)
        .then(
          (loaded) => {
            if (asked === vet) fill(loaded, parsed.figure, parsed.row);
          },
          (error: unknown) => {
            console.error(error);
            if (asked !== vet) return;
            title.textContent = "Không mở được truy vết";
            fail("Không đọc được tệp số liệu của con số này. Tải lại trang; nếu vẫn vậy, chạy lại npm run build.");
          }
        )
        .finally(() => clearTimeout(waiting));
      if (isAsked) title.focus({preventScroll: true});
    }
  };
}

/** The figure that was pressed; painted anew meanwhile, the one that shows the same. */
function returnTarget(vet: string | undefined, opener: HTMLElement | null): HTMLElement | null {
  if (opener?.isConnected) return opener;
  const key = vet === undefined ? undefined : parseTraceLink(vet);
  if (key === undefined) return null;
  const plain = formatTraceLink(key.figure);
  const links = [...document.querySelectorAll<HTMLElement>(".traced")];
  return links.find(({dataset}) => dataset["vet"] === vet || dataset["vet"] === plain) ?? null;
}
