import type {FieldType} from "../validate/form.ts";
import type {PlannedSheet} from "../write/plannedSheet.ts";
import {SheetBuilder} from "../write/sheetBuilder.ts";
import type {TemplateLook} from "./looks.ts";
import type {TemplateFill} from "./templateFill.ts";
import {FIELD_WORDS, PERIOD_WORDS, STAGE_WORDS} from "./wordLists.ts";

/** Lists that are no column's: the stage and the period of Thông tin chung. */
type ListName = FieldType | "stage" | "period";

/** Where the words of each drop-down list stand. */
export interface WordLists {
  sheet: PlannedSheet<TemplateLook>;
  /** "'Danh mục'!$A$1:$A$7"; null for a column without list. */
  sourceOf: (name: ListName) => string | null;
}

const NAME = "Danh mục";

/**
 * The hidden sheet that holds the words of the drop-down lists: words hold commas, so no list can stand in its cell.
 * One below the other in one column: side by side their first words would pass for the head of a form.
 */
export function wordLists({formerCommunes, communes}: Pick<TemplateFill, "formerCommunes" | "communes">): WordLists {
  const lists: Partial<Record<ListName, readonly string[]>> = {
    ...FIELD_WORDS,
    stage: STAGE_WORDS,
    period: PERIOD_WORDS,
    former_commune: formerCommunes,
    commune: communes
  };
  const builder = new SheetBuilder<TemplateLook>([40]);
  const sources = new Map<string, string>();
  for (const [name, words] of Object.entries(lists)) {
    if (words.length === 0) continue;
    const first = builder.lastRow + 1;
    for (const word of words) builder.addLine([word], "plain");
    sources.set(name, `'${NAME}'!$A$${first}:$A$${builder.lastRow}`);
    builder.skip();
  }
  return {sheet: {...builder.build(NAME), isHidden: true}, sourceOf: (name) => sources.get(name) ?? null};
}
