import {sql} from "kysely";
import {type Check, communeTitle, quotedNames} from "./check.ts";
import {unitTypeWord} from "../database/words.ts";

/** A newer version of a list with fewer units than the one it replaces: perhaps only the additions were sent. */
export const fewerUnits: Check = {
  rule: {id: "fewer_units", severity: "warning", title: "Bản mới ít đơn vị hơn bản trước"},
  remedy: "Gửi lại danh sách đủ nếu chỉ gửi phần bổ sung: bản mới thay cả danh sách loại này.",
  query: sql`
    with versions as (
      select p.channel, p.is_former, p.commune_code, p.year, p.period, p.unit_type, p.version, p.submission_id,
        count(*) as unit_count, list(distinct u.unit_name order by u.unit_name) as names
      from int_parts p
      inner join raw_units u on u.submission_id = p.submission_id and u.commune_code = p.commune_code
        and (u.commune_valid_from is null) = p.is_former and u.year = p.year and u.period = p.period and u.unit_type = p.unit_type
      where p.form = 'unit_list' and p.version <= 2
        and (p.channel, p.is_former, p.commune_code, p.year, p.period, p.part_key) in (
          select (channel, is_former, commune_code, year, period, part_key) from int_parts where form = 'unit_list' and version = 2
        )
      group by p.channel, p.is_former, p.commune_code, p.year, p.period, p.unit_type, p.version, p.submission_id
    ),
    compared as (
      select n.*, o.unit_count as older_count, o.submission_id as older_id,
        list_filter(o.names, lambda name: not list_contains(n.names, name)) as missing_names
      from versions n
      inner join versions o on o.version = 2 and o.channel = n.channel and o.is_former = n.is_former
        and o.commune_code = n.commune_code and o.year = n.year and o.period = n.period and o.unit_type = n.unit_type
      where n.version = 1 and n.unit_count < o.unit_count
    )
    select c.submission_id, c.commune_code, null as sheet, null as row_number,
      null as field, array_to_string(c.missing_names, ', ') as raw_value,
      'Năm ' || c.year || ', ' || ${communeTitle("a")} || ': bản mới có ' || c.unit_count || ' '
        || ${unitTypeWord(sql`c.unit_type`)} || ', bản trước (tệp ' || s.file || ') có ' || c.older_count
        || case when len(c.missing_names) > 0 then '; không còn ' || ${quotedNames(sql`c.missing_names`)} else '' end || '.' as message
    from compared c
    inner join submissions s on s.submission_id = c.older_id
    inner join int_commune_areas a on a.is_former = c.is_former and a.commune_code = c.commune_code
  `
};
