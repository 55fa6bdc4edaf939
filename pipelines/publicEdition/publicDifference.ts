import {type Kysely, sql} from "kysely";
import {SMALLEST_PUBLIC} from "./publicRules.ts";
import type {Counts, EditionDifference} from "../editions/compareEditions.ts";
import type {PublicTables} from "../tables.ts";

/**
 * What of a comparison of editions may be known outside: figures whose denominator was not small before nor after, and verdicts that the
 * public warehouse `db` holds. How many figures changed in all stays.
 */
export async function publicDifference(
  db: Kysely<PublicTables>,
  difference: EditionDifference
): Promise<EditionDifference> {
  const {rows} = await sql<{key: string}>`
    select distinct concat_ws('~', subject_level, subject_id, boundary, unit_group, year, target_id) as key from target_results
  `.execute(db);
  const shown = new Set(rows.map(({key}) => key));
  return {
    ...difference,
    values: difference.values.filter(({before, after}) => isLargeEnough(before) && isLargeEnough(after)),
    verdicts: difference.verdicts.filter(({area_level, area_code, boundary, unit_group, year, target_id}) =>
      shown.has([area_level, area_code, boundary, unit_group, year, target_id].join("~"))
    )
  };
}

function isLargeEnough(counts: Counts | null): boolean {
  return counts === null || counts.d === 0 || counts.d >= SMALLEST_PUBLIC;
}
