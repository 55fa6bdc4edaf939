import type {Kysely} from "kysely";
import type {PriorYear} from "../../../loaders/validate/prior/priorYear.ts";
import {priorYears} from "../../../pipelines/priorYears.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** Files of one present commune begin with this year: what came before is a former commune's or a district's. */
const FIRST_YEAR = 2025;

/**
 * What Kiểm tra tệp holds a commune's file against: by present code, its latest list before each year that a file may be of, up to the
 * year after the latest one with a list.
 */
export async function priorLists(db: Kysely<PublicTables>): Promise<Map<string, PriorYear[]>> {
  const latest = await priorYears(db);
  const lists = new Map(latest.map((prior) => [prior.commune_code, [prior]]));
  const lastYear = Math.max(FIRST_YEAR, ...latest.map(({year}) => year));
  for (let before = lastYear; before >= FIRST_YEAR; before--) {
    for (const prior of await priorYears(db, {before})) {
      const own = lists.get(prior.commune_code) ?? [];
      if (!own.some(({year}) => year === prior.year)) lists.set(prior.commune_code, [...own, prior]);
    }
  }
  return lists;
}

/** Codes of the communes that `priorLists` has something of. */
export async function communesWithPrior(db: Kysely<PublicTables>): Promise<string[]> {
  return (await priorYears(db)).map(({commune_code}) => commune_code);
}
