import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Kysely} from "kysely";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {INDICATORS} from "../../../pipelines/indicators/registry.ts";
import {INTERNAL_INDICATORS, PUBLIC_RULES} from "../../../pipelines/publicEdition/publicRules.ts";
import {writePublicWarehouse} from "../../../pipelines/publicEdition/writePublicWarehouse.ts";
import {PUBLIC_TABLES} from "../../../pipelines/tables.ts";
import {makeSmallWorkspace} from "../../browser/harness/smallWorkspace.ts";
import {rowsOf} from "../world.ts";

let folder = "";
let inside: Kysely<never>;
let outside: Kysely<never>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "public-"));
  const {warehouse} = await makeSmallWorkspace(join(folder, "data"));
  const to = join(folder, "public.duckdb");
  writeFileSync(to, "left by an earlier run");
  await writePublicWarehouse(warehouse, to);
  inside = await openDatabase<never>(warehouse, {mode: "READ_ONLY"});
  outside = await openDatabase<never>(to, {mode: "READ_ONLY"});
});
afterAll(async () => {
  await inside.destroy();
  await outside.destroy();
  rmSync(folder, {recursive: true, force: true, maxRetries: 5});
});

const count = async (db: Kysely<never>, from: string): Promise<number> =>
  (await rowsOf<{count: number}>(db, `select count(*)::integer as count from ${from}`))[0]?.count ?? 0;

describe("what of the warehouse may be known outside", () => {
  it("has the same public tables with the same columns, so that every page can be built from it", async () => {
    for (const [table, columns] of Object.entries(PUBLIC_TABLES)) {
      const found = await rowsOf<{name: string}>(
        outside,
        `select column_name as name from information_schema.columns where table_name = '${table}'`
      );
      expect(found.map(({name}) => name).sort(), table).toEqual(Object.keys(columns).sort());
    }
    expect(Object.keys(PUBLIC_RULES)).toEqual(expect.arrayContaining(Object.keys(PUBLIC_TABLES)));
  });
  it("says nothing of a single unit, a cell or an award", async () => {
    const internal = Object.entries(PUBLIC_RULES).filter(([, rule]) => rule === "none");
    for (const [table] of internal) expect(await count(outside, table), table).toBe(0);
    for (const table of ["units", "unit_years", "model_years", "issues", "value_sources", "sheet_columns"]) {
      expect(
        internal.map(([name]) => name),
        table
      ).toContain(table);
      expect(await count(inside, table), table).toBeGreaterThan(0);
    }
  });
  it("names neither senders nor files", async () => {
    expect(await count(inside, "submissions where file like '%/%'")).toBeGreaterThan(0);
    expect(await count(outside, "submissions where file like '%/%' or file like '%.%' or sender is not null")).toBe(0);
    expect(await count(outside, "submissions")).toBe(await count(inside, "submissions"));
  });
  it.each(["indicator_values", "target_results"])(
    "%s has no denominator under 5, and all the larger ones",
    async (table) => {
      const areas =
        table === "target_results" ? "and subject_level in ('country', 'province', 'district', 'commune')" : "";
      expect(await count(inside, `${table} where denominator between 1 and 4`)).toBeGreaterThan(0);
      expect(await count(outside, `${table} where denominator between 1 and 4`)).toBe(0);
      const open =
        table === "indicator_values"
          ? `indicator not in (${INTERNAL_INDICATORS.map((id) => `'${id}'`).join(", ")})`
          : `target_id not in (select target_id from targets where indicator in (${INTERNAL_INDICATORS.map((id) => `'${id}'`).join(", ")}))`;
      const large = `${table} where denominator >= 5 ${areas} and ${open}`;
      expect(await count(outside, large)).toBe(await count(inside, large));
    }
  );
  it("says nothing of discipline", async () => {
    for (const id of INTERNAL_INDICATORS) {
      expect(INDICATORS.map((indicator) => indicator.id)).toContain(id);
      expect(await count(outside, `indicator_values where indicator = '${id}'`), id).toBe(0);
      expect(await count(outside, `target_results join targets using (target_id) where indicator = '${id}'`), id).toBe(
        0
      );
    }
  });
  it("keeps small sums of commune facts to itself", async () => {
    for (const name of ["households", "officials", "pupils"]) {
      expect(await count(outside, `commune_years where ${name}_total < 5`), name).toBe(0);
      expect(await count(outside, `commune_years where ${name}_total is null and ${name}_reached is not null`)).toBe(0);
    }
    expect(await count(outside, "summary_years where total_count < 5")).toBe(0);
  });
});
