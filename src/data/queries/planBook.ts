import {type Kysely, sql} from "kysely";
import type {Verdict} from "../../../loaders/vocabulary.ts";
import type {Deadline, Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** What one year found of a target: one figure over the area, or how many of its subjects stand where. */
export interface TargetYear {
  year: number;
  basis: string;
  /** For a target over the whole area, or of one named board. */
  figure: {
    numerator: number | null;
    denominator: number | null;
    unknown_count: number | null;
    unreported_count: number | null;
    verdict: Verdict;
    units_needed: number | null;
    is_impossible: boolean;
  } | null;
  /** The area and view of the figure, where it is one of an area. */
  traced: {area: string; boundary: "current" | "as_reported"} | null;
  /** For a target of each commune, unit or model: subjects by verdict. */
  counts: Partial<Record<Verdict, number>> | null;
}

export interface BookTarget {
  target_id: string;
  title: string;
  clause: string;
  quote: string;
  interpretation: string | null;
  indicator: string;
  unit_group: string;
  /** Managing levels the clause covers, joined by "+", or "all". */
  managed_levels: string;
  subject_level: string;
  comparator: ">=" | ">" | "=";
  measure: "percent" | "count";
  value: number;
  aspirational: boolean;
  years: TargetYear[];
}

export interface BookDuty {
  id: string;
  title: string;
  clause: string;
  quote: string | null;
  who: string;
  to: string | null;
  due: string;
  years: {year: number; due_date: string | null; counts: Record<string, number>}[];
}

/** A plan or norm with everything it asks for and what was found. */
export interface BookPlan {
  plan_id: string;
  kind: "plan" | "norm";
  title: string;
  document: string;
  issuer: string;
  level: string;
  area: string;
  signed_date: string | null;
  year_from: number;
  year_to: number | null;
  targets: BookTarget[];
  duties: BookDuty[];
}

/** Plans first (newest first), then norms, each with its targets and duties in the order of the document. */
export async function planBook(db: Kysely<PublicTables>, plans: readonly Plan[]): Promise<BookPlan[]> {
  const [heads, targets, results, duties] = await Promise.all([
    planHeads(db),
    db.selectFrom("targets").selectAll().orderBy("target_id").execute(),
    targetYears(db),
    dutyYears(db)
  ]);
  return heads.map((head) => {
    const written = plans.find(({id}) => id === head.plan_id);
    const order = new Map(written?.targets.map(({id}, i) => [id, i]));
    return {
      ...head,
      targets: targets
        .filter(({plan_id}) => plan_id === head.plan_id)
        .sort((a, b) => (order.get(a.target_id) ?? 0) - (order.get(b.target_id) ?? 0))
        .map((target) => ({...bookTarget(target), years: results.get(target.target_id) ?? []})),
      duties: (written?.deadlines ?? []).map((deadline) => ({
        id: deadline.id,
        title: deadline.title,
        clause: deadline.clause,
        quote: deadline.quote ?? null,
        who: deadline.who,
        to: deadline.to ?? null,
        due: dueWords(deadline.due),
        years: duties.get(`${head.plan_id} ${deadline.id}`) ?? []
      }))
    };
  });
}

function bookTarget(target: PublicTables["targets"]): Omit<BookTarget, "years"> {
  const {target_id, title, clause, quote, interpretation, indicator, unit_group, subject_level, value, aspirational} =
    target;
  return {
    target_id,
    title,
    clause,
    quote,
    interpretation,
    indicator,
    unit_group,
    managed_levels: target.managed_levels,
    subject_level,
    comparator: target.comparator as BookTarget["comparator"],
    measure: target.measure as BookTarget["measure"],
    value,
    aspirational
  };
}

async function planHeads(db: Kysely<PublicTables>): Promise<Omit<BookPlan, "targets" | "duties">[]> {
  const {rows} = await sql<Omit<BookPlan, "targets" | "duties">>`
    with area_names as (
      select area_level, area_code, max_by(name, valid_to is null) as name from areas group by area_level, area_code
    )
    select p.plan_id, p.kind, p.title, p.document, p.issuer, p.level, coalesce(a.name, 'Cả nước') as area,
      p.signed_date, p.year_from, p.year_to
    from plans p
    left join area_names a on a.area_level = p.level and a.area_code = p.area_code
    order by case p.kind when 'plan' then 0 else 1 end, p.year_from desc, p.plan_id
  `.execute(db);
  return rows;
}

type ResultRow = NonNullable<TargetYear["figure"]> & {
  target_id: string;
  year: number;
  basis: string;
  subject_level: string;
  subject_id: string;
  boundary: "current" | "as_reported";
  is_whole: boolean;
};

async function targetYears(db: Kysely<PublicTables>): Promise<Map<string, TargetYear[]>> {
  // One boundary view per target and year: the one on which its binding results stand, else the present one.
  const {rows} = await sql<ResultRow>`
    with views as (
      select target_id, year, min_by(boundary, (case basis when 'rang_buoc' then 0 else 2 end)
        + (case when (year < 2025) = (boundary = 'as_reported') then 0 else 1 end)) as boundary
      from target_results
      group by target_id, year
    )
    select r.target_id, r.year, r.basis, r.subject_level, r.subject_id, r.boundary, r.numerator, r.denominator, r.unknown_count,
      r.unreported_count, r.verdict, r.units_needed, r.is_impossible,
      r.subject_level = 'board' or (r.subject_level = t.area_level and r.subject_id = t.area_code and t.subject_level = t.area_level)
        as is_whole
    from target_results r
    join views using (target_id, year, boundary)
    join targets t using (target_id)
    order by r.target_id, r.year
  `.execute(db);
  const found = new Map<string, TargetYear[]>();
  for (const [key, group] of groupBy(rows, ({target_id, year}) => `${target_id} ${year}`)) {
    const first = group[0];
    if (!first) throw new Error(`no results under ${key}`);
    const whole = group.find(({is_whole}) => is_whole);
    const subjects = group.filter(({subject_level}) => subject_level === first.subject_level);
    const years = found.get(first.target_id) ?? [];
    years.push({
      year: first.year,
      basis: whole?.basis ?? first.basis,
      figure: whole ? figureOf(whole) : null,
      traced: whole && whole.subject_level !== "board" ? {area: whole.subject_id, boundary: whole.boundary} : null,
      counts: whole ? null : countBy(subjects, ({verdict}) => verdict)
    });
    found.set(first.target_id, years);
  }
  return found;
}

function figureOf(row: ResultRow): TargetYear["figure"] {
  const {numerator, denominator, unknown_count, unreported_count, verdict, units_needed, is_impossible} = row;
  return {numerator, denominator, unknown_count, unreported_count, verdict, units_needed, is_impossible};
}

async function dutyYears(db: Kysely<PublicTables>): Promise<Map<string, BookDuty["years"]>> {
  const {rows} = await sql<{
    plan_id: string;
    duty: string;
    year: number;
    due_date: string | null;
    status: string;
    n: number;
  }>`
    select plan_id, duty, year, min(due_date) as due_date, status, count(*) as n
    from reporting_status
    group by plan_id, duty, year, status
    order by plan_id, duty, year, status
  `.execute(db);
  const found = new Map<string, BookDuty["years"]>();
  for (const {plan_id, duty, year, due_date, status, n} of rows) {
    const key = `${plan_id} ${duty}`;
    const years = found.get(key) ?? [];
    const entry = years.find((known) => known.year === year);
    if (entry) entry.counts[status] = n;
    else years.push({year, due_date, counts: {[status]: n}});
    found.set(key, years);
  }
  return found;
}

/** The day or rhythm a deadline sets, in words: "trước 15/11/2025", "trong 31/3 hằng năm". */
export function dueWords(due: Deadline["due"]): string {
  switch (due.rule) {
    case "periodic":
      return due.text;
    case "on_request":
      return "Khi có yêu cầu";
    case "from":
      return `Từ ${dayWords(due.day)}`;
    case "before":
    case "within": {
      const word = due.rule === "before" ? "Trước" : "Đến hết";
      if (due.day !== undefined) return `${word} ${dayWords(due.day)}`;
      const [month = "", day = ""] = (due.month_day ?? "").split("-");
      return `${word} ${Number(day)}/${Number(month)} hằng năm`;
    }
  }
}

function dayWords(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${date}/${month}/${year}`;
}

function groupBy<R>(rows: readonly R[], key: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

function countBy<R, K extends string>(rows: readonly R[], key: (row: R) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}
