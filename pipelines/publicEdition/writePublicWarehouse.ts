import {rmSync} from "node:fs";
import {sql} from "kysely";
import {openDatabase} from "../database/openDatabase.ts";
import {PUBLIC_RULES, type PublicRule} from "./publicRules.ts";

/**
 * Writes what of the warehouse `from` may be known outside to `to`, a warehouse with the same public tables: the one place where a public
 * edition is cut, so that a page made later cannot show more.
 * @param from path of the warehouse, read only.
 * @param to path of the public one, replaced.
 */
export async function writePublicWarehouse(from: string, to: string): Promise<void> {
  rmSync(to, {force: true});
  const db = await openDatabase<never>(to);
  try {
    await sql`attach ${sql.lit(from)} as inside (read_only)`.execute(db);
    for (const [table, rule] of Object.entries(PUBLIC_RULES)) {
      await sql`create table ${sql.table(table)} as ${sql.raw(selection(table, rule))}`.execute(db);
    }
    await sql`detach inside`.execute(db);
  } finally {
    await db.destroy();
  }
}

function selection(table: string, rule: PublicRule): string {
  if (rule === "all") return `select * from inside.${table}`;
  if (rule === "none") return `select * from inside.${table} limit 0`;
  const replaced = Object.entries(rule.columns ?? {}).map(([column, by]) => `${by} as ${column}`);
  const columns = replaced.length === 0 ? "*" : `* replace (${replaced.join(", ")})`;
  return `select ${columns} from inside.${table}${rule.where === undefined ? "" : ` where ${rule.where}`}`;
}
