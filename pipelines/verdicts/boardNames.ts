import {type Kysely, sql} from "kysely";
import {nameKey} from "../../loaders/reference/nameKey.ts";
import type {Plan} from "../plans/planSchema.ts";

/** Names under which submitted rows know a board. Grain: target_id, name. */
export const BOARD_NAME_COLUMNS = {target_id: "VARCHAR not null", name: "VARCHAR not null"} as const;

/**
 * The submitted spellings, as "Cơ quan quản lý" or as an agency's own name, that mean a board the plans name: compared without
 * accents' place, case, hyphens.
 */
export async function boardNames<DB>(
  db: Kysely<DB>,
  plans: readonly Plan[]
): Promise<{target_id: string; name: string}[]> {
  const boards = plans.flatMap(({targets}) => targets.flatMap(({id, board}) => (board ? [{id, board}] : [])));
  if (boards.length === 0) return [];
  const {rows} = await sql<{name: string}>`
    select managed_by as name from unit_years where managed_by is not null
    union
    select unit_name from unit_years where unit_type = 'co_quan'
    order by name
  `.execute(db);
  return boards.flatMap(({id, board}) => {
    const keys = new Set([board.name, ...board.aliases].map(nameKey));
    return rows.filter(({name}) => keys.has(nameKey(name))).map(({name}) => ({target_id: id, name}));
  });
}
