import {type Kysely, sql} from "kysely";
import {nameKey} from "../../loaders/reference/nameKey.ts";
import type {Plan} from "../plans/planSchema.ts";

/** Names under which submitted rows know a board. Grain: target_id, managed_by. */
export const BOARD_NAME_COLUMNS = {target_id: "VARCHAR not null", managed_by: "VARCHAR not null"} as const;

/** The submitted spellings of "Cơ quan quản lý" that mean a board the plans name: compared without accents' place, case, hyphens. */
export async function boardNames<DB>(
  db: Kysely<DB>,
  plans: readonly Plan[]
): Promise<{target_id: string; managed_by: string}[]> {
  const boards = plans.flatMap(({targets}) => targets.flatMap(({id, board}) => (board ? [{id, board}] : [])));
  if (boards.length === 0) return [];
  const {rows} = await sql<{managed_by: string}>`
    select distinct managed_by from unit_years where managed_by is not null order by managed_by
  `.execute(db);
  return boards.flatMap(({id, board}) => {
    const keys = new Set([board.name, ...board.aliases].map(nameKey));
    return rows
      .filter(({managed_by}) => keys.has(nameKey(managed_by)))
      .map(({managed_by}) => ({target_id: id, managed_by}));
  });
}
