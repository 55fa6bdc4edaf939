import {sql} from "kysely";
import {unitRenamed} from "../../loaders/validate/rules/priorRules.ts";
import {type Check, sentence, yearAndCommune} from "./check.ts";

/** Units that appeared under a name close to one that ended (`unit_matches`), one issue for each new one: two units until a person says otherwise. */
export const closeNames: Check = {
  rule: unitRenamed,
  remedy:
    "Ghi tên giống năm trước, và tên xã cũ ở cột “Thuộc xã trước 1/7/2025”, nếu là một đơn vị; hoặc chạy npm run matches, ghi “có” hay " +
    "“không” cho cặp này rồi chép vào reference/unit_lineage.csv.",
  query: sql`
    select n.submission_id, n.commune_code, n.sheet, n.row_number, 'unit_name' as field, m.new_name as raw_value,
      ${sentence(unitRenamed, yearAndCommune(sql`m.new_year`, "a"), {
        header: sql`m.old_year`,
        text: sql`m.new_name`,
        detail: sql`m.old_names`
      })} as message
    from (
      select new_unit_id, new_name, new_year, max(old_year) as old_year, string_agg(distinct old_name, '”, “' order by old_name) as old_names
      from unit_matches group by new_unit_id, new_name, new_year
    ) m
    inner join unit_years n on n.unit_id = m.new_unit_id and n.year = m.new_year
    inner join int_commune_areas a on a.is_former = (n.commune_valid_from is null) and a.commune_code = n.commune_code
  `
};
