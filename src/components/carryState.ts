import {element} from "./element.js";
import {carriedSearch, ignoredParts, pageOfPath} from "./linkedState.js";
import {observeUrlState} from "./urlState.js";

/**
 * Keeps what a person chose from page to page: every link to another page of the site takes the keys along that this page understands.
 * Links of the menu are real addresses at once; those within the page when they are about to be followed.
 */
export function carryState(root: Document): void {
  const carry = (link: HTMLAnchorElement): void => {
    const own = link.dataset["own"] ?? link.getAttribute("href") ?? "";
    if (own === "" || own.startsWith("#") || link.hasAttribute("download")) return;
    const to = new URL(own, root.baseURI);
    if (to.origin !== location.origin) return;
    const [from, page] = [pageOfPath(location.pathname), pageOfPath(to.pathname)];
    // A link to the page itself says all of its state.
    if (from === page) return;
    const search = carriedSearch(from, page, location.search, to.search);
    link.dataset["own"] = own;
    if (search !== to.search) link.href = to.pathname + search + to.hash;
    else link.setAttribute("href", own);
  };
  observeUrlState(() => {
    for (const link of root.querySelectorAll<HTMLAnchorElement>(".menu a, .product")) carry(link);
  });
  const onLink = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link instanceof HTMLAnchorElement) carry(link);
  };
  for (const kind of ["pointerdown", "focusin", "click"]) root.addEventListener(kind, onLink, {capture: true});
}

/** Says under the head of the page which parts of its address it does not heed; a person can close the line. */
export function noticeIgnored(main: Element, years: readonly string[]): void {
  const parts = ignoredParts(pageOfPath(location.pathname), location.search, years);
  if (parts.length === 0) return;
  const close = element("button", {type: "button", class: "link-button"}, "Đóng");
  const words = parts.map(({text, why}) => `“${text}” (${why})`).join(", ");
  const notice = element("p", {class: "ignored", role: "status"}, `Bỏ qua trong địa chỉ: ${words}. `, close);
  close.addEventListener("click", () => notice.remove());
  // Above the page: it is drawn anew below it.
  main.before(notice);
}
