import {existsSync} from "node:fs";
import type {Kysely} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {emptySite, site, type Site} from "./site.ts";

/** Stands for the year of a file that names none: such files are listed apart, not lost. */
export const NO_YEAR = 0;

/** What the pages of the data keeper know of the site. */
export type KeeperSite = Pick<Site, "home" | "years" | "default_year" | "as_of" | "is_simulated" | "publication"> & {
  /** How many files came of each year. */
  files: Record<string, number>;
  /** The page Kiểm tra tệp is there to be linked to. */
  has_check_page: boolean;
};

/** Reads it; years are those with figures, plans or received files. */
export async function keeperSite(
  db: Kysely<PublicTables>,
  workspace: Pick<Workspace, "settings">
): Promise<KeeperSite> {
  const read = await site(db, workspace);
  const received = await db
    .selectFrom("submissions")
    .select((select) => ["year", select.fn.countAll<number>().as("files")])
    .groupBy("year")
    .orderBy("year")
    .execute();
  const years = [...new Set([...read.years, ...received.map(({year}) => year ?? NO_YEAR)])].sort((a, b) => a - b);
  return shortSite({
    ...read,
    files: Object.fromEntries(received.map(({year, files}) => [`${year ?? NO_YEAR}`, files])),
    years,
    default_year: read.default_year ?? years.findLast((year) => year !== NO_YEAR) ?? null
  });
}

export function emptyKeeperSite(workspace: Pick<Workspace, "settings">): KeeperSite {
  return shortSite({...emptySite(workspace), files: {}});
}

function shortSite({
  home,
  years,
  default_year,
  as_of,
  is_simulated,
  publication,
  files
}: Site & Pick<KeeperSite, "files">): KeeperSite {
  const has_check_page = existsSync("src/kiem-tra-tep.md");
  return {home, years, default_year, as_of, is_simulated, publication, files, has_check_page};
}
