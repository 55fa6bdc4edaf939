import {sql} from "kysely";
import {type Check, communeTitle} from "./check.ts";
import {unitTypeWord} from "../database/words.ts";

/**
 * Rows of one name (or one code) in one commune and year that stand in several files: they stay units of their own and are not followed
 * over the years. Within one file the reader has said so already.
 */
export const repeatedUnits: Check = {
  rule: {id: "unit_repeated", severity: "warning", title: "Trùng tên hoặc mã trong một xã, một năm"},
  remedy:
    "Xóa dòng thừa nếu là một đơn vị; nếu là các đơn vị khác nhau thì ghi mã đơn vị riêng, hoặc tên xã cũ ở cột “Thuộc xã trước 1/7/2025”.",
  query: sql`
    select u.submission_id, u.commune_code, u.sheet, u.row_number,
      case when starts_with(u.base_id, 'ma:') then 'unit_code' else 'unit_name' end as field,
      case when starts_with(u.base_id, 'ma:') then u.unit_code else u.unit_name end as raw_value,
      'Năm ' || u.year || ', ' || ${communeTitle("a")} || ' có ' || n.row_count || ' ' || ${unitTypeWord(sql`u.unit_type`)}
        || case when starts_with(u.base_id, 'ma:') then ' cùng mã “' || u.unit_code else ' cùng tên “' || u.unit_name end
        || '” trong ' || n.file_count || ' tệp: tính là các đơn vị khác nhau và không nối được với năm trước, năm sau.' as message
    from int_unit_rows u
    inner join int_unit_repeats r on r.submission_id = u.submission_id and r.sheet = u.sheet and r.row_number = u.row_number
    inner join (
      select base_id, year, count(*) as row_count, count(distinct submission_id) as file_count from int_unit_repeats group by base_id, year
    ) n
      on n.base_id = r.base_id and n.year = r.year
    inner join int_commune_areas a on a.is_former = u.is_former and a.commune_code = u.commune_code
    where not r.is_listed_twice and n.file_count > 1
  `
};
