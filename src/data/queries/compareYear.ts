import {type Kysely, sql} from "kysely";
import type {Verdict} from "../../../loaders/vocabulary.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {CommuneColumns, CommuneValues} from "./communeValues.ts";
import {
  COMPARED_GROUPS,
  COMPARED_LEVELS,
  compareKey,
  type CompareHome,
  type CompareResults,
  type CompareYear,
  VERDICT_ORDER
} from "./compareShape.ts";
import type {HomeCommune} from "./home.ts";
import type {OverviewTarget} from "./overviewShape.ts";

type Db = Kysely<PublicTables>;

/** Whose communes are compared, by which targets. */
export interface CompareScope {
  home: {level: string; code: string};
  communes: readonly HomeCommune[];
  targets: readonly OverviewTarget[];
}

/** The commune's own certificate: one unit, of the group `commune`. */
export const OWN_CERTIFICATE = {indicator: "certified_of_eligible", group: "commune"} as const;

/** Reads what every commune of the scope is compared by in one year. */
export async function compareYear(db: Db, scope: CompareScope, year: number): Promise<CompareYear> {
  const place = new Map(scope.communes.map(({code}, i) => [code, i]));
  return {
    year,
    results: await communeResults(db, scope, {year, place}),
    home: await homeGaps(db, scope, year),
    values: await rateColumns(db, scope, {year, place}),
    expected: await expectedUnits(db, scope, {year, place})
  };
}

interface Of {
  year: number;
  place: ReadonlyMap<string, number>;
}

async function communeResults(
  db: Db,
  {communes, targets}: CompareScope,
  {year, place}: Of
): Promise<CompareYear["results"]> {
  if (communes.length === 0 || targets.length === 0) return {};
  const groups = new Map(targets.map(({target_id, unit_group}) => [target_id, unit_group]));
  const rows = await db
    .selectFrom("target_results")
    .selectAll()
    .where("subject_level", "=", "commune")
    .where("boundary", "=", "current")
    .where("year", "=", year)
    .where("target_id", "in", [...groups.keys()])
    .where("subject_id", "in", [...place.keys()])
    .orderBy("target_id")
    .orderBy("subject_id")
    .execute();
  const found: Record<string, Required<CompareResults>> = {};
  for (const row of rows) {
    const at = place.get(row.subject_id);
    if (at === undefined || row.unit_group !== groups.get(row.target_id)) continue;
    const columns = (found[row.target_id] ??= emptyResults(row.basis as CompareResults["basis"], communes.length));
    columns.n[at] = row.numerator;
    columns.d[at] = row.denominator;
    columns.u[at] = row.unknown_count ?? 0;
    columns.v[at] = row.unreported_count ?? 0;
    columns.verdict[at] = VERDICT_ORDER.indexOf(row.verdict as Verdict);
    columns.needed[at] = row.units_needed;
  }
  return Object.fromEntries(
    Object.entries(found).map(([id, {u, v, ...rest}]) => [
      id,
      {
        ...rest,
        ...(isUsed(u) ? {u} : {}),
        ...(isUsed(v) ? {v} : {})
      }
    ])
  );
}

function emptyResults(basis: CompareResults["basis"], length: number): Required<CompareResults> {
  const nulls = (): (number | null)[] => new Array<number | null>(length).fill(null);
  const zeros = (): number[] => new Array<number>(length).fill(0);
  return {
    basis,
    n: nulls(),
    d: nulls(),
    u: zeros(),
    v: zeros(),
    verdict: nulls(),
    needed: nulls()
  };
}

async function homeGaps(db: Db, {home, targets}: CompareScope, year: number): Promise<CompareYear["home"]> {
  if (targets.length === 0) return {};
  const groups = new Map(targets.map(({target_id, unit_group}) => [target_id, unit_group]));
  const rows = await db
    .selectFrom("target_results")
    .select(["target_id", "unit_group", "numerator", "denominator", "verdict", "units_needed"])
    .where("subject_level", "=", home.level)
    .where("subject_id", "=", home.code)
    .where("boundary", "=", "current")
    .where("year", "=", year)
    .where("target_id", "in", [...groups.keys()])
    .orderBy("target_id")
    .execute();
  return Object.fromEntries(
    rows
      .filter((row) => row.unit_group === groups.get(row.target_id))
      .map((row): [string, CompareHome] => [
        row.target_id,
        {
          n: row.numerator ?? 0,
          d: row.denominator ?? 0,
          verdict: row.verdict as Verdict,
          units_needed: row.units_needed
        }
      ])
  );
}

/** Counts of the targets' rates by unit group and level, and the communes' own certificates. */
async function rateColumns(db: Db, {communes, targets}: CompareScope, {year, place}: Of): Promise<CommuneValues> {
  if (communes.length === 0) return {};
  const indicators = targets.filter(({measure}) => measure === "percent").map(({indicator}) => indicator);
  const rows = await db
    .selectFrom("indicator_values")
    .select([
      "area_code",
      "indicator",
      "unit_group",
      "managed_level",
      "numerator",
      "denominator",
      "unknown_count",
      "unreported_count",
      "is_final"
    ])
    .where("area_level", "=", "commune")
    .where("boundary", "=", "current")
    .where("year", "=", year)
    .where("area_code", "in", [...place.keys()])
    .where((where) =>
      where.or([
        where.and([
          where("indicator", "in", [...new Set(["certified_of_eligible", ...indicators])]),
          where("unit_group", "in", [...COMPARED_GROUPS]),
          where("managed_level", "in", ["all", ...COMPARED_LEVELS])
        ]),
        where.and([
          where("indicator", "=", OWN_CERTIFICATE.indicator),
          where("unit_group", "=", OWN_CERTIFICATE.group),
          where("managed_level", "=", "all")
        ])
      ])
    )
    .orderBy("indicator")
    .orderBy("unit_group")
    .orderBy("managed_level")
    .orderBy("area_code")
    .execute();
  const values: Record<string, Required<CommuneColumns>> = {};
  for (const row of rows) {
    const at = place.get(row.area_code);
    if (at === undefined) continue;
    const key = compareKey(row.indicator, row.unit_group, row.managed_level);
    const columns = (values[key] ??= emptyColumns(communes.length));
    columns.n[at] = row.numerator;
    columns.d[at] = row.denominator;
    columns.u[at] = row.unknown_count;
    columns.v[at] = row.unreported_count;
    if (!row.is_final) columns.provisional[at] = 1;
  }
  return Object.fromEntries(
    Object.entries(values).map(([key, {n, d, u, v, provisional}]) => [
      key,
      {n, d, ...(isUsed(u) ? {u} : {}), ...(isUsed(v) ? {v} : {}), ...(isUsed(provisional) ? {provisional} : {})}
    ])
  );
}

function emptyColumns(length: number): Required<CommuneColumns> {
  const zeros = (): number[] => new Array<number>(length).fill(0);
  return {n: zeros(), d: zeros(), u: zeros(), v: zeros(), provisional: zeros()};
}

/** Units known or expected: of the reports where the commune owes lists, else of what its figure counts. */
async function expectedUnits(db: Db, {communes}: CompareScope, {year, place}: Of): Promise<number[]> {
  const counts = new Array<number>(communes.length).fill(0);
  if (communes.length === 0) return counts;
  const {rows} = await sql<{code: string; units: number}>`
    select v.area_code as code, greatest(v.denominator + v.unreported_count, coalesce(r.expected_unit_count, 0)) as units
    from indicator_values v
    left join commune_reports r
      on r.commune_code = v.area_code and r.commune_valid_from is not null and r.year = v.year
    where v.area_level = 'commune' and v.boundary = 'current' and v.year = ${year} and v.managed_level = 'all'
      and v.indicator = 'certified_of_eligible' and v.unit_group = 'all' and v.area_code in (${sql.join([...place.keys()])})
    order by 1
  `.execute(db);
  for (const {code, units} of rows) counts[place.get(code) ?? 0] = Math.max(counts[place.get(code) ?? 0] ?? 0, units);
  return counts;
}

function isUsed(column: readonly number[]): boolean {
  return column.some((count) => count !== 0);
}
