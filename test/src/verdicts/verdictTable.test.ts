import {expect, test} from "vitest";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {openDatabase} from "../../../pipelines/database/openDatabase.ts";
import {verdictRows, type VerdictRow} from "../../../src/data/queries/verdictRows.ts";
import {verdictTable} from "../../../src/verdicts/verdictTable.ts";
import {seedSmallWarehouse} from "../data/smallWarehouse.ts";

const row: VerdictRow = {
  target_id: "S2-01",
  plan_id: "thanh-hoa-2025",
  clause: "mục I.1",
  indicator: "certified_of_eligible",
  unit_group: "all",
  comparator: ">=",
  value: 80,
  measure: "percent",
  subject_level: "province",
  subject_id: "38",
  subject_name: "=Thanh; Hóa",
  boundary: "current",
  year: 2025,
  basis: "rang_buoc",
  numerator: 5594,
  denominator: 7093,
  unknown_count: 0,
  unreported_count: 279,
  low_share: 5594 / 7372,
  high_share: 5873 / 7372,
  verdict: "chua_dat",
  units_needed: 81,
  is_impossible: true
};

test("a verdict stands with its counts, bounds and what is lacking, in Vietnamese numbers", () => {
  const [head = "", line = ""] = verdictTable([row], "csv").replace("\ufeff", "").split("\r\n");
  const cells = Object.fromEntries(head.split(";").map((title, i) => [title, line.replace('"', "").split(";")[i]]));
  expect(cells).toMatchObject({"Chỉ tiêu": "S2-01", Mức: "từ 80%", Năm: "2025", "Địa giới": "hiện nay", Cấp: "tỉnh"});
  expect(line).toContain(`"'=Thanh; Hóa";5.594;7.093;0;279;75,88;79,67;Chưa đạt;81;x;ràng buộc;thanh-hoa-2025 mục I.1`);
});

test("columns of the plain table stand under each other", () => {
  const lines = verdictTable([row, {...row, target_id: "TT124-02", subject_name: "A"}], "table")
    .trimEnd()
    .split("\n");
  expect(new Set(lines.map((each) => each.search(/Kết luận|Chưa đạt/))).size).toBe(1);
});

test("every verdict of the warehouse is there once, with the name its subject had", async () => {
  const db = await openDatabase<PublicTables>(":memory:");
  await seedSmallWarehouse(db);
  const rows = await verdictRows(db);
  const {length} = await db.selectFrom("target_results").selectAll().execute();
  expect(rows.length).toBe(length);
  expect(rows.filter(({subject_level: level}) => level !== "unit").every(({subject_name: name}) => name !== "")).toBe(
    true
  );
  await db.destroy();
});
