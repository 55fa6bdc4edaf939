import {type Attributes, type Child, element} from "./element.js";
import {changedSearch, type UrlKey, writeUrlState} from "./urlState.js";

/** What a link changes in the address; undefined takes a key out. */
export type LinkChanges = {[K in UrlKey]?: string | undefined};

/**
 * A link to the same page in another state: a real address (it can be copied or opened beside), followed without loading the page again.
 * @param options.target id of the part it leads to: scrolled to, and focused.
 */
export function stateLink(
  changes: LinkChanges,
  {target, attributes = {}}: {target?: string; attributes?: Attributes},
  ...children: Child[]
): HTMLAnchorElement {
  const fragment = target === undefined ? "" : `#${target}`;
  const search = changedSearch(location.search, changes);
  const link = element(
    "a",
    {href: `${search === "" ? location.pathname : search}${fragment}`, ...attributes},
    ...children
  );
  link.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    writeUrlState(changes);
    if (target !== undefined) goTo(target);
  });
  return link;
}

/** Scrolls to a part of the page and gives it the focus, so that the keyboard goes on from there. */
export function goTo(id: string): void {
  const part = document.getElementById(id);
  if (!part) return;
  part.tabIndex = -1;
  part.focus({preventScroll: true});
  // jsdom lays nothing out.
  if (typeof part.scrollIntoView === "function") part.scrollIntoView({block: "start"});
}
