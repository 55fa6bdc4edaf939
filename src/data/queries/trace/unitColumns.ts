import {type Kysely, sql} from "kysely";
import type {Forms} from "../../../../loaders/validate/form.ts";
import {standardText} from "../../../../loaders/validate/standardText.ts";
import {MANAGED_LEVELS, UNIT_TYPES} from "../../../../loaders/vocabulary.ts";
import {countOfUnits, UNIT_INDICATORS} from "../../../../pipelines/indicators/counts.ts";
import type {UnitIndicator} from "../../../../pipelines/indicators/indicator.ts";
import {deciding, roleOfUnit} from "../../../../pipelines/indicators/roles.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";
import type {TraceUnits} from "./shape.ts";

/** Places in these lists stand for the codes. */
export const TYPES = Object.keys(UNIT_TYPES);
export const LEVELS = Object.keys(MANAGED_LEVELS);

/** Indicators whose numbers are sums over units, not counts of them. */
export const SUMS: readonly UnitIndicator[] = UNIT_INDICATORS.filter((each) => !("outcome" in each));

/** Fields whose cells decide something, besides the name. */
export const VALUE_FIELDS = [
  ...new Set(["exclusion_reason", ...UNIT_INDICATORS.flatMap((each) => deciding(each).fields)])
].filter((field) => field !== "unit_name");
/** Fields whose text is shown where it was kept. */
const TEXT_FIELDS = ["unit_name", "unit_type", ...VALUE_FIELDS];

const LETTERS = {numerator: "n", denominator: "d", unknown: "u", membership_unknown: "m"};
const PARTS = {n: "numerator", d: "denominator", u: "unknown", v: "membership_unknown"} as const;

/** A letter per indicator, for rows of unit_years or a table like it. */
const roleLetters = sql<string>`concat(${sql.join(
  UNIT_INDICATORS.map(
    (each) =>
      sql`case ${roleOfUnit(each)} ${sql.join(
        Object.entries(LETTERS).map(([role, letter]) => sql`when ${sql.lit(role)} then ${sql.lit(letter)}`),
        sql` `
      )} else '-' end`
  )
)})`;

/** A row of a unit list with all that `TraceUnits` says of it. */
export interface UnitRow extends Record<string, unknown> {
  year: number;
  home: string;
  of: string;
  unit_name: string;
  unit_type: string;
  managed_level: string;
  submission_id: string | null;
  sheet: string | null;
  row_number: number | null;
  roles: string;
}

/** Rows of unit_years by where they stand; sums of one row are what the pipeline counts of it alone. */
export async function unitRows(
  db: Kysely<PublicTables>,
  source: ReturnType<typeof sql> = sql`select *, current_commune_code as home from unit_years`
): Promise<UnitRow[]> {
  const sums = SUMS.flatMap((each) =>
    Object.entries(PARTS).map(
      ([letter, count]) => sql`${countOfUnits(each, count)} as ${sql.id(`${each.id}.${letter}`)}`
    )
  );
  const {rows} = await sql<UnitRow>`
    with source as (${source}),
    summed as (
      select submission_id, sheet, row_number, ${sql.join(sums)} from source group by submission_id, sheet, row_number
    )
    select u.year, u.home, u.commune_code as "of", u.unit_name, u.unit_type, u.managed_level, u.submission_id, u.sheet, u.row_number,
      ${roleLetters} as roles, ${sql.join(VALUE_FIELDS.map((field) => sql`u.${sql.id(field)}`))},
      s.* exclude (submission_id, sheet, row_number)
    from source u
    inner join summed s on s.submission_id = u.submission_id and s.sheet = u.sheet and s.row_number = u.row_number
    order by u.year, u.home, u.submission_id, u.sheet, u.row_number
  `.execute(db);
  return rows;
}

/** Units expected from lists that did not come: by the row of the last list, or by none. */
export async function expectedRows(db: Kysely<PublicTables>): Promise<UnitRow[]> {
  const roles = "v".repeat(UNIT_INDICATORS.length);
  const {rows} = await sql<UnitRow>`
    select e.year, e.current_commune_code as home, e.commune_code as "of", u.unit_name, e.unit_type, e.managed_level, e.submission_id,
      e.sheet, e.row_number, ${roles} as roles
    from int_units_expected e inner join units u on u.unit_id = e.unit_id
    union all
    select o.year, o.commune_code, o.commune_code, coalesce(a.name, o.commune_code), o.unit_type, o.managed_level, null, null, null, ${roles}
    from int_own_units o left join int_commune_areas a on not a.is_former and a.commune_code = o.commune_code
    order by 1, 2, 7, 8, 9
  `.execute(db);
  return rows;
}

/** Text of a cell and the rule applied, by file, sheet, row and field. */
export type CellTexts = ReadonlyMap<string, {text: string; rule: string | null}>;

export async function cellTexts(db: Kysely<PublicTables>): Promise<CellTexts> {
  const {rows} = await sql<{key: string; text: string; rule: string | null}>`
    select concat_ws(chr(10), submission_id, sheet, row_number, field) as key, raw_text as text, rule
    from raw_values where field in (${sql.join(TEXT_FIELDS)})
  `.execute(db);
  return new Map(rows.map(({key, ...text}) => [key, text]));
}

export interface Places {
  sheetOf: (row: UnitRow) => number;
  of: (code: string) => number;
  texts: CellTexts;
  forms: Forms;
}

/** Rows as columns; columns that say nothing are left out. */
export function asColumns(rows: readonly UnitRow[], {sheetOf, of, texts, forms}: Places): TraceUnits {
  const units: TraceUnits = {
    sheet: rows.map(sheetOf),
    row: rows.map(({row_number: row}) => row ?? 0),
    type: rows.map(({unit_type: type}) => TYPES.indexOf(type)),
    level: rows.map(({managed_level: level}) => LEVELS.indexOf(level)),
    of: rows.map((row) => of(row.of)),
    name: rows.map(({unit_name: name}) => name),
    roles: rows.map(({roles}) => roles),
    sums: {},
    values: {},
    texts: {}
  };
  for (const {id} of SUMS) {
    for (const letter of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
      const column = rows.map((row) => Number(row[`${id}.${letter}`] ?? 0));
      if (column.some((count) => count !== 0)) (units.sums[id] ??= {})[letter] = column;
    }
  }
  const {fields} = forms.forms.unit_list;
  for (const field of VALUE_FIELDS) {
    const type = fields[field]?.type;
    const column = rows.map((row) => {
      const value = row[field] as string | number | boolean | null | undefined;
      return value === null || value === undefined
        ? null
        : type === undefined
          ? String(value)
          : standardText(type, value);
    });
    if (column.some((value) => value !== null)) units.values[field] = column;
  }
  for (const field of TEXT_FIELDS) {
    rows.forEach((row, i) => {
      const found = texts.get([row.submission_id, row.sheet, row.row_number, field].join("\n"));
      if (found === undefined) return;
      const column = (units.texts[field] ??= {at: [], text: [], rule: []});
      column.at.push(i);
      column.text.push(found.text);
      column.rule.push(found.rule);
    });
  }
  return units;
}
