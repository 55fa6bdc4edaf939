import {exactWords, figureWords, openWords, partWords, testWords} from "../../sentences/traceSentences.js";
import {element} from "../element.js";
import {formatCount, formatTarget} from "../format.js";
import {verdictMark} from "../verdictMark.js";
import type {TraceHeading} from "./traceHeading.js";

/** n / d = rate with what each counts, and the tests by integers that decided. */
export function traceSum({counts, indicator, verdicts}: TraceHeading): HTMLElement {
  const [n, d] = counts;
  const [numerator, denominator] = partWords(indicator);
  const part = (figure: string, words: string): HTMLElement =>
    element("div", {class: "trace-part"}, element("strong", {}, figure), element("span", {}, words));
  const sign = (text: string): HTMLElement => element("span", {class: "trace-sign"}, text);
  const shown = figureWords(counts, indicator, verdicts[0]?.target);
  const open = openWords(counts, indicator);
  return element(
    "div",
    {class: "trace-sum"},
    indicator.measure === "count"
      ? element("div", {class: "trace-quotient"}, part(formatCount(n), numerator))
      : element(
          "div",
          {class: "trace-quotient"},
          part(formatCount(n), numerator),
          sign("/"),
          part(formatCount(d), denominator),
          sign("="),
          part(shown, exactWords(counts))
        ),
    open === "" ? null : element("p", {class: "trace-open"}, open),
    ...verdicts.map(({target, basis, verdict}) =>
      element(
        "div",
        {class: "trace-test"},
        element(
          "div",
          {},
          ...(d + counts[3] === 0 ? [] : testWords(counts, target)).map((line) => element("p", {}, line)),
          element(
            "p",
            {class: "clause"},
            `Mức ${formatTarget(target.comparator, target.value, target.measure)}: ${target.clause}, ${target.document}` +
              (basis === "doi_chieu" ? " (để đối chiếu)" : "")
          )
        ),
        verdictMark(verdict, {size: 13})
      )
    )
  );
}
