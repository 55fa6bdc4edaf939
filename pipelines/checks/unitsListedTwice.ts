import {sql} from "kysely";
import {type Check, communeTitle} from "./check.ts";
import {unitTypeWord} from "../database/words.ts";

/** One unit in the province's file and in its commune's or district's: the row of the body that manages it counts, the other does not. */
export const unitsListedTwice: Check = {
  rule: {id: "unit_listed_twice", severity: "warning", title: "Một đơn vị có trong tệp của hai cấp"},
  remedy: "Bỏ đơn vị khỏi tệp của cấp không quản lý, hoặc sửa cột “Cấp quản lý” nếu cấp ghi không đúng.",
  query: sql`
    select u.submission_id, u.commune_code, u.sheet, u.row_number,
      'unit_name' as field, u.unit_name as raw_value,
      'Năm ' || u.year || ', ' || ${unitTypeWord(sql`u.unit_type`)} || ' “' || u.unit_name || '” ở ' || ${communeTitle("a")}
        || ' có trong hai tệp: dòng này và dòng ' || k.row_number || ' của tệp ' || s.file
        || '. Chỉ tính dòng kia, vì tệp đó là của cấp quản lý đơn vị.' as message
    from int_unit_rows u
    inner join int_unit_repeats r on r.submission_id = u.submission_id and r.sheet = u.sheet and r.row_number = u.row_number
    inner join int_unit_repeats k on k.base_id = r.base_id and k.year = r.year and not k.is_set_aside
    inner join submissions s on s.submission_id = k.submission_id
    inner join int_commune_areas a on a.is_former = u.is_former and a.commune_code = u.commune_code
    where r.is_set_aside
  `
};
