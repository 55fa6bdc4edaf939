import type {Stage} from "../../loaders/vocabulary.ts";
import {element} from "./element.js";
import {formatCount, formatShare} from "./format.js";
import {richText} from "./richText.js";
import {STAGE_WORDS} from "./words.js";

/** Who has reported, of everyone who had to. The four counts sum to `expected`. */
export interface CompletenessData {
  title: string;
  stage: Stage | null;
  expected: number;
  on_time: number;
  late: number;
  missing: number;
  /** Neither due nor followed: counted in the bar, without a word of blame. */
  not_due: number;
  /** No deadline is known: what came in is "Đã nộp", not "Đúng hạn". */
  has_deadline: boolean;
  gap: string;
  due: string;
  /** "xã", "huyện": who reports. */
  noun: string;
  clause: {text: string; href: string | null; rest: string} | null;
}

/** Draws the completeness card: submitted of expected, and one bar of on time, late and missing that sums to the expected total. */
export function completenessCard(data: CompletenessData): HTMLElement {
  const {title, stage, expected, gap, due, noun, clause} = data;
  const submitted = data.on_time + data.late;
  return element(
    "section",
    {class: "card"},
    element(
      "div",
      {class: "card-head"},
      element("h2", {}, title),
      stage === "so_bo" ? element("span", {class: "tag tag-provisional"}, STAGE_WORDS[stage]) : null
    ),
    element(
      "div",
      {class: "card-main"},
      element(
        "span",
        {class: "card-figure"},
        formatCount(submitted),
        element("span", {class: "of"}, `/${formatCount(expected)}`)
      ),
      element(
        "p",
        {class: "card-gap"},
        element("span", {}, ...richText(gap)),
        due === "" ? null : element("span", {}, ...richText(due))
      )
    ),
    bar(data),
    element(
      "div",
      {class: "card-foot"},
      element("span", {}, ...(clause ? [clauseLink(clause), clause.rest] : [])),
      element("span", {class: "card-fraction"}, expected ? `${formatShare(submitted, expected)} số ${noun}` : "")
    )
  );
}

function clauseLink({text, href}: {text: string; href: string | null}): string | HTMLElement {
  return href === null ? text : element("a", {href}, text);
}

function bar({expected, on_time, late, missing, not_due, has_deadline}: CompletenessData): HTMLElement {
  const parts = [
    {count: on_time, words: has_deadline ? "Đúng hạn" : "Đã nộp", kind: "is-on-time"},
    {count: late, words: "Trễ", kind: "is-late"},
    {count: missing, words: "Chưa nộp", kind: "is-missing hatched"},
    {count: not_due, words: "Chưa đến hạn", kind: "is-not-due"}
  ].filter(({count}) => count > 0);
  const track = element(
    "div",
    {class: "parts-track", "aria-hidden": "true"},
    ...parts.map(({count, kind}) => element("span", {class: kind, style: `flex-grow:${count}`}))
  );
  const words = parts.map(({count, words: said, kind}) =>
    element("li", {class: kind.split(" ")[0] ?? ""}, `${said} `, element("strong", {}, formatCount(count)))
  );
  return element("div", {class: "parts"}, element("ul", {class: "parts-words"}, ...words), expected ? track : null);
}
