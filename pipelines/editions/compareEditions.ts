import {type Kysely, type RawBuilder, sql} from "kysely";
import {type Cause, changeCauses, type CountedPart, type EditionSide, type ListedFile} from "./changeCauses.ts";
import type {EditionFile} from "./editionFile.ts";
import type {PublicTables} from "../tables.ts";

/** A figure before and after; null where an edition had no such row. */
export interface Counts {
  n: number;
  d: number;
  u: number;
  v: number;
}

export interface ChangedValue {
  area_level: "commune" | "province" | "country";
  area_code: string;
  year: number;
  indicator: string;
  unit_group: string;
  before: Counts | null;
  after: Counts | null;
  is_final: boolean;
  causes: Cause[];
}

export interface ChangedVerdict {
  area_level: string;
  area_code: string;
  boundary: string;
  year: number;
  target_id: string;
  unit_group: string;
  before: string | null;
  after: string | null;
  causes: Cause[];
}

/** What changed between two editions. */
export interface EditionDifference {
  /** Figures of the wanted indicators, by area, year, indicator. */
  values: ChangedValue[];
  /** All changed rows of indicator_values on present boundaries, the wanted and the rest. */
  value_count: number;
  /** Communes with a changed figure. */
  commune_count: number;
  verdicts: ChangedVerdict[];
  /** How many duties went from one state to another. */
  duties: {before: string | null; after: string | null; count: number}[];
  /** Names of changed inputs. */
  inputs: string[];
  /** Files that stand in one edition only, or with another status. */
  files: {file: string; before: string | null; after: string | null; day: string | null}[];
}

export interface Wanted {
  indicators: readonly string[];
  groups: readonly string[];
  /** Province of a commune, so that its causes reach the province. */
  provinceOf: ReadonlyMap<string, string>;
  /** Plan of a target. */
  planOf: ReadonlyMap<string, string>;
}

type Db = Kysely<PublicTables>;
const rowsOf = ({path}: EditionFile, kind: string): RawBuilder<unknown> =>
  sql`(select * from read_parquet(${sql.lit(path)}) where kind = ${sql.lit(kind)})`;

/**
 * Compares two readable editions row by row. Verdicts of units and models are not listed: their names are internal.
 * @param db any open database.
 */
export async function compareEditions(
  db: Db,
  older: EditionFile,
  newer: EditionFile,
  wanted: Wanted
): Promise<EditionDifference> {
  const [before, after] = [await side(db, older), await side(db, newer)];
  const inputs = await changedInputs(db, older, newer);
  const parts = await changedParts(db, older, newer);
  const causesOf = causeFinder({before, after, inputs, parts, provinceOf: wanted.provinceOf});
  const {values, ...counts} = await changedValues(db, older, newer, wanted);
  return {
    ...counts,
    values: values.map((value) => ({...value, causes: causesOf(value.area_level, value.area_code, value.year, null)})),
    verdicts: (await changedVerdicts(db, older, newer)).map((verdict) => ({
      ...verdict,
      causes: causesOf(
        verdict.area_level,
        verdict.area_code,
        verdict.year,
        wanted.planOf.get(verdict.target_id) ?? null
      )
    })),
    duties: await changedDuties(db, older, newer),
    inputs,
    files: await changedFiles(db, older, newer)
  };
}

/** Communes with a figure that differs: what the foot of every page says. */
export async function countChangedCommunes(db: Db, older: EditionFile, newer: EditionFile): Promise<number> {
  const {rows} = await sql<{n: number}>`
    select count(distinct area_code) as n from ${valuePairs(older, newer)} where area_level = 'commune'
  `.execute(db);
  return rows[0]?.n ?? 0;
}

/** Rows of indicators that differ; a row of nothing but zeros is the same as none. */
function valuePairs(older: EditionFile, newer: EditionFile): RawBuilder<unknown> {
  return sql`(
    select coalesce(a.area_level, b.area_level) as area_level, coalesce(a.area_code, b.area_code) as area_code,
      coalesce(a.year, b.year) as year, coalesce(a.item, b.item) as indicator,
      coalesce(a.unit_group, b.unit_group) as unit_group, a.n as n0, a.d as d0, a.u as u0, a.v as v0,
      b.n as n1, b.d as d1, b.u as u1, b.v as v1, coalesce(b.is_final, false) as is_final
    from ${rowsOf(older, "value")} a
    full join ${rowsOf(newer, "value")} b on a.area_level = b.area_level and a.area_code = b.area_code
      and a.year = b.year and a.item = b.item and a.unit_group = b.unit_group
    where (coalesce(a.n, 0), coalesce(a.d, 0), coalesce(a.u, 0), coalesce(a.v, 0))
      is distinct from (coalesce(b.n, 0), coalesce(b.d, 0), coalesce(b.u, 0), coalesce(b.v, 0))
  )`;
}

interface PairRow {
  area_level: ChangedValue["area_level"];
  area_code: string;
  year: number;
  indicator: string;
  unit_group: string;
  n0: number | null;
  d0: number | null;
  u0: number | null;
  v0: number | null;
  n1: number | null;
  d1: number | null;
  u1: number | null;
  v1: number | null;
  is_final: boolean;
}

async function changedValues(
  db: Db,
  older: EditionFile,
  newer: EditionFile,
  {indicators, groups}: Wanted
): Promise<{values: Omit<ChangedValue, "causes">[]; value_count: number; commune_count: number}> {
  const pairs = valuePairs(older, newer);
  const totals = await sql<{value_count: number; commune_count: number}>`
    select count(*) as value_count, count(distinct area_code) filter (where area_level = 'commune') as commune_count
    from ${pairs}
  `.execute(db);
  const {rows} = await sql<PairRow>`
    select * from ${pairs}
    where indicator in (${sql.join(indicators.map((id) => sql.lit(id)))})
      and unit_group in (${sql.join(groups.map((id) => sql.lit(id)))})
    order by area_level, area_code, year, indicator, unit_group
  `.execute(db);
  return {
    value_count: totals.rows[0]?.value_count ?? 0,
    commune_count: totals.rows[0]?.commune_count ?? 0,
    values: rows.map(({area_level, area_code, year, indicator, unit_group, is_final, ...row}) => ({
      area_level,
      area_code,
      year,
      indicator,
      unit_group,
      before: counts(row.n0, row.d0, row.u0, row.v0),
      after: counts(row.n1, row.d1, row.u1, row.v1),
      is_final
    }))
  };
}

function counts(n: number | null, d: number | null, u: number | null, v: number | null): Counts | null {
  return n === null || d === null ? null : {n, d, u: u ?? 0, v: v ?? 0};
}

async function changedVerdicts(
  db: Db,
  older: EditionFile,
  newer: EditionFile
): Promise<Omit<ChangedVerdict, "causes">[]> {
  const {rows} = await sql<Omit<ChangedVerdict, "causes">>`
    select coalesce(a.area_level, b.area_level) as area_level, coalesce(a.area_code, b.area_code) as area_code,
      coalesce(a.boundary, b.boundary) as boundary, coalesce(a.year, b.year) as year,
      coalesce(a.item, b.item) as target_id, coalesce(a.unit_group, b.unit_group) as unit_group,
      a.outcome as before, b.outcome as after
    from ${rowsOf(older, "verdict")} a
    full join ${rowsOf(newer, "verdict")} b on a.area_level = b.area_level and a.area_code = b.area_code
      and a.boundary = b.boundary and a.year = b.year and a.item = b.item and a.unit_group = b.unit_group
    where a.outcome is distinct from b.outcome
      and coalesce(a.area_level, b.area_level) in ('province', 'district', 'commune', 'country')
      and (coalesce(a.year, b.year) < 2025) = (coalesce(a.boundary, b.boundary) = 'as_reported')
    order by all
  `.execute(db);
  return rows;
}

async function changedDuties(db: Db, older: EditionFile, newer: EditionFile): Promise<EditionDifference["duties"]> {
  const {rows} = await sql<EditionDifference["duties"][number]>`
    select a.outcome as before, b.outcome as after, count(*) as count
    from ${rowsOf(older, "duty")} a
    full join ${rowsOf(newer, "duty")} b
      on a.item = b.item and a.area_level = b.area_level and a.area_code = b.area_code and a.year = b.year
    where a.outcome is distinct from b.outcome
    group by a.outcome, b.outcome order by count desc, before, after
  `.execute(db);
  return rows;
}

async function changedInputs(db: Db, older: EditionFile, newer: EditionFile): Promise<string[]> {
  const {rows} = await sql<{name: string}>`
    select coalesce(a.item, b.item) as name
    from ${rowsOf(older, "input")} a full join ${rowsOf(newer, "input")} b on a.item = b.item
    where a.detail is distinct from b.detail order by name
  `.execute(db);
  return rows.map(({name}) => name);
}

async function changedFiles(db: Db, older: EditionFile, newer: EditionFile): Promise<EditionDifference["files"]> {
  const {rows} = await sql<EditionDifference["files"][number]>`
    select coalesce(b.item, a.item) as file, a.outcome as before, b.outcome as after, coalesce(b.day, a.day) as day
    from ${rowsOf(older, "file")} a
    full join ${rowsOf(newer, "file")} b on a.detail = b.detail and a.item = b.item
    where a.outcome is distinct from b.outcome order by day, file
  `.execute(db);
  return rows;
}

async function side(db: Db, edition: EditionFile): Promise<EditionSide> {
  const {rows} = await sql<ListedFile & {sha256: string}>`
    select detail as sha256, min(outcome) as status, min(day) as day from ${rowsOf(edition, "file")} group by detail
  `.execute(db);
  return {as_of: edition.as_of, files: new Map(rows.map(({sha256, ...file}) => [sha256, file]))};
}

interface PartChange {
  gone: CountedPart[];
  come: CountedPart[];
}

/** Parts that count in one edition only, by "commune year". */
async function changedParts(db: Db, older: EditionFile, newer: EditionFile): Promise<Map<string, PartChange>> {
  const {rows} = await sql<CountedPart & {area_code: string; year: number; is_new: boolean}>`
    select coalesce(a.area_code, b.area_code) as area_code, coalesce(a.year, b.year) as year,
      coalesce(a.item, b.item) || ' ' || coalesce(a.unit_group, b.unit_group) as part,
      coalesce(a.detail, b.detail) as sha256, coalesce(a.outcome, b.outcome) as stage, a.detail is null as is_new
    from ${rowsOf(older, "part")} a
    full join ${rowsOf(newer, "part")} b on a.area_code = b.area_code and a.year = b.year and a.item = b.item
      and a.unit_group = b.unit_group and a.detail = b.detail
    where a.detail is null or b.detail is null
    order by all
  `.execute(db);
  const found = new Map<string, PartChange>();
  for (const {area_code, year, is_new, ...part} of rows) {
    const change = found.get(`${area_code} ${year}`) ?? {gone: [], come: []};
    (is_new ? change.come : change.gone).push(part);
    found.set(`${area_code} ${year}`, change);
  }
  return found;
}

interface CauseFacts {
  before: EditionSide;
  after: EditionSide;
  inputs: readonly string[];
  parts: ReadonlyMap<string, PartChange>;
  provinceOf: ReadonlyMap<string, string>;
}

/** Finds causes: of a commune from its own files, of a province or the country from those of its communes. */
function causeFinder({
  before,
  after,
  inputs,
  parts,
  provinceOf
}: CauseFacts): (level: string, code: string, year: number, plan: string | null) => Cause[] {
  const known = new Map<string, Cause[]>();
  const merge = (into: Map<string, PartChange>, key: string, {gone, come}: PartChange): void => {
    const change = into.get(key) ?? {gone: [], come: []};
    into.set(key, change);
    change.gone.push(...gone);
    change.come.push(...come);
  };
  const byArea = new Map<string, PartChange>();
  for (const [key, change] of parts) {
    const [code = "", year = ""] = key.split(" ");
    // A part is a part of its commune: in a larger area parts of two communes do not replace each other.
    const own = (list: CountedPart[]): CountedPart[] => list.map((one) => ({...one, part: `${code} ${one.part}`}));
    const change_ = {gone: own(change.gone), come: own(change.come)};
    merge(byArea, `commune ${code} ${year}`, change_);
    merge(byArea, `province ${provinceOf.get(code) ?? ""} ${year}`, change_);
    merge(byArea, `country VN ${year}`, change_);
  }
  const years = new Map<string, Set<string>>();
  for (const key of byArea.keys()) {
    const [level = "", code = "", year = ""] = key.split(" ");
    years.set(`${level} ${code}`, (years.get(`${level} ${code}`) ?? new Set()).add(year));
  }
  return (level, code, year, plan) => {
    const key = `${level} ${code} ${year} ${plan ?? ""}`;
    const found =
      known.get(key) ??
      changeCauses(before, after, {
        ...(byArea.get(`${level} ${code} ${year}`) ?? {gone: [], come: []}),
        isOtherYear: [...(years.get(`${level} ${code}`) ?? [])].some((other) => other !== `${year}`),
        inputs,
        plan
      });
    known.set(key, found);
    return found;
  };
}
