import {CHECKS} from "../../../pipelines/checks/allChecks.ts";
import type {RuleTitle} from "../../../pipelines/checks/check.ts";
import * as fileRules from "../../../loaders/validate/rules/fileRules.ts";
import * as priorRules from "../../../loaders/validate/rules/priorRules.ts";
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

/** Every check with its severity, by what it looks at, the heaviest first. */
export function ruleGroups(): RuleGroup[] {
  return [
    {title: "Cả tệp", rules: distinct(Object.values(fileRules))},
    {title: "Một ô", rules: distinct(Object.values(valueRules))},
    {title: "Một đơn vị", rules: distinct(Object.values(unitRules))},
    {title: "Biểu tổng hợp, Thông tin chung", rules: distinct(Object.values(summaryRules))},
    {title: "Nhiều tệp, nhiều năm", rules: distinct([...Object.values(priorRules), ...CHECKS.map(({rule}) => rule)])}
  ];
}

function distinct(rules: readonly RuleTitle[]): MethodRule[] {
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
