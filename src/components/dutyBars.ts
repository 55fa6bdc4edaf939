import type {DutyYear} from "../data/queries/progress.ts";
import {clauseWords, dueSentence, isTracked, respondentNoun, stateWords} from "../sentences/progressSentences.js";
import {DUTY_STATE_WORDS, DUTY_STATES, type DutyState} from "../views/dutyStates.js";
import {type Column, dataTable} from "./dataTable.js";
import {type Attributes, type Child, element} from "./element.js";
import {formatCount} from "./format.js";
import {dutyIcon} from "./stateMark.js";

export interface DutyBars {
  /** Id of the duty the page shows. */
  chosen: string | null;
  /** A link to a duty's list, of one state if one is named. */
  link: (to: {duty: string; state: DutyState | null}, attributes: Attributes, ...children: Child[]) => HTMLElement;
}

/**
 * One bar per duty, its parts summing to everyone who owes it, each part named by icon, word and count; name and counts lead to the list.
 * Duties the files tell nothing of stand apart, folded.
 */
export function dutyBars(duties: readonly DutyYear[], options: DutyBars): HTMLElement {
  const tracked = duties.filter(isTracked);
  const untracked = duties.filter((duty) => !isTracked(duty));
  const list = (some: readonly DutyYear[]): HTMLElement =>
    element("ul", {class: "duties"}, ...some.map((duty) => dutyItem(duty, options)));
  const isOpen = tracked.length === 0 || untracked.some(({id}) => id === options.chosen);
  return element(
    "div",
    {},
    tracked.length > 0 ? list(tracked) : null,
    untracked.length > 0
      ? element(
          "details",
          {class: "duties-untracked", open: isOpen},
          element(
            "summary",
            {},
            `${formatCount(untracked.length)} việc không theo dõi được: không biểu nào hỏi, hoặc chưa ai gửi`
          ),
          list(untracked)
        )
      : null
  );
}

function dutyItem(duty: DutyYear, {chosen, link}: DutyBars): HTMLElement {
  const isChosen = duty.id === chosen;
  const parts = DUTY_STATES.map((state) => ({state, count: duty.counts[state] ?? 0})).filter(({count}) => count > 0);
  return element(
    "li",
    {class: isChosen ? "is-chosen" : null},
    element(
      "div",
      {class: "duty-head"},
      link({duty: duty.id, state: null}, {"aria-current": isChosen ? "true" : null}, duty.title),
      element("span", {class: "duty-of"}, `${formatCount(duty.expected)} ${respondentNoun(duty)}`)
    ),
    element("p", {class: "clause"}, `${dueSentence(duty)} · ${clauseWords(duty)}`),
    element(
      "div",
      {class: "parts-track duty-track", "aria-hidden": "true"},
      ...parts.map(({state, count}) =>
        element("span", {
          class: `fill-${state}${state === "chua_nop" || state === "chua_thay" ? " hatched" : ""}`,
          style: `flex-grow:${count}`
        })
      )
    ),
    element(
      "ul",
      {class: "duty-words"},
      ...parts.map(({state, count}) =>
        element(
          "li",
          {},
          link(
            {duty: duty.id, state},
            {class: `state-${state}`},
            dutyIcon(state, 12),
            `${stateWords(state, duty)} `,
            element("strong", {}, formatCount(count))
          )
        )
      )
    )
  );
}

/** The table twin of the bars. */
export function dutyTable(duties: readonly DutyYear[], caption: string): HTMLTableElement {
  const used = DUTY_STATES.filter((state) => duties.some(({counts}) => (counts[state] ?? 0) > 0));
  const columns: Column<DutyYear>[] = [
    {
      title: "Việc",
      heading: true,
      value: (duty) => element("span", {}, duty.title, element("span", {class: "clause"}, clauseWords(duty))),
      fields: [
        {header: "Việc", kind: "text", of: ({title}) => title},
        {header: "Căn cứ", kind: "text", of: (duty) => clauseWords(duty)}
      ]
    },
    {title: "Hạn", value: ({due}) => due || "Không có hạn"},
    {title: "Ai", value: (duty) => respondentNoun(duty)},
    {title: "Phải làm", numeric: true, value: ({expected}) => formatCount(expected)},
    ...used.map((state) => ({
      title: DUTY_STATE_WORDS[state],
      numeric: true,
      value: ({counts}: DutyYear) => formatCount(counts[state] ?? 0)
    }))
  ];
  return dataTable(duties, columns, {caption, hideCaption: true});
}
