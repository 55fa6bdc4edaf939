import type {CheckedSheet} from "../../loaders/checkFile/messages.ts";
import {type CheckItem, countItems, type ItemKind} from "../views/checkItems.js";
import {disc, KIND_WORDS} from "./checkMark.js";
import {element} from "./element.js";
import {verdictIcon} from "./verdictMark.js";

/** The tabs of a file's sheets. */
export interface SheetTabs {
  node: HTMLElement;
  /** Shows another tab as the open one. */
  open: (index: number) => void;
}

/**
 * One tab per sheet with the counts of its entries, a tick where there are none, "không đọc" where the sheet is no form. Arrow keys go
 * from tab to tab.
 * @param options.panelId id of the element the tabs show their sheet in.
 */
export function sheetTabs(
  sheets: readonly CheckedSheet[],
  items: readonly CheckItem[],
  {panelId, onOpen}: {panelId: string; onOpen: (index: number) => void}
): SheetTabs {
  const tabs = sheets.map((sheet, index) => tab(sheet, index));
  const node = element("div", {class: "check-tabs", role: "tablist", "aria-label": "Các trang của tệp"}, ...tabs);
  node.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((one) => one === document.activeElement);
    const steps: Record<string, number> = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1};
    const next = steps[event.key];
    if (at < 0 || next === undefined || tabs[next] === undefined) return;
    event.preventDefault();
    onOpen(next);
    tabs[next].focus();
  });
  return {node, open};

  function open(index: number): void {
    for (const [at, one] of tabs.entries()) {
      one.setAttribute("aria-selected", `${at === index}`);
      one.tabIndex = at === index ? 0 : -1;
    }
    const opened = tabs[index];
    if (opened === undefined) return;
    const end = opened.offsetLeft + opened.offsetWidth - node.clientWidth;
    if (opened.offsetLeft < node.scrollLeft) node.scrollLeft = opened.offsetLeft;
    else if (end > node.scrollLeft) node.scrollLeft = end;
  }

  function tab({name, title, forms, isHidden}: CheckedSheet, index: number): HTMLButtonElement {
    const counts = countItems(items, name);
    const counted = (["fix", "review"] as const).filter((kind) => counts[kind] > 0);
    const said = counted.map((kind: ItemKind) => `${counts[kind]} ${KIND_WORDS[kind]}`);
    const isClean =
      forms.length > 0 && counted.length === 0 && !items.some(({sheet, kind}) => sheet === null && kind === "fix");
    const state = forms.length === 0 ? "không đọc" : isClean ? "không có lỗi" : said.join(", ");
    const button = element(
      "button",
      {type: "button", role: "tab", id: `${panelId}-tab-${index}`, "aria-controls": panelId},
      element("span", {class: "check-tab-name"}, title),
      isHidden ? element("span", {class: "note"}, "ẩn") : null,
      state === "" ? null : element("span", {class: "visually-hidden"}, `, ${state}`),
      ...counted.map((kind) => disc(kind, counts[kind])),
      forms.length === 0 ? element("span", {class: "note", "aria-hidden": "true"}, "không đọc") : null,
      isClean ? verdictIcon("dat", {size: 13}) : null
    );
    button.addEventListener("click", () => onOpen(index));
    return button;
  }
}
