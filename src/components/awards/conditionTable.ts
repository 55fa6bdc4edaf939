import type {AwardEntry} from "../../data/queries/awardBook.ts";
import type {ConditionCount} from "../../views/awardView.js";
import {element} from "../element.js";
import {formatCount} from "../format.js";
import {stackingTable} from "../stackingTable.js";
import {stateLink} from "../stateLink.js";
import {outcomeMark} from "./outcomeMark.js";

/** The conditions of an award: words, how many candidates meet each, do not, or are not known to; each count leads to its rows. */
export function conditionTable(award: AwardEntry, counts: readonly ConditionCount[], noun: string): HTMLElement {
  const link = (count: number, id: string, sign: string): Node => {
    const words = formatCount(count);
    const label = `${words} ${noun}: ${sign === "1" ? "đạt" : sign === "0" ? "chưa đạt" : "chưa rõ"}`;
    return count === 0
      ? element("span", {class: "muted"}, words)
      : stateLink(
          {o: `${id}~${sign}`, "tinh-trang": undefined, trang: undefined},
          {target: "danh-sach", attributes: {"aria-label": label}},
          words
        );
  };
  const table = stackingTable(
    counts,
    [
      {
        title: "Điều kiện",
        heading: true,
        value: ({text}, i) => element("span", {}, `${i + 1}. ${text}`)
      },
      {title: "Đạt", numeric: true, value: ({is_tracked, met, id}) => (is_tracked ? link(met, id, "1") : null)},
      {
        title: "Chưa đạt",
        numeric: true,
        value: ({is_tracked, missing, id}) => (is_tracked ? link(missing, id, "0") : null)
      },
      {
        title: "Chỉ thiếu điều này",
        numeric: true,
        value: ({is_tracked, alone}) => (is_tracked ? formatCount(alone) : null)
      },
      {
        title: "Chưa rõ",
        numeric: true,
        value: ({is_tracked, unknown, id}) =>
          is_tracked ? link(unknown, id, "?") : outcomeMark("?", "Không biểu nào hỏi")
      }
    ],
    {caption: `Điều kiện: ${award.title}`, name: "award-counts"}
  );
  return element(
    "div",
    {class: "table-scroll", tabindex: 0, role: "region", "aria-label": `Điều kiện: ${award.title}`},
    table
  );
}

/** The words of the plan, with a link to where they stand. */
export function awardQuote({quote, clause, locator, plan_id, document, who}: AwardEntry): HTMLElement {
  return element(
    "div",
    {class: "award-quote"},
    element("q", {}, quote),
    element(
      "p",
      {class: "clause"},
      `Đối tượng: ${who}. `,
      element("a", {href: `./ke-hoach#${plan_id}`}, [clause, locator].filter(Boolean).join(", ")),
      `, ${document}`
    )
  );
}
