import type {Severity} from "../../vocabulary.ts";

/** What a rule met: the header over the cell, the cell's text, and words the rule itself puts into its sentences. */
export interface Found {
  header: string;
  text: string;
  /** Words for the sentences: another cell's address, a count, a suggestion. */
  detail?: string;
}

/** A check with its words for the sender: what was found and expected, then what to do (a sentence that begins with a verb). */
export interface Rule {
  id: string;
  severity: Severity;
  /** Name of the check in lists, Vietnamese. */
  title: string;
  message: (found: Found) => string;
  remedy: (found: Found) => string;
}

/** Fixes the type of a rule where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
