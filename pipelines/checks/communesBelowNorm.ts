import {sql} from "kysely";
import {communeBelowNorm} from "../../loaders/validate/rules/unitRules.ts";
import {FIRST_YEAR_OF_CIRCULAR} from "../../loaders/validate/values/assessmentPeriod.ts";
import {UNIT_GROUPS} from "../../loaders/vocabulary.ts";
import {isCommuneType, literals} from "../database/words.ts";
import {type Check, sentence, yearAndCommune} from "./check.ts";

const isBase = (unitType: ReturnType<typeof sql>) => sql`${unitType} in (${literals(UNIT_GROUPS.base.types)})`;

/**
 * A commune certified though the units it manages fall short of Thông tư 124 Art. 5(4): 100 % registered, of which at least 70 %
 * certified, by whole numbers. Its own row and its units may stand in different files; what one file shows the reader has said. One unit
 * that is known not to have registered settles the first; the second is told only when every unit and result is known.
 */
export const communesBelowNorm: Check = {
  rule: communeBelowNorm,
  remedy: communeBelowNorm.remedy({header: "", text: ""}),
  query: sql`
    with managed as (
      select commune_valid_from is null as is_former, commune_code, year, count(*) as total,
        count(*) filter (where is_registered) as registered, count(*) filter (where not is_registered) as unregistered,
        count(*) filter (where is_certified) as certified,
        bool_or(is_registered is null or is_certified is null) or not bool_or(unit_type = 'khu_dan_cu') as has_unknown
      from unit_years
      where ${isBase(sql`unit_type`)} and managed_level = 'xa' and is_eligible
      group by commune_valid_from is null, commune_code, year
    ),
    awaited as (
      select distinct year, commune_code from int_expected where ${isBase(sql`unit_type`)} and managed_level = 'xa'
    ),
    judged as (
      select o.submission_id, o.commune_code, o.sheet, o.row_number, o.unit_name, o.year, m.is_former, m.total, m.registered,
        m.unregistered, m.certified,
        not m.has_unknown and w.year is null and m.registered > 0 and 100 * m.certified < 70 * m.registered as is_below
      from unit_years o
      inner join managed m on m.commune_code = o.commune_code and m.year = o.year and m.is_former = (o.commune_valid_from is null)
      left join awaited w on w.commune_code = o.commune_code and w.year = o.year
      where ${isCommuneType(sql`o.unit_type`)} and o.is_certified and o.is_eligible and o.year >= ${sql.lit(FIRST_YEAR_OF_CIRCULAR)}
    )
    select j.submission_id, j.commune_code, j.sheet, j.row_number, 'is_certified' as field, j.unit_name as raw_value,
      ${sentence(communeBelowNorm, yearAndCommune(sql`j.year`, "a"), {
        text: sql`j.unit_name`,
        detail: sql`'mới ' || concat_ws(', ',
          case when j.unregistered > 0 then (j.total - j.unregistered) || '/' || j.total || ' đơn vị đăng ký' end,
          case when j.is_below then j.certified || '/' || j.registered || ' đơn vị đăng ký đạt' end)`
      })} as message
    from judged j
    inner join int_commune_areas a on a.is_former = j.is_former and a.commune_code = j.commune_code
    anti join raw_issues said on said.rule = ${sql.lit(communeBelowNorm.id)} and said.submission_id = j.submission_id
      and said.sheet = j.sheet and said.row_number = j.row_number
    where j.unregistered > 0 or j.is_below
  `
};
