import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Every area a figure can belong to: country, provinces, districts (until 30/6/2025) and communes, with validity and the area above.
 * Codes are reused, so the grain is area_level, area_code, valid_from. A parent is named by its code alone: it is the version of that
 * code valid at the same time.
 */
export const areas: Model = {
  name: "areas",
  columns: PUBLIC_TABLES.areas,
  grain: ["area_level", "area_code", "valid_from"],
  query: (db) =>
    sql`
      select 'country' as area_level, 'VN' as area_code, cast(null as date) as valid_from, cast(null as date) as valid_to,
        'Việt Nam' as name, 'quoc_gia' as type, cast(null as varchar) as parent_level, cast(null as varchar) as parent_code
      union all
      select 'province', code, valid_from, valid_to, name, type, 'country', 'VN' from raw_provinces
      union all
      select 'district', code, null, date '2025-06-30', name, type, 'province', province_code from raw_districts
      union all
      select 'commune', code, valid_from, valid_to, name, type,
        case when district_code is null then 'province' else 'district' end,
        coalesce(district_code, province_code)
      from raw_communes
      order by 1, 2, 3 nulls first
    `.compile(db)
};
