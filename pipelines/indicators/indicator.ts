import type {RawBuilder} from "kysely";
import type {RAW_SUMMARY_COLUMNS, RAW_UNIT_COLUMNS} from "../../loaders/rawTables.ts";
import type {UnitGroup} from "../../loaders/vocabulary.ts";

/** What readers are told of an indicator; plain data, sent to the site as JSON. */
export interface IndicatorMetadata {
  /** Names its denominator: `certified_of_eligible`. Never reused for another meaning. */
  id: string;
  title: string;
  short_title: string;
  definition: string;
  /** In words: what is counted, over what. */
  formula: string;
  legal_basis: string;
  /** `percent`: n/D in %; `count`: n itself. */
  measure: "percent" | "count";
  /** Đơn vị tính, as printed behind the value. */
  unit_measure: string;
  /** Which way is better. */
  direction: "up" | "down";
  unit_groups: readonly UnitGroup[];
}

type UnitField = keyof typeof RAW_UNIT_COLUMNS;
type SummaryField = Extract<keyof typeof RAW_SUMMARY_COLUMNS, `${string}_count`>;

/** A condition on a row of unit_years: true, false, or null = unknown. Without parameters (views hold it too). */
type Condition = RawBuilder<boolean | null>;

/** The units an indicator is a share of. */
export interface Population {
  member: Condition;
  /** Fields whose cells decide membership, for the trace. */
  fields: readonly UnitField[];
  /** The same from a row of Biểu tổng hợp; null where it cannot say. `unknown_count`: units whose membership is unknown. */
  summary: SummaryCounts | null;
}

/** What is true of the units counted in the numerator. */
export interface Outcome {
  holds: Condition;
  fields: readonly UnitField[];
  /** `unknown_count`: of all units of the row, those without this outcome in either sense. */
  summary: SummaryCounts | null;
}

interface SummaryCounts {
  count: RawBuilder<number>;
  unknown_count: RawBuilder<number>;
  fields: readonly SummaryField[];
}

/** A sum over units instead of a count of them: no share follows from it. */
export interface Amount {
  value: RawBuilder<number | null>;
  fields: readonly UnitField[];
}

/** One indicator: what it says to people and how it is counted. */
export type Indicator = IndicatorMetadata & {population: Population} & ({outcome: Outcome} | {amount: Amount});
