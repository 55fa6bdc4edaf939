import {type Kysely, type RawBuilder, sql} from "kysely";

/** A query kept under a name: read by what follows, never stored. Holds no parameters (a view cannot). */
export interface View {
  name: string;
  query: () => RawBuilder<unknown>;
}

/** Makes the view, replacing one of the same name. */
export async function createView<DB>(db: Kysely<DB>, view: View): Promise<void> {
  await sql`create or replace view ${sql.table(view.name)} as ${view.query()}`.execute(db);
}
