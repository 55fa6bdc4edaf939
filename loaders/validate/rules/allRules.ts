import * as fileRules from "./fileRules.ts";
import * as headlineRules from "./headlineRules.ts";
import * as periodRules from "./periodRules.ts";
import * as priorRules from "./priorRules.ts";
import * as summaryRules from "./summaryRules.ts";
import * as unitRules from "./unitRules.ts";
import * as valueRules from "./valueRules.ts";
import type {Rule} from "./rule.ts";

/** Every check of a file's content, for lists and explanations; some ids stand twice, once for each severity they can have. */
export const ALL_RULES: readonly Rule[] = [
  fileRules,
  valueRules,
  unitRules,
  summaryRules,
  headlineRules,
  periodRules,
  priorRules
].flatMap((rules) => Object.values(rules));
