import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Kysely} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {SILENT} from "../../loaders/progress.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {readPlans} from "../../pipelines/plans/readPlans.ts";
import {runPipeline} from "../../pipelines/runPipeline.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {awardBook} from "../../src/data/queries/awardBook.ts";
import {awardCandidates, type AwardYear} from "../../src/data/queries/awardCandidates.ts";
import {writeSmallDistrict} from "./smallDistrict.ts";

const directory = mkdtempSync(join(tmpdir(), "awards-"));
const workspace = openWorkspace(directory);
const plans = readPlans(workspace.plans);
let db: Kysely<PublicTables>;

beforeAll(async () => {
  await writeSmallDistrict(directory);
  await runPipeline(workspace, {isFull: false, progress: SILENT});
  db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
});
afterAll(async () => {
  await db.destroy();
  rmSync(directory, {recursive: true, force: true});
});

const yearOf = async (award: string): Promise<AwardYear> => {
  const plan = plans.find(({id}) => id === "bac-quang-2024");
  if (!plan) throw new Error("no plan of Bắc Quang");
  return await awardCandidates(db, plan, award, 2024);
};

test("every award of every plan is in the book, with its conditions; those no form asks for are marked", async () => {
  const book = await awardBook(db, plans, {level: "district", code: "034"});
  expect(book.map(({id}) => id).sort()).toEqual(plans.flatMap(({awards}) => awards.map(({id}) => id)).sort());
  const award = book.find(({id}) => id === "S1-A1");
  expect(award?.conditions.map(({is_tracked}) => is_tracked)).toEqual([true, true, true, false, false, false]);
  expect(award?.deadlines.map(({id}) => id)).toEqual(["S1-D1", "S1-D2"]);
  expect(award?.years).toEqual([{year: 2024, candidates: (await yearOf("S1-A1")).candidates.length}]);
});

test("a candidate's answers stand in the order of the plan, and agree with award_results", async () => {
  const year = await yearOf("S1-A1");
  expect(year.candidates.length).toBeGreaterThan(0);
  const rows = await db.selectFrom("award_results").selectAll().where("award_id", "=", "S1-A1").execute();
  const conditions = plans.flatMap(({awards}) => awards).find(({id}) => id === "S1-A1")?.conditions ?? [];
  const signs: Record<string, string> = {dat: "1", chua_dat: "0", chua_ro: "?"};
  for (const {candidate_id, condition, outcome, reason} of rows) {
    const candidate = year.candidates.find(({id}) => id === candidate_id);
    const at = conditions.findIndex(({id}) => id === condition);
    expect(candidate?.outcomes[at], `${candidate_id} ${condition}`).toBe(signs[outcome]);
    expect(year.reasons[candidate?.reasons[at] ?? -1]).toBe(reason);
  }
});

test("a commune's own certificate can be traced where it is a row of indicator_values, and nowhere else", async () => {
  for (const award of ["S1-A1", "S1-A2"]) {
    for (const {figures, level} of (await yearOf(award)).candidates) {
      if (level !== "commune") expect(figures).toEqual({});
      for (const {indicator, area, year, group} of Object.values(figures)) {
        const row = await db
          .selectFrom("indicator_values")
          .select("denominator")
          .where("area_level", "=", "commune")
          .where("boundary", "=", "as_reported")
          .where("managed_level", "=", "all")
          .where("area_code", "=", area)
          .where("year", "=", year)
          .where("indicator", "=", indicator)
          .where("unit_group", "=", group)
          .executeTakeFirst();
        expect(row?.denominator).toBe(1);
      }
    }
  }
  expect((await yearOf("S1-A1")).candidates.some(({figures}) => Object.keys(figures).length > 0)).toBe(true);
});

test("a place of a former commune leads to the present one", async () => {
  const {communes} = await yearOf("S1-A1");
  const present = await db.selectFrom("communes").select("code").where("valid_from", "is not", null).execute();
  for (const {profile} of communes) expect([null, ...present.map(({code}) => code)]).toContain(profile);
});
