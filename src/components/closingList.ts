import {element} from "./element.js";
import type {Traceable} from "./trace/figureKey.js";
import {tracedWords} from "./trace/tracedFigure.js";
import {formatCount, formatShare, type ShareFormat} from "./format.js";

/** A commune that still needs units to reach the target by itself. */
export interface ClosingRow {
  code: string;
  /** Page of the commune; null for one that has ended. */
  href: string | null;
  name: string;
  units_needed: number;
  numerator: number;
  denominator: number;
  trace?: Traceable | null;
}

export interface ClosingData {
  /** Most units first, ties by lower rate. */
  rows: readonly ClosingRow[];
  /** The first `cut` rows together close the area's gap; null where there is no gap or it cannot be closed. */
  cut: number | null;
  /** "Đủ 79 đơn vị, toàn tỉnh lên 80%": said where the gap closes. */
  cut_words: string;
  /** Head of the bars: "Cần thêm (đơn vị)". */
  heading: string;
  /** Last line of a shortened list: how many communes and units are left. */
  rest_words: (communes: number, units: number) => string;
  limit: ShareFormat;
}

/**
 * Draws the communes that close the gap as a Pareto table: units to go as a bar, running total, rate. The rows up to the rule are enough
 * for the whole area.
 * @param options.limit rows shown before "Xem cả danh sách".
 * @param options.caption what the table holds, read out.
 */
export function closingList(data: ClosingData, {limit = 12, caption}: {limit?: number; caption: string}): HTMLElement {
  const table = element(
    "table",
    {class: "closing"},
    element("caption", {class: "visually-hidden"}, caption),
    head(data)
  );
  const body = element("tbody", {});
  table.append(body);
  const node = element("div", {class: "closing-list"}, table);
  const rest = element("p", {class: "closing-rest"});
  const show = (count: number): void => {
    body.replaceChildren(...rows(data, count));
    rest.replaceChildren(...restLine(data, count, () => show(data.rows.length)));
    rest.hidden = rest.childNodes.length === 0;
  };
  show(limit);
  node.append(rest);
  return node;
}

function head({heading}: ClosingData): HTMLElement {
  return element(
    "thead",
    {},
    element(
      "tr",
      {},
      element("th", {scope: "col"}, element("span", {class: "visually-hidden"}, "Thứ tự")),
      element("th", {scope: "col"}, "Xã, phường"),
      element("th", {scope: "col"}, heading),
      element("th", {scope: "col", class: "num"}, "cộng dồn"),
      element("th", {scope: "col", class: "num"}, "tỷ lệ")
    )
  );
}

function rows(data: ClosingData, count: number): HTMLElement[] {
  const most = Math.max(1, ...data.rows.map(({units_needed}) => units_needed));
  const made: HTMLElement[] = [];
  let total = 0;
  data.rows.slice(0, count).forEach((row, i) => {
    total += row.units_needed;
    const isEnough = data.cut !== null && i < data.cut;
    made.push(
      element(
        "tr",
        {class: isEnough ? "is-enough" : null},
        element("td", {class: "closing-rank"}, element("span", {class: isEnough ? "disc" : null}, i + 1)),
        element("th", {scope: "row"}, row.href === null ? row.name : element("a", {href: row.href}, row.name)),
        element(
          "td",
          {class: "closing-bar"},
          element("span", {class: "bar", style: `width:${Math.round((70 * 10 * row.units_needed) / most) / 10}%`}),
          element("span", {class: "count"}, formatCount(row.units_needed))
        ),
        element("td", {class: "num"}, formatCount(total)),
        element("td", {class: "num"}, tracedWords(row.trace, formatShare(row.numerator, row.denominator, data.limit)))
      )
    );
    if (data.cut !== null && i === data.cut - 1) {
      made.push(
        element(
          "tr",
          {class: "closing-cut"},
          element(
            "td",
            {colspan: 5},
            element("div", {}, element("strong", {}, data.cut_words), element("span", {class: "closing-rule"}))
          )
        )
      );
    }
  });
  return made;
}

function restLine(data: ClosingData, count: number, showAll: () => void): (string | HTMLElement)[] {
  const rest = data.rows.slice(count);
  if (rest.length === 0) return [];
  const needed = rest.reduce((sum, {units_needed}) => sum + units_needed, 0);
  const button = element("button", {type: "button", class: "link-button"}, "Xem cả danh sách");
  button.addEventListener("click", showAll);
  return [`${data.rest_words(rest.length, needed)} `, button];
}
