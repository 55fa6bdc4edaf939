import type {RuleRow} from "../views/qualityView.js";
import {type Column, dataTable} from "./dataTable.js";
import {element} from "./element.js";
import {formatCount, formatShare, share} from "./format.js";
import {stateLink} from "./stateLink.js";
import {SEVERITY_WORDS, severityMark} from "./stateMark.js";

/** Rules that found something, with a bar each; the count leads to the issues. The share is of all issues of its severity. */
export function ruleTable(rows: readonly RuleRow[], {caption}: {caption: string}): HTMLElement {
  const most = Math.max(1, ...rows.map(({count}) => count));
  const ofSeverity = (row: RuleRow): number =>
    rows.reduce((sum, {rule, count}) => sum + (rule.severity === row.rule.severity ? count : 0), 0);
  const columns: Column<RuleRow>[] = [
    {
      title: "Kiểm tra",
      heading: true,
      value: ({rule}) =>
        element(
          "span",
          {class: "rule-name"},
          severityMark(rule.severity, {word: false}),
          element("span", {}, rule.title)
        ),
      fields: [
        {header: "Mức", kind: "text", of: ({rule}) => SEVERITY_WORDS[rule.severity]},
        {header: "Kiểm tra", kind: "text", of: ({rule}) => rule.title}
      ]
    },
    {
      title: "Số chỗ",
      value: ({rule, count}) =>
        element(
          "span",
          {class: "count-bar"},
          element("span", {
            class: `bar bar-${rule.severity}`,
            style: `width:${Math.max(2, Math.round((90 * count) / most))}px`,
            "aria-hidden": "true"
          }),
          stateLink(
            {"quy-tac": rule.id, muc: undefined, tep: undefined, ma: undefined, tim: undefined, trang: undefined},
            {target: "danh-sach", attributes: {"aria-label": `${formatCount(count)} chỗ: ${rule.title}`}},
            formatCount(count)
          )
        ),
      fields: [{header: "Số chỗ", kind: "count", of: ({count}) => count}]
    },
    {title: "Tệp", numeric: true, value: ({files}) => formatCount(files)},
    {title: "Xã", numeric: true, value: ({communes}) => (communes === 0 ? null : formatCount(communes))},
    {
      title: "Trong mức",
      numeric: true,
      value: (row) => formatShare(row.count, ofSeverity(row)),
      fields: [{header: "Trong mức", kind: "share", of: (row) => share(row.count, ofSeverity(row))}]
    }
  ];
  const table = dataTable(rows, columns, {caption, hideCaption: true});
  table.classList.add("rules");
  return element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption}, table);
}
