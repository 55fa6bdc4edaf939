import {CERTIFICATION} from "./certification.ts";
import {CLASSIFICATION} from "./classification.ts";
import {CONDITIONS} from "./conditions.ts";
import type {Indicator, IndicatorMetadata} from "./indicator.ts";
import {REPORTED} from "./reported.ts";

export type {IndicatorMetadata} from "./indicator.ts";

/**
 * Every indicator, one entry each in the lists below: a plain share needs no other place than its list. The id names the denominator,
 * because plans do: "80 % đơn vị đạt" is of eligible units, "trong đó 70 %" of the group named before.
 */
export const INDICATORS = [
  ...CERTIFICATION,
  ...CLASSIFICATION,
  ...CONDITIONS,
  ...REPORTED
] as const satisfies readonly Indicator[];

/** What the site says of every indicator, in the order of the registry; plain data for JSON. */
export function indicatorMetadata(): IndicatorMetadata[] {
  return INDICATORS.map(
    ({
      id,
      title,
      short_title,
      definition,
      formula,
      legal_basis,
      measure,
      unit_measure,
      direction,
      unit_groups,
      period,
      words
    }: Indicator) => ({
      id,
      title,
      short_title,
      definition,
      formula,
      legal_basis,
      measure,
      unit_measure,
      direction,
      unit_groups,
      period,
      words
    })
  );
}
