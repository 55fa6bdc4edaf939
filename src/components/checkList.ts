import {countPlaces} from "../sentences/checkSentences.js";
import type {CheckItem, ItemKind} from "../views/checkItems.js";
import {remedyParts} from "../views/remedyParts.js";
import {disc, KIND_WORDS} from "./checkMark.js";
import {element} from "./element.js";
import {formatCount} from "./format.js";

/** Entries of one kind that stand at once; the others come with a button. */
const FIRST_ITEMS = 60;

const HEADINGS: Readonly<Record<ItemKind, string>> = {fix: "Phải sửa", review: "Nên xem lại", note: "Ghi chú"};

/** The list of a file's problems. */
export interface CheckList {
  node: HTMLElement;
  /** Marks an entry as the chosen one, */
  mark: (index: number) => void;
  /** and brings it into view too. */
  select: (index: number) => void;
}

/**
 * What is to be mended, what is worth a look, and notes: number, cell, the text there, why, and what to write instead. Arrow keys go
 * from one entry to the next.
 * @param options.sheetTitles what to call the sheets beside the cells, by their names; empty if all entries are of one sheet.
 * @param options.onSelect called when a person chooses an entry.
 */
export function checkList(
  items: readonly CheckItem[],
  {sheetTitles, onSelect}: {sheetTitles: ReadonlyMap<string, string>; onSelect: (item: CheckItem) => void}
): CheckList {
  const buttons = new Map<number, HTMLButtonElement>();
  const node = element("div", {class: "check-list"});
  const revealers: ((index: number) => boolean)[] = [];
  for (const kind of ["fix", "review", "note"] as const) {
    const ofKind = items.filter((item) => item.kind === kind);
    if (ofKind.length > 0) node.append(section(kind, ofKind));
  }
  node.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
    const all = [...node.querySelectorAll<HTMLButtonElement>(".check-item")];
    const next = all[all.indexOf(event.target) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
  return {node, mark, select};

  function section(kind: ItemKind, ofKind: readonly CheckItem[]): HTMLElement {
    const list = element("ol", {class: "check-items"});
    const more = element("p", {class: "note check-more"});
    let shown = 0;
    const show = (count: number): void => {
      for (const item of ofKind.slice(shown, count)) list.append(element("li", {}, entry(item)));
      shown = Math.max(shown, Math.min(count, ofKind.length));
      more.replaceChildren();
      if (shown === ofKind.length) return;
      const all = element("button", {type: "button", class: "link-button"}, "Hiện tất cả");
      all.addEventListener("click", () => {
        const first = ofKind[shown];
        show(ofKind.length);
        if (first !== undefined) buttons.get(first.index)?.focus();
      });
      more.append(`${formatCount(shown)} trên ${formatCount(ofKind.length)} · `, all);
    };
    show(FIRST_ITEMS);
    revealers.push((index) => {
      const at = ofKind.findIndex((item) => item.index === index);
      if (at >= shown) show(at + FIRST_ITEMS);
      return at >= 0;
    });
    const heading =
      kind === "note" ? `${HEADINGS[kind]}: ${ofKind.length}` : `${HEADINGS[kind]}: ${countPlaces(ofKind, kind)}`;
    return element("section", {class: `check-part is-${kind}`}, element("h2", {}, heading), list, more);
  }

  function entry(item: CheckItem): HTMLButtonElement {
    const {kind, number, cell, sheet, row, quote, problems} = item;
    const place = cell ?? (row === null ? (sheet === null ? "Cả tệp" : "Cả trang") : `Dòng ${row}`);
    const title = sheetTitles.get(sheet ?? "");
    const button = element(
      "button",
      {type: "button", class: "check-item"},
      number === null ? disc(kind, "i") : disc(kind, number),
      number === null ? null : element("span", {class: "visually-hidden"}, `${number}, ${KIND_WORDS[kind]}: `),
      element(
        "span",
        {class: "check-item-text"},
        element(
          "span",
          {class: "check-place"},
          element("span", {class: "check-cell"}, place),
          title === undefined ? null : element("span", {class: "check-sheet-name"}, title),
          quote === null ? null : element("span", {class: "check-quote"}, quote === "" ? "ô trống" : `“${quote}”`)
        ),
        ...problems.flatMap(({message, remedy}) => [
          element("span", {class: "check-why"}, message),
          element(
            "span",
            {class: "check-remedy"},
            ...remedyParts(remedy).map(({text, isWritten}) =>
              isWritten ? element("span", {class: "check-write"}, text) : text
            )
          )
        ])
      )
    );
    button.addEventListener("click", () => onSelect(item));
    buttons.set(item.index, button);
    return button;
  }

  function mark(index: number): void {
    for (const button of node.querySelectorAll("[aria-current]")) button.removeAttribute("aria-current");
    revealers.some((reveal) => reveal(index));
    buttons.get(index)?.setAttribute("aria-current", "true");
  }

  function select(index: number): void {
    mark(index);
    const button = buttons.get(index);
    if (button !== undefined) bringIntoView(button, node.parentElement);
  }
}

/** Scrolls the list where it scrolls by itself, else the page. */
function bringIntoView(button: HTMLElement, scroller: HTMLElement | null): void {
  if (scroller === null || scroller.scrollHeight <= scroller.clientHeight) {
    const {top, bottom} = button.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) button.scrollIntoView({block: "center"});
    return;
  }
  const view = scroller.getBoundingClientRect();
  const place = button.getBoundingClientRect();
  // Part of a list that begins low on the page may lie under its edge.
  const bottom = Math.min(view.bottom, innerHeight);
  if (place.top < view.top) scroller.scrollTop -= view.top - place.top;
  else if (place.bottom > bottom) scroller.scrollTop += place.bottom - bottom;
}
