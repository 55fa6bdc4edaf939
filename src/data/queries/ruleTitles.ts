import type {Severity} from "../../../loaders/vocabulary.ts";
import {ALL_RULES} from "../../../pipelines/checks/allRules.ts";

/** A rule as the page names it. */
export interface NamedRule {
  id: string;
  title: string;
  severity: Severity;
}

/** Said of a rule that the registry does not hold (of an older warehouse): its id is never shown to a person. */
const UNNAMED = "Kiểm tra khác";

const ORDER: readonly Severity[] = ["row_error", "value_error", "warning", "info"];

/** Names the rules found in the data, the heaviest first, then by name. */
export function namedRules(found: readonly {rule: string; severity: Severity}[]): NamedRule[] {
  const titles = new Map(ALL_RULES.map(({id, title}) => [id, title]));
  return found
    .map(({rule, severity}) => ({id: rule, title: titles.get(rule) ?? UNNAMED, severity}))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)
    );
}
