import type {RowOf} from "../../loaders/columnTypes.ts";
import type {Plan} from "../plans/planSchema.ts";

/** One duty in one year, before the areas it falls on. Grain: plan_id, duty, year. */
export const INT_DUTY_COLUMNS = {
  plan_id: "VARCHAR not null",
  duty: "VARCHAR not null",
  year: "INTEGER not null",
  due_date: "DATE",
  /** Whether the due day itself is still in time ("trong Quý I"), unlike "trước ngày". */
  is_day_included: "BOOLEAN not null",
  /** Areas are those of this register: the one in force on the due day. */
  register: "VARCHAR not null",
  respondent_level: "VARCHAR not null",
  evidence: "VARCHAR not null"
} as const;
export type Duty = RowOf<typeof INT_DUTY_COLUMNS>;

/** First day of the present register: districts and former communes ended the day before (Nghị quyết 202/2025/QH15). */
const REORGANISATION = "2025-07-01";

/**
 * The duties of a plan in each year from its first to `lastYear` at most. Duties that fall on nobody whose files we have
 * (`respondents: none`) give no row. One without a day keeps a row with no due date, on the areas of the year's end.
 */
export function dutiesOf(plan: Plan, lastYear: number): Duty[] {
  const duties: Duty[] = [];
  const last = plan.years.to ?? lastYear;
  for (const {id, respondents, evidence, due} of plan.deadlines) {
    if (respondents === "none") continue;
    for (let year = plan.years.from; year <= last; year++) {
      const dueDate = dueDay(due, year);
      const register = (dueDate ?? `${year}-12-31`) < REORGANISATION ? "former" : "current";
      duties.push({
        plan_id: plan.id,
        duty: id,
        year,
        due_date: dueDate,
        is_day_included: due.rule === "within",
        register,
        respondent_level: respondentLevel(plan, respondents, register),
        evidence
      });
    }
  }
  return duties;
}

function dueDay(due: Plan["deadlines"][number]["due"], year: number): string | null {
  if (due.rule !== "before" && due.rule !== "within") return null;
  if (due.day !== undefined) return due.day;
  return due.month_day === undefined ? null : `${year}-${due.month_day}`;
}

/** Below a province stood the districts, and since their end the communes; below a district, the communes. */
function respondentLevel(plan: Plan, respondents: "own" | "next_level" | "communes", register: string): string {
  if (respondents === "own") return plan.area.level;
  if (respondents === "communes") return "commune";
  return plan.area.level === "province" && register === "former" ? "district" : "commune";
}
