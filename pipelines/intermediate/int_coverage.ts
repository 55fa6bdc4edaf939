import {sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * Which lists came: channel, commune and block of units, year by year. Grain: channel, is_former, commune_code, block, year.
 * A summary that is used covers its commune as a list does; one the province compiled covers both channels, since it counts all units.
 */
export const intCoverage: Model = {
  name: "int_coverage",
  columns: {
    channel: "VARCHAR not null",
    is_former: "BOOLEAN not null",
    commune_code: "VARCHAR not null",
    block: "VARCHAR not null",
    year: "INTEGER not null",
    has_list: "BOOLEAN not null"
  },
  grain: ["channel", "is_former", "commune_code", "block", "year"],
  query: (db) =>
    sql`
      with covered as (
        select channel, is_former, commune_code, part_key as block, year, true as has_list
        from int_parts where form = 'unit_list' and is_counted
        union all
        select c.channel, s.is_former, s.commune_code, s.block, s.year, false as has_list
        from int_summary_rows s
        inner join (values ('local'), ('province')) c(channel) on c.channel = s.channel or s.channel = 'province'
        where s.is_used
      )
      select channel, is_former, commune_code, block, year, bool_or(has_list) as has_list
      from covered group by channel, is_former, commune_code, block, year
    `.compile(db)
};
