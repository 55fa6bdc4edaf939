import {type RawBuilder, sql} from "kysely";
import {FACT_TITLES, SUMMARY_TITLES} from "../../loaders/validate/prior/countTitles.ts";
import {JUMP_FACTOR, JUMP_LEAST} from "../../loaders/validate/prior/tenfold.ts";
import {tenfoldJump} from "../../loaders/validate/rules/priorRules.ts";
import {UNASSIGNED} from "../registerOfYear.ts";
import {unitTypeWord} from "../database/words.ts";
import {type Check, countText, sentence, yearAndCommune} from "./check.ts";

/** Counts that communes give year by year: is_former, commune_code, year, series (what of, the same over a merger), title (in words), field, place and the count n. */
interface Series {
  rows: RawBuilder<unknown>;
}

const people: Series = {
  rows: sql`
    select commune_valid_from is null as is_former, commune_code, year, unit_id as series, 'Tổng số người: ' || unit_name as title,
      'informed_total' as field, submission_id, sheet, row_number, informed_total as n
    from unit_years where informed_total is not null
  `
};

/** Units of a type that local files list, on present boundaries: a merger moves them and is no jump. */
const unitCounts: Series = {
  rows: sql`
    select false as is_former, u.current_commune_code as commune_code, u.year,
      u.current_commune_code || u.unit_type as series,
      'Số ' || ${unitTypeWord(sql`u.unit_type`)} as title, null as field, max(u.submission_id) as submission_id, null as sheet,
      null as row_number, count(*) as n
    from unit_years u inner join stg_submissions f on f.submission_id = u.submission_id
    where f.channel = 'local' and u.current_commune_code <> ${sql.lit(UNASSIGNED)}
    group by u.current_commune_code, u.year, u.unit_type
  `
};

const factCounts = (column: "total_count" | "reached_count", title: (fact: string) => string): Series => ({
  rows: sql`
    select p.is_former, f.commune_code, f.year, concat(p.is_former, f.commune_code, f.fact) as series,
      case f.fact ${sql.join(
        Object.entries(FACT_TITLES).map(([fact, words]) => sql`when ${sql.lit(fact)} then ${sql.lit(title(words))}`),
        sql` `
      )} end as title,
      ${sql.lit(column)} as field, f.submission_id, f.sheet, f.row_number, f.${sql.id(column)} as n
    from raw_facts f
    inner join int_parts p on p.submission_id = f.submission_id and p.commune_code = f.commune_code
      and p.is_former = (f.commune_valid_from is null) and p.year = f.year and p.period = f.period
      and p.form = 'commune_facts' and p.part_key = f.fact and p.is_counted
    where f.${sql.id(column)} is not null
    qualify row_number() over (partition by p.is_former, f.commune_code, f.year, f.fact order by p.channel, f.submission_id) = 1
  `
});

const modelCounts = (column: "site_count" | "team_count", title: string): Series => ({
  rows: sql`
    select commune_valid_from is null as is_former, commune_code, year, model_id as series, ${sql.lit(`${title}: `)} || model_name as title,
      ${sql.lit(column)} as field, submission_id, sheet, row_number, ${sql.id(column)} as n
    from model_years where ${sql.id(column)} is not null
  `
});

const summaryCounts = (column: string, title: string): Series => ({
  rows: sql`
    select commune_valid_from is null as is_former, commune_code, year,
      concat(commune_valid_from is null, commune_code, unit_type) as series,
      ${sql.lit(`${title} `)} || ${unitTypeWord(sql`unit_type`)} as title, unit_type || ${sql.lit(`.${column}`)} as field, submission_id,
      sheet, row_number, ${sql.id(column)} as n
    from summary_years where ${sql.id(column)} is not null
  `
});

const SERIES: readonly Series[] = [
  people,
  unitCounts,
  factCounts("total_count", (words) => `Tổng số ${words}`),
  factCounts("reached_count", (words) => `Số ${words} đã phổ biến`),
  modelCounts("site_count", "Số điểm"),
  modelCounts("team_count", "Số tổ"),
  ...Object.entries(SUMMARY_TITLES).map(([column, title]) => summaryCounts(column, title))
];

/**
 * A count that is ten times the one its commune gave before, or a tenth of it: most often a slip of a dot or a digit. Series that never
 * move so far are set aside first: nearly all of them.
 */
export const tenfoldJumps: Check = {
  rule: tenfoldJump,
  remedy: tenfoldJump.remedy({header: "", text: ""}),
  query: sql`
    with counts as (
      ${sql.join(
        SERIES.map(({rows}, i) => sql`select ${sql.lit(String(i))} as kind, * from (${rows})`),
        sql` union all `
      )}
    ),
    wild as (
      select kind, series from counts where n > 0 group by kind, series
      having max(n) >= ${sql.lit(JUMP_LEAST)} and max(n) >= ${sql.lit(JUMP_FACTOR)} * min(n)
    ),
    steps as (
      select *, lag(n) over before as earlier, lag(year) over before as earlier_year
      from counts semi join wild using (kind, series)
      window before as (partition by kind, series order by year)
      qualify least(n, earlier) > 0 and greatest(n, earlier) >= ${sql.lit(JUMP_LEAST)}
        and greatest(n, earlier) >= ${sql.lit(JUMP_FACTOR)} * least(n, earlier)
    )
    select s.submission_id, s.commune_code, s.sheet, s.row_number, s.field, cast(s.n as varchar) as raw_value,
      ${sentence(tenfoldJump, yearAndCommune(sql`s.year`, "a"), {
        header: sql`s.title`,
        text: countText(sql`s.n`),
        detail: sql`'năm ' || s.earlier_year || ' là ' || ${countText(sql`s.earlier`)}`
      })} as message
    from steps s
    inner join int_commune_areas a on a.is_former = s.is_former and a.commune_code = s.commune_code
  `
};
