import {sql} from "kysely";
import {type Check, quotedNames, sentence, yearAndCommune} from "./check.ts";
import {unitEnded} from "../../loaders/validate/rules/priorRules.ts";
import {blockOf, unitTypeWord} from "../database/words.ts";

/** The unit without the number that sets two of one name apart: such are not followed from year to year, yet they have not ended. */
const baseId = (alias: string) => sql`regexp_replace(${sql.ref(`${alias}.unit_id`)}, '~[0-9]+-[0-9]+$', '')`;

/** Units on a commune's last list that its next one no longer has: counted as ended; those with a close name are asked about instead. */
export const endedUnits: Check = {
  rule: unitEnded,
  remedy: unitEnded.remedy({header: "", text: ""}),
  query: sql`
    with steps as (
      select channel, is_former, commune_code, block, year,
        lag(year) over (partition by channel, is_former, commune_code, block order by year) as earlier_year
      from int_coverage where has_list
    ),
    ended as (
      select s.channel, s.is_former, s.commune_code, s.block, s.year, s.earlier_year, u.unit_type,
        list(u.unit_name order by u.unit_name) as names
      from unit_years u
      inner join stg_submissions f on f.submission_id = u.submission_id
      inner join steps s on s.earlier_year = u.year and s.commune_code = u.commune_code
        and s.is_former = (u.commune_valid_from is null) and s.block = ${blockOf(sql`u.unit_type`)} and s.channel = f.channel
      anti join unit_years k on ${baseId("k")} = ${baseId("u")} and k.year = s.year
      anti join raw_unit_lineage l on l.old_unit_id = u.unit_id
      anti join unit_matches m on m.old_unit_id = u.unit_id
      group by s.channel, s.is_former, s.commune_code, s.block, s.year, s.earlier_year, u.unit_type
    )
    select p.submission_id, e.commune_code, null as sheet, null as row_number,
      null as field, array_to_string(e.names, ', ') as raw_value,
      ${sentence(unitEnded, yearAndCommune(sql`e.year`, "a"), {
        header: sql`e.earlier_year`,
        text: quotedNames(sql`e.names`),
        detail: sql`len(e.names) || ' ' || ${unitTypeWord(sql`e.unit_type`)}`
      })} as message
    from ended e
    inner join (
      select channel, is_former, commune_code, part_key, year, max(submission_id) as submission_id
      from int_parts where form = 'unit_list' and is_counted group by channel, is_former, commune_code, part_key, year
    ) p on p.channel = e.channel and p.is_former = e.is_former and p.commune_code = e.commune_code
      and p.part_key = e.block and p.year = e.year
    inner join int_commune_areas a on a.is_former = e.is_former and a.commune_code = e.commune_code
  `
};
