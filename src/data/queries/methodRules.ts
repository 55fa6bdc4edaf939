import type {Rule} from "../../../loaders/validate/rules/rule.ts";
import * as fileRules from "../../../loaders/validate/rules/fileRules.ts";
import * as summaryRules from "../../../loaders/validate/rules/summaryRules.ts";
import * as unitRules from "../../../loaders/validate/rules/unitRules.ts";
import * as valueRules from "../../../loaders/validate/rules/valueRules.ts";
import {SEVERITIES, type Severity} from "../../../loaders/vocabulary.ts";

/** A check of the submitted files; one that can weigh differently from row to row has several severities. */
export interface MethodRule {
  id: string;
  title: string;
  severities: Severity[];
}

export interface RuleGroup {
  title: string;
  rules: MethodRule[];
}

/** Names of the checks over several files, years or forms (`pipelines/checks`), which are written in SQL; a test holds ids and severities. */
const CROSS_CHECKS: readonly MethodRule[] = [
  {id: "unit_repeated", title: "Trùng tên hoặc mã trong một xã, một năm", severities: ["warning"]},
  {id: "unit_listed_twice", title: "Một đơn vị có trong tệp của hai cấp", severities: ["warning"]},
  {id: "fewer_units", title: "Bản mới ít đơn vị hơn bản trước", severities: ["warning"]},
  {id: "summary_differs_from_list", title: "Biểu tổng hợp khác danh sách đơn vị", severities: ["warning"]},
  {id: "unit_ended", title: "Đơn vị không còn trong danh sách mới", severities: ["info"]},
  {id: "unit_not_placed", title: "Đơn vị của xã bị chia chưa rõ nay thuộc xã nào", severities: ["info"]}
];

/** Every check with its severity, by what it looks at, the heaviest first. */
export function ruleGroups(): RuleGroup[] {
  return [
    {title: "Cả tệp", rules: distinct(Object.values(fileRules))},
    {title: "Một ô", rules: distinct(Object.values(valueRules))},
    {title: "Một đơn vị", rules: distinct(Object.values(unitRules))},
    {title: "Biểu tổng hợp, Thông tin chung", rules: distinct(Object.values(summaryRules))},
    {title: "Nhiều tệp, nhiều năm", rules: [...CROSS_CHECKS]}
  ];
}

function distinct(rules: readonly Rule[]): MethodRule[] {
  const byId = new Map<string, MethodRule>();
  for (const {id, title, severity} of rules) {
    const known = byId.get(id);
    if (known === undefined) byId.set(id, {id, title, severities: [severity]});
    else if (!known.severities.includes(severity)) known.severities.push(severity);
  }
  return [...byId.values()].sort((a, b) => weight(a) - weight(b));
}

const ORDER = Object.keys(SEVERITIES) as Severity[];
const weight = ({severities}: MethodRule): number => Math.min(...severities.map((each) => ORDER.indexOf(each)));
