import {type Kysely, sql} from "kysely";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {FigureKey} from "../../components/trace/figureKey.ts";
import {TRACED_TESTS} from "./awardBook.ts";

type Db = Kysely<PublicTables>;

/** "1" met, "0" not met, "?" unknown. */
const OUTCOME_SIGNS: Readonly<Record<string, string>> = {dat: "1", chua_dat: "0", chua_ro: "?"};

export interface AwardCommune {
  code: string;
  name: string;
  type: string;
  /** The present commune whose profile tells of it; null where a split leaves it open. */
  profile: string | null;
}

/** A unit, commune or model weighed for an award. */
export interface AwardCandidate {
  id: string;
  level: "commune" | "unit" | "model";
  name: string;
  /** Unit type; "mo_hinh" for a model. */
  type: string;
  /** Its commune, by place in `communes`. */
  commune: number;
  /** One sign for each condition, in the order of the plan: "1" met, "0" not met, "?" unknown. */
  outcomes: string;
  /** What was found of each condition, by place in `reasons`. */
  reasons: number[];
  /** Day its dossier was sent, ISO; null: not said. */
  dossier: string | null;
  /** Numbers behind its conditions, by condition, where they are rows of indicator_values. */
  figures: Record<string, FigureKey>;
}

/** The candidates of an award in a year. */
export interface AwardYear {
  award_id: string;
  year: number;
  communes: AwardCommune[];
  reasons: string[];
  candidates: AwardCandidate[];
}

interface Row {
  candidate_level: AwardCandidate["level"];
  candidate_id: string;
  name: string;
  type: string;
  commune_code: string;
  commune_name: string;
  commune_type: string;
  current_commune_code: string;
  dossier: string | null;
  condition: string;
  outcome: string;
  reason: string;
}

/** Reads the candidates of one award in one year, by name within their commune. */
export async function awardCandidates(db: Db, plan: Plan, awardId: string, year: number): Promise<AwardYear> {
  const award = plan.awards.find(({id}) => id === awardId);
  if (!award) throw new Error(`${plan.id} has no award ${awardId}`);
  const isFormer = year < 2025 || (year === 2025 && plan.area.register === "former");
  const {rows} = await sql<Row>`
    with own as (
      select unit_id, commune_code, commune_valid_from, unit_name, unit_type, current_commune_code, dossier_sent_date,
        unit_type in ('xa', 'phuong', 'thi_tran', 'dac_khu') as is_commune
      from unit_years
      where year = ${year} and (commune_valid_from is null) = ${isFormer}
      qualify not is_commune or row_number() over (partition by commune_code, is_commune order by unit_id) = 1
    ),
    named as (
      select if(is_commune, 'commune', 'unit') as candidate_level, if(is_commune, commune_code, unit_id) as candidate_id,
        unit_name as name, unit_type as type, commune_code, commune_valid_from, current_commune_code, dossier_sent_date
      from own
      union all
      select 'model', model_id, model_name, 'mo_hinh', commune_code, commune_valid_from, current_commune_code, null
      from model_years where year = ${year} and (commune_valid_from is null) = ${isFormer}
    )
    select r.candidate_level, r.candidate_id, n.name, n.type, n.commune_code, c.name as commune_name,
      c.type as commune_type, n.current_commune_code, n.dossier_sent_date as dossier, r.condition, r.outcome, r.reason
    from award_results r
    inner join named n on n.candidate_level = r.candidate_level and n.candidate_id = r.candidate_id
    inner join communes c on c.code = n.commune_code and c.valid_from is not distinct from n.commune_valid_from
    where r.award_id = ${awardId} and r.year = ${year}
    order by c.name, n.commune_code, n.name, r.candidate_id, r.candidate_level, r.condition
  `.execute(db);
  const figures = await communeFigures(db, award, year);
  const communes: AwardCommune[] = [];
  const reasons: string[] = [];
  const candidates = new Map<string, AwardCandidate>();
  const placeOf = <T>(list: T[], found: (item: T) => boolean, item: T): number => {
    const at = list.findIndex(found);
    return at === -1 ? list.push(item) - 1 : at;
  };
  for (const row of rows) {
    const key = `${row.candidate_level} ${row.candidate_id}`;
    const {commune_code: code, current_commune_code: present} = row;
    const commune = {
      code,
      name: row.commune_name,
      type: row.commune_type,
      profile: present === "unassigned" ? null : present
    };
    const candidate = candidates.get(key) ?? {
      id: row.candidate_id,
      level: row.candidate_level,
      name: row.candidate_level === "commune" ? row.commune_name : row.name,
      type: row.type,
      commune: placeOf(communes, (known) => known.code === code && known.profile === commune.profile, commune),
      outcomes: "?".repeat(award.conditions.length),
      reasons: award.conditions.map(() => 0),
      dossier: row.dossier,
      figures: row.candidate_level === "commune" ? (figures.get(row.candidate_id) ?? {}) : {}
    };
    candidates.set(key, candidate);
    const at = award.conditions.findIndex(({id}) => id === row.condition);
    if (at === -1) throw new Error(`${awardId} has no condition ${row.condition}`);
    const sign = OUTCOME_SIGNS[row.outcome] ?? "?";
    candidate.outcomes = candidate.outcomes.slice(0, at) + sign + candidate.outcomes.slice(at + 1);
    candidate.reasons[at] = placeOf(reasons, (known) => known === row.reason, row.reason);
  }
  return {award_id: awardId, year, communes, reasons, candidates: [...candidates.values()]};
}

/** The figures of communes' own certificates and classes, by commune and condition: only rows that are there can be traced. */
async function communeFigures(
  db: Db,
  {conditions}: Plan["awards"][number],
  year: number
): Promise<Map<string, Record<string, FigureKey>>> {
  const traced = conditions.flatMap(({id, test}) => {
    const indicator = TRACED_TESTS[test];
    return indicator === undefined ? [] : [{id, indicator}];
  });
  if (traced.length === 0) return new Map();
  const rows = await db
    .selectFrom("indicator_values")
    .select(["area_code", "indicator"])
    .where("area_level", "=", "commune")
    .where("boundary", "=", "as_reported")
    .where("year", "=", year)
    .where("unit_group", "=", "commune")
    .where("managed_level", "=", "all")
    .where(
      "indicator",
      "in",
      traced.map(({indicator}) => indicator)
    )
    .where("denominator", ">", 0)
    .orderBy("area_code")
    .execute();
  const found = new Map<string, Record<string, FigureKey>>();
  for (const {area_code: area, indicator} of rows) {
    const figures = found.get(area) ?? {};
    for (const {id} of traced.filter((one) => one.indicator === indicator))
      figures[id] = {indicator, area, year, group: "commune", boundary: "as_reported", managed: "all"};
    found.set(area, figures);
  }
  return found;
}
