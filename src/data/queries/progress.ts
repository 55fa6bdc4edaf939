import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {Deadline, Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {DutyState} from "../../views/dutyStates.ts";
import {type HomeAreas, homeAreas, type NamedArea, type Register} from "./homeAreas.ts";
import {type KeeperSite, keeperSite} from "./keeperSite.ts";

type Db = Kysely<PublicTables>;

/** One duty of one year over the areas of the home area that owe it. */
export interface DutyYear {
  /** What links call it: plan, dot, duty. */
  id: string;
  year: number;
  title: string;
  /** "Kế hoạch số 60/KH-UBND ngày 04/4/2025". */
  document: string;
  clause: string;
  quote: string | null;
  kind: "plan" | "norm";
  evidence: Deadline["evidence"];
  level: string;
  register: Register;
  /** Day the plan names, ISO; null where it sets none. */
  due_date: string | null;
  /** The last day still in time: the day before `due_date` where the plan says "trước ngày". */
  last_day: string | null;
  /** "Trước 15/11/2025"; "" where the plan says nothing of when. */
  due: string;
  expected: number;
  counts: Partial<Record<DutyState, number>>;
  /** How many were received on which day, by day; those whose day is unknown are in `undated`. */
  received: [day: string, count: number][];
  undated: number;
}

/** What the page Tiến độ nộp knows before a year's file is fetched. */
export interface Progress {
  site: KeeperSite;
  /** By year, then in the order of plans (home first) and their duties. */
  duties: DutyYear[];
}

/** One area and what came of one duty. */
export interface DutyRow {
  duty: DutyYear;
  area: NamedArea;
  state: DutyState;
  received_date: string | null;
}

/** Duties of every year with their counts: what the first view of the page needs. */
export async function progress(db: Db, workspace: Workspace, plans: readonly Plan[]): Promise<Progress> {
  const areas = await homeAreas(db, workspace.settings.home);
  const [site, rows] = await Promise.all([keeperSite(db, workspace), dutyRows(db, areas, plans)]);
  return {site, duties: [...new Set(rows.map(({duty}) => duty))]};
}

/** What the page says where there is no warehouse yet. */
export function emptyProgress(site: KeeperSite): Progress {
  return {site, duties: []};
}

/** Every duty on every area of the home area that owes it, duties in the order of their plans. */
export async function dutyRows(db: Db, areas: HomeAreas, plans: readonly Plan[], year?: number): Promise<DutyRow[]> {
  const {rows} = await sql<{
    plan_id: string;
    duty: string;
    area_level: string;
    area_code: string;
    register: Register;
    year: number;
    due_date: string | null;
    received_date: string | null;
    status: string;
    is_reported: boolean;
    is_half_year_reported: boolean;
  }>`
    select s.plan_id, s.duty, s.area_level, s.area_code, s.year, s.due_date, s.received_date, s.status,
      case when coalesce(s.due_date, make_date(s.year, 12, 31)) < date '2025-07-01' then 'former' else 'current' end as register,
      coalesce(r.is_reported, false) as is_reported, coalesce(r.is_half_year_reported, false) as is_half_year_reported
    from reporting_status s
    left join commune_reports r on s.area_level = 'commune' and r.commune_code = s.area_code and r.year = s.year
      and (r.commune_valid_from is null) = (coalesce(s.due_date, make_date(s.year, 12, 31)) < date '2025-07-01')
    where ${year === undefined ? sql`true` : sql`s.year = ${year}`}
    order by s.year, s.area_level, s.area_code
  `.execute(db);
  const deadlines = new Map<string, {plan: Plan; deadline: Deadline}>(
    plans.flatMap((plan) => plan.deadlines.map((deadline) => [`${plan.id}.${deadline.id}`, {plan, deadline}] as const))
  );
  const order = new Map([...deadlines.keys()].map((id, i) => [id, i]));
  const duties = new Map<string, DutyYear>();
  const found: DutyRow[] = [];
  for (const row of rows) {
    const id = `${row.plan_id}.${row.duty}`;
    const written = deadlines.get(id);
    if (!written || !areas.isHome(row.area_level, row.area_code, row.register)) continue;
    const key = `${row.year} ${id}`;
    const duty = duties.get(key) ?? startDuty(id, row, written);
    duties.set(key, duty);
    const isSeen =
      row.received_date !== null ||
      (written.deadline.evidence === "annual_report" && row.is_reported) ||
      (written.deadline.evidence === "half_year_report" && row.is_half_year_reported);
    const state = stateOf({status: row.status, isSeen, isAsked: row.due_date === null, duty});
    duty.expected += 1;
    duty.counts[state] = (duty.counts[state] ?? 0) + 1;
    if (isSeen && row.received_date === null) duty.undated += 1;
    found.push({
      duty,
      area: areas.find(row.area_level, row.area_code, row.register),
      state,
      received_date: row.received_date
    });
  }
  for (const duty of duties.values()) duty.received = receivedDays(found.filter((row) => row.duty === duty));
  return found.sort(
    (a, b) =>
      a.duty.year - b.duty.year ||
      Number(a.duty.kind === "norm") - Number(b.duty.kind === "norm") ||
      (order.get(a.duty.id) ?? 0) - (order.get(b.duty.id) ?? 0)
  );
}

/** The table's conclusion, refined where it follows no day but the files show whether the report came. */
function stateOf({
  status,
  isSeen,
  isAsked,
  duty
}: {
  status: string;
  isSeen: boolean;
  isAsked: boolean;
  duty: DutyYear;
}): DutyState {
  if (status !== "khong_theo_doi") return status as DutyState;
  if (isSeen) return "da_nop";
  return isAsked && duty.evidence === "annual_report" ? "chua_thay" : "khong_theo_doi";
}

function startDuty(
  id: string,
  row: {year: number; area_level: string; register: Register; due_date: string | null},
  {plan, deadline}: {plan: Plan; deadline: Deadline}
): DutyYear {
  const {title, clause, quote, evidence, due} = deadline;
  return {
    id,
    year: row.year,
    title,
    document: plan.document,
    clause,
    quote: quote ?? null,
    kind: plan.kind,
    evidence,
    level: row.area_level,
    register: row.register,
    due_date: row.due_date,
    last_day: row.due_date === null ? null : due.rule === "within" ? row.due_date : dayBefore(row.due_date),
    due: dueWords(due, row.due_date),
    expected: 0,
    counts: {},
    received: [],
    undated: 0
  };
}

function receivedDays(rows: readonly DutyRow[]): [string, number][] {
  const days = new Map<string, number>();
  for (const {received_date: day} of rows) if (day !== null) days.set(day, (days.get(day) ?? 0) + 1);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** ISO day before an ISO day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function dueWords(due: Deadline["due"], day: string | null): string {
  if (due.rule === "periodic") return due.text;
  if (day === null) return "";
  const [year = "", month = "", date = ""] = day.split("-");
  return `${due.rule === "within" ? "Đến hết" : "Trước"} ${date}/${month}/${year}`;
}
