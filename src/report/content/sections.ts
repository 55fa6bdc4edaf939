import type {AreaSentence} from "../../data/queries/areaSentences.ts";
import type {Block} from "../reportShape.ts";

/** Indicators under one small heading, in the order they are told. */
const SECTIONS = {
  certification: ["registered_of_eligible", "certified_of_eligible", "certified_of_registered"],
  classification: [
    "excellent_of_eligible",
    "good_or_better_of_eligible",
    "average_or_better_of_eligible",
    "weak_count"
  ],
  movement: [
    "households_reached_of_total",
    "officials_and_pupils_reached_of_total",
    "pupils_reached_of_total",
    "informed_of_total",
    "education_month_count",
    "festival_held_of_communes",
    "effective_model_count",
    "weak_model_count",
    "exemplary_registered_of_eligible",
    "exemplary_reached_of_eligible",
    "titled_of_subunits",
    "ntm_19_2_of_communes",
    "ntm_advanced_19_2_of_communes",
    "disciplined_count",
    "warned_or_heavier_count"
  ]
} as const;

export type SectionName = keyof typeof SECTIONS;

/** Sentences of a section, none of them told twice: what a target is held against is told with the target. */
export function sectionParagraphs(sentences: readonly AreaSentence[], section: SectionName): Block[] {
  const told = new Set(sentences.filter(isJudged).map((one) => `${one.indicator}|${one.unit_group}`));
  const order: readonly string[] = SECTIONS[section];
  return sentences
    .filter((one) => sectionOf(one.indicator) === section && !isJudged(one) && !told.has(`${one.indicator}|${one.unit_group}`))
    .sort((a, b) => placeIn(order, a.indicator) - placeIn(order, b.indicator))
    .map(({sentence}) => ({kind: "paragraph", text: sentence}));
}

/** Sentences of what is held against a target. */
export function judgedParagraphs(sentences: readonly AreaSentence[]): Block[] {
  return sentences.filter(isJudged).map(({sentence}) => ({kind: "paragraph", text: sentence}));
}

function isJudged({target_id}: AreaSentence): boolean {
  return target_id !== null;
}

/** The section an indicator is told in; one that no list names belongs to the movement, those of classified units nowhere: the table has them. */
function sectionOf(indicator: string): SectionName | null {
  if (indicator.endsWith("_of_classified")) return null;
  for (const name of ["certification", "classification"] as const) {
    if ((SECTIONS[name] as readonly string[]).includes(indicator)) return name;
  }
  return "movement";
}

function placeIn(order: readonly string[], indicator: string): number {
  const place = order.indexOf(indicator);
  return place === -1 ? order.length : place;
}
