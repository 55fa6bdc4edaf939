import {element} from "../element.js";
import {verdictIcon} from "../verdictMark.js";

/** Whether a condition is met, as icon, word and colour; "?" is unknown, drawn as what is missing. */
export function outcomeMark(sign: string | undefined, words?: string): HTMLElement {
  const verdict = sign === "1" ? "dat" : sign === "0" ? "chua_dat" : "thieu_so_lieu";
  return element(
    "span",
    {class: `verdict verdict-${verdict}`},
    verdictIcon(verdict, {size: 13}),
    words ?? OUTCOME_WORDS[sign ?? "?"] ?? "Chưa rõ"
  );
}

export const OUTCOME_WORDS: Readonly<Record<string, string>> = {"1": "Đạt", "0": "Chưa đạt", "?": "Chưa rõ"};
