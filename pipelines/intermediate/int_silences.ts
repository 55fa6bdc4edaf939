import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {FIRST_PRESENT_YEAR, UNASSIGNED} from "../registerOfYear.ts";

/**
 * Lists that did not come, and the last accepted list that says what they would hold.
 * Grain: channel, commune_code, block, year, from_is_former, from_commune_code.
 *
 * Per block: a commune that sent its residential areas but not its agencies still owes the agencies (they are due later). The last list is
 * the commune's own; a present commune that never sent that block inherits the last lists of its former communes. Units of a split commune
 * that no list has placed are awaited at "unassigned" until every commune it went to has spoken. Once a list came, a unit that is not on
 * it has ended. The present commune as a unit is not carried here: it exists whether listed or not (`int_own_units`), and a former
 * commune as a unit ended with its commune.
 */
export const intSilences: Model = {
  name: "int_silences",
  columns: {
    channel: "VARCHAR not null",
    commune_code: "VARCHAR not null",
    block: "VARCHAR not null",
    year: "INTEGER not null",
    from_is_former: "BOOLEAN not null",
    from_commune_code: "VARCHAR not null",
    from_year: "INTEGER not null",
    /** The last word was a unit list; false: a summary. */
    has_list: "BOOLEAN not null"
  },
  grain: ["channel", "commune_code", "block", "year", "from_is_former", "from_commune_code"],
  query: (db) =>
    sql`
      with years as (
        select unnest(generate_series(min(year), max(year))) as year from int_parts where is_received
      ),
      own as (
        select o.channel, o.commune_code, o.block, y.year, o.is_former as from_is_former, o.commune_code as from_commune_code,
          max(o.year) as from_year
        from int_coverage o
        inner join years y on o.year < y.year and o.is_former = (y.year < ${FIRST_PRESENT_YEAR})
        anti join int_coverage c on c.channel = o.channel and c.is_former = o.is_former and c.commune_code = o.commune_code
          and c.block = o.block and c.year = y.year
        where o.is_former or o.block <> 'commune'
        group by o.channel, o.commune_code, o.block, y.year, o.is_former
      ),
      inherited as (
        select o.channel, l.new_code, o.block, y.year, o.commune_code, l.successor_count, max(o.year) as from_year,
          bool_or(n.year is not null) as is_heard
        from int_coverage o
        inner join stg_lineage l on l.old_code = o.commune_code
        inner join years y on y.year >= ${FIRST_PRESENT_YEAR} and o.year < y.year
        anti join int_coverage c on c.channel = o.channel and c.is_former and c.commune_code = o.commune_code
          and c.block = o.block and c.year = y.year
        left join int_coverage n on n.channel = o.channel and not n.is_former and n.commune_code = l.new_code
          and n.block = o.block and n.year <= y.year
        where o.is_former and o.block <> 'commune'
        group by o.channel, l.new_code, o.block, y.year, o.commune_code, l.successor_count
      ),
      silent as (
        select channel, commune_code, block, year, from_is_former, from_commune_code, from_year from own
        union all
        select channel, new_code, block, year, true, commune_code, from_year from inherited where not is_heard
        union all
        select channel, ${UNASSIGNED}, block, year, true, commune_code, max(from_year) from inherited
        where successor_count > 1 and not is_heard
        group by channel, block, year, commune_code
      )
      select s.*, c.has_list
      from silent s
      inner join int_coverage c on c.channel = s.channel and c.is_former = s.from_is_former
        and c.commune_code = s.from_commune_code and c.block = s.block and c.year = s.from_year
    `.compile(db)
};
