import {FILE_RULE_TITLES} from "../../loaders/submissions/fileRuleTitles.ts";
import {ALL_RULES as CONTENT_RULES} from "../../loaders/validate/rules/allRules.ts";
import {CHECKS} from "./allChecks.ts";
import type {RuleTitle} from "./check.ts";

/**
 * Every rule that an issue can name, with its severity and Vietnamese title: of files, of what a file says, of files held against each
 * other. An id stands once for each severity it can have; a rule that a reader and a check share stands once.
 */
export const ALL_RULES: readonly RuleTitle[] = onceEach([
  ...FILE_RULE_TITLES,
  ...CONTENT_RULES,
  ...CHECKS.map(({rule}) => rule)
]);

function onceEach(rules: readonly RuleTitle[]): RuleTitle[] {
  const byKey = new Map(rules.map(({id, severity, title}) => [`${id} ${severity}`, {id, severity, title}]));
  return [...byKey.values()];
}
