import type {CheckedFile} from "../../loaders/checkFile/messages.ts";
import type {PictureRow} from "../../loaders/checkFile/picture.ts";
import {comparison, sheetNote} from "../sentences/checkSentences.js";
import type {CheckItem} from "../views/checkItems.js";
import {checkList} from "./checkList.js";
import {disc, KIND_WORDS} from "./checkMark.js";
import {checkSheet, type CheckSheet} from "./checkSheet.js";
import {element} from "./element.js";
import {richText} from "./richText.js";
import {sheetTabs} from "./sheetTabs.js";

const PANEL_ID = "check-panel";

/**
 * Sheet and list side by side: choosing an entry on either side marks it on both and brings it into view, on another sheet too.
 * @param options.load fetches drawn rows of a long sheet.
 */
export function checkResult(
  file: CheckedFile,
  items: readonly CheckItem[],
  {load}: {load: (sheet: number, first: number, count: number) => Promise<readonly PictureRow[]>}
): HTMLElement {
  const {sheets} = file;
  const drawn = new Map<number, CheckSheet>();
  let opened = -1;
  const panel = element("div", {id: PANEL_ID, role: "tabpanel"});
  const note = element("p", {class: "check-note"});
  const tabs = sheetTabs(sheets, items, {panelId: PANEL_ID, onOpen: open});
  const isOfOne = new Set(items.map(({sheet}) => sheet)).size <= 1;
  const sheetTitles = new Map(isOfOne ? [] : sheets.map(({name, title}) => [name, title]));
  const list = checkList(items, {sheetTitles, onSelect: (item) => select(item, "list")});
  const side = element("aside", {class: "check-side", "aria-label": "Danh sách ô cần sửa, cần xem"}, list.node);
  if (items.length === 0) side.append(element("p", {class: "check-clean"}, "Không có ô nào phải sửa hay nên xem lại."));
  const compared = comparison(file);
  if (compared !== "") side.append(element("p", {class: "note check-compared"}, compared));
  const node = element(
    "div",
    {class: "check-result"},
    element("div", {class: "check-main"}, element("div", {class: "check-bar"}, tabs.node, legend(items)), panel, note),
    side
  );
  open(firstSheet());
  return node;

  function open(index: number): void {
    const sheet = sheets[index];
    if (sheet === undefined || index === opened) return;
    opened = index;
    tabs.open(index);
    let view = drawn.get(index);
    if (view === undefined) {
      const own = items.filter((item) => item.sheet === sheet.name);
      view = checkSheet(sheet, {
        items: own,
        load: (first, count) => load(index, first, count),
        onSelect: (item) => select(item, "sheet")
      });
      drawn.set(index, view);
    }
    panel.setAttribute("aria-labelledby", `${PANEL_ID}-tab-${index}`);
    panel.replaceChildren(view.node);
    const roles = new Set(sheet.firstRows.map(({role}) => role as string));
    const words =
      sheet.forms.length === 0 ? "Trang này không thuộc biểu mẫu nào nên không được đọc." : sheetNote(roles, sheet);
    note.replaceChildren(...richText(words));
  }

  /** Marks an entry on both sides; where they stand one under the other, the page goes to the other side. */
  function select(item: CheckItem, from: "list" | "sheet"): void {
    const index = sheets.findIndex(({name}) => name === item.sheet);
    for (const [at, view] of drawn) if (at !== index) view.select(null);
    if (index >= 0) {
      open(index);
      drawn.get(index)?.select(item);
      if (from === "list" && isNarrow()) panel.scrollIntoView({block: "center"});
    }
    if (from === "sheet" || !isNarrow()) list.select(item.index);
    else list.mark(item.index);
  }

  /** The sheet of the gravest entry, else the first that was read. */
  function firstSheet(): number {
    const ofItem = sheets.findIndex(
      ({name}) => name === items.find(({sheet, kind}) => sheet !== null && kind !== "note")?.sheet
    );
    return Math.max(0, ofItem >= 0 ? ofItem : sheets.findIndex(({forms}) => forms.length > 0));
  }
}

/** True where the list stands above the sheet, as on phones (`styles/checkList.css`). */
function isNarrow(): boolean {
  return typeof matchMedia === "function" && matchMedia("(max-width: 860px)").matches;
}

function legend(items: readonly CheckItem[]): HTMLElement {
  const entries = (["fix", "review"] as const).flatMap((kind) => {
    const first = items.find((item) => item.kind === kind);
    return first === undefined ? [] : [element("span", {}, disc(kind, first.number ?? ""), KIND_WORDS[kind])];
  });
  return element("p", {class: "check-legend", "aria-hidden": "true"}, ...entries);
}
