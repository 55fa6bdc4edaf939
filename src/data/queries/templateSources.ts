import type {Kysely} from "kysely";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import {readPlans} from "../../../pipelines/plans/readPlans.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {TemplateSources} from "./templateFills.ts";

/** Gathers what the forms of a workspace are filled from; `db` null: no warehouse is there yet. */
export async function templateSources(
  db: Kysely<PublicTables> | null,
  {reference, plans, settings}: Workspace
): Promise<TemplateSources> {
  const built = await db?.selectFrom("build_settings").select("as_of").executeTakeFirst();
  return {
    db,
    register: readRegister(reference),
    plans: readPlans(plans),
    asOf: built?.as_of ?? settings.as_of ?? null
  };
}
