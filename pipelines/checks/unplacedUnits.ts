import {sql} from "kysely";
import {type Check, communeTitle, quotedNames} from "./check.ts";
import {blockOf, unitTypeWord} from "../database/words.ts";
import {UNASSIGNED} from "../registerOfYear.ts";

/** Units of a split commune that no later list places: on present boundaries they stand under "chưa xác định", never guessed. */
export const unplacedUnits: Check = {
  rule: {id: "unit_not_placed", severity: "info", title: "Đơn vị của xã bị chia chưa rõ nay thuộc xã nào"},
  remedy: "Ghi tên xã cũ của đơn vị ở cột “Thuộc xã trước 1/7/2025” trong danh sách mới của xã hiện nay.",
  query: sql`
    with open_units as (
      select max(submission_id) as submission_id, commune_code, year, unit_type, list(unit_name order by unit_name) as names
      from unit_years
      where current_commune_code = ${sql.lit(UNASSIGNED)} and commune_valid_from is null and ${blockOf(sql`unit_type`)} <> 'commune'
      group by commune_code, year, unit_type
    )
    select o.submission_id, o.commune_code, null as sheet, null as row_number,
      null as field, array_to_string(o.names, ', ') as raw_value,
      'Năm ' || o.year || ', ' || ${communeTitle("a")} || ' (đã chia về nhiều xã): chưa rõ ' || len(o.names) || ' '
        || ${unitTypeWord(sql`o.unit_type`)} || ' nay thuộc xã nào: ' || ${quotedNames(sql`o.names`)} || '.' as message
    from open_units o
    inner join int_commune_areas a on a.is_former and a.commune_code = o.commune_code
  `
};
