import type {Child} from "../element.js";
import {stateLink} from "../stateLink.js";
import {type FigureKey, formatFigureKey} from "./figureKey.js";

/**
 * A number that opens its trace panel: a link with a dotted underline that puts the figure into the address (`vet`), so that the open
 * panel can be sent on. The panel itself stands once per page and follows the address.
 * @param options.label what the number is, for those who hear the link alone ("78,9%, tỷ lệ được công nhận, Tỉnh Thanh Hóa, 2025").
 */
export function tracedFigure(figure: FigureKey, {label}: {label: string}, ...children: Child[]): HTMLAnchorElement {
  return stateLink(
    {vet: formatFigureKey(figure)},
    {attributes: {class: "traced", "aria-label": label, "aria-haspopup": "dialog"}},
    ...children
  );
}
