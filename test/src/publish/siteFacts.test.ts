import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {sql} from "kysely";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {PUBLIC_TABLES, type PublicTables} from "../../../pipelines/tables.ts";
import {readSiteFacts} from "../../../src/publish/siteFacts.ts";

describe("what every page says of its data", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "facts-"))));
  afterEach(() => rmSync(folder, {recursive: true}));

  /** A warehouse of one province and one simulated file, which counts or does not. */
  async function warehouse({isCurrent, asOf}: {isCurrent: boolean; asOf: string | null}): Promise<void> {
    mkdirSync(join(folder, "build"));
    const db = await openDatabase<PublicTables>(join(folder, "build", "warehouse.duckdb"));
    for (const name of ["areas", "submissions", "submission_parts", "build_settings"] as const) {
      const columns = Object.entries(PUBLIC_TABLES[name]).map(
        ([column, type]) => sql`${sql.id(column)} ${sql.raw(type)}`
      );
      await sql`create table ${sql.table(name)} (${sql.join(columns)})`.execute(db);
    }
    const area = {area_level: "province", parent_level: null, parent_code: null, type: "tinh"};
    await db
      .insertInto("areas")
      .values([
        {...area, area_code: "15", name: "Yên Bái", valid_from: null, valid_to: "2025-06-30"},
        {...area, area_code: "15", name: "Lào Cai", valid_from: "2025-07-01", valid_to: null}
      ])
      .execute();
    await db.insertInto("build_settings").values({as_of: asOf, home_level: "province", home_code: "15"}).execute();
    const file = {
      file: "a.xlsx",
      sha256: "a",
      form: "unit_list",
      period: "nam",
      year: 2025,
      area_level: null,
      area_code: null
    };
    const rows = {
      rows_read: 1,
      rows_accepted: 1,
      rows_rejected: 0,
      stage: "chinh_thuc",
      status: "accepted",
      sender: null
    };
    await db
      .insertInto("submissions")
      .values({submission_id: "a", received_date: "2025-11-10", is_simulated: true, ...file, ...rows})
      .execute();
    const part = {
      commune_code: "1",
      commune_valid_from: null,
      form: "unit_list",
      unit_type: "xa",
      year: 2025,
      period: "nam"
    };
    await db
      .insertInto("submission_parts")
      .values({submission_id: "a", ...part, is_current: isCurrent, superseded_by: null, is_counted: isCurrent})
      .execute();
    await db.destroy();
  }

  it("is nothing while there is no warehouse", async () => {
    expect(await readSiteFacts(folder)).toEqual({
      place: "",
      isSimulated: false,
      asOf: null,
      years: [],
      edition: null,
      isPublic: false
    });
  });
  it("names the area as it is today: province 15 was Yên Bái, is Lào Cai", async () => {
    await warehouse({isCurrent: true, asOf: "2025-11-18"});
    expect(await readSiteFacts(folder)).toEqual({
      place: "Tỉnh Lào Cai",
      isSimulated: true,
      asOf: "2025-11-18",
      years: [2025],
      edition: null,
      isPublic: false
    });
  });
  it("does not call real figures simulated because of a file that no longer counts, and dates them by the latest file", async () => {
    await warehouse({isCurrent: false, asOf: null});
    expect(await readSiteFacts(folder)).toMatchObject({isSimulated: false, asOf: "2025-11-10"});
  });
});
