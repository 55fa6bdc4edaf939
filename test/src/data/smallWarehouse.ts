import {type Kysely, sql} from "kysely";
import {PUBLIC_TABLES, type PublicTables} from "../../../pipelines/tables.ts";

const figure = {
  area_level: "commune",
  boundary: "current",
  year: 2025,
  indicator: "certified_of_eligible",
  unit_group: "all",
  managed_level: "all",
  share: null,
  unknown_count: 0,
  unreported_count: 0,
  low_share: null,
  is_unbounded: false,
  high_share: null,
  is_final: true,
  source: "list"
};
const result = {
  target_id: "S2-01",
  subject_level: "commune",
  boundary: "current",
  unit_group: "all",
  year: 2025,
  basis: "doi_chieu",
  unknown_count: 0,
  unreported_count: 0,
  low_share: null,
  high_share: null,
  verdict: "chua_dat",
  is_impossible: false
};
const target = {
  plan_id: "thanh-hoa-2025",
  kind: "plan",
  indicator: "certified_of_eligible",
  unit_group: "all",
  managed_levels: "all",
  subject_level: "province",
  comparator: ">=",
  measure: "percent",
  value: 80,
  aspirational: false,
  area_level: "province",
  area_code: "38",
  year_from: 2025,
  year_to: 2025,
  clause: "mục I.1",
  locator: "",
  quote: "",
  title: "Đơn vị đạt tiêu chuẩn",
  interpretation: null
};
const report = {
  is_half_year_reported: false,
  first_received_date: null,
  current_received_date: null,
  stage: null,
  submission_id: null,
  half_year_first_received_date: null,
  half_year_submission_id: null,
  expected_unit_count: 0
};

/** Province 38 with three communes and two former ones; a neighbour province with one. */
export async function seedSmallWarehouse(db: Kysely<PublicTables>): Promise<void> {
  for (const [name, columns] of Object.entries(PUBLIC_TABLES)) {
    const definitions = Object.entries(columns).map(([column, type]) => sql`${sql.id(column)} ${sql.raw(type)}`);
    await sql`create table ${sql.table(name)} (${sql.join(definitions)})`.execute(db);
  }
  const now = {valid_from: "2025-07-01", valid_to: null, district_code: null, type: "xa"};
  const old = {valid_from: null, valid_to: "2025-06-30", district_code: "384", type: "xa"};
  await db
    .insertInto("communes")
    .values([
      {code: "102", name: "Mường Lý", province_code: "38", ...now},
      {code: "101", name: "Tĩnh Gia", province_code: "38", ...now},
      {code: "103", name: "Trung Lý", province_code: "38", ...now},
      {code: "900", name: "Hàng xóm", province_code: "37", ...now},
      {code: "101", name: "Hải Châu", province_code: "38", ...old},
      {code: "102", name: "Mường Lý", province_code: "38", ...old},
      {code: "901", name: "Xã cũ bên cạnh", province_code: "37", ...old}
    ])
    .execute();
  await db
    .insertInto("commune_lineage")
    .values([
      {old_code: "101", new_code: "101", extent: "full", clause: "1"},
      {old_code: "102", new_code: "102", extent: "full", clause: "1"},
      {old_code: "901", new_code: "900", extent: "full", clause: "1"},
      {old_code: "901", new_code: "103", extent: "area_only", clause: "1"}
    ])
    .execute();
  await db
    .insertInto("areas")
    .values([
      {
        area_level: "province",
        area_code: "38",
        valid_from: null,
        valid_to: null,
        name: "Thanh Hóa",
        type: "tinh",
        parent_level: null,
        parent_code: null
      },
      {
        area_level: "district",
        area_code: "384",
        valid_from: null,
        valid_to: "2025-06-30",
        name: "Huyện Mường Lát",
        type: "huyen",
        parent_level: null,
        parent_code: null
      }
    ])
    .execute();
  await db
    .insertInto("build_settings")
    .values({as_of: "2025-11-18", home_level: "province", home_code: "38"})
    .execute();
  const province = {...figure, area_level: "province", area_code: "38"};
  await db
    .insertInto("indicator_values")
    .values([
      {...province, numerator: 35, denominator: 64, unreported_count: 20, is_final: false},
      {...province, year: 2026, numerator: 1, denominator: 64},
      {...province, year: 2024, numerator: 30, denominator: 64},
      {...figure, area_code: "101", numerator: 20, denominator: 40},
      {...figure, area_code: "102", numerator: 15, denominator: 24, unknown_count: 2, is_final: false},
      {...figure, area_code: "103", numerator: 1, denominator: 2, unreported_count: 20},
      {...figure, area_code: "900", numerator: 7, denominator: 7},
      {...figure, area_code: "101", numerator: 9, denominator: 9, managed_level: "xa"},
      {...figure, area_code: "101", boundary: "as_reported", year: 2024, numerator: 11, denominator: 20},
      {...figure, area_code: "101", boundary: "as_reported", numerator: 20, denominator: 40}
    ])
    .execute();
  await db
    .insertInto("plans")
    .values({
      plan_id: "thanh-hoa-2025",
      kind: "plan",
      title: "",
      document: "Kế hoạch số 60/KH-UBND ngày 04/4/2025",
      issuer: "",
      level: "province",
      area_code: "38",
      signed_date: null,
      year_from: 2025,
      year_to: 2025
    })
    .execute();
  await db
    .insertInto("targets")
    .values([
      {...target, target_id: "S2-01"},
      {
        ...target,
        target_id: "S2-03",
        indicator: "effective_model_count",
        subject_level: "board",
        measure: "count",
        value: 1
      },
      {...target, target_id: "S9-01", plan_id: "thanh-hoa-2025", area_code: "37"}
    ])
    .execute();
  const governs = {area_level: "province", area_code: "38", year: 2025, plan_id: "thanh-hoa-2025", basis: "rang_buoc"};
  await db
    .insertInto("governing_plans")
    .values([
      {...governs, boundary: "current"},
      {...governs, boundary: "as_reported"}
    ])
    .execute();
  await db
    .insertInto("target_results")
    .values([
      {
        ...result,
        subject_level: "province",
        subject_id: "38",
        basis: "rang_buoc",
        numerator: 35,
        denominator: 64,
        unreported_count: 20,
        units_needed: 12
      },
      {
        ...result,
        target_id: "S2-03",
        subject_level: "board",
        subject_id: "kkt-nghi-son",
        numerator: 3,
        denominator: 8,
        units_needed: 0,
        verdict: "dat"
      },
      {...result, subject_id: "101", numerator: 20, denominator: 40, units_needed: 12},
      {...result, subject_id: "102", numerator: 15, denominator: 24, units_needed: 5},
      {...result, subject_id: "103", numerator: 1, denominator: 2, unreported_count: 20, units_needed: 1},
      {...result, subject_id: "900", numerator: 0, denominator: 7, units_needed: 7}
    ])
    .execute();
  await db
    .insertInto("commune_reports")
    .values([
      {
        ...report,
        commune_code: "101",
        commune_valid_from: "2025-07-01",
        year: 2025,
        is_expected: true,
        is_reported: true
      },
      {
        ...report,
        commune_code: "103",
        commune_valid_from: "2025-07-01",
        year: 2025,
        is_expected: true,
        is_reported: false
      },
      {
        ...report,
        commune_code: "900",
        commune_valid_from: "2025-07-01",
        year: 2025,
        is_expected: true,
        is_reported: true
      },
      {...report, commune_code: "101", commune_valid_from: null, year: 2025, is_expected: false, is_reported: true},
      {...report, commune_code: "101", commune_valid_from: null, year: 2024, is_expected: true, is_reported: true},
      {
        ...report,
        commune_code: "101",
        commune_valid_from: "2025-07-01",
        year: 2026,
        is_expected: true,
        is_reported: false
      }
    ])
    .execute();
  const part = {form: "unit_list", unit_type: "xa", period: "nam", is_current: true, superseded_by: null};
  await db
    .insertInto("submission_parts")
    .values([
      {
        ...part,
        submission_id: "a",
        commune_code: "101",
        commune_valid_from: "2025-07-01",
        year: 2025,
        is_counted: true
      },
      {
        ...part,
        submission_id: "a",
        commune_code: "102",
        commune_valid_from: "2025-07-01",
        year: 2025,
        is_counted: true
      },
      {
        ...part,
        submission_id: "b",
        commune_code: "101",
        commune_valid_from: "2025-07-01",
        year: 2025,
        is_counted: false
      }
    ])
    .execute();
  const duty = {plan_id: "thanh-hoa-2025", duty: "S2-D3", area_level: "commune", year: 2025, due_date: "2025-11-15"};
  await db
    .insertInto("reporting_status")
    .values([
      {...duty, area_code: "101", received_date: "2025-11-10", status: "dung_han"},
      {...duty, area_code: "102", received_date: "2025-11-16", status: "tre"},
      {...duty, area_code: "103", received_date: null, status: "chua_nop"}
    ])
    .execute();
}
