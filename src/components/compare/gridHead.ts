import type {CompareColumn} from "../../views/compare/compareColumns.js";
import {type CompareOrder, linkOfOrder, ORDER_KEYS} from "../../views/compare/compareState.js";
import type {CompareView} from "../../views/compare/compareView.js";
import {FIRST_PRESENT_YEAR} from "../../views/overviewFacts.js";
import {headGoal} from "../../sentences/compareWords.js";
import {type Child, element} from "../element.js";
import {writeUrlState} from "../urlState.js";

/** The two lines of heads: whose the columns are, then one button a column that orders the rows. */
export function gridHead(view: CompareView): HTMLElement {
  const {columns} = view.columns;
  const plan = columns.filter(({section}) => section === "plan");
  const detail = columns.filter(({section}) => section === "detail");
  const isNorm = plan[0]?.target?.kind === "norm";
  const hasOwn = view.state.year >= FIRST_PRESENT_YEAR;
  const groups = element(
    "tr",
    {class: "compare-groups"},
    element("td", {class: "col-check"}),
    element("td", {class: "col-rank"}),
    element("td", {class: "col-name"}),
    element("td", {class: "col-need"}),
    plan.length > 0
      ? element(
          "th",
          {scope: "colgroup", colspan: plan.length, class: "col-plan"},
          isNorm ? "Mức của quy định" : "Chỉ tiêu của kế hoạch"
        )
      : null,
    element(
      "th",
      {scope: "colgroup", colspan: detail.length, class: "col-detail is-first"},
      `Chi tiết theo loại, ${isNorm ? "quy định" : "kế hoạch"} không giao riêng`
    ),
    element("td", {colspan: hasOwn ? 3 : 2, class: "col-other"})
  );
  const [first, last] = [view.rows.years[0], view.rows.years.at(-1)];
  const years = first === undefined || last === undefined || first === last ? "Các năm" : `${first}–${last}`;
  const heads = element(
    "tr",
    {"data-row": "dau"},
    element(
      "th",
      {scope: "col", class: "col-check", "data-col": "chon"},
      element("span", {class: "visually-hidden"}, "Chọn")
    ),
    element("th", {scope: "col", class: "col-rank", "data-col": "hang"}, "Hạng"),
    sortHead(view, {key: ORDER_KEYS.name, classes: "col-name", isFalling: false}, "Xã, phường"),
    sortHead(view, {key: ORDER_KEYS.need, classes: "col-need", isFalling: true}, "Cần thêm"),
    ...columns.map((column, i) =>
      sortHead(
        view,
        {
          key: column.id,
          classes: `col-rate col-${column.section}${column.section === "detail" && columns[i - 1]?.section !== "detail" ? " is-first" : ""}`,
          isFalling: false
        },
        ...columnWords(column)
      )
    ),
    hasOwn ? sortHead(view, {key: ORDER_KEYS.own, classes: "col-own col-other", isFalling: false}, "Chính xã") : null,
    sortHead(view, {key: ORDER_KEYS.units, classes: "col-units col-other", isFalling: true}, "Đơn vị"),
    element("th", {scope: "col", class: "col-trend col-other", "data-col": "cac-nam"}, years)
  );
  return element("thead", {}, groups, heads);
}

function columnWords({head, goal, section}: CompareColumn): Child[] {
  if (section === "detail" || goal === null) return [head];
  return [head, " ", element("strong", {}, headGoal(goal))];
}

/** A head that orders by its column, first the way most people ask for, then the other way. */
function sortHead(
  {state}: CompareView,
  {key, classes, isFalling}: {key: string; classes: string; isFalling: boolean},
  ...words: Child[]
): HTMLElement {
  const isSorted =
    state.order.key === key || (key === state.targetId && state.group === "all" && state.order.key === ORDER_KEYS.rate);
  const next: CompareOrder = {key, isFalling: isSorted ? !state.order.isFalling : isFalling};
  const button = element(
    "button",
    {type: "button", class: "sort-button"},
    ...words,
    element("span", {"aria-hidden": "true", class: "sort-mark"}, isSorted ? (state.order.isFalling ? " ▾" : " ▴") : "")
  );
  button.addEventListener("click", () => writeUrlState({xep: linkOfOrder(next)}));
  return element(
    "th",
    {
      scope: "col",
      class: classes,
      "data-col": key,
      "aria-sort": isSorted ? (state.order.isFalling ? "descending" : "ascending") : "none"
    },
    button
  );
}
