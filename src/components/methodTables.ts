import type {Severity} from "../../loaders/vocabulary.ts";
import type {Method, MethodField, MethodIndicator} from "../data/queries/method.ts";
import type {MethodRule, RuleGroup} from "../data/queries/methodRules.ts";
import {element} from "./element.js";
import {formatCount} from "./format.js";
import {stackingTable} from "./stackingTable.js";
import {verdictMark} from "./verdictMark.js";

/** Every indicator with its parts; the head of a row carries the indicator's id, so that `/phuong-phap#id` leads to it. */
export function indicatorTable({indicators, fields}: Pick<Method, "indicators" | "fields">): HTMLElement {
  const titles = new Map(fields.map(({id, title}) => [id, title]));
  return stackingTable<MethodIndicator>(
    indicators,
    [
      {
        title: "Chỉ tiêu",
        heading: true,
        value: ({id, title, definition, period}) =>
          element(
            "span",
            {id, class: "anchor"},
            title,
            element("span", {class: "clause"}, definition),
            element("span", {class: "clause"}, `${period}.`),
            element("code", {}, id)
          )
      },
      {title: "Tử số", value: ({numerator}) => numerator},
      {title: "Mẫu số", value: ({denominator}) => denominator ?? "Không có, là số đếm"},
      {title: "Cột quyết định", value: ({fields: ids, reported_in}) => reported_in ?? fieldLinks(ids, titles)},
      {title: "Căn cứ", value: ({legal_basis}) => legal_basis},
      {title: "Hướng", value: ({direction}) => (direction === "up" ? "Cao hơn là tốt hơn" : "Thấp hơn là tốt hơn")}
    ],
    {caption: `${indicators.length} chỉ tiêu, lấy từ danh mục mà phần tính toán dùng`, name: "method-indicators"}
  );
}

function fieldLinks(ids: readonly string[], titles: ReadonlyMap<string, string>): HTMLElement {
  const links = ids.map((id) => element("a", {href: `#${fieldAnchor(id)}`}, titles.get(id) ?? id));
  return element("span", {}, ...links.flatMap((link, i) => (i === 0 ? [link] : [", ", link])));
}

const fieldAnchor = (id: string): string => `cot-${id}`;

/** The groups of unit types that indicators are counted for; each type is a group of its own besides. */
export function groupTable(groups: Method["groups"]): HTMLElement {
  return stackingTable(
    groups,
    [
      {title: "Nhóm", heading: true, value: ({title}) => title},
      {title: "Gồm", value: ({types}) => types.join(", ")},
      {title: "Mã", value: ({id}) => element("code", {}, id)}
    ],
    {caption: "Nhóm đơn vị; mỗi loại hình cũng là một nhóm riêng", name: "method-groups"}
  );
}

/** Every field of the unit list: the Vietnamese head, the English column, what it holds and what an empty cell means. */
export function fieldTable(fields: readonly MethodField[]): HTMLElement {
  return stackingTable<MethodField>(
    fields,
    [
      {
        title: "Cột",
        heading: true,
        value: ({id, title, header_count}) =>
          element(
            "span",
            {id: fieldAnchor(id), class: "anchor"},
            title,
            header_count > 0 ? element("span", {class: "clause"}, `${header_count} cách ghi tiêu đề`) : null
          )
      },
      {
        title: "Tên tiếng Anh",
        value: ({column}) => (column === null ? "Không lưu" : element("code", {}, column))
      },
      {title: "Nội dung", value: ({holds}) => holds},
      {title: "Ô trống", value: ({blank}) => blank}
    ],
    {caption: "Cột của Danh sách đơn vị; cột không có cách ghi tiêu đề do bộ đọc thêm vào", name: "method-fields"}
  );
}

/** Each verdict as it is drawn elsewhere, and when it is given. */
export function verdictMeanings(verdicts: Method["verdicts"]): HTMLElement {
  return stackingTable(
    verdicts,
    [
      {title: "Kết luận", heading: true, value: ({id}) => verdictMark(id)},
      {title: "Khi nào", value: ({meaning}) => meaning}
    ],
    {caption: "Năm kết luận", name: "method-verdicts"}
  );
}

/** The rules that fill or turn a value, as the trace of a cell names them. */
export function appliedRuleTable(rules: Method["applied_rules"]): HTMLElement {
  return stackingTable(
    rules,
    [
      {title: "Quy tắc", heading: true, value: ({meaning}) => meaning},
      {title: "Mã ghi ở ô nguồn", value: ({id}) => element("code", {}, id)}
    ],
    {caption: "Quy tắc điền hoặc đổi giá trị, luôn ghi kèm ô nguồn", name: "method-applied"}
  );
}

const SEVERITY_CLASSES: Readonly<Record<string, string>> = {
  row_error: "is-error",
  value_error: "is-error",
  warning: "is-warning"
};

/** Every check of the submitted files, one table for each group. */
export function ruleTables(groups: readonly RuleGroup[], severities: Method["severities"]): HTMLElement {
  const words = new Map(severities.map(({id, title}) => [id, title]));
  const severity = (id: Severity): HTMLElement =>
    element("span", {class: `severity ${SEVERITY_CLASSES[id] ?? ""}`.trim()}, words.get(id) ?? id);
  return element(
    "div",
    {class: "method-rules"},
    ...groups.map(({title, rules}) =>
      stackingTable<MethodRule>(
        rules,
        [
          {title: "Kiểm tra", heading: true, value: (rule) => rule.title},
          {
            title: "Mức",
            value: ({severities: own}) =>
              element("span", {}, ...own.map(severity).flatMap((each, i) => (i === 0 ? [each] : [" hoặc ", each])))
          },
          {title: "Mã", value: ({id}) => element("code", {}, id)}
        ],
        {caption: `${title}: ${rules.length} kiểm tra`, name: "method-checks"}
      )
    )
  );
}

/** Where the reference data come from and how much there is. */
export function sourceTable(sources: Method["sources"]): HTMLElement {
  return stackingTable(
    sources,
    [
      {title: "Danh mục", heading: true, value: ({title}) => title},
      {title: "Số lượng", numeric: true, value: ({count}) => (count === null ? null : formatCount(count))},
      {title: "Nguồn", value: ({source}) => source}
    ],
    {caption: "Danh mục dùng để tính", name: "method-sources"}
  );
}

/** Goes to the row the address names, once the tables stand: they are drawn after the browser looked for it. */
export function goToAddressedRow(): void {
  const id = location.hash.slice(1);
  // Ids here are plain ASCII; an address that is not one of them is left alone.
  if (/^[\w-]+$/.test(id) && document.getElementById(id) !== null) location.replace(`#${id}`);
}
