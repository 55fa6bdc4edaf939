import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import {
  type ChangedValue,
  type ChangedVerdict,
  compareEditions,
  type EditionDifference
} from "../../../pipelines/editions/compareEditions.ts";
import {type EditionFile, listEditions} from "../../../pipelines/editions/editionFile.ts";
import {isReadable} from "../../../pipelines/editions/recordEdition.ts";
import {indicatorMetadata} from "../../../pipelines/indicators/registry.ts";
import {publicDifference} from "../../../pipelines/publicEdition/publicDifference.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {MAP_INDICATORS} from "./mapIndicators.ts";

type Db = Kysely<PublicTables>;

/** Editions that the latest can be compared with, counted from the latest. */
const COMPARED = 12;

export interface EditionEntry {
  id: string;
  as_of: string | null;
  /** False: the file is damaged or cut short; it is listed, and nothing is compared with it. */
  is_readable: boolean;
}

/** The kept editions, newest first. */
export interface ChangesBook {
  editions: EditionEntry[];
  /** The newest readable one: what the pages show. */
  latest: string | null;
  /** Ids the latest can be compared with, newest first. */
  compared: string[];
}

export interface ChangedArea {
  level: string;
  code: string;
  name: string;
  type: string;
  /** The present commune has a page. */
  has_page: boolean;
}

/** What changed from an older edition to the latest, with the names it takes to say it. */
export interface ChangesFile extends Omit<EditionDifference, "values" | "verdicts"> {
  older: EditionEntry;
  newer: EditionEntry;
  indicators: {id: string; title: string}[];
  areas: ChangedArea[];
  targets: {id: string; title: string; clause: string; document: string}[];
  values: (Omit<ChangedValue, "area_level" | "area_code" | "unit_group"> & {area: number})[];
  verdicts: (Omit<ChangedVerdict, "area_level" | "area_code" | "boundary"> & {area: number})[];
}

/** Lists the kept editions; a data folder without any gives an empty book. */
export async function changesBook(db: Db, workspace: Pick<Workspace, "directory">): Promise<ChangesBook> {
  const known = listEditions(workspace).toReversed();
  const editions: EditionEntry[] = [];
  for (const edition of known) editions.push(await entryOf(db, edition));
  const readable = editions.filter(({is_readable}) => is_readable).map(({id}) => id);
  return {editions, latest: readable[0] ?? null, compared: readable.slice(1, COMPARED + 1)};
}

async function entryOf(db: Db, {id, as_of, path}: EditionFile): Promise<EditionEntry> {
  return {id, as_of, is_readable: await isReadable(db, path)};
}

/**
 * Reads what changed from each older edition to the latest, by the older one's id, the nearest first.
 * @param options.most older editions wanted; every one that can be compared if left out.
 */
export async function changesFiles(
  db: Db,
  workspace: Pick<Workspace, "directory" | "settings">,
  {most = COMPARED}: {most?: number} = {}
): Promise<Map<string, ChangesFile>> {
  const {latest, compared, editions} = await changesBook(db, workspace);
  const known = listEditions(workspace);
  const newer = known.find(({id}) => id === latest);
  const files = new Map<string, ChangesFile>();
  if (!newer) return files;
  const names = await areaNames(db);
  const targets = await targetNames(db);
  for (const id of compared.slice(0, most)) {
    const older = known.find((edition) => edition.id === id);
    if (!older) continue;
    const whole = await compareEditions(db, older, newer, {
      indicators: MAP_INDICATORS,
      groups: ["all"],
      provinceOf: names.provinceOf,
      planOf: new Map(targets.map(({id: target, plan_id}) => [target, plan_id]))
    });
    const difference = workspace.settings.publication === "public" ? await publicDifference(db, whole) : whole;
    const entry = (wanted: string): EditionEntry =>
      editions.find((edition) => edition.id === wanted) ?? {id: wanted, as_of: null, is_readable: true};
    files.set(id, shortened(difference, {older: entry(id), newer: entry(newer.id), names, targets}));
  }
  return files;
}

interface Names {
  of: (level: string, code: string, year: number) => ChangedArea;
  provinceOf: Map<string, string>;
}

function shortened(
  {values, verdicts, ...rest}: EditionDifference,
  {
    older,
    newer,
    names,
    targets
  }: {older: EditionEntry; newer: EditionEntry; names: Names; targets: Awaited<ReturnType<typeof targetNames>>}
): ChangesFile {
  const areas: ChangedArea[] = [];
  const places = new Map<string, number>();
  const placeOf = (level: string, code: string, year: number): number => {
    const area = names.of(level, code, year);
    const key = `${level} ${code} ${area.name}`;
    const at = places.get(key) ?? areas.push(area) - 1;
    places.set(key, at);
    return at;
  };
  const told = new Set(verdicts.map(({target_id}) => target_id));
  return {
    ...rest,
    older,
    newer,
    indicators: MAP_INDICATORS.map((id) => ({
      id,
      title: indicatorMetadata().find((indicator) => indicator.id === id)?.short_title ?? id
    })),
    areas,
    targets: targets
      .filter(({id}) => told.has(id))
      .map(({id, title, clause, document}) => ({id, title, clause, document})),
    // Indicators stand on present boundaries whatever their year: so do the names.
    values: values.map(({area_level, area_code, year, indicator, before, after, is_final, causes}) => ({
      year,
      indicator,
      before,
      after,
      is_final,
      causes,
      area: placeOf(area_level, area_code, 9999)
    })),
    verdicts: verdicts.map(({area_level, area_code, boundary, ...verdict}) => ({
      ...verdict,
      area: placeOf(area_level, area_code, boundary === "as_reported" ? 0 : 9999)
    }))
  };
}

async function targetNames(
  db: Db
): Promise<{id: string; title: string; clause: string; document: string; plan_id: string}[]> {
  return await db
    .selectFrom("targets")
    .innerJoin("plans", "plans.plan_id", "targets.plan_id")
    .select(["target_id as id", "targets.title", "clause", "document", "plans.plan_id"])
    .orderBy("target_id")
    .execute();
}

async function areaNames(db: Db): Promise<Names> {
  const {rows} = await sql<{level: string; code: string; name: string; type: string; is_present: boolean}>`
    select area_level as level, area_code as code, name, type, valid_from is not null and valid_to is null as is_present
    from areas order by area_level, area_code, is_present, valid_from
  `.execute(db);
  const present = new Map(rows.filter(({is_present}) => is_present).map((row) => [`${row.level} ${row.code}`, row]));
  const former = new Map(rows.filter(({is_present}) => !is_present).map((row) => [`${row.level} ${row.code}`, row]));
  const communes = await db
    .selectFrom("communes")
    .select(["code", "province_code"])
    .where("valid_from", "is not", null)
    .where("valid_to", "is", null)
    .execute();
  return {
    provinceOf: new Map(communes.map(({code, province_code}) => [code, province_code])),
    of: (level, code, year) => {
      const key = `${level} ${code}`;
      const isFormer = year < 2025 && former.has(key);
      const row = (isFormer ? former.get(key) : undefined) ?? present.get(key) ?? former.get(key);
      return {
        level,
        code,
        name: row?.name ?? code,
        type: row?.type ?? level,
        has_page: level === "commune" && !isFormer && present.has(key)
      };
    }
  };
}
