import {sql} from "kysely";
import {type Check, communeTitle} from "./check.ts";
import {summaryDiffersFromList} from "../../loaders/validate/rules/summaryRules.ts";
import {unitTypeWord} from "../database/words.ts";

/** Counts of Biểu tổng hợp, in words, and the same count over a list: null while the list leaves a unit open. */
const COUNTS = [
  ["total_count", "Tổng số", sql`count(*) filter (where is_eligible)`],
  ["registered_count", "Đăng ký", known(sql`is_registered`)],
  ["certified_count", "Đạt", known(sql`coalesce(is_certified, nullif(is_registered, true))`)],
  ["xuat_sac_count", "Xuất sắc", known(sql`class = 'xuat_sac'`)],
  ["kha_count", "Khá", known(sql`class = 'kha'`)],
  ["trung_binh_count", "Trung bình", known(sql`class = 'trung_binh'`)],
  ["yeu_count", "Yếu", known(sql`class = 'yeu'`)]
] as const;

function known(condition: ReturnType<typeof sql>) {
  return sql`case when count(*) filter (where is_eligible and (${condition}) is null) = 0
    then count(*) filter (where is_eligible and ${condition}) end`;
}

/** A count of Biểu tổng hợp that its own unit list does not give. The list counts. */
export const summaryDifferences: Check = {
  rule: summaryDiffersFromList,
  remedy: "Đối chiếu hai biểu; sửa biểu tổng hợp, hoặc gửi lại danh sách nếu danh sách thiếu, thừa.",
  query: sql`
    with listed as (
      select commune_valid_from is null as is_former, commune_code, year, unit_type, count(*) as row_count,
        ${sql.join(COUNTS.map(([field, , count]) => sql`${count} as ${sql.id(field)}`))}
      from unit_years u inner join stg_submissions f on f.submission_id = u.submission_id
      where f.channel = 'local'
      group by commune_valid_from is null, commune_code, year, unit_type
    ),
    compared as (
      ${sql.join(
        COUNTS.map(
          ([field, title]) => sql`
            select s.*, ${sql.lit(field)} as count_field, ${sql.lit(title)} as count_title, s.${sql.id(field)} as stated,
              l.${sql.id(field)} as listed_count
            from int_summary_rows s
            inner join listed l on l.is_former = s.is_former and l.commune_code = s.commune_code and l.year = s.year
              and l.unit_type = s.unit_type
            where s.channel = 'local' and s.${sql.id(field)} <> l.${sql.id(field)}
              ${field === "total_count" ? sql`and s.total_count <> l.row_count` : sql``}
          `
        ),
        sql` union all `
      )}
    )
    select c.submission_id, c.commune_code, c.sheet, c.row_number,
      c.unit_type || '.' || c.count_field as field, cast(c.stated as varchar) as raw_value,
      'Năm ' || c.year || ', ' || ${communeTitle("a")} || ', ' || ${unitTypeWord(sql`c.unit_type`)} || ': biểu tổng hợp ghi “'
        || c.count_title || '” là ' || c.stated || ', danh sách đơn vị cho ' || c.listed_count || '. Tính theo danh sách.' as message
    from compared c
    inner join int_commune_areas a on a.is_former = c.is_former and a.commune_code = c.commune_code
  `
};
