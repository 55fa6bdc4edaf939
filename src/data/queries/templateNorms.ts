import type {Province} from "../../../loaders/reference/register.ts";
import type {TemplateDeadline} from "../../../loaders/template/templateFill.ts";
import {writtenDay} from "../../../loaders/write/plannedSheet.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";

/** What plans and norms say to who fills in a form. */
export interface TemplateNorms {
  deadlines: TemplateDeadline[];
  /** "" where no norm says who is outside it. */
  excluded: string;
  /** Null where no plan says where reports go. */
  sendTo: string | null;
}

/** Deadlines of a year for the communes of a province, from the norms and the plans of that province or commune. */
export function templateNorms(
  plans: readonly Plan[],
  {year, province, commune}: {year: number; province: Province | null; commune: string | null}
): TemplateNorms {
  // A province that was not merged in 2025 goes on under its plans of before; codes of merged ones were given away.
  const registers = province?.valid_from === null ? ["former", "current"] : ["current"];
  const own = plans.filter(({kind, years, area}) => {
    if (year < years.from || (years.to !== undefined && year > years.to)) return false;
    if (kind === "norm") return true;
    if (area.level === "province") return registers.includes(area.register) && area.code === province?.code;
    return area.level === "commune" && area.register === "current" && area.code === commune;
  });
  const duties = own.flatMap((plan) => plan.deadlines.map((deadline) => ({plan, deadline})));
  const deadlines = duties.flatMap(({plan, deadline}) => {
    const {title, clause, respondents, due} = deadline;
    const when = respondents === "none" ? null : dueWords(due, year);
    return when === null ? [] : [{title, when, source: sourceOf(plan, clause)}];
  });
  const norm = own.find(({kind, exclusions}) => kind === "norm" && exclusions.length > 0);
  const [exclusion] = norm?.exclusions ?? [];
  return {
    deadlines,
    excluded: norm === undefined || exclusion === undefined ? "" : `${shortName(norm)}: ${exclusion.text.trim()}`,
    sendTo: duties.find(({deadline: {to}}) => to !== undefined)?.deadline.to ?? null
  };
}

/** "trước ngày 15/11/2026"; null for what has no day. */
function dueWords(due: Plan["deadlines"][number]["due"], year: number): string | null {
  if (due.rule !== "before" && due.rule !== "within") return null;
  const day = due.day ?? (due.month_day === undefined ? null : `${year}-${due.month_day}`);
  if (!day?.startsWith(`${year}`)) return null;
  return due.rule === "before" ? `trước ngày ${writtenDay(day)}` : `đến hết ngày ${writtenDay(day)}`;
}

/** A clause that names its own document stands alone. */
function sourceOf(plan: Plan, clause: string): string {
  return /Quyết định|Thông tư|Kế hoạch/u.test(clause) ? clause : `${shortName(plan)}, ${clause}`;
}

/** "Thông tư 124/2021/TT-BCA" of "Thông tư số 124/2021/TT-BCA ngày 28/12/2021". */
function shortName({document}: Plan): string {
  return document.replace(/ ngày \d.*$/u, "").replace(" số ", " ");
}
