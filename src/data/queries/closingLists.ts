import {group} from "d3";
import type {Kysely} from "kysely";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {closingCommunes} from "../../../pipelines/verdicts/closingCommunes.ts";
import type {OverviewClosing, OverviewResult, OverviewTarget} from "./overviewShape.ts";

/**
 * The communes behind each rate target, most units to go first, ties by lower rate then code; `cut` of them close the gap of the home
 * area. For norms, which bind each commune by itself, there is no gap of the area.
 */
export async function closingLists(
  db: Kysely<PublicTables>,
  targets: readonly OverviewTarget[],
  results: readonly OverviewResult[],
  codes: readonly string[]
): Promise<OverviewClosing[]> {
  const wanted = targets.filter(
    ({measure, indicator}) => measure === "percent" && indicator.startsWith("certified_of_")
  );
  if (wanted.length === 0 || codes.length === 0) return [];
  const place = new Map(codes.map((code, i) => [code, i]));
  const rows = await db
    .selectFrom("target_results")
    .select(["target_id", "boundary", "unit_group", "year", "subject_id", "numerator", "denominator", "units_needed"])
    .where("subject_level", "=", "commune")
    .where("boundary", "=", "current")
    .where(
      "target_id",
      "in",
      wanted.map(({target_id}) => target_id)
    )
    .where("subject_id", "in", [...codes])
    .where("units_needed", ">", 0)
    // A commune more of whose units are missing than known says nothing yet: the map hatches it.
    .whereRef("unreported_count", "<=", "denominator")
    .orderBy("year")
    .orderBy("target_id")
    .orderBy("unit_group")
    .execute();
  const views = group(rows, (row) => `${row.year}|${row.target_id}|${row.unit_group}`);
  return [...views.values()].map((gaps) => {
    const [{target_id, year, unit_group}] = gaps as [(typeof gaps)[number]];
    const behind = gaps.map(({subject_id, numerator, denominator, units_needed}) => ({
      code: subject_id,
      numerator: numerator ?? 0,
      denominator: denominator ?? 0,
      units_needed
    }));
    const byCode = new Map(behind.map((gap) => [gap.code, gap]));
    const order = closingCommunes(Number.MAX_SAFE_INTEGER, behind).communes.flatMap(({code}) => byCode.get(code) ?? []);
    const result = results.find(
      (one) =>
        one.target_id === target_id && one.year === year && one.unit_group === unit_group && one.boundary === "current"
    );
    const gap = result?.verdict === "dat" ? 0 : (result?.units_needed ?? 0);
    const closing = closingCommunes(gap, behind);
    return {
      target_id,
      year,
      boundary: "current",
      unit_group,
      order: order.map(({code}) => place.get(code) ?? 0),
      needed: order.map(({units_needed}) => units_needed ?? 0),
      n: order.map(({numerator}) => numerator),
      d: order.map(({denominator}) => denominator),
      cut: gap > 0 && closing.remaining === 0 ? closing.communes.length : null
    };
  });
}
