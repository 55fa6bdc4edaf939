import type {FormId} from "../../loaders/vocabulary.ts";
import {forms} from "../loaders/validate/build.ts";
import type {Choices} from "./choose.ts";
import type {Pen} from "./table.ts";

/** A header as it is written: group headers first; `isTop`: nothing may stand above it. */
export interface Header {
  texts: string[];
  isTop: boolean;
}

/** A spelling of a field's header, or of one of its tick columns, from the form's own list. */
export function spellHeader(
  form: FormId,
  field: string,
  {
    choice = null,
    accepts = () => true,
    key
  }: {choice?: string | null; accepts?: (header: Header) => boolean; key: string},
  choices: Choices
): Header {
  const definition = forms.forms[form].fields[field];
  const spellings = choice === null ? definition?.headers : definition?.choices?.[choice];
  const headers = (spellings ?? [])
    .map(parse)
    .filter(({texts}) => texts.every((words) => words !== ""))
    .filter(accepts);
  return choices.of(`header/${key}`, headers);
}

/** "Kết quả* > Đạt*" is the header "Đạt" under "Kết quả": a star may be no words. */
function parse(spelling: string): Header {
  const isTop = spelling.startsWith("^");
  const texts = (isTop ? spelling.slice(1) : spelling)
    .split(">")
    .map((part) => part.replaceAll("*", " ").replace(/\s+/g, " ").trim());
  return {texts, isTop};
}

/** A header's text as typed: in capitals, decomposed, broken into lines, with the year behind it. */
export function dressHeader(words: string, key: string, {layout: {header}, choices, headerYear}: Pen): string {
  let made = headerYear !== null && choices.is(`year behind/${key}`, 0.05) ? `${words} năm ${headerYear}` : words;
  if (header.isShouted) made = made.toUpperCase();
  if (header.hasLineBreaks && choices.is(`line break/${key}`)) made = made.replace(/ (?=\S+$)/, "\n");
  if (choices.is(`spaces/${key}`, 0.1)) made = ` ${made.replace(" ", "  ")} `;
  return header.isDecomposed ? made.normalize("NFD") : made;
}
