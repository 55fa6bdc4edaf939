import {element} from "./element.js";
import {type SearchHit, type SearchIndex, searchIn} from "./searchIndex.js";

/**
 * Makes `input` a combobox over communes of today and before: `load` is called on the first focus only. Key "/" comes here from anywhere
 * on the page, arrows move, Enter opens, Escape closes.
 * @param options.open what opening a hit does; left out: goes to its page.
 */
export function searchBox(
  input: HTMLInputElement,
  load: () => Promise<SearchIndex>,
  {open = openCommune}: {open?: (hit: SearchHit) => void} = {}
): void {
  const list = element("ul", {
    id: "search-list",
    class: "search-list",
    role: "listbox",
    "aria-label": "Kết quả tìm",
    hidden: true
  });
  const status = element("p", {class: "visually-hidden", role: "status"});
  input.after(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id
  })) {
    input.setAttribute(name, value);
  }
  let find: ((text: string) => SearchHit[]) | null = null;
  let loading: Promise<void> | null = null;
  let hits: SearchHit[] = [];
  let active = -1;

  const prepare = (): Promise<void> =>
    (loading ??= load().then(
      (index) => void (find = searchIn(index)),
      () => {
        loading = null;
        status.textContent = "Không tải được danh sách xã, phường. Thử lại sau.";
      }
    ));
  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const activate = (index: number): void => {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", `${i === active}`));
    const item = list.children[active];
    if (!item) return;
    input.setAttribute("aria-activedescendant", item.id);
    if ("scrollIntoView" in item) item.scrollIntoView({block: "nearest"});
  };
  const show = (): void => {
    if (!find || input.value.trim() === "") {
      close();
      return;
    }
    hits = find(input.value);
    list.replaceChildren(...(hits.length === 0 ? [nothing()] : hits.map((hit, i) => option(hit, i))));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = hits.length === 0 ? "Không có kết quả" : `${hits.length} kết quả`;
    activate(hits.length === 0 ? -1 : 0);
  };

  close();
  input.addEventListener("focus", () => void prepare());
  input.addEventListener("input", () => void prepare().then(show));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (list.hidden) show();
      else if (hits.length > 0) activate((active + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      const hit = hits[active];
      if (!list.hidden && hit) open(hit);
    } else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      close();
    }
  });
  // The list must not take the focus, or the blur would close it before the click lands.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = (event.target as Element).closest("[role=option]");
    const hit = item ? hits[[...list.children].indexOf(item)] : undefined;
    if (hit) open(hit);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    if (input.offsetParent === null)
      document.querySelector<HTMLButtonElement>(".menu-button[aria-expanded=false]")?.click();
    input.focus();
    input.select();
  });
}

function option({text, detail}: SearchHit, index: number): HTMLLIElement {
  return element(
    "li",
    {id: `search-option-${index}`, role: "option"},
    element("span", {}, text),
    detail === "" ? null : element("span", {class: "search-detail"}, detail)
  );
}

function nothing(): HTMLLIElement {
  return element("li", {class: "search-nothing", role: "presentation"}, "Không có xã, phường nào tên như vậy");
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function openCommune({code}: SearchHit): void {
  // The product name leads home: at any address, even one that does not exist.
  const home = document.querySelector<HTMLAnchorElement>(".product")?.href ?? document.baseURI;
  location.href = new URL(`xa?ma=${encodeURIComponent(code)}`, home).href;
}
