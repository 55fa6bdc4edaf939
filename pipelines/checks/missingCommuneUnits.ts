import {sql} from "kysely";
import {communeUnitMissing} from "../../loaders/validate/rules/unitRules.ts";
import {type Check, yearAndCommune} from "./check.ts";

/** Present communes that sent their residential areas but that no file of the year lists as a unit: their own result is unknown. */
export const missingCommuneUnits: Check = {
  rule: communeUnitMissing,
  remedy: "Ghi thêm dòng của chính xã, phường vào danh sách của xã, hoặc vào danh sách do tỉnh gửi.",
  query: sql`
    select max(p.submission_id) as submission_id, o.commune_code, null as sheet, null as row_number, 'unit_name' as field,
      null as raw_value,
      any_value(${yearAndCommune(sql`o.year`, "a")}) || ': có danh sách đơn vị nhưng không tệp nào có dòng của chính xã, phường; '
        || 'kết quả của xã tính là chưa báo cáo.' as message
    from int_own_units o
    inner join int_parts p on not p.is_former and p.commune_code = o.commune_code and p.year = o.year
      and p.form = 'unit_list' and p.part_key = 'khu_dan_cu' and p.channel = 'local' and p.is_counted
    inner join int_commune_areas a on not a.is_former and a.commune_code = o.commune_code
    group by o.commune_code, o.year
  `
};
