import {figureWords} from "../../sentences/traceSentences.js";
import type {EarlierFigure} from "../../views/trace/earlierFigure.js";
import type {Counts, RoleLetter} from "../../data/queries/trace/shape.ts";
import {SHORT_ROLE_WORDS} from "../../sentences/traceSentences.js";
import {element} from "../element.js";
import {formatCount, formatDate} from "../format.js";
import type {TraceHeading} from "./traceHeading.js";

const FIRST = 6;

/** The number as the superseded file gave it, and the units whose part in it changed. */
export function traceChange(
  {counts: before, before: old, now, changes}: EarlierFigure,
  heading: TraceHeading
): HTMLElement {
  const {counts, indicator} = heading;
  const words = (of: Counts): string =>
    indicator.measure === "count"
      ? formatCount(of[0])
      : `${formatCount(of[0])}/${formatCount(of[1])} = ${figureWords(of, indicator)}`;
  const line = (files: EarlierFigure["before"], of: Counts): HTMLElement =>
    element("tr", {}, element("th", {scope: "row"}, days(files)), element("td", {}, words(of)));
  const list = element("ul", {class: "trace-changes"}, ...changes.slice(0, FIRST).map(changeLine));
  const more = changes.length - FIRST;
  const rest = element("button", {type: "button", class: "link-button"}, `Xem thêm ${formatCount(more)} đơn vị`);
  rest.addEventListener("click", () => {
    list.append(...changes.slice(FIRST).map(changeLine));
    rest.remove();
  });
  return element(
    "section",
    {class: "trace-change"},
    element("h3", {}, "Đổi so với tệp trước"),
    element(
      "table",
      {class: "data"},
      element("caption", {class: "visually-hidden"}, "Số của tệp trước và tệp này"),
      element("tbody", {}, line(old, before), line(now, counts))
    ),
    changes.length === 0
      ? element("p", {class: "note"}, "Không đơn vị nào đổi vai trò trong số này.")
      : element("p", {class: "note"}, `${formatCount(changes.length)} đơn vị đổi vai trò:`),
    list,
    more > 0 ? rest : null
  );
}

function changeLine({name, from, to}: EarlierFigure["changes"][number]): HTMLElement {
  const words = (role: string | null): string =>
    role === null || role === "-" ? "không có" : SHORT_ROLE_WORDS[role as RoleLetter].toLowerCase();
  return element("li", {}, `${name}: ${words(from)} → ${words(to)}`);
}

function days(files: EarlierFigure["before"]): string {
  const known = [...new Set(files.map(({received_date: day}) => (day === null ? "không rõ ngày" : formatDate(day))))];
  return known.join(", ");
}
