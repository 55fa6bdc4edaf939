import {existsSync} from "node:fs";
import type {Kysely} from "kysely";
import {openWorkspace, type Workspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {countChangedCommunes} from "../../pipelines/editions/compareEditions.ts";
import {type EditionFile, listEditions} from "../../pipelines/editions/editionFile.ts";
import {isReadable} from "../../pipelines/editions/recordEdition.ts";
import type {PublicTables} from "../../pipelines/tables.ts";

/** What the masthead and foot of every page say about the data they show. */
export interface SiteFacts {
  /** "Tỉnh Thanh Hóa"; "" while there is no warehouse. */
  place: string;
  /** Some file that counts says its figures are simulated. */
  isSimulated: boolean;
  /** Cut-off day, ISO. */
  asOf: string | null;
  /** Years there are files of, rising. */
  years: number[];
  /** Made for people outside: what is internal was left out. */
  isPublic: boolean;
  /** The kept edition these figures are, and how many communes changed since the one before (null: the first); null: none is kept. */
  edition: {id: string; changed: number | null} | null;
}

/** Reads the facts from the workspace's warehouse; without one the site says so itself. */
export async function readSiteFacts(directory: string): Promise<SiteFacts> {
  const workspace = openWorkspace(directory);
  const {shownWarehouse: warehouse, settings} = workspace;
  const isPublic = settings.publication === "public";
  if (!existsSync(warehouse)) return {place: "", isSimulated: false, asOf: null, years: [], edition: null, isPublic};
  const db = await openDatabase<PublicTables>(warehouse, {mode: "READ_ONLY"});
  try {
    const built = await db
      .selectFrom("build_settings")
      .select(["as_of", "home_level", "home_code"])
      .executeTakeFirstOrThrow();
    return {
      place: await placeName(db, built.home_level, built.home_code),
      isSimulated: await someSimulated(db),
      asOf: built.as_of ?? (await lastReceived(db)),
      years: await shownYears(db),
      edition: await editionFacts(db, workspace),
      isPublic
    };
  } finally {
    await db.destroy();
  }
}

/** The newest readable edition against the readable one before it. */
async function editionFacts(
  db: Kysely<PublicTables>,
  workspace: Pick<Workspace, "directory">
): Promise<SiteFacts["edition"]> {
  const readable: EditionFile[] = [];
  for (const edition of listEditions(workspace).toReversed()) {
    if (readable.length < 2 && (await isReadable(db, edition.path))) readable.push(edition);
  }
  const [newest, before] = readable;
  if (!newest) return null;
  return {id: newest.id, changed: before ? await countChangedCommunes(db, before, newest) : null};
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  tinh: "Tỉnh",
  thanh_pho: "Thành phố",
  province: "Tỉnh",
  xa: "Xã",
  phuong: "Phường",
  thi_tran: "Thị trấn",
  dac_khu: "Đặc khu"
};

async function placeName(db: Kysely<PublicTables>, level: string, code: string): Promise<string> {
  const areas = await db
    .selectFrom("areas")
    .select(["name", "type", "valid_from", "valid_to"])
    .where("area_level", "=", level)
    .where("area_code", "=", code)
    .orderBy("valid_from", "desc")
    .execute();
  const area = areas.find(({valid_from, valid_to}) => valid_from !== null && valid_to === null) ?? areas[0];
  if (!area) return "";
  if (/^(tỉnh|thành phố|xã|phường|thị trấn|đặc khu|quận|huyện|thị xã) /i.test(area.name)) return area.name;
  return `${TYPE_WORDS[area.type] ?? ""} ${area.name}`.trim();
}

async function someSimulated(db: Kysely<PublicTables>): Promise<boolean> {
  const found = await db
    .selectFrom("submissions")
    .innerJoin("submission_parts", "submission_parts.submission_id", "submissions.submission_id")
    .select("submissions.submission_id")
    .where("is_simulated", "=", true)
    .where("is_current", "=", true)
    .limit(1)
    .execute();
  return found.length > 0;
}

async function lastReceived(db: Kysely<PublicTables>): Promise<string | null> {
  const row = await db
    .selectFrom("submissions")
    .select((select) => select.fn.max("received_date").as("day"))
    .executeTakeFirst();
  return row?.day ?? null;
}

async function shownYears(db: Kysely<PublicTables>): Promise<number[]> {
  const rows = await db.selectFrom("submissions").select("year").distinct().where("year", "is not", null).execute();
  return rows.flatMap(({year}) => (year === null ? [] : [year])).sort((a, b) => a - b);
}
