import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Kysely} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {SILENT} from "../../loaders/progress.ts";
import {openWorkspace} from "../../loaders/workspace.ts";
import {openDatabase} from "../../pipelines/database/openDatabase.ts";
import {runPipeline} from "../../pipelines/runPipeline.ts";
import type {PublicTables} from "../../pipelines/tables.ts";
import {verdictRows, type VerdictRow} from "../../src/data/queries/verdictRows.ts";
import {writeSmallDistrict} from "./smallDistrict.ts";

const directory = mkdtempSync(join(tmpdir(), "small-district-"));
let db: Kysely<PublicTables>;

beforeAll(async () => {
  await writeSmallDistrict(directory);
  const workspace = openWorkspace(directory);
  await runPipeline(workspace, {isFull: false, progress: SILENT});
  db = await openDatabase<PublicTables>(workspace.warehouse, {mode: "READ_ONLY"});
});
afterAll(async () => {
  await db.destroy();
  rmSync(directory, {recursive: true, force: true});
});

/** "S1-03 Bắc Quang: 6/7 u0 v0 chua_dat, thiếu 1, không thể đạt". */
function said(row: VerdictRow): string {
  const {target_id: id, subject_name: name, numerator: n, denominator: d, unknown_count: u, unreported_count: v} = row;
  const lack = row.units_needed === null ? "" : `, thiếu ${row.units_needed}`;
  return `${id} ${name}: ${n}/${d} u${u} v${v} ${row.verdict}${lack}${row.is_impossible ? ", không thể đạt" : ""}`;
}

const verdictsOf = async (boundary: string): Promise<string[]> =>
  (await verdictRows(db)).filter((row) => row.verdict !== "thieu_so_lieu" && row.boundary === boundary).map(said);

/** The district's plan binds the district and is held against its communes; the clause on models asks each unit by itself. */
test("every verdict of 2024 is the one worked out by hand", async () => {
  expect(await verdictsOf("as_reported")).toEqual([
    // Households: 900 + 449 of 1000 + 500; 21 communes said nothing, of unknown size.
    "S1-01 Bắc Quang: 1349/1500 u0 v21 chua_ket_luan, thiếu 1",
    "S1-01 Vĩnh Tuy: 449/500 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-01 Đồng Tâm: 900/1000 u0 v0 dat, thiếu 0",
    // Officials 50 + 20 and pupils 199 of 200: one pupil not reached misses 100 % whatever comes. Vĩnh Tuy did not speak of pupils:
    // 21 communes owe officials, 22 pupils.
    "S1-02 Bắc Quang: 269/270 u0 v43 chua_dat, thiếu 1",
    "S1-02 Vĩnh Tuy: 20/20 u0 v1 chua_ket_luan, thiếu 0",
    "S1-02 Đồng Tâm: 249/250 u0 v0 chua_dat, thiếu 1, không thể đạt",
    // The plan counts units of commune and district: all but the tea company. Tổ dân phố 1 did not register.
    "S1-03 Bắc Quang: 6/7 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-03 Vĩnh Tuy: 1/2 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-03 Đồng Tâm: 5/5 u0 v0 dat, thiếu 0",
    // Of the 6 registered 4 certified, the township open: 95 % of 6 are 6; with the open one it comes to 5.
    "S1-04 Bắc Quang: 4/6 u1 v0 chua_dat, thiếu 2, không thể đạt",
    "S1-04 Vĩnh Tuy: 0/1 u1 v0 chua_ket_luan, thiếu 1",
    "S1-04 Đồng Tâm: 4/5 u0 v0 chua_dat, thiếu 1, không thể đạt",
    // One Yếu, one without class.
    "S1-05 Bắc Quang: 5/7 u1 v0 chua_dat, thiếu 2, không thể đạt",
    "S1-05 Vĩnh Tuy: 0/2 u1 v0 chua_dat, thiếu 2, không thể đạt",
    "S1-05 Đồng Tâm: 5/5 u0 v0 dat, thiếu 0",
    // Of the 6 classified one Xuất sắc; were the township Xuất sắc too, 2 of 7 are 28,6 %.
    "S1-06 Bắc Quang: 1/6 u0 v1 chua_dat, thiếu 1, không thể đạt",
    "S1-06 Vĩnh Tuy: 0/1 u0 v1 chua_ket_luan, thiếu 1",
    "S1-06 Đồng Tâm: 1/5 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-07 Bắc Quang: 1/7 u1 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-07 Vĩnh Tuy: 1/2 u1 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-07 Đồng Tâm: 0/5 u0 v0 dat, thiếu 0",
    // 19.2 asks the 21 xã, not the two townships.
    "S1-08 Bắc Quang: 1/1 u0 v20 chua_ket_luan, thiếu 0",
    "S1-08 Việt Quang: 0/0 u0 v0 khong_ap_dung",
    "S1-08 Vĩnh Tuy: 0/0 u0 v0 khong_ap_dung",
    "S1-08 Đồng Tâm: 1/1 u0 v0 dat, thiếu 0",
    "S1-09 Bắc Quang: 0/1 u0 v20 chua_ket_luan, thiếu 1",
    "S1-09 Việt Quang: 0/0 u0 v0 khong_ap_dung",
    "S1-09 Vĩnh Tuy: 0/0 u0 v0 khong_ap_dung",
    "S1-09 Đồng Tâm: 0/1 u0 v0 chua_dat, thiếu 1, không thể đạt",
    // Models of each unit but residential areas; the company is the province's.
    "S1-10 Thị trấn Vĩnh Tuy: 0/1 u1 v0 chua_ket_luan, thiếu 1",
    "S1-10 Trạm Y tế xã Đồng Tâm: 1/1 u0 v0 dat, thiếu 0",
    "S1-10 Trường THCS Đồng Tâm: 0/1 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-10 Xã Đồng Tâm: 2/1 u0 v0 dat, thiếu 0",
    // One weak model is one too many, however many more come.
    "S1-11 Bắc Quang: 1/2 u0 v21 chua_dat, thiếu 1",
    "S1-11 Vĩnh Tuy: 1/1 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-11 Đồng Tâm: 0/1 u0 v0 dat, thiếu 0",
    // A blank tick of these columns is missing, not "no": 2 of 7 registered, 5 open; 30 % of 7 are 3.
    "S1-12 Bắc Quang: 2/7 u5 v0 chua_ket_luan, thiếu 1",
    "S1-12 Vĩnh Tuy: 0/2 u2 v0 chua_ket_luan, thiếu 1",
    "S1-12 Đồng Tâm: 2/5 u3 v0 dat, thiếu 0",
    "S1-13 Bắc Quang: 1/7 u6 v0 chua_ket_luan, thiếu 1",
    "S1-13 Vĩnh Tuy: 0/2 u2 v0 chua_ket_luan, thiếu 1",
    "S1-13 Đồng Tâm: 1/5 u4 v0 dat, thiếu 0",
    // Thông tư 124 asks each commune of the units under its own authority, not of the school (district) nor of itself.
    "TT124-01 Vĩnh Tuy: 0/1 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "TT124-01 Đồng Tâm: 3/3 u0 v0 dat, thiếu 0",
    "TT124-02 Vĩnh Tuy: 0/0 u0 v0 khong_ap_dung",
    "TT124-02 Đồng Tâm: 3/3 u0 v0 dat, thiếu 0",
    "TT124-03 Vĩnh Tuy: 0/1 u1 v0 chua_ket_luan, thiếu 1",
    "TT124-03 Đồng Tâm: 2/1 u0 v0 dat, thiếu 0"
  ]);
});

test("on present boundaries the same units stand in their new communes, whose other parts said nothing", async () => {
  const rates = (await verdictsOf("current")).filter((line) => /^(S1-0[1389]|TT124-03)/.test(line));
  expect(rates).toEqual([
    // Each of the two new xã is made of three former communes.
    "S1-01 Vĩnh Tuy: 449/500 u0 v2 chua_ket_luan, thiếu 1",
    "S1-01 Đồng Tâm: 900/1000 u0 v2 chua_ket_luan, thiếu 0",
    "S1-03 Vĩnh Tuy: 1/2 u0 v0 chua_dat, thiếu 1, không thể đạt",
    "S1-03 Đồng Tâm: 5/5 u0 v0 dat, thiếu 0",
    "S1-08 Đồng Tâm: 1/1 u0 v2 chua_ket_luan, thiếu 0",
    "S1-09 Đồng Tâm: 0/1 u0 v2 chua_ket_luan, thiếu 1"
    // The township's own models are not those of the xã that came after it: TT124-03 has no verdict here.
  ]);
});
