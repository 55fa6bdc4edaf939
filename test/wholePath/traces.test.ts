import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readForms} from "../../loaders/submissions/readForms.ts";
import type {Forms} from "../../loaders/validate/form.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {allTraces, type AllTraces} from "../../src/data/queries/trace/allTraces.ts";
import {figureTrace} from "../../src/data/queries/figureTrace.ts";
import {makeSmallWorkspace} from "../browser/harness/smallWorkspace.ts";
import {assembled, countsOf, keyOf, type Value} from "../src/views/trace/assembled.ts";

const directory = mkdtempSync(join(tmpdir(), "traces-"));
let db: Kysely<PublicTables>;
let all: AllTraces;
let forms: Forms;

beforeAll(async () => {
  const workspace = await makeSmallWorkspace(directory);
  db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
  forms = readForms(workspace.forms);
  all = await allTraces(db, forms);
}, 300_000);
afterAll(async () => {
  await db.destroy();
  rmSync(directory, {recursive: true, force: true});
});

const ROLES: Readonly<Record<string, string>> = {
  numerator: "n",
  denominator: "d",
  unknown: "u",
  membership_unknown: "m",
  unreported: "v"
};

/** Figures picked by a hash of what they are: the same ones on every run, of every kind. */
const picked = async (where: ReturnType<typeof sql>): Promise<Value[]> => {
  const {rows} = await sql<Value>`
    select * from indicator_values where ${where}
    order by hash(area_code, year, indicator, unit_group, boundary, managed_level), area_code, year, indicator, unit_group
  `.execute(db);
  return rows;
};

test("the counts put together are those of indicator_values, for every figure of the demo's districts, provinces and a tenth of its communes", async () => {
  const values = await picked(
    sql`area_level <> 'commune' or hash(area_code, year, indicator, unit_group, boundary, managed_level) % 10 = 0`
  );
  expect(values.length).toBeGreaterThan(10_000);
  const wrong = values.filter(
    (value) =>
      JSON.stringify(countsOf(all, value)) !==
      JSON.stringify([value.numerator, value.denominator, value.unknown_count, value.unreported_count])
  );
  expect(wrong).toEqual([]);
});

test("the cells shown for a figure are those that the command `trace` prints: place, text, rule and role", async () => {
  const values = (await picked(sql`area_level = 'commune' and area_code <> 'unassigned'`)).slice(0, 40);
  expect(new Set(values.map(({indicator}) => indicator)).size).toBeGreaterThan(10);
  for (const value of values) {
    const {indicator, area_code, year, unit_group, boundary, managed_level} = value;
    const question = {indicator, area_code, year, unit_group, boundary, managed_level};
    const {cells} = await figureTrace(db, question, forms);
    const printed = cells
      .filter(({file}) => file !== null)
      .map(({role, file, sheet, row_number, field, cell, raw_value, rule}) =>
        [ROLES[role], file, sheet, row_number, field, cell, raw_value ?? "", rule].join(" | ")
      );
    const shown = assembled(all, value).rows.flatMap(({place, cells: own}) =>
      place === null
        ? []
        : own.map(({role, field, address, text, rule}) =>
            [role, place.file.file, place.sheet, place.row, field, address, text ?? "", rule].join(" | ")
          )
    );
    expect(shown.sort(), JSON.stringify(keyOf(value))).toEqual(printed.sort());
  }
});
