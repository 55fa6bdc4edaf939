import {element} from "./element.js";
import {richText} from "./richText.js";

/** The head of a page: the sentence that answers, what it covers, and the filters at the right. */
export interface PageHead {
  node: HTMLElement;
  /** Says another sentence; the filters stay as they are. */
  say: (title: string, subtitle: string) => void;
}

/** Makes a page head with the given filters; `say` fills in title and subtitle (`**…**` is strong). */
export function pageHead(filters: readonly Node[]): PageHead {
  const title = element("h1", {});
  const subtitle = element("p", {class: "subtitle"});
  const node = element(
    "div",
    {class: "page-head"},
    element("div", {}, title, subtitle),
    element("div", {class: "filters"}, ...filters)
  );
  const say = (sentence: string, under: string): void => {
    title.textContent = sentence;
    subtitle.replaceChildren(...richText(under));
  };
  return {node, say};
}
