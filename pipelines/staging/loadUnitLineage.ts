import {existsSync} from "node:fs";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import {z} from "zod";
import {RAW_TABLES} from "../rawTables.ts";
import {readRows} from "../../loaders/reference/readRows.ts";

const FILE = "unit_lineage.csv";

const ANSWERS: Readonly<Record<string, boolean>> = {
  có: true,
  co: true,
  x: true,
  "1": true,
  không: false,
  khong: false,
  "0": false
};

const unitLineageRow = z.strictObject({
  old_unit_id: z.string("mã đơn vị cũ"),
  /** Blank: the unit ended. */
  new_unit_id: z.string("mã đơn vị mới").nullable(),
  /** Who settled it, on what ground. */
  basis: z.string("căn cứ của việc nối").nullable(),
  /** Whether the two are one. Blank: nobody has said yet. A file without the column holds settled rows only. */
  settled: z
    .string()
    .transform((text, context) => {
      const answer = ANSWERS[text.toLowerCase()];
      if (answer === undefined)
        context.addIssue({code: "custom", message: '"có" hoặc "không", để trống nếu chưa quyết'});
      return answer ?? false;
    })
    .nullable()
    .optional()
});

/** Columns of `unit_lineage.csv`, in the order in which they are written. */
export const UNIT_LINEAGE_COLUMNS = Object.keys(unitLineageRow.shape) as (keyof z.infer<typeof unitLineageRow>)[];

/**
 * Reads `reference/unit_lineage.csv` (old_unit_id, new_unit_id, basis, settled; a blank new id: the unit ended) into raw_unit_lineage,
 * and pairs that were found not to be one ("không") into raw_unit_rejections; without the file both are empty. A row with a blank
 * `settled` waits: it joins nothing.
 * @throws Error naming file, line and column of what is wrong.
 */
export async function loadUnitLineage(db: Kysely<never>, reference: string): Promise<void> {
  for (const table of ["raw_unit_lineage", "raw_unit_rejections"] as const) {
    const columns = Object.entries(RAW_TABLES[table]).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
    await sql`create or replace table ${sql.table(table)} (${sql.join(columns)})`.execute(db);
  }
  if (!existsSync(join(reference, FILE))) return;
  const rows = readRows(reference, FILE, unitLineageRow, ["settled"]);
  await insert(
    db,
    "raw_unit_lineage",
    rows.filter(({settled}) => settled === true || settled === undefined)
  );
  await insert(
    db,
    "raw_unit_rejections",
    rows.filter((row) => row.settled === false && row.new_unit_id !== null)
  );
}

async function insert(
  db: Kysely<never>,
  table: "raw_unit_lineage" | "raw_unit_rejections",
  rows: readonly {old_unit_id: string; new_unit_id: string | null}[]
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into ${sql.table(table)}
    select distinct row.old_unit_id, row.new_unit_id
    from (select unnest(from_json(${JSON.stringify(rows)}, '[{"old_unit_id": "VARCHAR", "new_unit_id": "VARCHAR"}]')) as row)
  `.execute(db);
}
