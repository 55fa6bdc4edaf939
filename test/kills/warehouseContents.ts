import {sql} from "kysely";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";

/**
 * What a warehouse holds, table by table: rows and a checksum of all their values, whatever their order.
 * @throws Error if the file is no whole database.
 */
export async function warehouseContents(path: string): Promise<Record<string, string>> {
  const db = await openDatabase(path, {mode: "READ_ONLY"});
  try {
    const tables = await sql<{name: string}>`
      select table_name as name from information_schema.tables where table_schema = 'main' order by 1
    `.execute(db);
    const contents: Record<string, string> = {};
    for (const {name} of tables.rows) {
      const {rows} = await sql<{count: number; sum: string | null}>`
        select count(*)::integer as count, md5(string_agg(md5(t::varchar), '' order by md5(t::varchar))) as sum
        from ${sql.table(name)} as t
      `.execute(db);
      contents[name] = `${rows[0]?.count ?? 0} ${rows[0]?.sum ?? ""}`;
    }
    return contents;
  } finally {
    await db.destroy();
  }
}
