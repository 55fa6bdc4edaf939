import {sql} from "kysely";
import type {View} from "../database/createView.ts";

/**
 * Rows of the unit lists that count, with the unit each one speaks of (`base_id`). A view: nothing is stored twice.
 *
 * Identity outlives the reorganisation of 1/7/2025: an explicit code, else former commune + type + name. A commune as a unit is itself and
 * nothing else: the commune of 2025 is never the former one of the same code ("n" + code), so no certificate passes from one to the other.
 */
export const intUnitRows: View = {
  name: "int_unit_rows",
  query: () => sql`
    select r.*, p.channel, p.is_former, p.part_key as block, a.province_code, a.district_code, a.current_province_code,
      a.current_commune_code as area_commune_code,
      case when p.is_former then r.commune_code when r.former_commune_code is not null then r.former_commune_code
        when not starts_with(a.origin_code, 'n') then a.origin_code end as origin_commune_code,
      case when p.part_key = 'commune' then case when p.is_former then '' else 'n' end || r.commune_code || '.' || r.unit_type
        when r.unit_code is not null then 'ma:' || r.unit_code || case when c.is_unique then '' else
          '@' || case when p.is_former then r.commune_code else coalesce(r.former_commune_code, a.origin_code) end end
        else case when p.is_former then r.commune_code else coalesce(r.former_commune_code, a.origin_code) end
          || '.' || r.unit_type || '.' || r.name_key
      end as base_id
    from raw_units r
    inner join int_parts p on p.submission_id = r.submission_id and p.commune_code = r.commune_code
      and p.is_former = (r.commune_valid_from is null) and p.year = r.year and p.period = r.period
      and p.unit_type = r.unit_type and p.form = 'unit_list' and p.is_counted
    inner join int_commune_areas a on a.is_former = p.is_former and a.commune_code = r.commune_code
    left join int_unit_codes c on c.unit_code = r.unit_code
  `
};
