import {type Kysely, type RawBuilder, sql} from "kysely";
import {RAW_TABLES} from "../../../pipelines/rawTables.ts";
import {loadRegister} from "../../../loaders/reference/loadRegister.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";

/** Years until 2024 in files of districts, later ones in files of communes. */
const YEARS = sql`(values (2022), (2023), (2024), (2025), (2026)) as y(year)`;

/** A number from 0 to 99 that depends on the unit, the year and the question alone. */
const chance = (question: string): RawBuilder<number> =>
  sql<number>`(hash(u.code, u.k, u.year, ${sql.lit(question)}) % 100)`;

const TICK = (question: string, share: number): RawBuilder<unknown> => sql`${chance(question)} < ${sql.lit(share)}`;

/**
 * The raw tables of all communes of the country over five years, simulated and the same every time: `unitsEach` units in each former
 * commune, which the lists of present communes carry on with their origin, the communes' own rows, facts and models.
 */
export async function makeNation(db: Kysely<never>, reference: string, unitsEach: number): Promise<void> {
  for (const [table, columns] of Object.entries(RAW_TABLES)) {
    const definitions = Object.entries(columns).map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`);
    await sql`create or replace table ${sql.table(table)} (${sql.join(definitions)})`.execute(db);
  }
  await loadRegister(db, readRegister(reference));
  await sql`
    create or replace temp table places as
    select f.code, y.year, case when y.year < 2025 then f.code else l.new_code end as commune_code,
      case when y.year >= 2025 then n.valid_from end as commune_valid_from,
      case when y.year < 2025 then 'd' || coalesce(f.district_code, f.province_code) else 'c' || l.new_code end || '-' || y.year as submission_id,
      case when y.year < 2025 then 'district' else 'commune' end as area_level,
      case when y.year < 2025 then coalesce(f.district_code, f.province_code) else l.new_code end as area_code,
      row_number() over (partition by submission_id order by f.code) as place
    from (select code, district_code, province_code from raw_communes where valid_from is null) f
    inner join (select old_code, min(new_code) as new_code from raw_lineage where extent <> 'area_only' group by old_code) l on l.old_code = f.code
    inner join (select code, min(valid_from) as valid_from from raw_communes where valid_from is not null group by code) n on n.code = l.new_code
    cross join ${YEARS}
  `.execute(db);
  await sql`
    insert into raw_units by name
    with u as (
      select p.*, k, case when k % 10 < 7 then 'khu_dan_cu' when k % 10 = 7 then 'co_quan' when k % 10 = 8 then 'doanh_nghiep'
        else 'co_so_giao_duc' end as unit_type
      from places p cross join range(${sql.lit(unitsEach)}) r(k)
    )
    select u.submission_id, 'Danh sách' as sheet, 5 + (u.place - 1) * ${sql.lit(unitsEach)} + k as row_number, u.year, 'nam' as period,
      'chinh_thuc' as stage, u.commune_code, u.commune_valid_from, 'Đơn vị ' || k as unit_name, 'đơn vị ' || k as name_key, u.unit_type,
      case when u.year >= 2025 then u.code end as former_commune_code, 'xa' as managed_level,
      ${TICK("registered", 95)} as is_registered, make_date(u.year, 2, 1 + (k % 28)::integer) as registered_date,
      ${TICK("certified", 80)} and ${TICK("registered", 95)} as is_certified,
      case when ${TICK("classed", 90)} then ['xuat_sac', 'kha', 'trung_binh', 'yeu'][1 + (${chance("class")} // 30)::integer] end as class,
      cast(${chance("models")} % 3 as integer) as effective_model_count, 80 as informed_count, 100 as informed_total,
      cast(${chance("discipline")} // 98 as integer) as disciplined_count, 'Quyết định ' || (${chance("decision")} + 1) as decision_number,
      cast(${chance("score")} as double) as score
    from u
  `.execute(db);
  await sql`
    insert into raw_units by name
    select 'c' || c.code || '-' || y.year as submission_id, 'Xã' as sheet, 5 as row_number, y.year, 'nam' as period, 'chinh_thuc' as stage,
      c.code as commune_code, min(c.valid_from) as commune_valid_from, max(c.name) as unit_name, lower(max(c.name)) as name_key,
      arg_max(c.type, c.valid_from) as unit_type, 'tinh' as managed_level, true as is_registered, hash(c.code, y.year) % 3 > 0 as is_certified
    from raw_communes c cross join ${YEARS} where c.valid_from is not null and y.year >= 2025
      and c.code in (select commune_code from places where year >= 2025) group by c.code, y.year
  `.execute(db);
  await sql`
    insert into raw_facts by name
    select submission_id, 'Thông tin chung' as sheet, 5 + place * 3 + row as row_number, year, 'nam' as period, 'chinh_thuc' as stage,
      commune_code, max(commune_valid_from) as commune_valid_from, fact, 700 as reached_count, 800 as total_count
    from places cross join (values ('households', 0), ('officials', 1), ('pupils', 2)) f(fact, row)
    where year < 2025 or place = 1
    group by all
  `.execute(db);
  await sql`
    insert into raw_models by name
    select submission_id, 'Mô hình' as sheet, 5 + place * 2 + k as row_number, year, 'nam' as period, 'chinh_thuc' as stage, commune_code,
      commune_valid_from, 'Mô hình ' || code || ' ' || k as model_name, 'mô hình ' || code || ' ' || k as name_key,
      ['tot', 'kha', 'trung_binh', 'yeu'][1 + (hash(code, k, year) % 4)::integer] as class, 3 as site_count, 2 as team_count
    from places cross join range(2) r(k)
  `.execute(db);
  await sql`
    insert into raw_columns by name
    select submission_id, 'Danh sách' as sheet, 'unit_list' as form, field, letter as column_letter, field as header_text
    from (select distinct submission_id from places)
    cross join (values ('unit_name', 'B'), ('unit_type', 'C'), ('is_registered', 'D'), ('is_certified', 'E'), ('class', 'F')) c(field, letter)
  `.execute(db);
  await sql`
    insert into raw_submissions by name
    select submission_id, any_value(year) || '/' || submission_id || '.xlsx' as file, md5(submission_id) as sha256, 'unit_list' as form,
      'nam' as period, any_value(year) as year, any_value(area_level) as area_level, any_value(area_code) as area_code,
      make_date(any_value(year), 11, 10) as received_date, 'chinh_thuc' as stage, 'accepted' as status, true as is_simulated,
      count(*) as rows_read, count(*) as rows_accepted, 0 as rows_rejected
    from places group by submission_id
  `.execute(db);
}
