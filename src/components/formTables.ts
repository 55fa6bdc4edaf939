import type {ExplainedColumn, ExplainedForm} from "../data/queries/formsBook.ts";
import {element} from "./element.js";
import {stackingTable} from "./stackingTable.js";

export const NEED_WORDS: Readonly<Record<ExplainedColumn["need"], string>> = {
  must: "Bắt buộc",
  should: "Cần cho chỉ tiêu",
  may: "Nếu có"
};

/** What an empty cell means in most columns; the page says so once. */
const UNKNOWN = "Chưa rõ";

/** A form with a row for each column: what it takes, which words, what an empty cell means, an example. Columns of files of many communes come last. */
export function formSection({id, title, purpose, columns}: ExplainedForm): HTMLElement {
  const own = columns.filter(({is_for_many}) => !is_for_many);
  const ofMany = columns.filter(({is_for_many}) => is_for_many);
  const needed = own.filter(({need}) => need !== "may").length;
  return element(
    "section",
    {class: "form-section"},
    element("h2", {id: formAnchor(id)}, title),
    element("p", {class: "note"}, purpose),
    columnTable(
      own,
      `${own.length} cột, ${needed} cột bắt buộc hoặc cần cho chỉ tiêu; ô trống là chưa rõ nếu không ghi khác`
    ),
    ofMany.length === 0
      ? null
      : element(
          "p",
          {class: "note"},
          `Tệp gồm nhiều xã hoặc nhiều năm còn có cột ${ofMany.map((column) => column.title).join(", ")}.`
        )
  );
}

/** "unit_list" → "bieu-unit_list": the anchor of a form. */
export const formAnchor = (id: string): string => `bieu-${id}`;

function columnTable(columns: readonly ExplainedColumn[], caption: string): HTMLElement {
  return stackingTable<ExplainedColumn>(
    columns,
    [
      {
        title: "Cột",
        heading: true,
        value: ({title, need}) =>
          element("span", {}, title, element("span", {class: `clause form-need is-${need}`}, NEED_WORDS[need]))
      },
      {title: "Ghi gì", value: ({meaning}) => meaning},
      {title: "Dạng, từ được chọn", value: ({words}) => words},
      {
        title: "Ví dụ",
        value: ({example}) => (example === "" ? null : element("span", {class: "form-example"}, example))
      },
      {title: "Ô trống", value: ({blank}) => (blank === UNKNOWN ? null : blank)}
    ],
    {caption, name: "form-columns"}
  );
}
