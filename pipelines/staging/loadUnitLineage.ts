import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import {z} from "zod";
import {RAW_TABLES} from "../rawTables.ts";
import {readRows} from "../../loaders/reference/readRows.ts";

const FILE = "unit_lineage.csv";

const unitLineageRow = z.strictObject({
  old_unit_id: z.string("mã đơn vị cũ"),
  /** Blank: the unit ended. */
  new_unit_id: z.string("mã đơn vị mới").nullable(),
  /** Who settled it, on what ground. */
  basis: z.string("căn cứ của việc nối").nullable()
});

/**
 * Reads `reference/unit_lineage.csv` (old_unit_id, new_unit_id, basis; a blank new id: the unit ended) into raw_unit_lineage; without the
 * file the table is empty.
 * @throws Error naming file, line and column of what is wrong.
 */
export async function loadUnitLineage(db: Kysely<never>, reference: string): Promise<void> {
  const columns = Object.entries(RAW_TABLES.raw_unit_lineage).map(
    ([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`
  );
  await sql`create or replace table raw_unit_lineage (${sql.join(columns)})`.execute(db);
  if (!existsSync(join(reference, FILE))) return;
  const rows = readRows(reference, FILE, unitLineageRow);
  if (rows.length === 0) return;
  await sql`
    insert into raw_unit_lineage
    select distinct row.old_unit_id, row.new_unit_id
    from (select unnest(from_json(${JSON.stringify(rows)}, '[{"old_unit_id": "VARCHAR", "new_unit_id": "VARCHAR"}]')) as row)
  `.execute(db);
}
