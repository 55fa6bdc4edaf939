import {type Kysely, sql} from "kysely";
import type {Award, ConditionTest, Deadline, Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {dueWords} from "./planBook.ts";

type Db = Kysely<PublicTables>;

export interface AwardCondition {
  id: string;
  text: string;
  /** False where no form asks for it: people weigh it, the tables cannot. */
  is_tracked: boolean;
}

/** A day by which something must be sent for an award, and how many did in a year. */
export interface AwardDeadline {
  id: string;
  title: string;
  clause: string;
  who: string;
  to: string | null;
  due: string;
  years: {year: number; due_date: string | null; counts: Record<string, number>}[];
}

/** An award (danh hiệu, hình thức khen thưởng) of a plan, with its conditions in the order of the plan. */
export interface AwardEntry {
  id: string;
  plan_id: string;
  title: string;
  document: string;
  area: string;
  clause: string;
  locator: string | null;
  quote: string;
  who: string;
  candidates: Award["candidates"];
  conditions: AwardCondition[];
  /** Years with candidates, rising. */
  years: {year: number; candidates: number}[];
  deadlines: AwardDeadline[];
  /** The plan is that of the home area. */
  is_home: boolean;
}

/** What stands of an award where no candidate is known from the files. */
const AWARD_EVIDENCE: readonly Deadline["evidence"][] = ["award_registration", "award_dossier"];

/** Every award of every plan: those of the home area first, then the latest plan first. */
export async function awardBook(
  db: Db,
  plans: readonly Plan[],
  home: {level: string; code: string}
): Promise<AwardEntry[]> {
  const [heads, years, duties] = await Promise.all([planAreas(db), candidateYears(db), dutyCounts(db)]);
  const latest = [...plans].sort(
    (a, b) => Number(isOf(b, home)) - Number(isOf(a, home)) || b.years.from - a.years.from || (a.id < b.id ? -1 : 1)
  );
  return latest.flatMap((plan) =>
    plan.awards.map((award) => ({
      id: award.id,
      plan_id: plan.id,
      title: award.title,
      document: plan.document,
      area: heads.get(plan.id) ?? "Cả nước",
      clause: award.clause,
      locator: award.locator ?? null,
      quote: award.quote,
      who: award.who,
      candidates: award.candidates,
      conditions: award.conditions.map(({id, text, test}) => ({id, text, is_tracked: test !== "not_tracked"})),
      years: years.get(award.id) ?? [],
      deadlines: plan.deadlines.filter(({evidence}) => AWARD_EVIDENCE.includes(evidence)).map(deadlineOf(plan, duties)),
      is_home: isOf(plan, home)
    }))
  );
}

function isOf({area}: Plan, home: {level: string; code: string}): boolean {
  return area.level === home.level && area.code === home.code && area.register === "current";
}

function deadlineOf(plan: Plan, duties: Map<string, AwardDeadline["years"]>): (deadline: Deadline) => AwardDeadline {
  return ({id, title, clause, who, to, due}) => ({
    id,
    title,
    clause,
    who,
    to: to ?? null,
    due: dueWords(due),
    years: duties.get(`${plan.id} ${id}`) ?? []
  });
}

async function planAreas(db: Db): Promise<Map<string, string>> {
  const {rows} = await sql<{plan_id: string; area: string | null}>`
    select p.plan_id, max_by(a.name, (a.valid_to is null)::integer) as area
    from plans p left join areas a on a.area_level = p.level and a.area_code = p.area_code
    group by p.plan_id order by p.plan_id
  `.execute(db);
  return new Map(rows.map(({plan_id, area}) => [plan_id, area ?? "Cả nước"]));
}

async function candidateYears(db: Db): Promise<Map<string, AwardEntry["years"]>> {
  const {rows} = await sql<{award_id: string; year: number; candidates: number}>`
    select award_id, year, count(distinct (candidate_level, candidate_id)) as candidates
    from award_results group by award_id, year order by award_id, year
  `.execute(db);
  const found = new Map<string, AwardEntry["years"]>();
  for (const {award_id, year, candidates} of rows)
    found.set(award_id, [...(found.get(award_id) ?? []), {year, candidates}]);
  return found;
}

async function dutyCounts(db: Db): Promise<Map<string, AwardDeadline["years"]>> {
  const {rows} = await sql<{
    plan_id: string;
    duty: string;
    year: number;
    due_date: string | null;
    status: string;
    n: number;
  }>`
    select plan_id, duty, year, min(due_date) as due_date, status, count(*) as n
    from reporting_status group by plan_id, duty, year, status order by plan_id, duty, year, status
  `.execute(db);
  const found = new Map<string, AwardDeadline["years"]>();
  for (const {plan_id, duty, year, due_date, status, n} of rows) {
    const years = found.get(`${plan_id} ${duty}`) ?? [];
    const known = years.find((entry) => entry.year === year);
    if (known) known.counts[status] = n;
    else years.push({year, due_date, counts: {[status]: n}});
    found.set(`${plan_id} ${duty}`, years);
  }
  return found;
}

/** What a commune's own figure of a test is called in indicator_values. */
export const TRACED_TESTS: Partial<Record<ConditionTest, string>> = {
  certified: "certified_of_eligible",
  class_excellent: "excellent_of_eligible"
};
