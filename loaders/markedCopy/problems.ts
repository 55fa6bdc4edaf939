import type {Issue} from "../validate/reading.ts";
import {MARKS} from "../validate/marks.ts";

/** How grave a problem is for the officer: it must be mended, it should be looked at, or it is only said. */
export type Gravity = "error" | "warning" | "note";

export function gravityOf({severity}: Issue): Gravity {
  if (severity === "row_error" || severity === "value_error") return "error";
  return severity === "warning" ? "warning" : "note";
}

/** More problems than anyone mends in one row; the others are listed on the sheet of problems. */
const MOST_IN_A_ROW = 20;

/** The words of a mark: every problem with what to do, grave ones first, numbered where there are several. */
export function markText(
  issues: readonly Issue[],
  {separator, place = ""}: {separator: string; place?: string}
): string {
  const inOrder = graveFirst(issues);
  const lines = inOrder.slice(0, MOST_IN_A_ROW).map((issue, index) => {
    const word = gravityOf(issue) === "error" ? MARKS.mustFix : MARKS.shouldReview;
    const number = inOrder.length > 1 ? `${index + 1}. ` : "";
    return `${number}${word}${place}: ${issue.message} ${issue.remedy}`;
  });
  if (inOrder.length > MOST_IN_A_ROW) lines.push(`… và ${inOrder.length - MOST_IN_A_ROW} điểm nữa.`);
  return lines.join(separator);
}

/** Those to mend before those to look at; notes are no marks. */
function graveFirst(issues: readonly Issue[]): Issue[] {
  const of = (gravity: Gravity): Issue[] => issues.filter((issue) => gravityOf(issue) === gravity);
  return [...of("error"), ...of("warning")];
}
