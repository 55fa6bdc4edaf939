import {type Kysely, sql} from "kysely";
import {closeNames, NAME_DIFFERENCES, type NameDifference} from "../../loaders/reference/closeNames.ts";
import type {Model} from "../database/model.ts";
import type {Found} from "../database/runSteps.ts";
import {isCommuneType} from "../database/words.ts";
import {FIRST_PRESENT_YEAR, UNASSIGNED} from "../registerOfYear.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/** A unit on one side of a gap: it ended with `year`, or appeared in it. */
interface Side {
  key: string;
  unit_type: string;
  unit_id: string;
  name: string;
  /** Former commune it comes from, if known. */
  former: string | null;
  year: number;
}

interface Pair {
  old_unit_id: string;
  new_unit_id: string;
  score: number;
  why: string;
}

/**
 * Units that ended and units that appeared in the next list of the same present commune and type, whose names are so close that they may
 * be one: questions for a person, who settles them in `reference/unit_lineage.csv`; nothing is joined here. Grain: old_unit_id, new_unit_id.
 * Of each unit only the nearest candidates stand. A settled unit, and a pair that was rejected, is not asked about again; nor are two
 * repeats ("Thôn 1" twice in one list), which no name can tell apart: those need codes or former communes in their lists.
 */
export const unitMatches: Found = {name: "unit_matches", reads: ["unit_years"], find: findUnitMatches};

async function findUnitMatches(db: Kysely<never>): Promise<Model> {
  const {rows: olds} = await endedUnits.execute(db);
  const {rows: news} = await appearedUnits.execute(db);
  const {rows: rejected} = await sql<{pair: string}>`
    select old_unit_id || chr(10) || new_unit_id as pair from raw_unit_rejections
  `.execute(db);
  const pairs = nearestPairs(olds, news, new Set(rejected.map(({pair}) => pair)));
  return {
    name: "unit_matches",
    columns: PUBLIC_TABLES.unit_matches,
    grain: ["old_unit_id", "new_unit_id"],
    query: (database) =>
      sql`
        with pairs as (
          select unnest(from_json(${JSON.stringify(pairs)}, '[{
            "old_unit_id": "VARCHAR", "new_unit_id": "VARCHAR", "score": "DOUBLE", "why": "VARCHAR"
          }]'), recursive := true)
        )
        select p.old_unit_id, p.new_unit_id, p.score, p.why, o.unit_type, o.unit_name as old_name, o.year as old_year,
          n.unit_name as new_name, n.year as new_year, n.current_commune_code
        from pairs p
        inner join unit_years o on o.unit_id = p.old_unit_id
        inner join unit_years n on n.unit_id = p.new_unit_id
        qualify row_number() over (partition by p.old_unit_id, p.new_unit_id order by o.year desc, n.year) = 1
      `.compile(database)
  };
}

/** The unit a repeat stands for is unknown. */
const isRepeat = (id: string): boolean => /~\d{4}-\d+$/.test(id);

function nearestPairs(olds: readonly Side[], news: readonly Side[], rejected: ReadonlySet<string>): Pair[] {
  const blocks = new Map<string, Side[]>();
  for (const side of news) {
    const key = `${side.key} ${side.unit_type} ${side.year}`;
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [side]);
    else block.push(side);
  }
  const found: Pair[] = [];
  for (const old of olds) {
    for (const other of blocks.get(`${old.key} ${old.unit_type} ${old.year}`) ?? []) {
      if (other.unit_id === old.unit_id || (isRepeat(old.unit_id) && isRepeat(other.unit_id))) continue;
      if (old.former !== null && other.former !== null && old.former !== other.former) continue;
      const close = closeNames(old.name, other.name);
      if (close === null || rejected.has(`${old.unit_id}\n${other.unit_id}`)) continue;
      found.push({
        old_unit_id: old.unit_id,
        new_unit_id: other.unit_id,
        score: close.score,
        why: words(close.differences)
      });
    }
  }
  const best = new Map<string, number>();
  for (const {old_unit_id, new_unit_id, score} of found) {
    for (const id of [`old ${old_unit_id}`, `new ${new_unit_id}`]) best.set(id, Math.max(score, best.get(id) ?? 0));
  }
  const isNearest = ({old_unit_id, new_unit_id, score}: Pair): boolean =>
    score === best.get(`old ${old_unit_id}`) && score === best.get(`new ${new_unit_id}`);
  return found.filter(isNearest);
}

function words(differences: readonly NameDifference[]): string {
  return differences.map((way) => NAME_DIFFERENCES[way].title).join(", ");
}

/** Where a unit is looked for again: in its present commune, or among all units that come from its split former commune. */
const keyOf = sql`case when u.current_commune_code = ${sql.lit(UNASSIGNED)} then 'f' || u.former_commune_code else u.current_commune_code end`;

/** Units whose commune sent a later list of their type without them; `year` is that list's. */
const endedUnits = sql<Side>`
  with last_years as (
    select unit_id, max(year) as year from unit_years where not ${isCommuneType(sql`unit_type`)} group by unit_id
  ),
  list_years as (
    select distinct current_commune_code as key, unit_type, year from unit_years
    union
    select distinct 'f' || former_commune_code, unit_type, year from unit_years
    where former_commune_code is not null and year >= ${FIRST_PRESENT_YEAR}
  )
  select ${keyOf} as key, u.unit_type, u.unit_id, u.unit_name as name, u.former_commune_code as former, min(y.year) as year
  from unit_years u
  inner join last_years l on l.unit_id = u.unit_id and l.year = u.year
  inner join list_years y on y.key = ${keyOf} and y.unit_type = u.unit_type and y.year > u.year
  anti join raw_unit_lineage s on s.old_unit_id = u.unit_id
  group by ${keyOf}, u.unit_type, u.unit_id, u.unit_name, u.former_commune_code
  order by u.unit_id
`;

/** Units in the first list that holds them, but for the first lists of all. */
const appearedUnits = sql<Side>`
  with first_years as (
    select unit_id, min(year) as year from unit_years where not ${isCommuneType(sql`unit_type`)} group by unit_id
  ),
  appeared as (
    select u.current_commune_code, u.unit_type, u.unit_id, u.unit_name as name, u.former_commune_code as former, u.year
    from unit_years u
    inner join first_years f on f.unit_id = u.unit_id and f.year = u.year
    anti join raw_unit_lineage s on s.new_unit_id = u.unit_id
  )
  select current_commune_code as key, unit_type, unit_id, name, former, year from appeared
  union all
  select 'f' || former, unit_type, unit_id, name, former, year from appeared
  where former is not null and year >= ${FIRST_PRESENT_YEAR}
  order by unit_id, key
`;
