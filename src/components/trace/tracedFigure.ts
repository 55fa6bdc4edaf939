import {type Child, element} from "../element.js";
import {isPublicEdition} from "../edition.js";
import {changedSearch} from "../urlState.js";
import {type FigureKey, formatTraceLink, type RowKey, type Traceable} from "./figureKey.js";
import {markOpen, openTrace} from "./traceLink.js";

/**
 * A number that opens its trace panel: a link with a dotted underline that puts the figure into the address (`vet`), so that the open
 * panel can be sent on. The panel itself stands once per page and follows the address; the page is not painted again. In a public edition,
 * which holds nothing to trace to, the number alone.
 * @param options.label what the number is, for those who hear the link alone ("78,9%, tỷ lệ được công nhận, Tỉnh Thanh Hóa, 2025").
 * @param options.row the row of a submitted file that the panel opens at.
 */
export function tracedFigure(
  figure: FigureKey,
  {label, row}: {label: string; row?: RowKey | null},
  ...children: Child[]
): HTMLElement {
  if (isPublicEdition()) return element("span", {}, ...children);
  const vet = formatTraceLink(figure, row);
  const link = element(
    "a",
    {
      href: changedSearch(location.search, {vet}),
      class: "traced",
      "data-vet": vet,
      "aria-label": label,
      "aria-haspopup": "dialog"
    },
    ...children
  );
  link.addEventListener("click", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openTrace(vet);
  });
  markOpen(link);
  return link;
}

/** The same where there may be nothing to trace: then the number itself. */
export function tracedWords(trace: Traceable | null | undefined, words: string): HTMLElement | string {
  return trace && !isPublicEdition() ? tracedFigure(trace.figure, {label: `${words}, ${trace.label}`}, words) : words;
}
